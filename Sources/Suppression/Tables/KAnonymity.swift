// SPDX-License-Identifier: EUPL-1.2

/// How alone the records of a file stand (*k-anonymitet*; Samarati 2001): classes of records that agree in what an
/// outsider may know, and how many different sensitive values each holds (l-diversity; Machanavajjhala and others
/// 2007).
package struct KAnonymity: Sendable {
    package let k: Int
    /// Number of classes.
    package let classes: Int
    /// Records in the smallest class; 0 without records.
    package let smallestClass: Int
    /// Records in classes of fewer than k.
    package let recordsBelow: Int
    package let classesBelow: Int
    /// Records alone in their class.
    package let uniques: Int
    /// Fewest different sensitive values in a class; nil without a sensitive column.
    package private(set) var smallestDiversity: Int?
    /// Records that share their class with others, all of the same sensitive value; nil without a sensitive column.
    package private(set) var homogeneousRecords: Int?

    /// From the number of records of each class.
    package init(sizes: [Int], k: Int) {
        self.k = k
        classes = sizes.count
        smallestClass = sizes.min() ?? 0
        recordsBelow = sizes.reduce(0) { $1 < k ? $0 + $1 : $0 }
        classesBelow = sizes.count { $0 < k }
        uniques = sizes.count { $0 == 1 }
    }

    /// `known` by record: what an outsider may know of it; `sensitive` by record.
    package init(_ known: [[String]], sensitive: [String]? = nil, k: Int) {
        var members: [[String]: [Int]] = [:]
        for (record, key) in known.enumerated() { members[key, default: []].append(record) }
        self.init(sizes: members.values.map(\.count), k: k)
        let diversities = sensitive.map { values in
            members.values.map { records in (size: records.count, distinct: Set(records.map { values[$0] }).count) }
        }
        smallestDiversity = diversities.map { $0.map(\.distinct).min() ?? 0 }
        homogeneousRecords = diversities.map { classes in
            classes.reduce(0) { $1.size > 1 && $1.distinct == 1 ? $0 + $1.size : $0 }
        }
    }
}
