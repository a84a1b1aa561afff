// SPDX-License-Identifier: EUPL-1.2
import Published

/// One number that an outsider can think of, by what the tables' headers and codes say it is.
struct Number: Hashable {
    /// What it is a number of: the table's name without its breakdown, and the column.
    struct Series: Hashable {
        let subject: String
        let column: PublishedTable.Column
    }

    struct Place: Hashable {
        let dimension: String
        let code: String
    }

    let series: Series
    let year: String
    /// Sorted; totals left out, so that the same number has the same name in every table.
    let places: [Place]

    init(_ series: Series, year: String, places: [Place]) {
        self.series = series
        self.year = year
        self.places = places.sorted { ($0.dimension, $0.code) < ($1.dimension, $1.code) }
    }

    /// The same of another series.
    func of(_ series: Series) -> Number { Number(series, year: year, places: places) }

    func inYear(_ year: String) -> Number { Number(series, year: year, places: places) }

    func code(of dimension: String) -> String? { places.first { $0.dimension == dimension }?.code }

    func without(_ dimension: String) -> Number {
        Number(series, year: year, places: places.filter { $0.dimension != dimension })
    }

    func with(_ dimension: String, _ code: String) -> Number {
        Number(series, year: year, places: places + [Place(dimension: dimension, code: code)])
    }
}

extension PublishedTable {
    /// What a row is about, for a column.
    func number(_ column: Column, of row: Row) -> Number {
        var year = ""
        var places: [Number.Place] = []
        for (dimension, code) in zip(dimensions, row.codes) {
            if dimension == "year" {
                year = code
            } else if code != "total" {
                places.append(Number.Place(dimension: dimension, code: code))
            }
        }
        return Number(Number.Series(subject: subject, column: column), year: year, places: places)
    }

    /// Columns that count or sum, so that the parts of a whole add to it.
    func adds(_ column: Column, unit: String) -> Bool {
        switch column {
        case .n, .numerator, .denominator, .published: true
        case .value: ["persons", "decisions", "answers", "hours", "person months"].contains(unit)
        case .lower, .upper, .se, .p, .adjustedP: false
        }
    }
}
