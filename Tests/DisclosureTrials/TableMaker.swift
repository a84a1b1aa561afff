// SPDX-License-Identifier: EUPL-1.2
package import Measures
package import Terms

/// Small tables to release: made from inner cells, so that every margin adds.
package struct TableMaker {
    package enum Content: CaseIterable { case count, share, sum, ratio }

    /// What stands in one inner cell or a sum of them.
    package struct Inner {
        package var persons: Int
        package var x: Int
        package var hours: [Double]

        package init(persons: Int = 0, x: Int = 0, hours: [Double] = []) {
            self.persons = persons
            self.x = x
            self.hours = hours
        }

        /// Both together.
        package static func + (left: Inner, right: Inner) -> Inner {
            Inner(persons: left.persons + right.persons, x: left.x + right.x, hours: left.hours + right.hours)
        }
    }

    package var content: Content
    package var dimensions: [(dimension: Dimension, codes: [String])]
    package var filters: [Question.Filter]
    package var totals: Bool
    package var years: ClosedRange<Int>

    package init(
        content: Content, dimensions: [(dimension: Dimension, codes: [String])], filters: [Question.Filter] = [],
        totals: Bool = true, years: ClosedRange<Int> = 2019...2019
    ) {
        self.content = content
        self.dimensions = dimensions
        self.filters = filters
        self.totals = totals
        self.years = years
    }

    /// A table of the inner cells given by a function of the year and the codes in the order of the dimensions.
    package func tabulation(_ inner: (Int, [String]) -> Inner) -> Tabulation {
        var rows: [Tabulation.Row] = []
        for year in years {
            let yearCategory = Category(.year, code: String(year), label: Self.label(String(year)), rank: year)
            var cells: [(codes: [String], inner: Inner)] = [([], Inner())]
            for (_, codes) in dimensions {
                cells = cells.flatMap { cell in codes.map { (cell.codes + [$0], Inner()) } }
            }
            cells = cells.map { ($0.codes, inner(year, $0.codes)) }
            for mask in 0..<(1 << dimensions.count) where totals || mask == 0 {
                var groups: [(key: [String], inner: Inner)] = []
                for cell in cells {
                    let key = cell.codes.enumerated().map { mask >> $0.offset & 1 == 1 ? "total" : $0.element }
                    if let place = groups.firstIndex(where: { $0.key == key }) {
                        groups[place].inner = groups[place].inner + cell.inner
                    } else {
                        groups.append((key, cell.inner))
                    }
                }
                for group in groups where group.inner.persons > 0 {
                    let key = zip(dimensions, group.key).map { Self.category($0.0.dimension, $0.1) }
                    rows.append(Tabulation.Row(key: [yearCategory] + key, measurement: measurement(group.inner)))
                }
            }
        }
        let question = Question(
            measure, by: dimensions.map(\.dimension), where: filters, years: years, totals: totals)
        return Tabulation(
            question: question, dimensions: [.year] + dimensions.map(\.dimension), rows: rows, from: .unknown,
            definition: Definition(id: measure.rawValue, text: Self.label(""), words: Catalogue.words(of: question)))
    }

    package var measure: MeasureName {
        switch content {
        case .count: .persons
        case .share: .flexibleUse
        case .sum: .grantedHours
        case .ratio: .utilisation
        }
    }

    package static func category(_ dimension: Dimension, _ code: String) -> Category {
        switch code {
        case "total": .total(of: dimension)
        case "unknown": .unknown(in: dimension)
        default: Category(dimension, code: code, label: label(code), rank: 0)
        }
    }

    package static func label(_ text: String) -> Phrase { Phrase(sv: text, en: text) }

    package func measurement(_ inner: Inner) -> Measurement {
        let persons = inner.persons
        switch content {
        case .count: return Self.count(persons)
        case .share: return Self.share(inner.x, of: persons)
        case .sum: return Self.sum(inner.hours, persons: persons)
        case .ratio:
            let granted = Self.contributions(inner.hours)
            let performed = Self.contributions(inner.hours.map { $0 / 2 })
            return Measurement(
                kind: .ratio, unit: .share, value: granted.total > 0 ? 0.5 : nil, persons: persons,
                numerator: performed.total, denominator: granted.total, numeratorContributions: performed,
                denominatorContributions: granted)
        }
    }

    package static func count(_ persons: Int) -> Measurement {
        Measurement(kind: .count, unit: .persons, value: Double(persons), persons: persons)
    }

    package static func share(_ x: Int, of n: Int) -> Measurement {
        Measurement(
            kind: .share, unit: .share, value: n > 0 ? Double(x) / Double(n) : nil, persons: n,
            numerator: Double(x), denominator: Double(n))
    }

    package static func sum(_ hours: [Double], persons: Int? = nil) -> Measurement {
        let contributions = contributions(hours)
        return Measurement(
            kind: .sum, unit: .hours, value: contributions.total, persons: persons ?? contributions.persons,
            numeratorContributions: contributions)
    }

    package static func contributions(_ hours: [Double]) -> Measurement.Contributions {
        let sorted = hours.filter { $0 > 0 }.sorted(by: >)
        return Measurement.Contributions(
            persons: sorted.count, total: sorted.reduce(0, +), largest: sorted.first ?? 0,
            second: sorted.dropFirst().first ?? 0)
    }
}
