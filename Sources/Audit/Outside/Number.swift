// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// One number that an outsider can think of: of a declared quantity, a year and a group.
struct Number: Hashable {
    struct Place: Hashable, Comparable {
        let dimension: String
        let code: String

        static func < (left: Place, right: Place) -> Bool {
            (left.dimension, left.code) < (right.dimension, right.code)
        }
    }

    let quantity: String
    let year: String
    /// Sorted; totals left out, so that the same number has the same name in every table.
    let places: [Place]

    init(_ quantity: String, year: String, places: [Place]) {
        self.quantity = quantity
        self.year = year
        self.places = places.sorted()
    }

    /// The same of another quantity.
    func of(_ quantity: String) -> Number { Number(quantity, year: year, places: places) }

    func inYear(_ year: String) -> Number { Number(quantity, year: year, places: places) }

    func code(of dimension: String) -> String? { places.first { $0.dimension == dimension }?.code }

    func without(_ dimension: String) -> Number {
        Number(quantity, year: year, places: places.filter { $0.dimension != dimension })
    }

    func with(_ dimension: String, _ code: String) -> Number {
        Number(quantity, year: year, places: without(dimension).places + [Place(dimension: dimension, code: code)])
    }
}

/// Where a number stands or is left out: a file, a line, a column.
struct Stand: Hashable {
    let table: Int
    let row: Int
    let column: PublishedTable.Column
}

/// What is known of one number before it is attacked.
struct Variable {
    let number: Number
    let title: Phrase
    let kind: NumberKind
    /// What is printed, and how far the true number may be from it.
    var printed: Double?
    var slack = 0.0
    var printedAt: Stand?
    var hiddenAt: [Stand] = []
    var low: Double
    var high = Double.infinity
    /// Why the bounds are what they are, where it is not plain.
    var reasons: [Phrase] = []
    /// Whole numbers that fit what is printed beside it; nil where nothing is said.
    var candidates: [Int]?
    /// In no table, and told by those that are.
    var isTold = false
    /// Whether it is hidden now and taken to be what a report shows that has been corrected since.
    var isRecalled = false

    init(_ number: Number, _ title: Phrase, _ kind: NumberKind) {
        self.number = number
        self.title = title
        self.kind = kind
        low = kind == .difference ? -.infinity : 0
    }

    var isWhole: Bool { kind == .count }
}

/// low ≤ Σ coefficient · number ≤ high.
struct Constraint {
    typealias Term = (variable: Int, coefficient: Double)

    let terms: [Term]
    let low: Double
    let high: Double
    /// In words.
    let why: Phrase
    /// Which declared relation it comes from: where one contradicts what is printed, all of it are left.
    let relation: String
}
