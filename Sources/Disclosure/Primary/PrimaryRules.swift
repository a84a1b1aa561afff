// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

/// What the primary rules say of one number.
struct PrimaryFinding: Sendable {
    /// Empty when the number may be shown on its own.
    var rules: [PrimaryRule] = []
    /// The parts an outsider must not be able to compute.
    var parts: [Part] = []
    /// n − x of a share must not be computable either.
    var guardsComplement = false

    var isHidden: Bool { !rules.isEmpty }

    mutating func add(_ rule: PrimaryRule, _ parts: Part...) {
        if !rules.contains(rule) { rules.append(rule) }
        for part in parts where !self.parts.contains(part) { self.parts.append(part) }
    }

    mutating func add(_ other: PrimaryFinding) {
        for rule in other.rules where !rules.contains(rule) { rules.append(rule) }
    }
}

/// The rules that judge one number on its own (*primära regler*), without regard to what stands beside it.
///
/// A number that comes without what its rule needs is hidden: the gate does not trust, it checks.
struct PrimaryRules: Sendable {
    let settings: DisclosureSettings

    init(_ settings: DisclosureSettings) {
        precondition((4...10).contains(settings.threshold), "the threshold is 4 to 10")
        precondition(DisclosureSettings.percents.contains(settings.pPercent), "the p of the p % rule is 1 to 100")
        precondition(settings.minimumBase >= settings.threshold, "a share's base is at least the threshold")
        self.settings = settings
    }

    func judge(_ number: Measurement) -> PrimaryFinding {
        var finding = PrimaryFinding()
        if isSmall(number.persons) {
            finding.add(.smallCount, number.tellsPersons ? .persons : number.kind == .count ? .value : .numerator)
        }
        guard number.value != nil else {
            // A ratio without a base tells of everyone in the group that they have none.
            let isRatio = number.kind == .ratio || number.kind == .mean
            if isRatio, number.persons > 0, number.persons < settings.minimumBase { finding.add(.nothingInSmallGroup) }
            return finding
        }
        let isOfWholes = [.persons, .decisions, .answers].contains(number.unit)
        if isOfWholes, number.kind != .difference, let value = number.value, isSmall(value) {
            finding.add(.smallCount, .value)
        }
        switch number.kind {
        case .count: judgeCount(number, &finding)
        case .share: judgeShare(number, &finding)
        case .sum: judgeSum(number.numeratorContributions, of: number, as: .value, &finding)
        case .ratio, .mean: judgeRatio(number, &finding)
        case .quantile:
            if number.persons < settings.minimumBase { finding.add(.smallOrderStatistic, .value) }
        case .difference: judgeDifference(number, &finding)
        }
        return finding
    }

    /// How many persons a number is of at least, where it is shown without n. Limits of ratios and means are
    /// then those of so many.
    func leastPersons(_ kind: Measurement.Kind) -> Int {
        switch kind {
        case .count, .sum, .difference: settings.threshold
        case .share, .quantile: settings.minimumBase
        case .ratio, .mean: max(settings.minimumBase, ComparisonMaterial.fewestOfLimits)
        }
    }

    private func isSmall(_ count: Int) -> Bool { count > 0 && count < settings.threshold }

    private func isSmall(_ count: Double) -> Bool { count > 0 && count < Double(settings.threshold) }

    private func judgeCount(_ number: Measurement, _ finding: inout PrimaryFinding) {
        if let value = number.value, isSmall(value) { finding.add(.smallCount, .value) }
    }

    private func judgeShare(_ number: Measurement, _ finding: inout PrimaryFinding) {
        guard let x = number.numerator, let n = number.denominator else {
            return finding.add(.notVerifiable, .numerator)
        }
        if isSmall(n) { finding.add(.smallBase, .numerator, .denominator) }
        // Of several answers of each the base is the answers; the persons are still few.
        let least = settings.minimumBase
        if n < Double(least) || number.persons < least { finding.add(.smallBase, .numerator) }
        if isSmall(x) { finding.add(.smallNumerator, .numerator) }
        if isSmall(n - x) {
            finding.add(.smallComplement, .numerator)
            finding.guardsComplement = true
        }
    }

    /// The p % rule in its usual form: the second largest contributor, who knows the own contribution, must not
    /// come nearer than p % to the largest (Hundepool and others 2012, section 4.2.2).
    private func judgeSum(
        _ contributions: Measurement.Contributions?, of number: Measurement, as part: Part,
        _ finding: inout PrimaryFinding
    ) {
        guard let contributions else {
            // A table of totals tells nothing of its contributors: only a group of some size is let through.
            if number.persons < settings.minimumBase { finding.add(.notVerifiable, part) }
            return
        }
        if contributions.persons == 0 {
            if number.persons > 0, number.persons < settings.minimumBase { finding.add(.nothingInSmallGroup, part) }
            return
        }
        if isSmall(contributions.persons) { finding.add(.smallCount, part) }
        let rest = contributions.total - contributions.largest - contributions.second
        if rest < settings.pPercent / 100 * contributions.largest { finding.add(.dominance, part) }
    }

    private func judgeRatio(_ number: Measurement, _ finding: inout PrimaryFinding) {
        if number.unit.isPerPopulation {
            // Persons per inhabitants: the population is public, so the rate tells the count and nothing else.
            if isSmall(number.numerator ?? Double(number.persons)) { finding.add(.smallCount, .numerator, .persons) }
            return
        }
        judgeSum(number.numeratorContributions, of: number, as: .numerator, &finding)
        // A sum over a number of months or inhabitants: what is divided by is no secret.
        if number.numeratorContributions != nil, number.denominatorContributions == nil { return }
        judgeSum(number.denominatorContributions, of: number, as: .denominator, &finding)
    }

    private func judgeDifference(_ number: Measurement, _ finding: inout PrimaryFinding) {
        if number.compared.isEmpty { finding.add(.notVerifiable, .value) }
        for compared in number.compared {
            let inner = judge(compared)
            if inner.isHidden {
                finding.add(.hiddenComparison, .value)
                finding.add(inner)
            }
        }
    }
}
