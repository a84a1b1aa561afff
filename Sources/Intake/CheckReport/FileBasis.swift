// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What decides the numbers that a file of decisions or visits gives: how many of the rows that are kept count, and as what.
///
/// For `check` alone, which is internal: counts as small as they are. A status is told by the known word that it is, never
/// by what the cell holds.
package struct FileBasis: Sendable, Hashable {
    /// A word that visits are not performed by.
    package struct Status: Sendable, Hashable {
        let word: String
        let rows: Int
    }

    /// What decisions say.
    package struct Grants: Sendable, Hashable {
        /// Decisions that grant hours, or all that are needed.
        var granted = 0
        var refused = 0
        /// Of those granted.
        var withoutEnd = 0
        var unlimited = 0
        /// Of those granted with hours, what these are hours per as the file has them.
        var per: [GrantPer: Int] = [:]
    }

    /// The way from the file's own sums to what counts, in milliseconds.
    package struct Sums: Sendable, Hashable {
        /// What the file's sums come to.
        var told: Int64
        var counted: Int64 = 0
        /// Of visits that were not performed.
        var notPerformed: Int64 = 0
        /// Of another companion at the same visit.
        var doubled: Int64 = 0
        /// Of decisions that were refused.
        var refused: Int64 = 0
        var setAside: Int64
        /// Of rows deleted in the system, where the sums have them.
        var deleted: Int64
        /// As much as rounding of each row may make.
        var slack: Int64

        /// What is left when all is taken off.
        var other: Int64 { told - counted - notPerformed - doubled - refused - setAside - deleted }
        var isOff: Bool { other.magnitude > UInt64(slack) }
    }

    /// Of a file of visits: the rows that do not count since the visit was not performed, most frequent first.
    var notPerformed: [Status]?
    /// Of a file of decisions.
    var grants: Grants?
    /// Where the file has sums that cover its rows.
    var sums: Sums?
}

extension FileBasis {
    /// The machine form.
    var json: JSON {
        var members: [(key: String, value: JSON)] = []
        if let notPerformed {
            members.append(("not_performed", .integer(notPerformed.reduce(0) { $0 + $1.rows })))
            members.append(
                (
                    "by_status",
                    .array(
                        notPerformed.map { .object([("status", .string($0.word)), ("rows", .integer($0.rows))]) })
                ))
        }
        if let grants {
            members += [
                ("granted", .integer(grants.granted)), ("refused", .integer(grants.refused)),
                ("without_end", .integer(grants.withoutEnd)), ("unlimited", .integer(grants.unlimited)),
                (
                    "hours_per",
                    .object(
                        GrantPer.allCases.compactMap { per in
                            grants.per[per].map { (per.rawValue.replacing("-", with: "_"), .integer($0)) }
                        })
                ),
            ]
        }
        members.append(("sums", sums?.json ?? .null))
        return .object(members)
    }
}

extension FileBasis.Sums {
    fileprivate var json: JSON {
        func hours(_ milliseconds: Int64) -> JSON { .number(Hours(milliseconds: milliseconds).value) }
        return .object([
            ("told", hours(told)), ("counted", hours(counted)), ("not_performed", hours(notPerformed)),
            ("double_staffing", hours(doubled)), ("refused", hours(refused)), ("set_aside", hours(setAside)),
            ("deleted", hours(deleted)), ("other", hours(other)),
        ])
    }
}
