// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// Which numbers are narrowed further than a report promises, judged as an outsider can: he knows an interval and not the
/// true number.
struct Judgement {
    private let system: OutsideSystem
    private(set) var intrusion: Intrusion
    private var contributorBounds: [Int: Double] = [:]

    init(_ system: OutsideSystem) {
        self.system = system
        intrusion = Intrusion(system)
    }

    /// What is found of one number.
    struct Finding {
        var low: Double
        var high: Double
        var isNarrowed: Bool
        var steps: [Phrase] = []
    }

    // MARK: Hidden numbers

    /// A number that a table leaves out.
    mutating func judge(_ variable: Int, at stand: Stand) -> Finding {
        let known = system.variables[variable]
        let (record, kind) = (system.tables[stand.table].rows[stand.row], known.kind)
        let isBase = stand.column == .n || stand.column == .denominator || !isProtected(stand)
        if let printed = known.printed {
            // That is no more than was told before.
            if known.isRecalled { return Finding(low: printed, high: printed, isNarrowed: false) }
            // What was hidden was not zero: a zero now is another number, and does not tell what it was.
            if system.areCorrected[stand.table], printed == 0 {
                return Finding(low: 0, high: 0, isNarrowed: false)
            }
            // Whom a number is of may stand elsewhere: what is protected is the number.
            let isOther = isBase || record.isChanged
            let isLeak = !isOther || printed > 0 && printed < system.rules.threshold && known.isWhole
            let step = Phrase(
                sv: "\(system.titleWords(variable).swedish) visas i \(known.printedAt.map { system.place($0) } ?? "")",
                en:
                    "\(system.titleWords(variable).english) is shown in \(known.printedAt.map { system.place($0) } ?? "")"
            )
            return Finding(low: printed, high: printed, isNarrowed: isLeak, steps: isLeak ? [step] : [])
        }
        let isElsewhere = system.sames[variable]?.contains { system.variables[$0].printed != nil } ?? false
        if record.isChanged || (isBase && known.isWhole && (record.status == "hidden" || isElsewhere)) {
            return judgeSmall(variable)
        }
        switch kind {
        case .count: return judgeCount(variable)
        case .sum:
            // A sum left out beside its ratio keeps a difference safe, which is judged by itself.
            let isOwn = stand.column == .value || (stand.column == .numerator && record.status == "hidden")
            return isOwn ? judgeSum(variable) : unjudged(variable)
        case .share, .ratio: return judgeWidth(variable, 0.01)
        case .difference: return judgeWidth(variable, 1e-6)
        case .mean, .quantile: return unjudged(variable)
        }
    }

    /// A ratio or a mean is hidden when one of its sums is: the other may be shown elsewhere.
    private func isProtected(_ stand: Stand) -> Bool {
        let table = system.tables[stand.table]
        guard stand.column == .numerator, let declared = table.declared,
            let kind = declared.field("value")?.numberKind, kind == .ratio || kind == .mean
        else { return true }
        let base = system.number(.denominator, of: table.rows[stand.row], in: table, declared).flatMap {
            system.variable($0)
        }
        return base.map { system.variables[$0].printed != nil } ?? true
    }

    private func unjudged(_ variable: Int) -> Finding {
        let bounds = intrusion.quickBounds(of: variable)
        return Finding(low: bounds.low, high: bounds.high, isNarrowed: false)
    }

    /// n − 1, n and n + 1 must be possible, or 1 and 2, or 0 and 1.
    private mutating func judgeCount(_ variable: Int) -> Finding {
        let quick = intrusion.quickBounds(of: variable)
        if isNarrow(variable, quick) { return finding(variable, quick, isNarrowed: true) }
        if quick.low == quick.high { return finding(variable, quick, isNarrowed: false) }
        var bounds = intrusion.bounds(of: variable) { $0.upperBound - $0.lowerBound >= 6 }
        if !isNarrow(variable, bounds), bounds.high - bounds.low < 5, let whole = intrusion.wholeBounds(of: variable) {
            bounds.low = max(bounds.low, whole.low)
            bounds.high = min(bounds.high, whole.high)
            bounds.isWhole = true
        }
        return finding(variable, bounds, isNarrowed: isNarrow(variable, bounds))
    }

    /// Whole numbers that are left.
    private func values(_ variable: Int, _ bounds: Intrusion.Bounds) -> (least: Double, most: Double, count: Int)? {
        guard bounds.high.isFinite, bounds.low.isFinite else { return nil }
        let (low, high) = ((bounds.low - 1e-5).rounded(.up), (bounds.high + 1e-5).rounded(.down))
        if let candidates = system.variables[variable].candidates {
            let left = candidates.filter { Double($0) >= low && Double($0) <= high }
            guard let first = left.first, let last = left.last else { return nil }
            return (Double(first), Double(last), left.count)
        }
        guard low <= high, high - low < 1e9 else { return nil }
        return (low, high, Int(high - low) + 1)
    }

