// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Intake

extension SimulatedMunicipality {
    /// The municipality as a data set, as if its exports had been read without a fault: for tests and figures that
    /// need no files. Visits are folded into person-months in order of first appearance.
    package func dataset() -> Dataset {
        let division = BoardTimeline.division(parameters.boards)
        func district(_ board: Board?, on day: CivilDate) -> DistrictIndex? {
            guard let name = board?.name(on: day) else { return nil }
            return division.districts.firstIndex { $0.name == name }.map { DistrictIndex($0) }
        }
        var dataset = Dataset(
            municipality: parameters.boards.municipality,
            services: SimulatedService.allCases.map { Service(name: $0.name, law: $0.law) }, division: division,
            providers: Provider.all.map(\.name),
            persons: persons.map { Person(birthYear: $0.birthYear, sex: $0.sex, isProtected: $0.isProtected) })
        if parameters.boards == .madeUp { dataset.population = MadeUpPopulation(parameters).counts(division) }
        dataset.decisions = decisions.map { decision in
            Decision(
                person: PersonIndex(decision.person), service: Int16(decision.service.rawValue), law: decision.law,
                district: district(decision.board, on: decision.from), outcome: decision.outcome,
                from: decision.from, to: decision.to, hours: decision.hours, unit: decision.unit,
                isUnlimited: decision.isUnlimited, provider: Int16(decision.provider),
                providerType: Provider.all[decision.provider].type,
                appliedHours: Hours(milliseconds: Int64(decision.appliedCentihours) * 36_000),
                applied: decision.applied, decided: decision.decided,
                endReason: decision.endReason.map { (try? WordField.endReason.decode($0.utf8.span)) ?? .other },
                isPostponed: decision.isPostponed)
        }
        var window: ClosedRange<YearMonth>?
        for year in parameters.years {
            for person in persons.indices {
                for (month, hours) in months(of: person, in: year) {
                    let next = month...month
                    window = window.map { min($0.lowerBound, month)...max($0.upperBound, month) } ?? next
                    if let hours {
                        dataset.performed.append(
                            PerformedHours(
                                person: PersonIndex(person), service: Int16(hours.visit.service.rawValue),
                                month: month,
                                district: parameters.visitsNameDistrict
                                    ? district(hours.visit.board, on: hours.visit.day) : nil,
                                law: hours.visit.service.law, provider: Int16(hours.visit.provider),
                                providerType: Provider.all[hours.visit.provider].type, hours: hours.sum,
                                visits: hours.count, days: hours.days))
                    }
                }
            }
        }
        dataset.observationWindow = window
        return dataset
    }

    /// What the performed visits of a month add up to; visits of a service and month agree in all else.
    private typealias MonthSum = (visit: SimulatedVisit, sum: Hours, count: Int32, days: UInt32)

    /// The months of a year with visits, those without a performed one with nil.
    private func months(of person: Int, in year: Int) -> [(YearMonth, MonthSum?)] {
        var found: [(YearMonth, MonthSum?)] = []
        let ofYear = visits(of: person, in: year)
        for service in SimulatedService.allCases {
            for month in YearMonth.months(of: year) {
                let visits = ofYear.filter { $0.service == service && $0.day.month == month }
                guard !visits.isEmpty else { continue }
                let performed = visits.filter { $0.status == .performed }
                let sum = performed.reduce(Hours.zero) { $0 + $1.hours }
                // In the monthly form no day is known.
                let days: UInt32 =
                    parameters.form == .visits
                    ? performed.reduce(0) { $0 | 1 << UInt32($1.day.components.day - 1) } : 0
                found.append((month, performed.first.map { ($0, sum, Int32(performed.count), days) }))
            }
        }
        return found
    }
}
