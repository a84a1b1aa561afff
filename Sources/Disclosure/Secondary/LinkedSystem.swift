// SPDX-License-Identifier: EUPL-1.2
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
        /// Number of its categories that are not totals.
        let depth: Int
        /// n, for the order in which cells are sacrificed.
        let persons: Int
        let isDefined: Bool

        /// Whether it is a ratio in per cent (utilisation), which can be shown rounded without its sums.
        let isPercentage: Bool

        /// A share of fewer is hidden whole rather than shown without its base: a whole percent of few persons tells
        /// how many they are.
        static let leastBaseToWithhold = 100
        /// The same of a ratio of sums: so that hours in whole per cent of hours do not speak of a few persons.
        static let leastPersonsToRound = 20

        /// What part of a number's base the quantity is, when the number can be shown without it: the n of a sum, mean
        /// or ratio, and all of x and n of a share or a percentage, which is then shown in whole percent. nil when the
        /// quantity is what the cell is about.
        func base(_ variable: Int) -> Part? {
            switch kind {
            case .count: return nil
            case .share:
                guard persons >= Self.leastBaseToWithhold else { return nil }
                return [.persons, .denominator, .numerator].first { quantities[$0] == variable }
            case .ratio where isPercentage && persons >= Self.leastPersonsToRound:
                return [.numerator, .denominator, .persons].first { quantities[$0] == variable }
            case .sum, .ratio, .mean, .quantile, .difference:
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
    /// What an earlier report hid, wherever it is printed now.
    private(set) var secrets: [LinearForm] = []
    private var relationSet: Set<LinearForm> = []
    private var index: [Unknown: Int] = [:]
    private var familyIndex: [FamilyKey: Int] = [:]
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

    /// The number of a quantity that is printed with this value.
    mutating func variable(_ quantity: Unknown, value: Double, isCount: Bool) -> Int {
        if let known = index[quantity] {
            if values[known] == nil { values[known] = value }
            return known
        }
        var familyKey: FamilyKey?
        if let family = quantity.quantity, value.magnitude < 1e12 {
            let key = FamilyKey(
                place: FamilyDomain(family: family, domain: quantity.domain), value: Int((value * 1000).rounded()))
            if let same = familyIndex[key] {
                index[quantity] = same
                names.append((quantity, same))
                return same
            }
            familyKey = key
        }
        let new = add(quantity, value: value, isCount: isCount)
        if let familyKey {
            familyIndex[familyKey] = new
            familyMembers[familyKey.place, default: []].append(new)
        }
        return new
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

    mutating func add(_ cell: Cell) {
        for variable in cell.quantities.values where !cellsShowing[variable].contains(cells.count) {
            cellsShowing[variable].append(cells.count)
        }
        cells.append(cell)
    }

    mutating func publish(_ variable: Int) { isPublished[variable] = true }

    mutating func addView(_ relations: [LinearForm]) { views.append(relations) }

    mutating func guardSmall(_ form: LinearForm) { if !told.contains(form) { told.append(form) } }

    mutating func keep(_ form: LinearForm) { secrets.append(form) }

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
        index[quantity] = new
        names.append((quantity, new))
        return new
    }
}
