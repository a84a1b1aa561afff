// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Reports
import Terms

extension SurveyFacts {
    /// What a report says of a survey of the data set beside its numbers. No answer is looked at but for whether any
    /// names a district.
    init(_ survey: Survey) {
        self.init(
            group: survey.group.code, label: survey.group.label, wave: survey.wave, year: survey.year,
            items: survey.items.map { Item($0) }, selection: Self.selection(survey.frame),
            hasDistricts: survey.responses.contains { $0.district != nil },
            strataAreDistricts: survey.frame.strataAreDistricts && !survey.frame.strata.isEmpty,
            hasDuplicates: survey.duplicates > 0)
    }

    private static func selection(_ frame: SurveyFrame) -> Selection {
        let strata = frame.strata
        guard !strata.isEmpty, strata.allSatisfy({ $0.population != nil }) else { return .notGiven }
        return strata.allSatisfy { $0.sent == nil || $0.sent == $0.population }
            ? .everyone : .sample(strata: strata.count)
    }
}

extension SurveyFacts.Item {
    fileprivate init(_ item: SurveyItem) {
        let categories = item.categories.enumerated().map { place, category in
            SurveyFacts.Category(
                code: category.code, label: category.label,
                side: item.favourable.contains(place)
                    ? .favourable : item.unfavourable.contains(place) ? .unfavourable : .neither,
                isRight: category.isRight)
        }
        self.init(
            name: item.name, question: item.question, kind: SurveyFacts.Kind(item.kind),
            role: SurveyFacts.Role(item.role), battery: item.battery, categories: categories, themesOf: item.themesOf)
    }
}

extension SurveyFacts.Kind {
    fileprivate init(_ kind: SurveyItem.Kind) {
        self =
            switch kind {
            case .single: .single
            case .multiple: .multiple
            case .scale: .scale
            case .number: .number
            case .text: .text
            }
    }
}

extension SurveyFacts.Role {
    fileprivate init(_ role: SurveyItem.Role) {
        self =
            switch role {
            case .opinion: .opinion
            case .knowledge: .knowledge
            case .background: .background
            }
    }
}
