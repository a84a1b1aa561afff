// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// Which part of the town, the year and the people a number speaks of, written the same way whichever table it
/// stands in: totals are left out, and a filter on one value is a category like any other.
struct Domain: Sendable, Hashable {
    struct Place: Sendable, Hashable {
        let dimension: Dimension
        let code: String
    }

    let year: String
    /// Sorted by dimension; no year.
    let places: [Place]
    /// Filters that are not a category of their own, sorted.
    let filters: [Question.Filter]

    init(year: String, places: [Place], filters: [Question.Filter]) {
        self.year = year
        self.places = places.sorted { ($0.dimension.rawValue, $0.code) < ($1.dimension.rawValue, $1.code) }
        self.filters = filters.sorted {
            ($0.dimension.rawValue, $0.comparison.rawValue) < ($1.dimension.rawValue, $1.comparison.rawValue)
        }
    }

    /// Of one row of a table.
    init(_ key: [Category], filters: [Question.Filter]) {
        var year = ""
        var places: [Place] = []
        for category in key where category.kind != .total {
            if category.dimension == .year {
                year = category.code
            } else {
                places.append(Place(dimension: category.dimension, code: category.code))
            }
        }
        var rest: [Question.Filter] = []
        for filter in filters where filter.dimension != .year {
            if filter.comparison == .isOneOf || filter.comparison == .isNoneOf,
                places.contains(where: { $0.dimension == filter.dimension })
            {
                continue
            }
            let values = Array(Set(filter.values)).sorted()
            if filter.comparison == .isOneOf, values.count == 1 {
                places.append(Place(dimension: filter.dimension, code: values[0]))
            } else {
                rest.append(Question.Filter(filter.dimension, filter.comparison, values))
            }
        }
        self.init(year: year, places: places, filters: rest)
    }

    func adding(_ dimension: Dimension, _ code: String) -> Domain {
        Domain(year: year, places: places + [Place(dimension: dimension, code: code)], filters: filters)
    }

    func removing(_ dimension: Dimension) -> Domain {
        Domain(year: year, places: places.filter { $0.dimension != dimension }, filters: filters)
    }

    /// Whatever the category is, as long as it is one.
    func forgetting(_ dimension: Dimension) -> Domain {
        code(of: dimension) == nil ? self : removing(dimension).adding(dimension, Self.any)
    }

    /// Stands for every category of a dimension; no category has it for a code.
    static let any = "*"

    func removing(_ filter: Question.Filter) -> Domain {
        Domain(year: year, places: places, filters: filters.filter { $0 != filter })
    }

    func inYear(_ year: String) -> Domain { Domain(year: year, places: places, filters: filters) }

    func code(of dimension: Dimension) -> String? { places.first { $0.dimension == dimension }?.code }
}

/// One number that could be known: a part of a measure in a domain. Equal numbers are one unknown, in whichever table
/// they are printed.
struct Unknown: Sendable, Hashable {
    let measure: MeasureName
    let aspect: Question.Aspect
    let part: Part
    let domain: Domain

    init(_ measure: MeasureName, _ aspect: Question.Aspect, _ part: Part, _ domain: Domain) {
        self.measure = measure
        self.aspect = aspect
        self.part = part
        self.domain = domain
    }

    init(_ name: NumberName, _ domain: Domain) { self.init(name.measure, name.aspect, name.part, domain) }

    /// The same under the name its base has: what was answered, and the class of a respondent, do not change of how
    /// many it is a share. A base of respondents is of those whose traits are known, whatever they are.
    var withSharedBase: Unknown {
        guard part == .denominator || part == .persons else { return self }
        switch Catalogue[measure].adding {
        case .answersOfOneBase: return with(domain.removing(.answer))
        case .classesOfOneBase: return with(Self.traits.reduce(domain) { $0.forgetting($1) })
        case .persons, .answers: return self
        }
    }

    /// What tells respondents apart.
    static let traits: [Dimension] = [.district, .sex, .age, .law]

    /// Of how many a share of the respondents by these traits is.
    func baseOfRespondents(by dimensions: [Dimension]) -> Unknown {
        let traits = dimensions.filter(Self.traits.contains)
        return Unknown(measure, aspect, .denominator, traits.reduce(domain) { $0.removing($1).adding($1, Domain.any) })
    }

    func with(_ domain: Domain) -> Unknown { Unknown(measure, aspect, part, domain) }

    /// What is added up, where other measures add up the same.
    var quantity: Quantity? { declared.quantities[part] }

    /// What the catalogue says of it. A number that it does not know could not be kept from being derived.
    var declared: Measure.Aspect { Catalogue.declaration(of: measure, aspect) }

    /// Whether it counts persons, each once.
    var countsPersons: Bool { Catalogue[measure].countsPersons(part, of: declared) }

    /// Whether the number counts persons or other whole things: it is at least 1 where it is hidden and not zero.
    func isCount(_ kind: Measurement.Kind) -> Bool {
        switch (part, kind) {
        case (.persons, _), (.value, .count), (.numerator, .share), (.denominator, .share): true
        case (_, .count), (_, .share), (_, .sum), (_, .ratio), (_, .mean), (_, .quantile), (_, .difference): false
        }
    }
}

extension Measure.Aspect {
    /// Whether a number's n are the persons of either of two years. Those who answered the later wave are the n of a
    /// change between waves, and a difference of two numbers of one year is of the persons of that year.
    func isOfTwoYears(_ number: Measurement) -> Bool { number.kind == .difference && yearsCompared != nil }
}