    private func isNarrow(_ variable: Int, _ bounds: Intrusion.Bounds) -> Bool {
        guard let left = values(variable, bounds) else { return false }
        if left.count == 1 { return true }
        guard left.count == 2 else { return false }
        // That nobody is left where others are all is no secret.
        let isCeiling = (system.ceilings[variable] ?? []).contains { system.variables[$0].printed == left.most }
        return left.least > 1 && !isCeiling
    }

    /// Some value must have p % of itself to each side.
    private mutating func judgeSum(_ variable: Int) -> Finding {
        let p = system.rules.p
        func isOpen(_ low: Double, _ high: Double) -> Bool {
            low / (1 - p) <= high / (1 + p) + 1e-6 * max(1, low.magnitude)
        }
        let quick = intrusion.quickBounds(of: variable)
        if !isOpen(quick.low, quick.high) { return finding(variable, quick, isNarrowed: true) }
        let bounds = intrusion.bounds(of: variable) { isOpen($0.lowerBound, $0.upperBound) }
        // Nothing is a number too, and hidden it would be told.
        return finding(variable, bounds, isNarrowed: !isOpen(bounds.low, bounds.high) || bounds.high < 1e-6)
    }

    private mutating func judgeWidth(_ variable: Int, _ width: Double) -> Finding {
        let quick = intrusion.quickBounds(of: variable)
        if quick.high - quick.low < width { return finding(variable, quick, isNarrowed: true) }
        let bounds = intrusion.bounds(of: variable) { $0.upperBound - $0.lowerBound >= width }
        return finding(variable, bounds, isNarrowed: bounds.high - bounds.low < width)
    }

    // MARK: Numbers that no table has

    /// A number that others tell, when it is surely a small one.
    mutating func judgeTold(_ variable: Int) -> Finding {
        let known = system.variables[variable]
        if known.printed != nil { return unjudged(variable) }
        switch known.kind {
        case .count: return judgeSmall(variable)
        case .sum: return judgeContributors(variable)
        case .share, .ratio, .mean, .quantile, .difference: return unjudged(variable)
        }
    }

    private mutating func judgeSmall(_ variable: Int) -> Finding {
        let threshold = system.rules.threshold
        func isSmall(_ bounds: Intrusion.Bounds) -> Bool {
            guard let left = values(variable, bounds) else { return false }
            return left.least >= 1 && left.most < threshold && isNarrow(variable, bounds)
        }
        let quick = intrusion.quickBounds(of: variable)
        if isSmall(quick) { return finding(variable, quick, isNarrowed: true) }
        if quick.low == quick.high || quick.low >= threshold { return unjudged(variable) }
        let bounds = intrusion.bounds(of: variable) {
            $0.upperBound >= threshold || $0.lowerBound < 0.5 && $0.upperBound >= 1
        }
        return finding(variable, bounds, isNarrowed: isSmall(bounds))
    }

    /// Hours that are surely of fewer than three persons, and known.
    private mutating func judgeContributors(_ variable: Int) -> Finding {
        let parts = system.together[variable] ?? [variable]
        let most = parts.reduce(0) { $0 + mostContributors(of: $1) }
        guard most < 3 else { return unjudged(variable) }
        var found = judgeSum(variable)
        if found.low <= 1e-6 { found.isNarrowed = false }
        return found
    }

    /// How many persons a sum can be of: no more than in any wider group.
    private func mostContributors(of variable: Int) -> Double {
        let number = system.variables[variable].number
        guard let contributors = system.quantities[number.quantity]?.contributors else { return .infinity }
        var most = Double.infinity
        var groups = [number.of(contributors)]
        for place in number.places { groups.append(number.of(contributors).without(place.dimension)) }
        groups.append(Number(contributors, year: number.year, places: []))
        for group in groups {
            if let place = system.variable(group) { most = min(most, intrusion.quickBounds(of: place).high) }
        }
        return most
    }

    // MARK: Words

    private mutating func finding(_ variable: Int, _ bounds: Intrusion.Bounds, isNarrowed: Bool) -> Finding {
        guard isNarrowed else { return Finding(low: bounds.low, high: bounds.high, isNarrowed: false) }
        let relations = bounds.relations.isEmpty ? intrusion.quickRelations(of: variable) : bounds.relations
        var steps: [Phrase] = []
        var seen: Set<Int> = []
        for place in relations {
            let constraint = system.constraints[place]
            for term in constraint.terms where seen.insert(term.variable).inserted {
                steps += system.variables[term.variable].printed == nil ? system.variables[term.variable].reasons : []
            }
            steps.append(system.words(of: constraint))
        }
        if relations.isEmpty { steps = system.variables[variable].reasons }
        if bounds.isWhole {
            steps.append(Phrase(sv: "antal är hela tal", en: "counts are whole"))
        }
        var unique: [Phrase] = []
        for step in steps where !unique.contains(step) { unique.append(step) }
        if let left = system.variables[variable].isWhole ? values(variable, bounds) : nil {
            return Finding(low: left.least, high: left.most, isNarrowed: true, steps: unique)
        }
        return Finding(low: bounds.low, high: bounds.high, isNarrowed: true, steps: unique)
    }
}
