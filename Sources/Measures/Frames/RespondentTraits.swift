// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Where each respondent of a survey belongs in a breakdown: in the survey's year, and by district, sex, age or law from the
/// register when the answer carries a person it knows, else from the background items.
struct RespondentTraits {
    private let sample: SurveySample
    private let dataset: Dataset
    /// The laws of each person's decisions in the survey's year.
    private let laws: [PersonIndex: Set<Law>]

    init(_ sample: SurveySample, _ dataset: Dataset, needsLaws: Bool) {
        self.sample = sample
        self.dataset = dataset
        let persons = Set(sample.responses.compactMap(\.person))
        let year = sample.survey.year
        var laws: [PersonIndex: Set<Law>] = [:]
        if needsLaws, !persons.isEmpty {
            for decision in dataset.decisions
            where decision.outcome.isGranted && persons.contains(decision.person) && decision.isValid(in: year) {
                laws[decision.person, default: []].insert(decision.law)
            }
        }
        self.laws = laws
    }

    /// The places of a respondent on an axis: one, or with both laws two; that of unknown when nothing tells.
    func places(of row: Int, on axis: Axis) -> [Int] {
        let response = sample.responses[row]
        let person = response.person.map { dataset.persons[Int($0)] }
        let codes: [String]
        switch axis.dimension {
        case .year: codes = ["\(sample.survey.year)"]
        case .district:
            codes =
                person?.isProtected == true
                ? [] : response.district.map { [Category.code(of: dataset.division[$0].name)] } ?? []
        case .sex:
            switch person?.sex {
            case .female: codes = ["female"]
            case .male: codes = ["male"]
            default: codes = code(.sex, of: response).map { [Self.sex($0)] } ?? []
            }
        case .age: codes = age(of: response, born: person?.birthYear, axis).map { [$0] } ?? []
        case .law:
            let known = response.person.flatMap { laws[$0] } ?? []
            codes =
                known.isEmpty
                ? code(.law, of: response).map { Self.laws($0) } ?? []
                : Law.allCases.filter(known.contains).map(\.rawValue)
        default: codes = []
        }
        let places = codes.compactMap { code in axis.values.firstIndex { $0.code == code } }
        return places.isEmpty ? [axis.unknown] : places
    }

    // MARK: Background items

    private func answer(_ trait: SurveyItem.Trait, of response: SurveyResponse) -> (SurveyItem, ItemAnswer)? {
        guard let place = sample.survey.items.firstIndex(where: { $0.trait == trait }) else { return nil }
        return (sample.survey.items[place], response.answers[place])
    }

    private func code(_ trait: SurveyItem.Trait, of response: SurveyResponse) -> String? {
        guard case (let item, .category(let place))? = answer(trait, of: response) else { return nil }
        return item.categories[place].code
    }

    private func age(of response: SurveyResponse, born: Int?, _ axis: Axis) -> String? {
        if let born { return Self.group(of: sample.survey.year - born, axis) }
        if case (_, .number(let year))? = answer(.birthYear, of: response) {
            return Self.group(of: sample.survey.year - Int(year), axis)
        }
        switch answer(.age, of: response) {
        case (_, .number(let age))?: return Self.group(of: Int(age), axis)
        case (let item, .category(let place))?: return Self.group(named: item.categories[place].code, axis)
        default: return nil
        }
    }

    /// The age group that holds an age.
    private static func group(of age: Int, _ axis: Axis) -> String? {
        axis.values.last { lowerLimit($0.code) <= age }?.code
    }

    /// The age group that holds all of a class of the codebook: `65-79`, `80-`, `80+`.
    private static func group(named code: String, _ axis: Axis) -> String? {
        let ends = code.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        guard let low = ends.first, let group = group(of: low, axis) else { return nil }
        let high = ends.count > 1 ? ends[1] : 200
        return self.group(of: high, axis) == group ? group : nil
    }

    private static func lowerLimit(_ code: String) -> Int { Int(code.prefix { $0.isNumber }) ?? 0 }

    private static func sex(_ code: String) -> String {
        switch NearestName.folded(code) {
        case "female", "f", "woman", "kvinna", "k": "female"
        case "male", "m", "man": "male"
        default: code
        }
    }

    private static func laws(_ code: String) -> [String] {
        switch NearestName.folded(code) {
        case "sol": [Law.sol.rawValue]
        case "lss": [Law.lss.rawValue]
        case "both", "bada": Law.allCases.map(\.rawValue)
        default: []
        }
    }
}

extension Decision {
    /// Whether it is valid on a day of the year.
    func isValid(in year: Int) -> Bool {
        from.year <= year && (to.map { $0.year >= year } ?? true)
    }
}
