// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The categories of the dimensions that surveys have, each in the order the project lists them.
enum SurveyCategories {
    /// The groups, the waves and the items of all surveys. What can be answered belongs to an item and is not listed.
    static func list(_ dimension: Dimension, in surveys: [Survey]) -> [Category] {
        var names: [(code: String, label: Phrase)] = []
        for survey in surveys {
            switch dimension {
            case .group: names.append((survey.group.code, survey.group.label))
            case .wave: names.append((survey.wave, Phrase(sv: survey.wave, en: survey.wave)))
            case .question: names += survey.items.map { ($0.name, $0.question) }
            default: break
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0.code).inserted }.enumerated().map { rank, name in
            Category(dimension, code: name.code, label: name.label, rank: rank)
        }
    }

    /// What can be answered to an item, in the codebook's order; *vet ej* last where it counts as an answer.
    static func answers(to item: SurveyItem) -> [Category] {
        var categories = item.categories.enumerated().map { place, answer in
            Category(.answer, code: answer.code, label: answer.label, rank: place)
        }
        if item.role == .knowledge { categories.append(doNotKnow(rank: categories.count)) }
        return categories
    }

    private static func doNotKnow(rank: Int) -> Category {
        Category(.answer, code: "do-not-know", label: Phrase(sv: "Vet ej", en: "Do not know"), rank: rank)
    }
}
