// SPDX-License-Identifier: EUPL-1.2

/// Legal sex (*juridiskt kön*), from the file's column or the next-to-last digit of the identity number.
package enum Sex: UInt8, Sendable, CaseIterable {
    case female, male, unknown
}

/// A person's place in `Dataset.persons`: the order of first appearance in the files, never of the key.
package typealias PersonIndex = Int32

/// What Ledsaga knows of a person beside what they were granted and used.
package struct Person: Hashable, Sendable {
    package var birthYear: Int?
    package var sex: Sex
    /// Protected identity (*skyddade personuppgifter*): counts in the city's totals only.
    package var isProtected: Bool
    /// The person's own random number for the cell key method: a keyed hash, the same in every file and year. It is
    /// never printed; only sums of many decide how a count is changed.
    package var recordKey: UInt64

    package init(birthYear: Int? = nil, sex: Sex = .unknown, isProtected: Bool = false, recordKey: UInt64 = 0) {
        self.birthYear = birthYear
        self.sex = sex
        self.isProtected = isProtected
        self.recordKey = recordKey
    }
}
