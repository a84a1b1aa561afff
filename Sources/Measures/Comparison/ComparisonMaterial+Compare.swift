// SPDX-License-Identifier: EUPL-1.2
import Statistics
import CaseData
package import Terms

extension ComparisonMaterial {
    private var rule: ComparisonRule? { Catalogue.aspect(question.measure, question.aspect)?.comparison }

    /// The comparison of the last year, and the spread of all, among the groups that may be spoken of. Nothing of the
    /// others enters any number.
    ///
    /// - Parameters:
    ///   - telling: what may be told of a group in a year.
    ///   - minimumBase: fewer persons are not standardised for case mix, since the strata are then single persons.
    package func compare(
        minimumBase: Int = 10, draws: Int = 10_000, replicates: Int = 1000,
        seed: UInt64 = SeededDraws.standardSeed, telling: (_ year: Int, Category) -> Telling
    ) -> Comparison {
        let asked = Array(question.years)
        let compared = asked.map { year in
            let told = (years[year] ?? []).compactMap { group -> Group? in
                let telling = telling(year, group.category)
                if telling == .nothing { return nil }
                var group = group
                group.tellsPersons = telling == .valueAndPersons
                return group
            }
            return ComparedYear(told, kind: kind)
        }
        let last = compared[compared.count - 1]
        let (groups, notes) = judged(last, draws: draws, seed: seed)
        let mix = last.caseMix(minimum: minimumBase)
        var withMix = groups
        for (place, found) in (mix?.groups ?? []).enumerated() { withMix[place].caseMix = found }
        let spread = zip(asked, compared).map { SpreadOverTime.Year($0, $1, seed: seed) }
        return Comparison(
            question: question, isOfAnswers: !Catalogue[question.measure].isOfRegister, dimension: dimension,
            kind: kind, year: asked[asked.count - 1], target: last.target,
            groups: withMix, heterogeneity: last.heterogeneity, caseMix: mix?.summary,
            spread: SpreadOverTime(
                years: spread, change: change(asked, compared, spread, replicates: replicates, seed: seed)),
            seed: seed, notes: notes + self.notes(last, hasCaseMix: mix != nil))
    }

    private func judged(
        _ year: ComparedYear, draws: Int, seed: UInt64
    ) -> (groups: [Comparison.Group], notes: [Phrase]) {
        var groups = zip(year.groups, year.units).map { group, unit in
            Comparison.Group(
                category: group.category, value: unit.value, persons: group.tellsPersons ? group.count : nil)
        }
        guard let target = year.target, groups.count > 1 else { return (groups, []) }
        var notes: [Phrase] = []
        for (place, unit) in year.units.enumerated() { groups[place].notCompared = Self.notCompared(unit) }
        let mayBeNegative = rule?.mayBeNegative ?? true
        if let funnel = Funnel(year.units, target: target) {
            for (place, result) in funnel.results.enumerated() {
                groups[place].plain = mayBeNegative ? result.plain : result.plain?.notBelowZero
                groups[place].adjusted = mayBeNegative ? result.adjusted : result.adjusted?.notBelowZero
                groups[place].isNamed = result.isNamed
            }
            notes += [ComparisonWords.naming(groups: groups.count { $0.plain != nil }), ComparisonWords.prediction]
        } else {
            notes.append(ComparisonWords.fewerThanFive)
        }
        let scaled = year.scaled
        let (estimates, variances) = (scaled.map(\.estimate), scaled.map(\.variance))
        let shrunken = AreaEstimates(estimates: estimates, variances: variances)
        let ranks = RankIntervals(
            scaled.map { (estimate: $0.estimate, variance: $0.variance) }, draws: draws, seed: seed)
        for (number, unit) in scaled.enumerated() {
            groups[unit.place].shrunken = shrunken?.areas[number]
            groups[unit.place].ranks = ranks?.ranks[number]
        }
        return (groups, notes)
    }

    /// Why a unit has no error to be judged by; nil when it has one.
    private static func notCompared(_ unit: FunnelUnit) -> Phrase? {
        switch unit {
        case .share, .rate: nil
        case .estimate(_, let error, let n, _):
            n < 4 ? ComparisonWords.fewPersons : error > 0 ? nil : ComparisonWords.allAlike
        case .sample(let share):
            share.isCensus ? ComparisonWords.everyoneAnswered : share.hasError ? nil : ComparisonWords.fewAnswers
        }
    }

    /// From the first year that has groups to compare to the last year asked about.
    private func change(
        _ asked: [Int], _ compared: [ComparedYear], _ spread: [SpreadOverTime.Year], replicates: Int, seed: UInt64
    ) -> SpreadOverTime.Change? {
        guard let last = compared.indices.last, let first = compared.firstIndex(where: { $0.groups.count > 1 }),
            first < last
        else { return nil }
        let pair = [compared[first], compared[last]]
        let groups = pair.flatMap(\.groups)
        if groups.allSatisfy({ $0.summary == nil }) {
            return PersonBootstrap(pair[0], pair[1]).change(
                from: asked[first], to: asked[last], replicates: replicates, seed: seed)
        }
        guard groups.allSatisfy({ $0.respondents != nil }) else { return nil }
        return RespondentBootstrap(pair).change(
            spread[first], spread[last], replicates: replicates, seed: seed)
    }

    private func notes(_ year: ComparedYear, hasCaseMix: Bool) -> [Phrase] {
        var notes: [Phrase] = []
        let present = years[question.years.upperBound] ?? []
        if kind == .rate, !present.isEmpty, present.allSatisfy({ $0.exposure == nil && $0.summary == nil }) {
            notes.append(
                rule?.population?.base == .paratransit ? ComparisonWords.noEntitled : ComparisonWords.noPopulation)
        } else if year.groups.isEmpty {
            notes.append(ComparisonWords.noGroup)
        } else if year.groups.count == 1 {
            notes.append(ComparisonWords.oneGroup)
        } else if Set(year.units.map(\.value)).count == 1 {
            notes.append(ComparisonWords.allEqual)
        }
        if hasCaseMix {
            notes.append(ComparisonWords.indirect)
        } else if kind == .rate, year.groups.count > 1 {
            notes.append(
                rule?.population?.base == .paratransit
                    ? ComparisonWords.noEntitledByAge : ComparisonWords.noPopulationByAge)
        } else if knowsTraits, year.groups.count > 1, year.groups.allSatisfy({ $0.respondents != nil }) {
            notes.append(ComparisonWords.cannotBeStandardised)
        }
        if !year.groups.allSatisfy(\.tellsPersons) { notes.append(ComparisonWords.limitsOfFewest) }
        if !year.groups.isEmpty, year.groups.count < present.count {
            let areRespondents = present.allSatisfy { $0.respondents != nil }
            notes.append(areRespondents ? ComparisonWords.shownAnswersOnly : ComparisonWords.shownOnly)
        }
        return notes + remarks
    }
}
