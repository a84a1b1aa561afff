// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension ReleasedComparison {
    /// What a number of a comparison is, by its name in the published tables.
    package enum Statistic: String, Sendable, Hashable, CaseIterable {
        /// A group's value between the limits that chance alone keeps 95, and 99.8, of 100 to.
        case limits95 = "limits-95"
        case limits998 = "limits-99.8"
        /// z against chance alone, with its p-value and Holm's; then Benjamini's and Hochberg's.
        case test
        case testBH = "test-bh"
        /// The same when boards may differ as much as the others do.
        case adjustedLimits95 = "adjusted-limits-95"
        case adjustedLimits998 = "adjusted-limits-99.8"
        case adjustedTest = "adjusted-test"
        case adjustedTestBH = "adjusted-test-bh"
        /// 1 where text names the group, else 0.
        case named
        case shrunken
        /// The place by value, 1 the highest, between those it may have.
        case rank
        case observedToExpected = "observed-to-expected"
        case standardisedIndirect = "standardised-indirect"
        case standardisedDirect = "standardised-direct"
        /// The groups' common value.
        case commonValue = "common-value"
        /// Cochran's Q with its p-value, its degrees of freedom, I² and φ.
        case heterogeneity
        case degreesOfFreedom = "degrees-of-freedom"
        case iSquared = "i2"
        case phi
        /// Standard deviation between groups.
        case tau
        /// Highest less lowest value, and what chance alone gives on average.
        case gap
        case gapByChance = "gap-by-chance"
        case tauChange = "tau-change"
        case gapChange = "gap-change"
        /// P-value of Cochran's Q before and after standardisation, and the part of Q each property takes away.
        case crudeTest = "test-before-case-mix"
        case standardisedTest = "test-after-case-mix"
        case explainedByLaw = "explained-by-law"
        case explainedByAge = "explained-by-age"
        case explainedBySex = "explained-by-sex"
    }

    /// One number of the comparison, as pages print it and as its table publishes it.
    package struct Figure: Sendable, Hashable {
        package let year: Int
        /// The group; the total for what is said of all.
        package let category: Category
        package let statistic: Statistic
        package let value: ReleasedValue
        /// Where the value lies among the limits it was tested against.
        package let position: Position?
    }

    /// All numbers: group by group, then of the whole, then year by year. What cannot be computed is absent.
    package var figures: [Figure] {
        groups.flatMap(figures(of:)) + wholeFigures + years.flatMap(figures(of:)) + changeFigures
    }

    /// A number of a group, in the year compared; nil when it could not be computed.
    package func figure(_ statistic: Statistic, of group: Group) -> ReleasedValue? {
        figures(of: group).first { $0.statistic == statistic }?.value
    }

    /// A number of the whole, in the year compared when no other is given; nil when it could not be computed.
    package func figure(_ statistic: Statistic, in year: Int? = nil) -> ReleasedValue? {
        (wholeFigures + years.flatMap(figures(of:)) + changeFigures).first {
            $0.statistic == statistic && $0.year == year ?? self.year
        }?.value
    }

    // MARK: Groups

    private func figures(of group: Group) -> [Figure] {
        func figure(
            _ statistic: Statistic, _ value: Double?, _ limits: Limits? = nil, _ unit: Unit = .number,
            p: Double? = nil, adjustedP: Double? = nil, _ position: Position? = nil
        ) -> Figure? {
            Self.value(value, limits, unit, persons: group.persons, p: p, adjustedP: adjustedP).map {
                Figure(year: year, category: group.category, statistic: statistic, value: $0, position: position)
            }
        }
        func figures(
            _ side: Side?, _ limits95: Statistic, _ limits998: Statistic, _ test: Statistic, _ other: Statistic
        ) -> [Figure?] {
            guard let side else { return [] }
            return [
                figure(limits95, group.value, side.limits95, unit),
                figure(limits998, group.value, side.limits998, unit),
                figure(test, side.z, p: side.pValue, adjustedP: side.holm, side.position),
                figure(other, side.benjaminiHochberg),
            ]
        }
        let place = 1 + groups.count { $0.ranks != nil && $0.value > group.value }
        let mix = group.caseMix
        let all =
            figures(group.plain, .limits95, .limits998, .test, .testBH)
            + figures(group.adjusted, .adjustedLimits95, .adjustedLimits998, .adjustedTest, .adjustedTestBH)
            + [
                group.plain.flatMap { _ in figure(.named, group.isNamed ? 1 : 0) },
                figure(.shrunken, group.shrunken, group.shrunkenLimits, unit),
                group.ranks.flatMap {
                    figure(
                        .rank, Double(place), Limits(lower: Double($0.lowerBound), upper: Double($0.upperBound)))
                },
                figure(.observedToExpected, mix?.ratio, mix?.limits, .number, mix?.position),
                figure(.standardisedIndirect, mix?.indirect, nil, unit),
                figure(.standardisedDirect, mix?.direct, nil, unit),
            ]
        return all.compactMap { $0 }
    }

    // MARK: The whole

    /// Of differences between values: shares differ by percentage points.
    private var spreadUnit: Unit { unit == .share ? .shareDifference : unit }

    /// Of all groups; nil where one of them leaves out its own, which would follow.
    private var personsTogether: Int? {
        let persons = groups.compactMap(\.persons)
        return persons.count == groups.count ? persons.reduce(0, +) : nil
    }

    private var wholeFigures: [Figure] {
        let whole = heterogeneity
        func explained(_ factor: CaseMix.Factor) -> Double? { caseMix?.explained[factor] }
        return [
            figure(.commonValue, target, nil, unit, persons: personsTogether),
            figure(.heterogeneity, whole?.q, p: whole?.pValue),
            figure(.degreesOfFreedom, whole.map { Double($0.degreesOfFreedom) }),
            figure(.iSquared, whole?.iSquared, nil, .share), figure(.phi, whole?.phi),
            figure(.crudeTest, caseMix?.crudeP, p: caseMix?.crudeP),
            figure(.standardisedTest, caseMix?.standardisedP, p: caseMix?.standardisedP),
            figure(.explainedByLaw, explained(.law), nil, .share),
            figure(.explainedByAge, explained(.age), nil, .share),
            figure(.explainedBySex, explained(.sex), nil, .share),
        ].compactMap { $0 }
    }

    private func figures(of year: Year) -> [Figure] {
        [
            figure(.tau, year.tau, year.tauLimits, spreadUnit, year: year.year),
            figure(.gap, year.gap, nil, spreadUnit, year: year.year),
            figure(.gapByChance, year.chanceGap, nil, spreadUnit, year: year.year),
        ].compactMap { $0 }
    }

    private var changeFigures: [Figure] {
        guard let change else { return [] }
        return [
            figure(.tauChange, change.tau, change.tauLimits, spreadUnit, year: change.to),
            figure(.gapChange, change.gap, change.gapLimits, spreadUnit, year: change.to),
        ].compactMap { $0 }
    }

    private func figure(
        _ statistic: Statistic, _ value: Double?, _ limits: Limits? = nil, _ unit: Unit = .number, year: Int? = nil,
        persons: Int? = nil, p: Double? = nil
    ) -> Figure? {
        Self.value(value, limits, unit, persons: persons, p: p, adjustedP: nil).map {
            Figure(
                year: year ?? self.year, category: .total(of: dimension), statistic: statistic, value: $0,
                position: nil)
        }
    }

    private static func value(
        _ value: Double?, _ limits: Limits?, _ unit: Unit, persons: Int?, p: Double?, adjustedP: Double?
    ) -> ReleasedValue? {
        guard let value, value.isFinite else { return nil }
        return ReleasedValue(
            value: value, lower: limits?.lower, upper: limits?.upper, persons: persons, unit: unit, p: p,
            adjustedP: adjustedP)
    }
}
