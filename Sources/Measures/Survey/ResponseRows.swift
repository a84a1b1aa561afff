// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 11: how many answered, and are they like those who were asked?
extension SurveyInquiry {
    /// Valid answers ÷ (sent − undeliverable), or the number of respondents.
    func responseRows() -> [Tabulation.Row] {
        samples.flatMap { sample -> [Tabulation.Row] in
            guard question.aspect != .answers else {
                return cells(of: sample).map { cell in
                    row(sample, cell.traits, sample.count { cell.members[$0] })
                }
            }
            guard dimensions.contains(.district) else { return [row(sample, [], rate(sample, of: nil))] }
            return districts(of: sample).map { place, category in
                row(sample, [category], rate(sample, of: place))
            }
        }
    }

    /// The strata that are districts, and all of them together.
    private func districts(of sample: SurveySample) -> [(Int?, Category)] {
        let strata = sample.survey.frame.strataAreDistricts ? sample.survey.frame.strata : []
        let places = districtValues.compactMap { category in
            strata.firstIndex { $0.name == category.code }.map { (Optional($0), category) }
        }
        return places + (question.totals || places.isEmpty ? [(nil, Category.total(of: .district))] : [])
    }

    private func rate(_ sample: SurveySample, of stratum: Int?) -> Measurement {
        let frame = sample.survey.frame.strata
        let strata = stratum.map { [frame[$0]] } ?? frame
        guard !strata.isEmpty, strata.allSatisfy({ $0.sent != nil }) else {
            return .notDefined(unit: .share, kind: .share, SurveyReasons.notSent)
        }
        let reached = strata.reduce(0) { $0 + ($1.sent ?? 0) - $1.undeliverable }
        let answered = sample.responses.count { stratum == nil || $0.stratum == stratum }
        // More answers than were sent is a fault of the frame, not a rate above one.
        guard reached > 0, answered <= reached else {
            return .notDefined(unit: .share, kind: .share, SurveyReasons.notSent)
        }
        return ItemFigures.plainShare(answered, of: reached)
    }

    /// The shares of the respondents by what is known of them, or those of the register.
    func respondentRows() -> [Tabulation.Row] {
        samples.flatMap { sample -> [Tabulation.Row] in
            let known: [(traits: [Category], count: Int)]
            let whole: Int
            if question.aspect == .register {
                let register = RegisterTraits(dataset, year: sample.survey.year, axes: traitAxes, filters: traitFilters)
                known = register.counts
                whole = register.persons
            } else {
                let cells = cells(of: sample).filter { cell in cell.traits.allSatisfy { $0.kind == .value } }
                known = cells.map { ($0.traits, $0.members.count { $0 }) }
                whole = sample.responses.indices.count { row in cells.contains { $0.members[row] } }
            }
            if known.isEmpty {
                let reason = question.aspect == .register ? SurveyReasons.noRegister : SurveyReasons.nobodyAnswered
                return [row(sample, [], .notDefined(unit: .share, kind: .share, reason))]
            }
            return known.map { group in
                let links = question.aspect == .register ? personLinks(sample, group.traits) : []
                return row(sample, group.traits, ItemFigures.plainShare(group.count, of: whole), links)
            }
        }
    }

    /// Those in the register are the persons of the year.
    private func personLinks(_ sample: SurveySample, _ traits: [Category]) -> [Tabulation.Identity] {
        let year = domain(sample).filter { $0.dimension == .year }
        return [
            Tabulation.Identity(.numerator, [.init(1, .persons, .headline, .value, of: year + traits)]),
            Tabulation.Identity(.denominator, [.init(1, .persons, .headline, .value, of: year)]),
        ]
    }
}

/// The persons of the register with a decision in a year, by the traits respondents are told apart by.
struct RegisterTraits {
    let counts: [(traits: [Category], count: Int)]
    /// Those whose traits are all known.
    let persons: Int

    init(_ dataset: Dataset, year: Int, axes: [Axis], filters: [(axis: Axis, passes: [Bool])]) {
        var decisions: [PersonIndex: [Decision]] = [:]
        for decision in dataset.decisions where decision.outcome.isGranted && decision.isValid(in: year) {
            decisions[decision.person, default: []].append(decision)
        }
        var members: [[Int]: Int] = [:]
        var known = 0
        for (index, own) in decisions {
            let person = dataset.persons[Int(index)]
            func places(_ axis: Axis) -> [Int] {
                Set(own.map { axis.place(of: Traits($0, year: year), person: person) }).sorted()
            }
            guard filters.allSatisfy({ filter in places(filter.axis).contains { filter.passes[$0] } }) else { continue }
            var keys: [[Int]] = [[]]
            for axis in axes {
                let places = places(axis).filter { $0 != axis.unknown }
                keys = keys.flatMap { key in places.map { key + [$0] } }
            }
            if !keys.isEmpty { known += 1 }
            for key in keys { members[key, default: 0] += 1 }
        }
        persons = known
        counts = members.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
            (zip(axes, key).map { $0.category(at: $1) }, members[key] ?? 0)
        }
    }
}
