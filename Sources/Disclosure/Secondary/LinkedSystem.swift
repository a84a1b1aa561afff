// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

/// Everything of one release as one linear system: the quantities its tables print, and how they add.
///
/// A cell prints several quantities (a share with its numerator and base); a quantity may be printed by several
/// cells (the base of a share is a count of another table). Relations are in `Relations`.
struct LinkedSystem {
    struct Cell {
        let table: Int
        let row: Int
        let kind: Measurement.Kind
        /// Quantities an outsider knows when the cell is shown.
        var quantities: [Part: Int] = [:]
        /// Cells of the same release that this one compares: it is hidden with them.
        var compared: [Int] = []
        /// Quantities without which it is not shown, since it tells them.
        var factors: [Int] = []
        /// n.
        let persons: Int
        let worth: Worth
        let isDefined: Bool
        /// Whether a zero is not printed either, so that nobody knows a hidden count to be at least one.
        let isRest: Bool
        /// Whether the value is estimated with unequal weights, so that it is not x ÷ n.
        let isWeighted: Bool

        /// In how many per cent a share is rounded to be shown without its base; nil where no rounding is enough, so that
        /// it is hidden rather.
        let coarseness: Int?
        /// What everybody knows n to be at least, when the number is shown.
        let leastPersons: Int

        /// What part of a number's base the quantity is, when the number can be shown without it: the n of a sum, mean
        /// or ratio, and all of x and n of a share, which is then rounded. nil when the quantity is what the cell is about.
        func base(_ variable: Int) -> Part? {
            switch kind {
            case .count: return nil
            case .share:
                guard coarseness != nil else { return nil }
                return [.persons, .denominator, .numerator].first { quantities[$0] == variable }
            case .sum, .ratio, .mean, .quantile, .difference:
                // One less must be as possible.
                guard persons > leastPersons else { return nil }
                let isMore = [Part.value, .numerator, .denominator].contains { quantities[$0] == variable }
                return !isMore && quantities[.persons] == variable ? .persons : nil
            }
        }
    }

    private(set) var quantities: [Unknown] = []
    /// Value of each quantity; nil where it is printed nowhere (the sum of rows whose total is not asked for).
    private(set) var values: [Double?] = []
    private(set) var isCount: [Bool] = []
    /// Whether an earlier report shows the number, so that nothing keeps it.
    private(set) var isPublished: [Bool] = []
    private(set) var cells: [Cell] = []
    private(set) var cellsShowing: [[Int]] = []
    private(set) var relations: [LinearForm] = []
    /// Every name a quantity goes by, in the order they were met, with its number.
    private(set) var names: [(quantity: Unknown, variable: Int)] = []
    /// Relations of one table by itself that hold more or less; each list is a system of its own, from which nothing may
    /// follow that is hidden for its own sake.
    private(set) var views: [[LinearForm]] = []
    /// What is printed nowhere and told by what is: what totals hold beside the parts that have rows, persons with both
    /// laws. Few are guarded.
    private(set) var told: [LinearForm] = []
    /// What must not be known for its own sake though no cell is hidden for it: what an earlier report hid, sums of few
    /// that are differences of two numbers.
    private(set) var secrets: [LinearForm] = []
    /// Shares that an earlier report shows rounded, without their parts.
    private(set) var roundedBefore: [RoundedShare] = []
    /// Numbers that are part of others whoever reads them, where the whole stands close above the part.
    private(set) var nested: [Nesting] = []
    /// What is at least zero whoever reads it, of more than two numbers.
    private(set) var bounds: [LinearForm] = []
    /// Where a number stands whose contributors are known, in the order they were met.
    private(set) var sources: [(variable: Int, at: Source)] = []
    private var sourcesOf: [Int: [Int]] = [:]
    private var contributors: [ContributorsByRow] = []

    /// A number's place in the tables of the release.
    struct Source {
        let table: Int
        let row: Int
        let part: Part
        let domain: Domain
        /// Whether it speaks of the persons of two years.
        let isOfTwoYears: Bool
    }

    /// What a rounded percentage tells of x and n, which are left out beside it: with R per cent in steps of s,
    /// (2R − s) · n ≤ 200 · x ≤ (2R + s) · n.
    struct RoundedShare: Hashable {
        let x: Int
        let n: Int
        let twiceR: Int
        let step: Int
    }

    /// The numbers of those with one law alone, and with both, of one quantity in one group.
    struct Overlap: Equatable {
        let domain: Domain
        let solOnly: Int
        let lssOnly: Int
        let both: Int

