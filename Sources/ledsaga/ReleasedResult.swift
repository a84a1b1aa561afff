// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Measures
import Queries

/// What one question is answered with: its table, and what is printed beside it.
struct ReleasedResult {
    let table: ReleasedTable
    var comparison: ReleasedComparison?
    /// Of the answers to a survey.
    let leftOut: LeftOutAnswers?

    typealias Beside = (doNotKnow: Tabulation, nonresponse: Tabulation)

    /// The numbers left out are released together with the table; one that would hide more of it stays away.
    init(_ tabulation: Tabulation, _ beside: Beside?, _ policy: ReleasePolicy) {
        let release = policy.release([tabulation])
        let alone = release.tables[0].noting(release.sizeNote)
        guard let beside else {
            table = alone
            leftOut = nil
            return
        }
        for (takesFirst, takesLast) in [(true, true), (false, true), (true, false)] {
            let others = (takesFirst ? [beside.doNotKnow] : []) + (takesLast ? [beside.nonresponse] : [])
            let tables = policy.release([tabulation] + others).tables
            guard tables[0].rows.map(\.cell) == alone.rows.map(\.cell) else { continue }
            table = tables[0]
            leftOut = LeftOutAnswers(
                doNotKnow: takesFirst ? tables[1] : nil, nonresponse: takesLast ? tables[tables.count - 1] : nil)
            return
        }
        table = alone
        leftOut = LeftOutAnswers(doNotKnow: nil, nonresponse: nil)
    }

    /// Everything is shown, and the table says that it is internal.
    init(internally tabulation: Tabulation, _ beside: Beside?, _ policy: ReleasePolicy) {
        table = policy.internalTable(tabulation)
        leftOut = beside.map {
            LeftOutAnswers(
                doNotKnow: policy.internalTable($0.doNotKnow), nonresponse: policy.internalTable($0.nonresponse))
        }
    }
}
