// SPDX-License-Identifier: EUPL-1.2
package import Measures
import Suppression
package import Terms

/// How alone persons stand in a file of rows about single persons, for who knows some things of them
/// (*k-anonymitet*).
package struct RowAnonymity: Sendable, Hashable {
    /// Persons alike in what an outsider may know, and their rows.
    package struct RowClass: Sendable, Hashable {
        package let persons: Int
        package let rows: Int

        package init(persons: Int, rows: Int) {
            self.persons = persons
            self.rows = rows
        }
    }

    /// What an outsider is taken to know, by the names of dimensions.
    package let known: [String]
    /// Fewer persons in a class are too few.
    package let k: Int
    package let classes: Int
    package let persons: Int
    package let rows: Int
    /// Persons in the smallest class; 0 without persons.
    package let smallestClass: Int
    package let personsBelow: Int
    package let rowsBelow: Int
    /// Persons alone in their class.
    package let alone: Int

    package init(_ classes: [RowClass], known: [String], k: Int) {
        // A record of the measure is a person; rows are counted beside.
        let measure = KAnonymity(sizes: classes.map(\.persons), k: k)
        self.known = known
        self.k = k
        self.classes = measure.classes
        persons = classes.reduce(0) { $0 + $1.persons }
        rows = classes.reduce(0) { $0 + $1.rows }
        smallestClass = measure.smallestClass
        personsBelow = measure.recordsBelow
        rowsBelow = classes.reduce(0) { $1.persons < k ? $0 + $1.rows : $0 }
        alone = measure.uniques
    }

    /// Of the persons that a table of counts tells apart, a class a row.
    package init(_ tabulation: Tabulation, k: Int) {
        let classes = tabulation.rows.filter { row in row.key.allSatisfy { $0.kind != .total } }.map { row in
            RowClass(persons: row.measurement.persons, rows: row.measurement.persons)
        }
        let known = tabulation.dimensions.filter { $0 != .year }.map(\.rawValue)
        self.init(classes.filter { $0.persons > 0 }, known: known, k: k)
    }

    /// The block of the owner's record.
    package var json: JSON {
        .object([
            ("known", .array(known.map { .string($0) })), ("k", .integer(k)), ("classes", .integer(classes)),
            ("persons", .integer(persons)), ("smallest_class", .integer(smallestClass)),
            ("persons_below_k", .integer(personsBelow)), ("alone", .integer(alone)),
        ])
    }
}
