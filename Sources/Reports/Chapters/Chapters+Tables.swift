// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Bilaga C Tabeller: every measure over every breakdown, both years.
    func tables() -> Section {
        Section(
            id: "tabeller", heading: said(sv: "Bilaga C. Tabeller", en: "Annex C. Tables"),
            blocks: [
                full(
                    .persons, "alla-personer", Phrase(sv: "Personer", en: "Persons"),
                    Phrase(sv: "antal personer", en: "number of persons"), .count, hasInterval: false),
                full(
                    .grantedHours, "alla-beviljade", Phrase(sv: "Beviljade timmar", en: "Granted hours"),
                    Phrase(sv: "timmar", en: "hours"), .hours(), hasInterval: false),
                full(
                    .performedHours, "alla-utforda", Phrase(sv: "Utförda timmar", en: "Performed hours"),
                    Phrase(sv: "timmar", en: "hours"), .hours(), hasInterval: false),
                full(
                    .utilisation, "alla-andelar",
                    Phrase(sv: "Andel utförda timmar", en: "Share of performed hours"),
                    Phrase(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours"), .percent(),
                    hasInterval: true),
                full(
                    .flexibleUse, "alla-flexibla", Phrase(sv: "Flexibel användning", en: "Flexible use"),
                    Phrase(sv: "procent av personerna", en: "per cent of the persons"), .percent(),
                    hasInterval: true),
            ].compactMap { $0 }.map(shown))
    }

    /// One measure: a row a group, for each year its value and, where it has one, its interval.
    private func full(
        _ measure: MeasureName, _ id: String, _ title: Phrase, _ unit: Phrase, _ form: NumberForm, hasInterval: Bool
    ) -> Table? {
        let dimensions = available([.law, .sex, .age, .district], of: measure)
        guard !dimensions.isEmpty else { return nil }
        let columns = questions.years.flatMap { year in
            [GroupColumn("\(year)", measure, year: year, form)]
                + (hasInterval
                    ? [
                        GroupColumn(
                            said(sv: "Intervall \(year)", en: "Interval \(year)"), measure, year: year, part: .interval,
                            form)
                    ] : [])
        }
        return groupTable(
            Caption(
                id: id,
                title: said(
                    sv: "\(title.swedish) efter \(listed(dimensions))",
                    en: "\(title.english) by \(listed(dimensions))"),
                unit: said(unit)),
            by: dimensions, columns: columns, categoriesOf: measure)
    }
}
