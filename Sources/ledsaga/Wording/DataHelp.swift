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
                Vilken fil som helst med skiljetecken går att granska. Raderna visas precis som Ledsaga läser dem, \
                men inga personuppgifter visas.
                """,
            en: """
                Any delimited file can be inspected. Records are shown exactly as Ledsaga reads them, but no \
                person is shown.
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
                pseudonym i varje fil och varje år. Födelseår och kön läggs till om filen saknar de kolumnerna. \
                Alla kommandon läser kopian på samma sätt som originalet. Kopian är inte anonym: till sist sägs hur \
                många som står i små grupper som är lika i det en utomstående kan veta.
                """,
            en: """
                The pseudonym is made with the project's secret key, which ledsaga init makes: the same person is \
                the same pseudonym in every file and every year. Birth year and sex are added where the file has \
                no such columns. Every command reads the copy as it reads the original. The copy is not anonymous: last it \
                tells how many are in small groups alike in what an outsider may know.
                """))
    static let file = OptionWords(ValueName.file, sv: "Filen.", en: "The file.")
    static let output = OptionWords(ValueName.file, sv: "Kopian.", en: "The copy.")
    static let k = OptionWords(
        ValueName.number, sv: "Grupper med färre personer än så är små. (förval: threshold)",
        en: "Groups of fewer persons are small. (default: threshold)")
}