        init(domain: Domain, _ solOnly: Int, _ lssOnly: Int, _ both: Int) {
            self.domain = domain
            self.solOnly = solOnly
            self.lssOnly = lssOnly
            self.both = both
        }
    }
    private var overlaps: [Overlap] = []

    /// One number is part of another: never above it.
    struct Nesting: Hashable {
        let part: Int
        let whole: Int
    }
    private(set) var earlierShares = EarlierShares()
    /// Numbers of earlier reports that are other numbers today, and shares that cannot be of those of today.
    private(set) var corrected = 0
    let rounding: ShareRounding
    /// The value of each cell that is a share.
    private(set) var shares: [Int: Double] = [:]
    /// The threshold: what a count is at least that is shown.
    let leastCount: Double
    private var relationSet: Set<LinearForm> = []
    private var index: [Unknown: Int] = [:]
    private var familyIndex: [FamilyKey: [Int]] = [:]
    private var familyMembers: [FamilyDomain: [Int]] = [:]

    private struct FamilyDomain: Hashable {
        let family: Quantity
        let domain: Domain
    }

    private struct FamilyKey: Hashable {
        let place: FamilyDomain
        /// In thousandths, so that two ways of adding the same hours agree.
        let value: Int
    }

    init(_ settings: DisclosureSettings) {
        rounding = ShareRounding(settings)
        leastCount = Double(settings.threshold)
    }

    /// The number of a quantity that stands with this value in a table, whose contributors may be known. Two names are one
    /// number where they add up the same over the same contributors.
    mutating func variable(_ quantity: Unknown, value: Double, isCount: Bool, at source: Source?) -> Int {
        let known = index[quantity] ?? same(quantity, value: value, source)
        let variable = known ?? add(quantity, value: value, isCount: isCount)
        if values[variable] == nil { values[variable] = value }
        name(variable, quantity)
        if known == nil { enterFamily(quantity, value, variable) }
        guard let source else { return variable }
        sourcesOf[variable, default: []].append(sources.count)
        sources.append((variable, source))
        return variable
    }

    /// The number of a quantity that an earlier report says has this value, whoever it comes from: it is not taken for
    /// another of the same value.
    mutating func publishedVariable(_ quantity: Unknown, value: Double, isCount: Bool) -> Int {
        if let known = index[quantity] {
            if values[known] == nil { values[known] = value }
            return known
        }
        let new = add(quantity, value: value, isCount: isCount)
        enterFamily(quantity, value, new)
        return new
    }

    /// Whether a number has this value, but for how it may have been added up.
    func has(_ variable: Int, _ value: Double) -> Bool {
        guard let own = values[variable] else { return false }
        return (own - value).magnitude <= 1e-6 * max(1, own.magnitude)
    }

    private mutating func enterFamily(_ quantity: Unknown, _ value: Double, _ variable: Int) {
        guard let key = familyKey(quantity, value) else { return }
        familyIndex[key, default: []].append(variable)
        familyMembers[key.place, default: []].append(variable)
    }

    private func familyKey(_ quantity: Unknown, _ value: Double) -> FamilyKey? {
        guard let family = quantity.quantity, value.magnitude < 1e12 else { return nil }
        return FamilyKey(
            place: FamilyDomain(family: family, domain: quantity.domain), value: Int((value * 1000).rounded()))
    }

    /// A number of the same family, the same group and the same value; of other contributors where those are known, it is
    /// another number.
    private func same(_ quantity: Unknown, value: Double, _ source: Source?) -> Int? {
        guard let candidates = familyKey(quantity, value).flatMap({ familyIndex[$0] }) else { return nil }
        let own = source.flatMap(bringing)
        let isOfTwoYears = source?.isOfTwoYears ?? false
        return candidates.first { candidate in
            if let own, let other = bringing(to: candidate) { return own.isSame(as: other) }
            return (sourcesOf[candidate] ?? []).allSatisfy { sources[$0].at.isOfTwoYears == isOfTwoYears }
        }
    }

    /// The number of a quantity, printed or not.
    mutating func variable(_ quantity: Unknown) -> Int {
        index[quantity] ?? add(quantity, value: nil, isCount: false)
    }

    /// The number of a quantity that some table holds or some relation speaks of.
    func known(_ quantity: Unknown) -> Int? { index[quantity] }

    /// Those of a family that speak of the same domain, in the order they were met.
    func numbers(of family: Quantity, in domain: Domain) -> [Int] {
        familyMembers[FamilyDomain(family: family, domain: domain)] ?? []
    }

