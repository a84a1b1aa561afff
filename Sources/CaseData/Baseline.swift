// SPDX-License-Identifier: EUPL-1.2

/// A public number of the country, of the municipality or of one like it, as a saved answer of Kolada has it (*jämförelsetal*).
package struct BaselineValue: Sendable, Hashable {
    /// Whom the number is of.
    package enum Place: Sendable, Hashable {
        /// *Riket*
        case country
        /// The project's own municipality.
        case own
        /// A group of municipalities by its name or its number (`G39696`). Kolada's number of a group is the mean of its
        /// municipalities, each with the same weight.
        case group(String)
        /// Another municipality, by its name.
        case municipality(String)
    }

    package let figure: KeyFigure
    package let place: Place
    package let year: Int
    /// nil of both sexes together.
    package let sex: Sex?
    /// nil where none has been published.
    package let value: Double?
    /// Who published it: "Kolada (RKA)".
    package let source: String

    package init(figure: KeyFigure, place: Place, year: Int, sex: Sex? = nil, value: Double?, source: String) {
        self.figure = figure
        self.place = place
        self.year = year
        self.sex = sex
        self.value = value
        self.source = source
    }
}

/// Persons with a service per 10 000 inhabitants, of one place in one year.
package struct BaselineRate: Sendable, Hashable {
    package let place: BaselineValue.Place
    package let year: Int
    package let perTenThousand: Double
    /// Persons, where they are told.
    package let persons: Int?
    /// Who published what it is made of, each once.
    package let sources: [String]
}

extension BaselineRate {
    /// The rates of a service that public numbers tell: as published, or else persons divided by inhabitants of the same
    /// place and year. In the order of the places: the country, the own municipality, groups, others, each by first row;
    /// then by year.
    package static func rates(of service: BaselineService, in values: [BaselineValue]) -> [BaselineRate] {
        struct Key: Hashable {
            let place: BaselineValue.Place
            let year: Int
        }
        var order: [Key] = []
        var known: [Key: [KeyFigure: BaselineValue]] = [:]
        for value in values where value.sex == nil && value.value != nil {
            let key = Key(place: value.place, year: value.year)
            if known[key] == nil { order.append(key) }
            known[key, default: [:]][value.figure] = value
        }
        let figures: (persons: KeyFigure, rate: KeyFigure) =
            switch service {
            case .companion: (.companionPersons, .companionRate)
            case .relief: (.reliefPersons, .reliefRate)
            }
        let rates = order.compactMap { key -> BaselineRate? in
            let persons = known[key]?[figures.persons]
            let rate: Double
            var used: [BaselineValue]
            if let published = known[key]?[figures.rate], let value = published.value {
                (rate, used) = (value, [published])
            } else if let persons, let number = persons.value, let inhabitants = known[key]?[.inhabitants],
                let all = inhabitants.value, all > 0
            {
                (rate, used) = (number / all * 10_000, [persons, inhabitants])
            } else {
                return nil
            }
            var sources: [String] = []
            for value in used where !sources.contains(value.source) { sources.append(value.source) }
            return BaselineRate(
                place: key.place, year: key.year, perTenThousand: rate,
                persons: persons?.value.map { Int($0) }, sources: sources)
        }
        func rank(_ place: BaselineValue.Place) -> Int {
            switch place {
            case .country: 0
            case .own: 1
            case .group: 2
            case .municipality: 3
            }
        }
        let places = order.map(\.place)
        return rates.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            let first = (rank(a.place), places.firstIndex(of: a.place) ?? 0, a.year, left.offset)
            let second = (rank(b.place), places.firstIndex(of: b.place) ?? 0, b.year, right.offset)
            return first < second
        }.map(\.element)
    }

    /// Of each place the rate of the year, or else of the nearest year, the earlier of two as near.
    package static func nearest(to year: Int, in rates: [BaselineRate]) -> [BaselineRate] {
        var places: [BaselineValue.Place] = []
        for rate in rates where !places.contains(rate.place) { places.append(rate.place) }
        return places.compactMap { place in
            rates.filter { $0.place == place }.min {
                (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year)
            }
        }
    }
}
