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

/// One number that could be known: a part of a measure in a domain. Equal quantities are one unknown, in whichever
/// table they are printed.
struct Quantity: Sendable, Hashable {
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

    /// The same under the name its base has: what was answered, and the class of a respondent, do not change of how
    /// many it is a share. A base of respondents is of those whose traits are known, whatever they are.
    var withSharedBase: Quantity {
        guard part == .denominator || part == .persons else { return self }
        switch measure {
        case .item: return with(domain.removing(.answer))
        case .respondents: return with(Self.traits.reduce(domain) { $0.forgetting($1) })
        default: return self
        }
    }

    /// What tells respondents apart.
    static let traits: [Dimension] = [.district, .sex, .age, .law]

    /// Of how many a share of the respondents by these traits is.
    func baseOfRespondents(by dimensions: [Dimension]) -> Quantity {
        let traits = dimensions.filter(Self.traits.contains)
        return Quantity(measure, aspect, .denominator, traits.reduce(domain) { $0.removing($1).adding($1, Domain.any) })
    }

    func with(_ domain: Domain) -> Quantity { Quantity(measure, aspect, part, domain) }

    /// Whether the number counts persons or other whole things: it is at least 1 where it is hidden and not zero.
    func isCount(_ kind: Measurement.Kind) -> Bool {
        switch (part, kind) {
        case (.persons, _), (.value, .count), (.numerator, .share), (.denominator, .share): true
        default: false
        }
    }
}

/// Quantities of different measures that speak of the same thing. Where two of a family are equal in a domain they
/// are taken to be one: an outsider sees that they are equal, or would guess it.
enum QuantityFamily: Hashable {
    /// Persons with the service: the count, the n of every other measure, the base of every share.
    case persons
    /// Persons with flexible use, under whichever definition.
    case flexiblePersons
    /// Persons with no hour ceiling.
    case unlimitedPersons
    case grantedHours
    case performedHours
    case personMonths
    /// Respondents to a survey whose answers to an item count.
    case answers

    init?(_ quantity: Quantity) {
        switch (quantity.measure, quantity.aspect, quantity.part) {
        case (.persons, .unlimited, .value), (.flexibleUse, .unlimited, .value): self = .unlimitedPersons
        case (.item, _, .persons), (.item, _, .denominator), (.item, .answers, .value), (.awareness, _, .persons),
            (.awareness, _, .denominator), (.awareness, .answers, .value):
            self = .answers
        case (.responseRate, _, _), (.respondents, _, _): return nil
        case (_, .withoutPerformed, _), (_, .withoutDistrict, _), (_, .outsideDecisions, _): return nil
        case (_, _, .persons), (.persons, .headline, .value), (.persons, .perTenThousand, .numerator),
            (.persons, .perThousandEntitled, .numerator), (.grantedHours, .perPerson, .denominator):
            self = .persons
        case (.flexibleUse, .headline, .denominator), (.flexibleUse, .flexible, .denominator): self = .persons
        case (.flexibleUse, .headline, .numerator), (.flexibleUse, .flexible, .numerator): self = .flexiblePersons
        case (.grantedHours, .headline, .value), (.grantedHours, .mean, .numerator),
            (.grantedHours, .perPerson, .numerator),
            (.utilisation, .headline, .denominator):
            self = .grantedHours
        case (.performedHours, .headline, .value), (.utilisation, .headline, .numerator): self = .performedHours
        case (.grantedHours, .mean, .denominator): self = .personMonths
        default: return nil
        }
    }
}
