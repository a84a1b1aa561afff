// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression

/// A linked part of a release as a problem of suppression: its numbers in order, then one for every guarded form of
/// several numbers (the complement of a share).
struct LinkedProblem {
    let problem: SuppressionProblem
    /// Guards by their place in the problem.
    let places: [Int]
    /// Nothing in it is unknown but what nothing can tell.
    let isTrivial: Bool

    init(_ part: LinkedParts.Part, _ system: LinkedSystem, _ state: SuppressionState, _ settings: DisclosureSettings) {
        var local: [Int: Int] = [:]
        for (place, variable) in part.variables.enumerated() { local[variable] = place }
        var cells = part.variables.map { Self.cell($0, system, state) }
        func localised(_ form: LinearForm) -> [(variable: Int, coefficient: Int)] {
            form.terms.map { (local[$0.variable] ?? 0, $0.coefficient) }
        }
        var relations = part.relations.map { LinearForm(localised($0)) }
        var places: [Int] = []
        for form in part.guards {
            let place: Int
            if form.terms.count == 1 {
                place = local[form.terms[0].variable] ?? 0
                cells[place].isPrimary = true
            } else {
                place = cells.count
                let value = form.terms.reduce(0.0) {
                    $0 + Double($1.coefficient) * (system.values[$1.variable] ?? 0)
                }
                cells.append(SuppressionProblem.Cell(value: value, loss: 0, mayHide: false, isPrimary: true))
                relations.append(LinearForm(localised(form) + [(place, -1)]))
            }
            cells[place].distance = Self.distance(cells[place], settings)
            places.append(place)
        }
        for rest in part.rests {
            let value = rest.terms.reduce(0.0) { $0 + Double($1.coefficient) * (system.values[$1.variable] ?? 0) }
            var slack = SuppressionProblem.Cell(value: value, loss: 0, mayHide: false, isPrimary: false)
            slack.isOpen = true
            slack.leastKnowingZeros = 0
            relations.append(LinearForm(localised(rest) + [(cells.count, -1)]))
            cells.append(slack)
        }
        for index in part.rounded {
            guard let rounded = system.roundedPercentage(of: index, state), let x = local[rounded.x],
                let n = local[rounded.n]
            else { continue }
            for side in [1, -1] {
                let value =
                    Double(side) * (Double(rounded.twiceR + side) * cells[n].value - 200 * cells[x].value)
                var slack = SuppressionProblem.Cell(value: max(0, value), loss: 0, mayHide: false, isPrimary: false)
                slack.isOpen = true
                slack.isWhole = false
                slack.leastKnowingZeros = 0
                relations.append(
                    LinearForm([(n, side * (rounded.twiceR + side)), (x, -200 * side), (cells.count, -1)]))
                cells.append(slack)
            }
        }
        var problem = SuppressionProblem(cells: cells, relations: relations)
        // Nothing is taken for granted of how great a number can be.
        problem.greatest = problem.greatest * 2 + 100
        self.problem = problem
        self.places = places
        isTrivial = problem.relations.isEmpty && places.allSatisfy { cells[$0].isPrimary && !cells[$0].mayHide }
    }

    /// How far to each side of the true value what is possible must reach. A difference is had from its two numbers,
    /// which have ranges of their own: it must only not be exact.
    private static func distance(_ cell: SuppressionProblem.Cell, _ settings: DisclosureSettings) -> Double {
        if cell.least == -.infinity { return 1e-3 }
        return cell.isWhole ? Double(settings.protection) : max(settings.pPercent / 100 * cell.value.magnitude, 1)
    }

    private static func cell(_ variable: Int, _ system: LinkedSystem, _ state: SuppressionState)
        -> SuppressionProblem.Cell
    {
        let value = system.values[variable]
        let isKnown = state.isKnown[variable]
        var cell = SuppressionProblem.Cell(
            value: value ?? 0, loss: isKnown ? system.loss(ofHiding: variable, state) : 0,
            mayHide: isKnown && system.mayHide(variable), isPrimary: false)
        cell.isOpen = !isKnown
        cell.isWhole = system.isCount[variable]
        cell.leastKnowingZeros = system.isCount[variable] ? 1 : 0
        if value == nil || system.isDifference(variable) { cell.least = -.infinity }
        return cell
    }
}

extension LinkedSystem {
    /// What a percentage in whole per cent still tells of x and n, which are left out beside it: with R whole per cent,
    /// (2R − 1) · n ≤ 200 · x ≤ (2R + 1) · n. Nil for a cell that shows or hides all of it.
    func roundedPercentage(of index: Int, _ state: SuppressionState) -> (x: Int, n: Int, twiceR: Int)? {
        let cell = cells[index]
        guard state.withheld[index] == .base, !state.isHidden[index], cell.kind != .difference,
            let x = cell.quantities[.numerator], let n = cell.quantities[.denominator],
            let numerator = values[x], let denominator = values[n], denominator > 0
        else { return nil }
        return (x, n, Int((numerator / denominator * 100).rounded()) * 2)
    }

    func isDifference(_ variable: Int) -> Bool { cellsShowing[variable].contains { cells[$0].kind == .difference } }

    /// What the reader loses when a number is hidden wherever it is printed: cells that many need cost most, and a
    /// base that is withheld costs less than its number.
    func loss(ofHiding variable: Int, _ state: SuppressionState) -> Double {
        var loss = 0.0
        for index in cellsShowing[variable] where !state.isHidden[index] {
            let cell = cells[index]
            let isBase = cell.base(variable) != nil
            if state.isWithheld(variable, in: index, of: self) { continue }
            loss += cell.worth * (isBase ? 0.1 : 1)
        }
        return loss
    }
}

extension LinkedSystem.Cell {
    /// How much the reader needs the number: totals most, then what is broken down once, each the more the more
    /// persons it speaks of.
    var worth: Double {
        let levels = [2000.0, 200, 40, 10]
        let persons = Double(persons)
        return levels[min(depth, levels.count - 1)] * (0.5 + persons / (persons + 100))
    }
}
