// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

/// `hours.lapsed`: lapsed hours, overrun and profile of the periods of person-months, by the product's own periods.
enum PeriodMethods {
    static let all = [ConformanceMethod("hours.lapsed", lapsed)]

    private static func lapsed(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let parameters = reference.parameters
        let names = (
            person: try table.texts(parameters.text("person")), service: try table.texts(parameters.text("service")),
            month: try table.texts(parameters.text("month"))
        )
        let granted = try table.optionalNumbers(parameters.text("granted"))
        let performed = try table.optionalNumbers(parameters.text("performed"))
        let window = try parameters.texts("window").map(month)
        guard window.count == 2, window[0] <= window[1] else { throw CaseError.missingMember("parameters.window") }
        let people = LabelledCounts.distinct(names.person)
        let services = LabelledCounts.distinct(names.service)
        let places = (
            person: Dictionary(uniqueKeysWithValues: zip(people, people.indices)),
            service: Dictionary(uniqueKeysWithValues: zip(services, services.indices))
        )
        var dataset = Dataset(
            services: services.map { Service(name: $0, law: .sol) },
            persons: people.map { _ in Person() }, observationWindow: window[0]...window[1])
        for row in names.person.indices {
            guard let person = places.person[names.person[row]], let service = places.service[names.service[row]] else {
                continue
            }
            let month = try month(names.month[row])
            if let hours = granted[row], hours > 0 {
                dataset.decisions.append(
                    Decision(
                        person: PersonIndex(person), service: Int16(service), law: .sol, from: month.firstDay,
                        to: month.lastDay, hours: Hours(hours)))
            }
            if let hours = performed[row], hours > 0 {
                dataset.performed.append(
                    PerformedHours(
                        person: PersonIndex(person), service: Int16(service), month: month, hours: Hours(hours)))
            }
        }
        return try parameters.texts("anchors").flatMap { anchor in
            var settings = MeasureSettings()
            settings.periodMonths = Int(try parameters.number("period_months"))
            guard let known = MeasureSettings.Anchor(rawValue: anchor) else {
                throw CaseError.missingMember("parameters.anchors")
            }
            settings.anchor = known
            return rows(anchor, of: Tabulator(dataset, settings: settings), settings, people, services)
        }
    }

    private static func month(_ text: String) throws(CaseError) -> YearMonth {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[1]) else { throw .notANumber(text, column: "month") }
        return YearMonth(year: parts[0], month: parts[1])
    }

    private static func rows(
        _ anchor: String, of tabulator: Tabulator, _ settings: MeasureSettings, _ people: [String], _ services: [String]
    ) -> [ResultRow] {
        var (complete, incomplete) = (0, 0)
        var (granted, performed, lapsed, overrun) = (Hours.zero, Hours.zero, Hours.zero, Hours.zero)
        var months = [Hours](repeating: .zero, count: settings.periodMonths)
        var lapsesAlways: [PersonIndex: Bool] = [:]
        var periods: [ResultRow] = []
        tabulator.eachPeriod { period, byMonth in
            let isComplete = period.isComplete
            periods.append([
                "anchor": CaseValue(anchor), "quantity": "period", "person": CaseValue(people[Int(period.person)]),
                "service": CaseValue(services[Int(period.service)]), "period": CaseValue("\(period.first)"),
                "complete": CaseValue(isComplete ? 1 : 0), "granted": CaseValue(period.granted.value),
                "performed": CaseValue(period.performed.value),
                "lapsed": CaseValue(isComplete ? period.lapsed.value : nil),
                "overrun": CaseValue(isComplete ? period.overrun.value : nil),
            ])
            guard isComplete else {
                incomplete += 1
                return
            }
            complete += 1
            granted += period.granted
            performed += period.performed
            lapsed += period.lapsed
            overrun += period.overrun
            for (place, hours) in byMonth.enumerated() { months[place] += hours }
            lapsesAlways[period.person] = (lapsesAlways[period.person] ?? true) && period.lapsesOverHalf
        }
        func row(_ quantity: String, _ value: Double?) -> ResultRow {
            [
                "anchor": CaseValue(anchor), "quantity": CaseValue(quantity), "person": "", "service": "", "period": "",
                "value": CaseValue(value),
            ]
        }
        func share(_ quantity: String, _ part: Hours, of whole: Hours) -> ResultRow {
            var row = row(
                quantity, whole == .zero ? nil : Double(part.milliseconds) / Double(whole.milliseconds))
            row["numerator"] = CaseValue(part.value)
            row["denominator"] = CaseValue(whole.value)
            return row
        }
        return [row("complete-periods", Double(complete)), row("incomplete-periods", Double(incomplete))]
            + months.enumerated().map { share("profile-\($0.offset + 1)", $0.element, of: performed) }
            + [
                share("lapsed-hours", lapsed, of: granted), share("overrun", overrun, of: performed),
                row("persons-with-complete-period", Double(lapsesAlways.count)),
                row("persons-lapsing-over-half", Double(lapsesAlways.values.count { $0 })),
            ] + periods
    }
}
