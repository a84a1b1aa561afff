// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Disclosure
import Intake
import Documents
import Reports
import Terms

/// What the program says of a run that goes well.
enum Notes {
    static func wrote(_ file: String) -> Phrase { Phrase(sv: "skrev \(file)", en: "wrote \(file)") }

    static func wrote(_ file: String, _ tally: FileTally) -> Phrase {
        Phrase(
            sv: "skrev \(file): \(tally.kept) av \(tally.rows) rader",
            en: "wrote \(file): \(tally.kept) of \(tally.rows) rows")
    }

    /// What was read of a file, and which of its columns no reader knows.
    static func read(_ file: FileIntake) -> Phrase {
        let (name, tally, encoding) = (file.tally.file, file.tally, file.format.encoding.rawValue)
        let ignored = file.ignoredColumns.joined(separator: ", ")
        let unused =
            ignored.isEmpty
            ? Phrase(sv: "", en: "") : Phrase(sv: "; används inte: \(ignored)", en: "; not used: \(ignored)")
        return Phrase(
            sv: "läste \(name): \(tally.kept) av \(tally.rows) rader, \(encoding)\(unused.swedish)",
            en: "read \(name): \(tally.kept) of \(tally.rows) rows, \(encoding)\(unused.english)")
    }

    /// Of a command that reads a file as it lies.
    static func uncorrected(_ file: String) -> Phrase {
        Phrase(
            sv: "\(file): här görs inte rättelserna i \(Corrections.fileName). check, query och report gör dem.",
            en:
                "\(file): the corrections of \(Corrections.fileName) are not made here. check, query and report make them."
        )
    }

    static func masked(_ cells: Int, in column: String) -> Phrase {
        Phrase(
            sv: "kolumnen \(column): \(cells) fält med personuppgifter doldes",
            en: "column \(column): \(cells) fields with personal data were masked")
    }

    static func dropped(_ columns: [String]) -> Phrase {
        let list = columns.joined(separator: "; ")
        return Phrase(
            sv: "kolumner som inte kopierades: \(list) (behåll en med --keep)",
            en: "columns that were not copied: \(list) (keep one with --keep)")
    }

    static func setAside(_ rows: Int) -> Phrase {
        rows == 1
            ? Phrase(
                sv: "1 rad lades åt sidan. Se vilken med: ledsaga check",
                en: "1 row was set aside. See which with: ledsaga check")
            : Phrase(
                sv: "\(rows) rader lades åt sidan. Se vilka med: ledsaga check",
                en: "\(rows) rows were set aside. See which with: ledsaga check")
    }

    /// A coarser breakdown would show more of a table.
    static func coarser(_ advice: CoarserTable, title: Phrase) -> Phrase {
        let change = CoarseningWords.change(advice.coarsening, of: advice.table.question)
        let (before, after) = (advice.before, advice.after)
        return Phrase(
            sv: """
                \(title.swedish): mer än en tredjedel visas inte. \(change.swedish): för sig visar tabellen då \
                \(after.shown) av \(after.of) värden, i stället för \(before.shown) av \(before.of).
                """,
            en: """
                \(title.english): more than a third is not shown. \(change.english): by itself the table then shows \
                \(after.shown) of \(after.of) values, instead of \(before.shown) of \(before.of).
                """)
    }

    /// How alone persons stand in a pseudonymised file.
    static func anonymity(_ file: RowAnonymity) -> Phrase {
        let words: [String: Phrase] = [
            "district": Phrase(sv: "nämnd", en: "board"), "law": Phrase(sv: "lagrum", en: "law"),
            "age": Phrase(sv: "åldersgrupp", en: "age group"), "sex": Phrase(sv: "kön", en: "sex"),
        ]
        let known = file.known.compactMap { words[$0] }
        func list(_ names: [String], _ and: String) -> String {
            names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + and + names[names.count - 1]
        }
        let (swedish, english) = (list(known.map(\.swedish), " och "), list(known.map(\.english), " and "))
        if file.personsBelow == 0 {
            return Phrase(
                sv: "Minst \(file.smallestClass) personer är lika i \(swedish) i varje grupp (k = \(file.k)).",
                en: "At least \(file.smallestClass) persons are alike in \(english) in each group (k = \(file.k)).")
        }
        return Phrase(
            sv: """
                Filen är inte anonym: \(file.personsBelow) av \(file.persons) personer (\(file.rowsBelow) rader) står i \
                grupper med färre än \(file.k) som är lika i \(swedish). \(file.alone) \(file.alone == 1 ? "står ensam" : "står ensamma").
                """,
            en: """
                The file is not anonymous: \(file.personsBelow) of \(file.persons) persons (\(file.rowsBelow) rows) are in \
                groups of fewer than \(file.k) alike in \(english). \(file.alone) \(file.alone == 1 ? "stands alone" : "stand alone").
                """)
    }

    static func nothingToCorrect(_ edition: Int) -> Phrase {
        Phrase(
            sv: "Inget tal är annorlunda än i utgåva \(edition). Det blev ingen ny utgåva.",
            en: "No number differs from edition \(edition). There is no new edition.")
    }

