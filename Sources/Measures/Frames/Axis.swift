// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// One dimension of a breakdown: its categories in order, and which of them a fact belongs to.
struct Axis: Sendable {
    let dimension: Dimension
    /// Without those for unknown and total.
    let values: [Category]
    /// Whether a row for all of them stands beside.
    let hasTotal: Bool
    /// For each district, service or provider of the data set its place in `values`; else empty.
    private let places: [Int]
    /// First year, or first month's index.
    private let origin: Int
    private let ageLimits: [Int]

    /// The place of those whose category is not known.
    var unknown: Int { values.count }
    /// The place of all of them together.
    var total: Int { values.count + 1 }
    /// Number of places.
    var count: Int { values.count + 2 }

    /// Whether the category would tell where a person lives or gets the service. Protected persons count as unknown there,
    /// and as others do by law, sex and age.
    private var tellsPlace: Bool {
        switch dimension {
        case .district, .districtThen, .provider: true
        default: false
        }
    }

    /// - Parameter lawsApart: whether those with SoL are those with SoL alone.
    init(
        _ dimension: Dimension, dataset: Dataset, settings: MeasureSettings, years: ClosedRange<Int>, totals: Bool,
        lawsApart: Bool = false
    ) {
        self.dimension = dimension
        self.hasTotal = totals && !dimension.isNeverTotalled
        self.ageLimits = settings.ageGroups
        var places: [Int] = []
        var origin = 0
        switch dimension {
        case .year:
            values = Self.listed(dimension, years.map { ("\($0)", Phrase(sv: "\($0)", en: "\($0)")) })
            origin = years.lowerBound
        case .month:
            let first = YearMonth(year: years.lowerBound, month: 1)
            let months = first...YearMonth(year: years.upperBound, month: 12)
            values = Self.listed(dimension, months.map { ("\($0)", Phrase(sv: "\($0)", en: "\($0)")) })
            origin = Int(first.index)
        case .district:
            let newest = dataset.division.newest
            let kept = dataset.division.districts.indices.filter { Int(newest[$0]) == $0 }
            (values, places) = Self.named(dimension, kept.map { ($0, dataset.division.districts[$0].name) })
            places = newest.map { [places] in places[Int($0)] }
        case .districtThen:
            (values, places) = Self.named(
                dimension, dataset.division.districts.enumerated().map { ($0.offset, $0.element.name) })
        case .law:
            values = Self.listed(
                dimension,
                lawsApart
                    ? LawCombination.apart
                    : Law.allCases.map { ($0.rawValue, Phrase(sv: $0.rawValue, en: $0.rawValue)) })
        case .service:
            values = dataset.services.enumerated().map { Category(dimension, named: $0.element.name, rank: $0.offset) }
        case .sex:
            values = Self.listed(
                dimension, [("female", Phrase(sv: "Kvinnor", en: "Women")), ("male", Phrase(sv: "Män", en: "Men"))])
        case .age:
            values = Self.listed(dimension, Self.ageGroups(settings.ageGroups))
        case .provider:
            (values, places) = Self.named(dimension, dataset.providers.enumerated().map { ($0.offset, $0.element) })
        case .providerType:
            values = Self.listed(
                dimension,
                [
                    ("municipal", Phrase(sv: "Kommunal regi", en: "Municipal")),
                    ("independent", Phrase(sv: "Enskild regi", en: "Independent")),
                ])
        case .hourClass:
            values = HourClasses(limits: settings.hourClasses).categories
        case .periodMonth:
            values = Self.listed(
                dimension, (1...settings.periodMonths).map { ("\($0)", Self.monthOfPeriod($0)) })
        case .change: values = DecisionChange.Kind.allCases.map(\.category)
        case .outcome: values = Outcome.all.map(\.category)
        case .monthsWaited: values = MonthsWaitedClass.all.map(\.category)
        case .factor: preconditionFailure("factors stand side by side in a table of their own")
        case .group, .wave, .question, .answer: values = SurveyCategories.list(dimension, in: dataset.surveys)
        }
        self.places = places
        self.origin = origin
    }

    /// "Första månaden".
    private static func monthOfPeriod(_ place: Int) -> Phrase {
        guard let ordinal = Ordinal.words(place) else { return Phrase(sv: "Månad \(place)", en: "Month \(place)") }
        func atStart(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
        return Phrase(sv: "\(atStart(ordinal.swedish)) månaden", en: "\(atStart(ordinal.english)) month")
    }

    /// The place of a law on its axis.
    static func place(of law: Law) -> Int {
        switch law {
        case .sol: 0
        case .lss: 1
        }
    }

    /// The place of a fact on this axis.
    func place(of traits: Traits, person: Person) -> Int {
        if person.isProtected && tellsPlace { return unknown }
        switch dimension {
        case .year: return traits.year - origin
        case .month:
            guard let month = traits.month else { preconditionFailure("a fact of a year has no month") }
            return Int(month.index) - origin
        case .district, .districtThen: return traits.district.map { places[Int($0)] } ?? unknown
        case .law: return Self.place(of: traits.law)
        case .service: return Int(traits.service)
        case .sex:
            switch person.sex {
            case .female: return 0
            case .male: return 1
            case .unknown: return unknown
            }
        case .age:
            guard let born = person.birthYear, born <= traits.year else { return unknown }
            return (ageLimits.lastIndex { $0 <= traits.year - born }) ?? unknown
        case .provider: return traits.provider.map { places[Int($0)] } ?? unknown
        case .providerType:
            switch traits.providerType {
            case .municipal: return 0
            case .independent: return 1
            case .unknown: return unknown
            }
        case .hourClass, .periodMonth, .change, .outcome, .monthsWaited: return traits.ownClass ?? unknown
        case .factor, .group, .wave, .question, .answer: return unknown
        }
    }

    func category(at place: Int) -> Category {
        switch place {
        case unknown: .unknown(in: dimension)
        case total: .total(of: dimension)
        default: values[place]
        }
    }

    private static func listed(_ dimension: Dimension, _ names: [(String, Phrase)]) -> [Category] {
        names.enumerated().map { Category(dimension, code: $1.0, label: $1.1, rank: $0) }
    }

    /// Names in alphabetical order, and for each index of the data set (those absent: -1) its place among them.
    private static func named(_ dimension: Dimension, _ names: [(index: Int, name: String)]) -> ([Category], [Int]) {
        let sorted = names.sorted { SwedishOrder.isBefore($0.name, $1.name) }
        var places = [Int](repeating: -1, count: (names.map(\.index).max() ?? -1) + 1)
        for (place, entry) in sorted.enumerated() { places[entry.index] = place }
        return (sorted.enumerated().map { Category(dimension, named: $0.element.name, rank: $0.offset) }, places)
    }

    /// `0-22`, `23-64`, …, `80+` from the groups' lower limits.
    private static func ageGroups(_ limits: [Int]) -> [(String, Phrase)] {
        limits.enumerated().map { place, lower in
            guard place + 1 < limits.count else {
                return ("\(lower)+", Phrase(sv: "\(lower) år och äldre", en: "\(lower) and older"))
            }
            let upper = limits[place + 1] - 1
            return ("\(lower)-\(upper)", Phrase(sv: "\(lower)–\(upper) år", en: "\(lower)–\(upper)"))
        }
    }
}

extension Dimension {
    /// Years and months stand apart, and so do the groups and waves of a survey and what was answered. The months of a period
    /// are shares of the whole period.
    fileprivate var isNeverTotalled: Bool {
        switch self {
        case .year, .month, .periodMonth, .group, .wave, .answer: true
        default: false
        }
    }
}
