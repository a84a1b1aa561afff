// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `inspect`.
enum InspectHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Vad en fil är: kodning, skiljetecken, slag, kolumner, rader.",
            en: "What a file is: encoding, separator, kind, columns, rows."),
        usage: Phrase(sv: "<fil> … [<val>]", en: "<file> … [<options>]"),
        examples: [
            CommandWords.Example("ledsaga inspect data/utforda-2019.csv"),
            CommandWords.Example("ledsaga inspect data/*.csv"),
            CommandWords.Example("ledsaga inspect export.csv --records 5"),
            CommandWords.Example("ledsaga inspect export.csv --records all --format json"),
        ],
        text: Phrase(
            sv: """
                Vilken fil som helst med skiljetecken går att granska. Med --records visas bara fält som inte kan \
                röja någon: datum, klockslag, tal och kända ord. Allt annat visas som ‹text› eller ‹person›.
                """,
            en: """
                Any delimited file can be inspected. With --records only fields that can reveal nobody are shown: \
                dates, times, numbers and known words. All else is shown as ‹text› or ‹person›.
                """))
    static let files = OptionWords(ValueName.file, sv: "Filerna.", en: "The files.")
    static let records = OptionWords(
        ValueName.rows, sv: "Visa så många rader utöver rubrikraden, eller all för alla.",
        en: "Show so many rows beside the header, or all.")
}

/// The help of `check`.
enum CheckHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Läs allt och säg vad som inte går att läsa.",
            en: "Read everything and tell what cannot be read."),
        usage: Phrase(sv: "[<val>]", en: "[<options>]"),
        examples: [
            CommandWords.Example("ledsaga check"),
            CommandWords.Example(
                "ledsaga check --output fel.csv",
                Phrase(sv: "en rad per fel, till uppgifternas ägare", en: "a line a fault, for the data's owner")),
            CommandWords.Example("ledsaga check --format json"),
        ],
        text: Phrase(
            sv: """
                Varje fel anges med fil, rad och kolumn och hur värdet såg ut, aldrig med en person. Slutkoden är \
                1 när rader har lagts åt sidan.
                """,
            en: """
                Each fault is given with file, line and column and the shape of the value, never with a person. \
                The exit code is 1 when rows were set aside.
                """))
    static let output = OptionWords(
        ValueName.file, sv: "Skriv också felen till den här CSV-filen, en rad per fel.",
        en: "Also write the faults to this CSV file, a line each.")
}

/// The help of `pseudonymise`.
enum PseudonymiseHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Kopiera en fil med pseudonymer i stället för personnummer.",
            en: "Copy a file with pseudonyms in place of identity numbers."),
        usage: Phrase(sv: "<fil> --output <fil> [<val>]", en: "<file> --output <file> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga pseudonymise beslut-2019.csv -o data/beslut-2019.csv")
        ],
        text: Phrase(
            sv: """
                Pseudonymen görs med projektets hemliga nyckel, som ledsaga init skapar: samma person får samma \
                pseudonym i varje fil och varje år. Bara kolumner som Ledsaga läser kopieras, och bara fält som har \
                kolumnens form; vad som utelämnas sägs. Födelseår och kön läggs till om filen saknar de kolumnerna. \
                Alla kommandon läser kopian på samma sätt som originalet. Kopian är inte anonym: till sist sägs hur \
                många som står i små grupper som är lika i det en utomstående kan veta.
                """,
            en: """
                The pseudonym is made with the project's secret key, which ledsaga init makes: the same person is \
                the same pseudonym in every file and every year. Only columns that Ledsaga reads are copied, and only \
                fields of the column's form; what is left out is said. Birth year and sex are added where the file has \
                no such columns. Every command reads the copy as it reads the original. The copy is not anonymous: last it \
                tells how many are in small groups alike in what an outsider may know.
                """))
    static let file = OptionWords(ValueName.file, sv: "Filen.", en: "The file.")
    static let output = OptionWords(ValueName.file, sv: "Kopian.", en: "The copy.")
    static let keep = OptionWords(
        ValueName.column,
        sv:
            "Kopiera också den här kolumnen, sedan varje fält har genomsökts efter personnummer. Får anges flera gånger.",
        en: "Also copy this column, once each field has been searched for identity numbers. May be given several times."
    )
    static let k = OptionWords(
        ValueName.number, sv: "Grupper med färre personer än så är små. (förval: threshold)",
        en: "Groups of fewer persons are small. (default: threshold)")
}
