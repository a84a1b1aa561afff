// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// What to do for a table to show more, the same at the command line and in the report.
package enum CoarseningWords {
    /// "Slå ihop åldersgrupperna 65–79 och 80+ (age_groups: [0, 23, 65]) i ledsaga.yaml"
    package static func change(_ coarsening: Coarsening, of question: Question) -> Phrase {
        func names(_ merged: [String]) -> Phrase {
            let first = merged.dropLast().joined(separator: ", ")
            return Phrase(sv: first + " och " + (merged.last ?? ""), en: first + " and " + (merged.last ?? ""))
        }
        func list(_ limits: [Int]) -> String { "[" + limits.map { "\($0)" }.joined(separator: ", ") + "]" }
        switch coarsening {
        case .ageGroups(let merged, let limits):
            let names = names(merged)
            return Phrase(
                sv: "Slå ihop åldersgrupperna \(names.swedish) (age_groups: \(list(limits))) i ledsaga.yaml",
                en: "Merge the age groups \(names.english) (age_groups: \(list(limits))) in ledsaga.yaml")
        case .hourClasses(let merged, let limits):
            let names = names(merged)
            return Phrase(
                sv: "Slå ihop timklasserna \(names.swedish) (hour_classes: \(list(limits))) i ledsaga.yaml",
                en: "Merge the classes of hours \(names.english) (hour_classes: \(list(limits))) in ledsaga.yaml")
        case .boards(let merged):
            let names = names(merged)
            return Phrase(
                sv: "Slå ihop \(names.swedish) (samma efterträdare i tabellen över nämnder)",
                en: "Merge \(names.english) (one successor in the table of boards)")
        case .without(let dimension):
            let rest = question.dimensions.filter { $0 != dimension }.map(\.rawValue).joined(separator: ",")
            let query = "ledsaga query \(question.measure.rawValue) --by \(rest)"
            return Phrase(sv: "Fråga med färre indelningar (\(query))", en: "Ask with fewer breakdowns (\(query))")
        }
    }
}
