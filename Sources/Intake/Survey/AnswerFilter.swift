// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Filter questions (*filterfrågor*): who was not to answer an item.
enum AnswerFilter {
    /// Makes answers `notAsked` where the item's filter says so, in the order of the form. An answer that was given all
    /// the same does not count, and is reported.
    static func apply(_ items: [SurveyItem], to answers: inout [ItemAnswer], report: (Int) -> Void) {
        var places: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            places[item.name] = index
            guard let filter = item.notAskedIf, let other = places[filter.item] else { continue }
            let deciding = answers[other]
            if isNotAsked(filter, items[other], deciding) {
                if case .missing = answers[index] {} else { report(index) }
                answers[index] = .missing(.notAsked)
            } else if deciding == .missing(.notAsked), answers[index] == .missing(.noAnswer) {
                // Who was not asked the first question cannot have been asked the one that follows from it.
                answers[index] = .missing(.notAsked)
            }
        }
    }

    private static func isNotAsked(
        _ filter: SurveyItem.Filter, _ item: SurveyItem, _ answer: ItemAnswer
    ) -> Bool {
        switch answer {
        case .category(let place): filter.codes.contains(item.categories[place].code)
        case .categories(let chosen):
            item.categories.indices.contains {
                chosen & (1 << UInt64($0)) != 0 && filter.codes.contains(item.categories[$0].code)
            }
        case .missing(let kind): filter.codes.contains(kind.word)
        case .number, .text: false
        }
    }
}
