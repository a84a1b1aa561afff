// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

/// Data sets written in a line or two.
enum CaseBuilder {
    /// A monthly decision on service 0 from the first day of a month to the last of another.
    static func decision(
        _ person: PersonIndex = 0, _ from: String, _ to: String?, hours: Double, service: Int16 = 0, law: Law = .sol,
        district: DistrictIndex? = 0, unit: HoursUnit = .month, isUnlimited: Bool = false, outcome: Outcome = .granted,
        provider: Int16? = nil, providerType: ProviderType = .unknown
    ) -> Decision {
        Decision(
            person: person, service: service, law: law, district: district, outcome: outcome, from: day(from),
            to: to.map(day), hours: Hours(hours), unit: unit, isUnlimited: isUnlimited, provider: provider,
            providerType: providerType)
    }

    /// Performed hours of consecutive months from `2019-01`; 0 for none.
    static func performed(
        _ person: PersonIndex = 0, from first: String, _ hours: [Double], service: Int16 = 0,
        district: DistrictIndex? = nil
    ) -> [PerformedHours] {
        hours.enumerated().map { offset, hours in
            PerformedHours(
                person: person, service: service, month: month(first).advanced(by: offset), district: district,
                hours: Hours(hours))
        }
    }

    static func dataset(
        persons: [Person]? = nil, _ decisions: [Decision], _ performed: [PerformedHours],
        window: (String, String)? = ("2019-01", "2019-12"), districts: [District]? = nil,
        population: [PopulationCount] = []
    ) -> Dataset {
        let count = (decisions.map { Int($0.person) } + performed.map { Int($0.person) }).max().map { $0 + 1 } ?? 0
        return Dataset(
            services: [Service(name: "Ledsagning", law: .sol), Service(name: "Ledsagarservice", law: .lss)],
            division: Division(districts ?? ["Farsta", "Skarpnäck", "Älvsjö"].map { District(name: $0) }),
            providers: ["Omsorg AB", "Kommunen"],
            persons: persons ?? [Person](repeating: Person(birthYear: 1970, sex: .female), count: count),
            decisions: decisions, performed: performed,
            observationWindow: window.map { month($0.0)...month($0.1) }, population: population)
    }

    static func day(_ text: String) -> CivilDate {
        let parts = text.split(separator: "-").map { Int($0)! }
        return CivilDate(year: parts[0], month: parts[1], day: parts[2])!
    }

    static func month(_ text: String) -> YearMonth {
        let parts = text.split(separator: "-").map { Int($0)! }
        return YearMonth(year: parts[0], month: parts[1])
    }
}

extension Tabulation {
    /// The number of the row with these category codes (the year may be left out when there is one year only).
    subscript(codes: String...) -> Measurement? {
        rows.first { row in
            let key = row.key.map(\.code)
            return key == codes || Array(key.dropFirst()) == codes
        }?.measurement
    }

    var codes: [[String]] { rows.map { $0.key.map(\.code) } }
}

extension Dataset {
    func ask(
        _ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: [Dimension] = [],
        where filters: [Question.Filter] = [], years: ClosedRange<Int> = 2019...2019, totals: Bool = true,
        settings: MeasureSettings = MeasureSettings()
    ) throws(QuestionError) -> Tabulation {
        try Tabulator(self, settings: settings).tabulate(
            Question(measure, aspect, by: dimensions, where: filters, years: years, totals: totals))
    }

    func value(
        _ measure: MeasureName, _ aspect: Question.Aspect = .headline, year: Int = 2019,
        settings: MeasureSettings = MeasureSettings()
    ) throws(QuestionError) -> Double? {
        try ask(measure, aspect, years: year...year, settings: settings).rows.first?.measurement.value
    }
}
