// SPDX-License-Identifier: EUPL-1.2

/// Rows sorted into classes by name: the classes stand in byte order, so that they do not depend on the rows' order.
package struct Classes: Sendable {
    /// The class of each row, from 0.
    package let place: [Int]
    package let names: [String]

    package init(_ labels: [String]) {
        let names = Array(Set(labels)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        self.names = names
        self.place = labels.map { places[$0] ?? 0 }
    }

    /// Each row its own class.
    init(ofRows count: Int) {
        self.names = (0..<count).map { "\($0 + 1)" }
        self.place = Array(0..<count)
    }

    /// The classes by name within the classes above: the same name in two of them is two classes.
    init(_ labels: [String], within above: Classes) {
        self.init(zip(labels, above.place).map { "\(above.names[$1]) \u{1F} \($0)" })
    }
}
