// SPDX-License-Identifier: EUPL-1.2

/// The part of the rows an estimate speaks of (redovisningsgrupp). The others stay in the design and bring 0: deleting
/// them would treat the size of the part in the sample as if it had been planned, and make the error wrong.
/// Särndal, Swensson & Wretman (1992) ch. 10.
package struct Domain: Sendable, Hashable {
    /// Whether each row belongs.
    package let contains: [Bool]
    /// The rows that belong.
    package let count: Int

    package init(_ contains: [Bool]) {
        self.contains = contains
        self.count = contains.count { $0 }
    }

    /// Every row.
    package static func all(_ count: Int) -> Domain { Domain(Array(repeating: true, count: count)) }

    /// The rows that have all the values: item nonresponse (partiellt bortfall) is a domain, never a deletion.
    package static func answered(_ values: [Double?]...) -> Domain {
        Domain((values.first ?? []).indices.map { row in values.allSatisfy { $0[row] != nil } })
    }

    package func intersection(_ other: Domain) -> Domain {
        Domain(zip(contains, other.contains).map { $0 && $1 })
    }
}
