// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// Names that rows give as they come: a number for each, found while rows are read, and kept ones in the order of the
/// first row that is kept.
///
/// A row set aside knows nobody: a name that only such rows have is none.
struct NameList: Sendable {
    /// As spelt at the first appearance.
    private(set) var spelt: [String] = []
    private var numbers: [String: Int16] = [:]
    private var firstKept: [UInt64] = []
    /// Place in the final list of each name that has one.
    private(set) var final: [Int16] = []
    private(set) var names: [String] = []

    /// The number of a name, by the key it is compared by; nil when there are more than a table can hold.
    mutating func number(of name: String, key: String) -> Int16? {
        if let known = numbers[key] { return known }
        guard spelt.count < Int(Int16.max) else { return nil }
        let number = Int16(spelt.count)
        spelt.append(name)
        firstKept.append(.max)
        final.append(-1)
        numbers[key] = number
        return number
    }

    func number(ofKey key: String) -> Int16? { numbers[key] }

    /// A row that is kept has the name.
    @inline(__always)
    mutating func keep(_ number: Int16, order: UInt64) {
        if order < firstKept[Int(number)] { firstKept[Int(number)] = order }
    }

    /// Gives the names kept since last time their places, in the order of their first rows.
    mutating func settle() {
        let new = spelt.indices.filter { final[$0] < 0 && firstKept[$0] < .max }
        for number in new.sorted(by: { firstKept[$0] < firstKept[$1] }) {
            final[number] = Int16(names.count)
            names.append(spelt[number])
        }
    }

    /// The place of a name that was settled.
    func final(_ number: Int16?) -> Int16? { number.map { final[Int($0)] } }
}

/// The names of boards and providers that a reading has met.
struct Names: Sendable {
    var boards: DistrictNames
    var providers = NameList()

    /// The provider of a cell. Throws `personKeyElsewhere` for a name with an identity number in it.
    mutating func provider(_ bytes: Span<UInt8>) throws(FaultRule) -> Int16 {
        let name = FormulaGuard.removed(from: bytes.text.onOneLine)
        guard !PersonMask.holdsPersonKey(name) else { throw .personKeyElsewhere }
        guard let number = providers.number(of: Composition.composed(name), key: FoldedWord(name).text) else {
            throw .outOfRange
        }
        return number
    }

    /// The board of a cell; nil is *without district*. Throws `unknownDistrict`, `personKeyElsewhere`.
    mutating func board(_ bytes: Span<UInt8>) throws(FaultRule) -> DistrictIndex? {
        let name = bytes.text
        guard !PersonMask.holdsPersonKey(name) else { throw .personKeyElsewhere }
        switch boards.find(name) {
        case .district(let index): return index
        case .withoutDistrict: return nil
        case .unknown: throw .unknownDistrict
        }
    }

    /// The row that has these names is kept.
    @inline(__always)
    mutating func keep(board: DistrictIndex?, provider: Int16?, order: UInt64) {
        if let board { boards.keep(board, order: order) }
        if let provider { providers.keep(provider, order: order) }
    }

    mutating func settle() {
        boards.settle()
        providers.settle()
    }
}
