// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the rows of a project build together: its persons and its names.
///
/// What is of a person lies in one of 16 shards, chosen by the pseudonym, and each shard takes its rows in file order;
/// whatever is numbered is numbered afterwards, by first row. So shards may be filled in any order, on any number of
/// cores, and the data set has the same bytes.
struct Ledger {
    var persons: Persons
    var names: Names
    let services: ServiceNames
    /// The largest monthly rate granted to each person, in milliseconds, to judge hours by.
    var grantedRates: [PersonRef: Int64] = [:]
    /// Files that turn out not to be what they were read as.
    var fileErrors: [(file: Int, error: IntakeFileError)] = []
    /// Rows that others have shown to be no cases, to be set aside in their files' logs.
    var late: [LateFault] = []
    var lateRemarks: [LateRemark] = []
    /// By the file's number: what its own sums come to, and what decides its numbers.
    var sums: [Int: TableSums] = [:]
    var bases: [Int: FileBasis] = [:]

    init(services: [ServiceEntry], boards: DistrictNames, key: SecretKey, givesRecordKeys: Bool = false) {
        persons = Persons(key: key, givesRecordKeys: givesRecordKeys)
        names = Names(boards: boards)
        self.services = ServiceNames(services)
    }

    /// Gives persons and names of the rows so far their places.
    mutating func settle() {
        persons.settle()
        names.settle()
    }
}

/// One value for each shard.
struct Shards<Value> {
    static var count: Int { 16 }

    private(set) var all: [Value]

    init(_ value: Value) { all = Array(repeating: value, count: Shards.count) }

    /// The shard's own.
    @inline(__always)
    subscript(_ person: PersonRef) -> Value {
        get { all[person.shard] }
        _modify { yield &all[person.shard] }
    }

    subscript(shard shard: Int) -> Value {
        get { all[shard] }
        _modify { yield &all[shard] }
    }
}

extension Shards: Sendable where Value: Sendable {}

/// A person while a reading goes on: the shard, and the number in it.
struct PersonRef: Hashable, Sendable {
    let word: Int32

    init(word: Int32) { self.word = word }

    @inline(__always)
    init(shard: Int, number: Int) { word = Int32(truncatingIfNeeded: number << 4 | shard) }

    @inline(__always) var shard: Int { Int(word & 15) }
    @inline(__always) var number: Int { Int(word >> 4) }
}
