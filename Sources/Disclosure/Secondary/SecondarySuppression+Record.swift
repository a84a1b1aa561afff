// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

extension SecondarySuppression {
    /// Of parts with more numbers times guarded ones than this, the record has no intervals.
    private static let mostWork = 600_000

    func isTooLarge(_ part: LinkedParts.Part) -> Bool {
        part.variables.count * part.guards.count > Self.mostWork
    }

    /// The attack on what is hidden, cell by cell: a linear program for each end.
    func record(_ tabulations: [Tabulation]) -> DisclosureRecord {
        var interval: [Int: FeasibleInterval] = [:]
        for part in LinkedParts(system, state).parts where !isTooLarge(part) {
            let linked = LinkedProblem(part, system, state, settings)
            let attack = Attack(
                linked.problem, hidden: linked.problem.cells.map { $0.isPrimary || $0.isOpen }, by: .classic)
            for (local, variable) in part.variables.enumerated() where !state.isKnown[variable] {
                interval[variable] = attack.interval(of: local)
            }
        }
        var entries: [DisclosureRecord.Entry] = []
        for (index, cell) in system.cells.enumerated() where state.isHidden[index] {
            let row = tabulations[cell.table].rows[cell.row]
            let subject = cell.kind == .share || cell.kind == .ratio ? Part.numerator : .value
            let bounds = cell.quantities[subject].flatMap { interval[$0] }
            entries.append(
                DisclosureRecord.Entry(
                    measure: tabulations[cell.table].question.measure, codes: row.key.map(\.code),
                    rules: primary[index].rules, low: bounds?.low, high: bounds?.high))
        }
        return DisclosureRecord(
            entries: entries, withheld: state.withheld.count { $0 != .nothing }, unprotected: unprotected.count)
    }
}
