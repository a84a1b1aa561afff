// SPDX-License-Identifier: EUPL-1.2

/// What is worth knowing of a row whose fate is settled later: another row may be the same respondent's.
struct RowRemarks: Sendable {
    private(set) var list: [(rule: RemarkRule, column: Int?, found: ValueShape)] = []

    mutating func add(_ rule: RemarkRule, at column: Int?, found: ValueShape = .row) {
        list.append((rule, column, found))
    }
}