    /// - Parameter share: its value, where it is one.
    mutating func add(_ cell: Cell, share: Double?) {
        if let share { shares[cells.count] = share }
        // Of an estimate of several answers of each, n is printed and not how many answers they are.
        let printed = cell.quantities.filter { part, _ in !cell.isWeighted || part != .denominator }.values
        for variable in printed where !cellsShowing[variable].contains(cells.count) {
            cellsShowing[variable].append(cells.count)
        }
        cells.append(cell)
    }

    /// Whether a number is printed only where it is not few, so that nobody knows it to be one at least when it is hidden.
    func isOfRest(_ variable: Int) -> Bool {
        !cellsShowing[variable].isEmpty && cellsShowing[variable].allSatisfy { cells[$0].isRest }
    }

    mutating func publish(_ variable: Int) { isPublished[variable] = true }

    mutating func addView(_ relations: [LinearForm]) { views.append(relations) }

    mutating func guardSmall(_ form: LinearForm) { if !told.contains(form) { told.append(form) } }

    /// Enters how many have which laws, of one quantity; those of others about the same group are returned.
    mutating func enterOverlap(_ overlap: Overlap) -> [Overlap] {
        let others = overlaps.filter { $0.domain == overlap.domain && $0 != overlap }
        if !overlaps.contains(overlap) { overlaps.append(overlap) }
        return others
    }

    mutating func keep(_ form: LinearForm) { if !secrets.contains(form) { secrets.append(form) } }

    mutating func hideAsBefore(_ pair: SharePair) { earlierShares.hide(pair) }

    mutating func printAsBefore(_ share: Double, of pair: SharePair) { earlierShares.print(share, of: pair) }

    mutating func noteCorrected() { corrected += 1 }

    mutating func addRounded(_ share: RoundedShare) {
        if !roundedBefore.contains(share) { roundedBefore.append(share) }
    }

    mutating func nest(_ part: Int, in whole: Int) { nested.append(Nesting(part: part, whole: whole)) }

    /// Adds Σ coefficient · quantity ≥ 0, where the numbers bear it out and lie near enough for it to bind.
    mutating func boundIfTrue(_ pairs: [(variable: Int, coefficient: Int)]) {
        let form = LinearForm(pairs)
        var sum = 0.0
        for term in form.terms {
            guard let value = values[term.variable] else { return }
            sum += Double(term.coefficient) * value
        }
        guard form.terms.count > 1, (-1e-6...NestedNumbers.nearCounts).contains(sum), !bounds.contains(form) else {
            return
        }
        bounds.append(form)
    }

    mutating func enter(_ contributors: [ContributorsByRow]) { self.contributors = contributors }

    /// What each contributor brings to a number; nil where it cannot be known.
    func bringing(to variable: Int) -> Bringing? {
        for place in sourcesOf[variable] ?? [] {
            if let found = bringing(at: sources[place].at) { return found }
        }
        return nil
    }

    private func bringing(at source: Source) -> Bringing? {
        contributors[source.table].bringing(to: source.part, of: source.row)
    }

    mutating func need(_ factors: [Int], for cell: Int) { cells[cell].factors = factors }

    mutating func compare(_ cell: Int, with others: [Int]) { cells[cell].compared = others }

    /// Adds Σ coefficient · quantity = 0; the same relation twice is once.
    mutating func relate(_ pairs: [(variable: Int, coefficient: Int)]) {
        let form = LinearForm(pairs)
        if form.terms.count > 1, relationSet.insert(form).inserted { relations.append(form) }
    }

    /// Adds the relation only where the numbers bear it out: one that does not hold helps nobody.
    mutating func relateIfTrue(_ pairs: [(variable: Int, coefficient: Int)]) {
        var sum = 0.0
        var scale = 1.0
        for pair in pairs {
            guard let value = values[pair.variable] else { return }
            sum += Double(pair.coefficient) * value
            scale = max(scale, value.magnitude)
        }
        if sum.magnitude <= 1e-6 * scale { relate(pairs) }
    }

    private mutating func add(_ quantity: Unknown, value: Double?, isCount: Bool) -> Int {
        let new = quantities.count
        quantities.append(quantity)
        values.append(value)
        self.isCount.append(isCount)
        isPublished.append(false)
        cellsShowing.append([])
        name(new, quantity)
        return new
    }

    private mutating func name(_ variable: Int, _ quantity: Unknown) {
        if index[quantity] != nil { return }
        index[quantity] = variable
        names.append((quantity, variable))
    }
}
