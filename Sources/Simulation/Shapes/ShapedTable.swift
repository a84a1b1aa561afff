// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// The columns of a table, each with its header and what it holds of a row.
struct ShapedTable<Row> {
    typealias Cell = (Row) -> ShapedCell

    struct Column {
        var header: String
        /// Beside the columns that a reader needs: for the eye of whoever made the report.
        var isHidden = false
        let cell: Cell
    }

    private(set) var columns: [Column] = []

    var header: [String] { columns.map(\.header) }
    func cells(_ row: Row) -> [ShapedCell] { columns.map { $0.cell(row) } }

    mutating func add(_ header: String, isHidden: Bool = false, _ cell: @escaping Cell) {
        columns.append(Column(header: header, isHidden: isHidden, cell: cell))
    }
}

extension ShapedTable where Row == ShapedDecision {
    /// Columns by their canonical names. Hours are in minutes where `measure` says so.
    init(_ names: [String], _ headers: HeaderWords, _ words: ValueWords, measure: TimeMeasure = .hours) {
        for name in names { add(headers[name], Self.cell(name, words, measure)) }
    }

    private static func cell(_ name: String, _ words: ValueWords, _ measure: TimeMeasure) -> Cell {
        func amount(_ row: ShapedDecision, _ centihours: Int) -> ShapedCell {
            guard !row.decision.isUnlimited else { return .empty }
            return measure == .minutes ? .count(centihours * 60 / 100) : .amount(centihours)
        }
        return switch name {
        case "person": { .text(words.key($0.person, on: $0.decision.from)) }
        case "beslut_id": { .text(String($0.decision.number)) }
        case "stadsdelsnamnd": { .text($0.decision.board?.name(on: $0.decision.from) ?? "") }
        case "insats": { .text($0.otherService ?? words.service($0.decision.service)) }
        case "lagrum": { .text(words.law($0.decision.law, on: $0.decision.decided)) }
        case "ansokan": { .day($0.decision.applied) }
        case "sokta_timmar": { amount($0, $0.decision.appliedCentihours) }
        case "beslutsdatum": { .day($0.decision.decided) }
        case "utfall": { .text(words.outcome($0.decision.outcome)) }
        case "from": { .day($0.decision.from) }
        case "tom": { $0.decision.to.map { .day($0) } ?? words.openEnd }
        case "timmar": { amount($0, $0.decision.centihours) }
        case "enhet": { .text(words.unit($0.decision.unit)) }
        case "fri": { .text(words.said($0.decision.isUnlimited)) }
        case "utforare": { .text($0.decision.outcome.isGranted ? Provider.all[$0.decision.provider].name : "") }
        case "regi": { .text($0.decision.outcome.isGranted ? Provider.all[$0.decision.provider].typeWord : "") }
        case "skyddad": { .text(words.said($0.person.isProtected)) }
        case "borttagen": { .text(words.said($0.isDeleted)) }
        default: preconditionFailure("no shape has decisions with \(name)")
        }
    }
}

extension ShapedTable where Row == ShapedVisit {
    /// Columns by their canonical names. Hours are in minutes where `measure` says so.
    init(_ names: [String], _ headers: HeaderWords, _ words: ValueWords, measure: TimeMeasure = .hours) {
        for name in names { add(headers[name], Self.cell(name, words, measure)) }
    }

    private static func cell(_ name: String, _ words: ValueWords, _ measure: TimeMeasure) -> Cell {
        switch name {
        case "person": { .text(words.key($0.person, on: $0.visit.day)) }
        case "insats": { .text($0.otherService ?? words.service($0.visit.service)) }
        case "lagrum": { .text(words.law($0.visit.service.law, on: $0.visit.day)) }
        case "stadsdelsnamnd": { .text($0.visit.board?.name(on: $0.visit.day) ?? "") }
        case "datum": { .day($0.visit.day) }
        case "manad": { .text($0.visit.day.month.description) }
        case "start": { $0.visit.startMinute.map { .clock($0) } ?? .empty }
        case "slut": { row in row.visit.startMinute.map { .clock($0 + row.visit.minutes) } ?? .empty }
        case "timmar":
            { row in
                let sign = row.isCredit ? -1 : 1
                return measure == .minutes ? .count(sign * row.visit.minutes) : .amount(sign * row.visit.centihours)
            }
        case "status": { .text(words.status($0.visit.status)) }
        case "installd": { .text(words.said($0.visit.status != .performed)) }
        case "typ": { .text($0.isCredit ? words.credit : words.visit) }
        case "dubbelbemanning": { .text(words.said($0.isDoubled)) }
        case "orsak": { .text($0.visit.reason) }
        case "utforare": { .text(Provider.all[$0.visit.provider].name) }
        case "regi": { .text(Provider.all[$0.visit.provider].typeWord) }
        case "omkostnad": { $0.visit.expense == 0 ? .empty : .count($0.visit.expense) }
        case "borttagen": { .text(words.said($0.isDeleted)) }
        default: preconditionFailure("no shape has visits with \(name)")
        }
    }
}
