// SPDX-License-Identifier: EUPL-1.2
import Terms

extension OptionRangeError {
    func message(in language: Language) -> String {
        let (first, last) = (range.lowerBound, range.upperBound)
        guard last < Int.max else {
            return Phrase(
                sv: "\(option) \(value): skriv ett heltal från \(first).",
                en: "\(option) \(value): write a whole number from \(first).")[language]
        }
        return Phrase(
            sv: "\(option) \(value): skriv ett heltal från \(first) till \(last).",
            en: "\(option) \(value): write a whole number from \(first) to \(last).")[language]
    }
}

extension MadeUpBoardsWithFaults {
    func message(in language: Language) -> String {
        Phrase(
            sv: "--faults gäller Stockholms nämnder. Utelämna --boards, eller --faults.",
            en: "--faults is for Stockholm's boards. Leave out --boards, or --faults.")[language]
    }
}

extension ExtendedWithFaults {
    func message(in language: Language) -> String {
        Phrase(
            sv: "--faults gäller bara beslut och utförd tid. Utelämna --extended, eller --faults.",
            en: "--faults is for decisions and performed hours alone. Leave out --extended, or --faults.")[language]
    }
}

extension DialectWithFaults {
    func message(in language: Language) -> String {
        Phrase(
            sv: "--faults ger varje fil en egen form. Utelämna --encoding, --delimiter och --line-ending.",
            en: "--faults gives each file a form of its own. Leave out --encoding, --delimiter and --line-ending.")[
                language]
    }
}

extension ShapeTogetherWith {
    func message(in language: Language) -> String {
        Phrase(
            sv: "--export ger filerna en egen form. Utelämna \(option), eller --export.",
            en: "--export gives the files a form of their own. Leave out \(option), or --export.")[language]
    }
}
