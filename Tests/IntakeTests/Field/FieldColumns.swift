// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// The columns of one export, each with its header and what it writes of a row.
struct FieldColumns<Row> {
    /// Gives the cell of a row; what is written in several ways is drawn.
    typealias Cell = (Row, inout Dice) -> String

    /// Header words of the kind's columns, by canonical name.
    private let headers: [String: String]
    /// The columns that the system has beside those that every export has.
    private let own: Set<String>
    private(set) var all: [(name: String?, header: String, cell: Cell)] = []

    init(headers: [String: String], own: Set<String>) {
        self.headers = headers
        self.own = own
    }

    /// A column that every export has; nil as name is one that nobody reads.
    mutating func add(_ name: String?, header: String? = nil, _ cell: @escaping Cell) {
        all.append((name, header ?? name.flatMap { headers[$0] } ?? "", cell))
    }

    /// A column that the system may have.
    mutating func addOwn(_ name: String, header: String? = nil, _ cell: @escaping Cell) {
        if own.contains(name) { add(name, header: header, cell) }
    }

    mutating func addExtras(_ extras: [(header: String, values: [String])]) {
        for extra in extras { add(nil, header: extra.header) { _, dice in dice.pick(extra.values) } }
    }

    mutating func shuffle(_ dice: inout Dice) { all = dice.shuffled(all) }

    /// Puts the last column first.
    mutating func moveLastFirst() { all.insert(all.removeLast(), at: 0) }

    func cells(of row: Row, _ dice: inout Dice) -> [String] { all.map { $0.cell(row, &dice) } }
}
