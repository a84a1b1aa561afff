// SPDX-License-Identifier: EUPL-1.2

/// A place in `Division.districts`.
package typealias DistrictIndex = Int16

/// A district board (*stadsdelsnämnd*) with the days it existed and the board that took over.
package struct District: Hashable, Sendable {
    package let name: String
    package let validFrom: CivilDate?
    /// Last day; nil while the board exists.
    package let validTo: CivilDate?
    package let successor: DistrictIndex?

    package init(name: String, validFrom: CivilDate? = nil, validTo: CivilDate? = nil, successor: DistrictIndex? = nil)
    {
        self.name = name
        self.validFrom = validFrom
        self.validTo = validTo
        self.successor = successor
    }
}

/// All districts of the municipality, past and present. Old data add up to the newest division; new data never split.
package struct Division: Sendable {
    package let districts: [District]
    /// For each district the one that holds its area today: itself, or the last of its successors.
    package let newest: [DistrictIndex]

    /// Successors must not form a ring; the reader of the districts table sees to that.
    package init(_ districts: [District]) {
        self.districts = districts
        self.newest = districts.indices.map { start in
            var index = start
            var steps = 0
            while let next = districts[index].successor {
                steps += 1
                precondition(steps <= districts.count, "districts succeed each other in a ring")
                index = Int(next)
            }
            return DistrictIndex(index)
        }
    }

    package subscript(index: DistrictIndex) -> District { districts[Int(index)] }
}
