// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What is true of everyone who could have been asked, as the simulator knows it: the shares that a survey's estimates
/// are to come near, and the counts that a reader is to find.
package struct SurveyTruth {
    /// One number: what, of whom, when.
    package struct Figure: Sendable, Hashable {
        /// `top-box`, `right`, `bottom-box` or `category CODE` of an item; `frame`, `sent`, `rows`, `answered` of a
        /// survey.
        package let measure: String
        /// nil of figures of the whole survey.
        package let item: String?
        /// `users`, `providers`, `case-officers`.
        package let group: String
        package let year: Int
        /// `total`, `district` (newest division), `law`.
        package let breakdown: String
        package let category: String
        /// A share 0–1 of the frame, or a count; nil when there is no one to speak of.
        package let value: Double?
        package let numerator: Int
        package let denominator: Int
    }

    /// By survey, breakdown, category and item, in a fixed order.
    package let figures: [Figure]

    package init(_ surveys: SimulatedSurveys) {
        figures = surveys.surveys.flatMap(Self.figures)
    }

    private static func figures(of survey: SimulatedSurvey) -> [Figure] {
        var figures: [Figure] = []
        for (breakdown, category, members) in parts(of: survey) {
            func figure(_ measure: String, _ item: String?, _ numerator: Int, _ denominator: Int?) {
                let value = denominator.map { $0 == 0 ? nil : Double(numerator) / Double($0) } ?? Double(numerator)
                figures.append(
                    Figure(
                        measure: measure, item: item, group: survey.group.group.code, year: survey.year,
                        breakdown: breakdown, category: category, value: value, numerator: numerator,
                        denominator: denominator ?? numerator))
            }
            let own = survey.responses.filter { members.contains($0.member) }
            figure("frame", nil, members.count, nil)
            figure("rows", nil, own.count, nil)
            figure("answered", nil, own.count { isAnswered($0.answers, survey.items) }, nil)
            for (place, item) in survey.items.enumerated() where item.role != .background {
                let answers = members.sorted().map { survey.truth[$0][place] }
                for (measure, isCounted) in measures(of: item) {
                    let base = answers.count { counts($0, item) }
                    figure(measure, item.name, answers.count(where: isCounted), base)
                }
            }
        }
        return figures
    }

    /// Places in the frame, by what they are broken down by.
    private static func parts(of survey: SimulatedSurvey) -> [(String, String, Set<Int>)] {
        let everyone = survey.frame.indices
        var parts = [("total", "total", Set(everyone))]
        let districts = Set(survey.frame.compactMap { $0.board?.newestName })
        for district in districts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            parts.append(
                ("district", district, Set(everyone.filter { survey.frame[$0].board?.newestName == district })))
        }
        for law in Law.allCases where survey.group == .users {
            parts.append(("law", law.rawValue, Set(everyone.filter { survey.frame[$0].law == law })))
        }
        return parts
    }

    private static func measures(of item: SurveyItem) -> [(String, (ItemAnswer) -> Bool)] {
        func isAny(of places: [Int]) -> (ItemAnswer) -> Bool {
            { answer in if case .category(let place) = answer { places.contains(place) } else { false } }
        }
        switch item.kind {
        case .number, .text: return []
        case .multiple:
            return item.categories.enumerated().map { place, category in
                (
                    "category \(category.code)",
                    { answer in if case .categories(let set) = answer { set >> UInt64(place) & 1 == 1 } else { false } }
                )
            }
        case .single, .scale:
            if item.role == .knowledge {
                return [("right", isAny(of: item.categories.indices.filter { item.categories[$0].isRight }))]
            }
            guard !item.favourable.isEmpty else {
                return item.categories.enumerated().map { ("category \($1.code)", isAny(of: [$0])) }
            }
            return [("top-box", isAny(of: item.favourable)), ("bottom-box", isAny(of: item.unfavourable))]
        }
    }

    /// *Vet ej* counts among those who may know a rule, and nowhere else.
    private static func counts(_ answer: ItemAnswer, _ item: SurveyItem) -> Bool {
        switch answer {
        case .category, .categories: true
        case .missing(.doNotKnow): item.role == .knowledge
        case .missing, .number, .text: false
        }
    }

    private static func isAnswered(_ answers: [ItemAnswer], _ items: [SurveyItem]) -> Bool {
        zip(items, answers).contains { item, answer in
            item.role != .background && answer != .missing(.noAnswer) && answer != .missing(.notAsked)
        }
    }
}
