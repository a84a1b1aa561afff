// SPDX-License-Identifier: EUPL-1.2

/// A place for a search, which cannot be copied, in a list.
final class MoveSearchBox {
    var search: MoveSearch
    var work: Int { search.work }

    init(_ problem: SuppressionProblem, knowingZeros: Bool) {
        search = MoveSearch(problem, knowingZeros: knowingZeros)
    }
}
