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

    /// - Parameters:
    ///   - level: numbers of this level of worth, and those above it, are not hidden to protect others.
    ///   - letGo: those of them that are all the same.
    init(
        _ part: LinkedParts.Part, _ system: LinkedSystem, _ state: SuppressionState, _ settings: DisclosureSettings,
        keeping level: Int = 0, but letGo: Set<Int> = []
    ) {
        var local: [Int: Int] = [:]
        for (place, variable) in part.variables.enumerated() { local[variable] = place }
        var cells = part.variables.map { Self.cell($0, system, state, keeping: letGo.contains($0) ? 0 : level) }
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
                var rest = SuppressionProblem.Cell(value: value, loss: 0, mayHide: false, isPrimary: true)
                rest.isWhole = form.terms.allSatisfy { system.isCount[$0.variable] }
                rest.leastKnowingZeros = 0
                if form.terms.contains(where: { system.isDifference($0.variable) }) { rest.least = -.infinity }
                cells.append(rest)
                relations.append(LinearForm(localised(form) + [(place, -1)]))
            }
            cells[place].distance = Self.distance(cells[place], settings)
            places.append(place)
        }
        for rest in part.rests {
            let value = rest.form.terms.reduce(0.0) { $0 + Double($1.coefficient) * (system.values[$1.variable] ?? 0) }
            var slack = SuppressionProblem.Cell(value: max(0, value), loss: 0, mayHide: false, isPrimary: false)
            slack.isOpen = true
            slack.isWhole = rest.form.terms.allSatisfy { system.isCount[$0.variable] }
            slack.leastKnowingZeros = min(slack.value, rest.least)
            relations.append(LinearForm(localised(rest.form) + [(cells.count, -1)]))
            cells.append(slack)
        }
        for rounded in part.rounded {
            guard let x = local[rounded.x], let n = local[rounded.n] else { continue }
            for side in [1, -1] {
                let value =
                    Double(side)
                    * (Double(rounded.twiceR + side * rounded.step) * cells[n].value - 200 * cells[x].value)
                var slack = SuppressionProblem.Cell(value: max(0, value), loss: 0, mayHide: false, isPrimary: false)
                slack.isOpen = true
                slack.isWhole = false
                slack.leastKnowingZeros = 0
                relations.append(
                    LinearForm([
                        (n, side * (rounded.twiceR + side * rounded.step)), (x, -200 * side), (cells.count, -1),
                    ]))
                cells.append(slack)
            }
        }
        let ends = NaturalEnds(part.rests, system, state, within: Double(settings.protection))
        for (place, variable) in part.variables.enumerated() {
            cells[place].isAtMost = ends.isAtMost.contains(variable)
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

    private static func cell(
        _ variable: Int, _ system: LinkedSystem, _ state: SuppressionState, keeping level: Int
    ) -> SuppressionProblem.Cell {
        let value = system.values[variable]
        let isKnown = state.isKnown[variable]
        var cell = SuppressionProblem.Cell(
            value: value ?? 0, loss: isKnown ? system.loss(ofHiding: variable, state) : 0,
            mayHide: isKnown && system.mayHide(variable) && system.level(of: variable, state) > level,
            isPrimary: false)
        cell.isOpen = !isKnown
        cell.isWhole = system.isCount[variable]
        cell.leastKnowingZeros = min(cell.value, system.leastKnown(variable, state))
        if value == nil || system.isDifference(variable) { cell.least = -.infinity }
        return cell
    }
}

extension LinkedSystem {
    /// What everybody knows a number to be at least that is not printed, or would be once it is hidden: zeros are printed
    /// of what is counted, and a number that stands without it is of no fewer persons than the rules let through.
    fileprivate func leastKnown(_ variable: Int, _ state: SuppressionState) -> Double {
        guard isCount[variable], !cellsShowing[variable].isEmpty, !isOfRest(variable) else { return 0 }
        var least = 1.0
        for index in cellsShowing[variable] where !state.isHidden[index] && cells[index].base(variable) != nil {
            let cell = cells[index]
            let isNumerator = cell.kind == .share && cell.quantities[.numerator] == variable
            least = max(least, isNumerator ? leastCount : Double(cell.leastPersons))
        }
        return least
    }

    /// What a cell still tells of x and n; nil for one that shows or hides all of it, and for an estimate, which the weights
    /// keep from telling either.
    func roundedPercentage(of index: Int, _ state: SuppressionState) -> RoundedShare? {
        let cell = cells[index]
        guard state.withheld[index] == .base, !state.isHidden[index], cell.kind != .difference, !cell.isWeighted,
            let x = cell.quantities[.numerator], let n = cell.quantities[.denominator],
            let numerator = values[x], let denominator = values[n], denominator > 0,
            let step = state.step(of: index, in: self)
        else { return nil }
        let shown = ShareRounding.rounded(numerator / denominator, step: step)
        return RoundedShare(x: x, n: n, twiceR: Int((shown * 100).rounded()) * 2, step: step)
    }

    /// The highest level of worth of what is hidden or left out with a number.
    func level(of variable: Int, _ state: SuppressionState) -> Int {
        cellsShowing[variable].filter { !state.isHidden[$0] && !state.isWithheld(variable, in: $0, of: self) }
            .map { cells[$0].base(variable) == nil ? cells[$0].worth.level : cells[$0].worth.levelOfBase }.min() ?? .max
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
            loss += isBase ? cell.worth.ofBase : cell.worth.ofValue
        }
        return loss
    }
}