    /// Two editions beside each other tell what the correction is about.
    static func correctsFew(_ counts: Int, _ edition: Int) -> Phrase {
        Phrase(
            sv: """
                \(counts == 1 ? "1 antal skiljer" : "\(counts) antal skiljer") sig så lite från utgåva \(edition - 1) att den som har \
                båda ser att rättelsen gäller få. Vänta om det går, och rätta mer på en gång.
                """,
            en: """
                \(counts == 1 ? "1 count differs" : "\(counts) counts differ") so little from edition \(edition - 1) that who has both \
                sees that the correction is about few. Wait if you can, and correct more at once.
                """)
    }

    static func differs(from edition: Int, in folder: String) -> Phrase {
        Phrase(
            sv: "Talen är inte desamma som i utgåva \(edition) i \(folder). Det här är ett utkast, inte en utgåva.",
            en: "The numbers are not those of edition \(edition) in \(folder). This is a draft, not an edition.")
    }

    static func simulated(_ folder: String) -> Phrase {
        Phrase(
            sv: "skrev \(folder). Pröva: ledsaga check -C \(folder)",
            en: "wrote \(folder). Try: ledsaga check -C \(folder)")
    }

    static func wasThere(_ file: String) -> Phrase { Phrase(sv: "fanns redan: \(file)", en: "was there: \(file)") }
    static func made(_ file: String) -> Phrase { Phrase(sv: "skapade: \(file)", en: "made: \(file)") }

    static let nextAfterInit = Phrase(
        sv: "Lägg exporterna i data/ och kör: ledsaga check", en: "Put the exports in data/ and run: ledsaga check")

    static func sourcesWritten(_ file: String) -> Phrase {
        Phrase(sv: "skrev vad exporterna togs för: \(file)", en: "wrote what the exports were taken for: \(file)")
    }

    static let nextAfterSources = Phrase(
        sv: "Se igenom sources i ledsaga.yaml och kör: ledsaga check",
        en: "Look over sources in ledsaga.yaml and run: ledsaga check")

    static func answerFirst(_ count: Int) -> Phrase {
        Phrase(
            sv:
                "Svara först på \(count == 1 ? "den fråga" : "de \(count) frågor") som ledsaga.yaml ställer (SVARA), och kör: "
                + "ledsaga check",
            en:
                "First answer the \(count == 1 ? "question" : "\(count) questions") that ledsaga.yaml asks (ANSWER), and run: "
                + "ledsaga check")
    }

    /// Below the list of measures, each line to be wrapped by itself.
    static let itemsOfSurveys = Phrase(
        sv: "Frågorna i projektets enkäter", en: "The items of the project's surveys")

    static func moreOfMeasures(_ dimensions: String) -> Phrase {
        Phrase(
            sv: "Dela upp med --by: \(dimensions)\nLäs mer med: ledsaga explain NAMN",
            en: "Break down with --by: \(dimensions)\nRead more with: ledsaga explain NAME")
    }

    static func reading(_ file: String, percent: Int, megabytesPerSecond: Int, secondsLeft: Int) -> Phrase {
        Phrase(
            sv: "läser \(file): \(percent) %, \(megabytesPerSecond) MB/s, \(secondsLeft) s kvar",
            en: "reading \(file): \(percent)%, \(megabytesPerSecond) MB/s, \(secondsLeft) s left")
    }

    /// The name of the open tables of a year.
    static let internalLists = Phrase(
        sv:
            "Listorna är interna och får inte spridas. Varje beslut måste granskas: timmar visar inte varför inga utförts.",
        en:
            "The lists are internal and not to be passed on. Each decision must be examined: hours do not show why none were performed."
    )

    static func titleOfTables(ofQuarter quarter: Int, year: Int, _ municipality: String) -> Phrase {
        Phrase(
            sv: "Beslut som inte verkställts, kvartal \(quarter) \(year), \(municipality)",
            en: "Decisions not carried out, quarter \(quarter) of \(year), \(municipality)")
    }

    static func titleOfTables(of service: Phrase, year: Int, _ municipality: String) -> Phrase {
        Phrase(
            sv: "Uppföljning av \(service.swedish) \(year), \(municipality)",
            en: "Follow-up of \(service.english) \(year), \(municipality)")
    }
}

/// The headings of an explanation.
enum ExplanationHeading {
    static let definition = Phrase(sv: "Definition", en: "Definition")
    static let formula = Phrase(sv: "Formel", en: "Formula")
    static let settings = Phrase(sv: "Inställningar som gäller", en: "Settings in force")
    static let example = Phrase(sv: "Räkneexempel", en: "Worked example")
    static let source = Phrase(sv: "Källa", en: "Source")
    static let seeAlso = Phrase(sv: "Se även", en: "See also")
    static let answers = Phrase(sv: "Svar", en: "Answers")

    /// Names that are the same in every language.
    static func list(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(sv: list, en: list)
    }
}
