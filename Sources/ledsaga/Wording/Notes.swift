// SPDX-License-Identifier: EUPL-1.2
import Intake
import CaseData
import DelimitedText
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

    static func masked(_ cells: Int, in column: String) -> Phrase {
        Phrase(
            sv: "kolumnen \(column): \(cells) fält med personuppgifter doldes",
            en: "column \(column): \(cells) fields with personal data were masked")
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

    /// Asking for less would show more.
    static func tooFine(_ table: Phrase) -> Phrase {
        Phrase(
            sv:
                "\(table.swedish): mer än en tredjedel visas inte. Slå ihop åldersgrupper eller små nämnder i ledsaga.yaml, så kan mer visas.",
            en:
                "\(table.english): more than a third is not shown. Merge age groups or small boards in ledsaga.yaml to show more."
        )
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
