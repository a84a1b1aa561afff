// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 3, first half: how many hours were performed?
extension Measure {
    static let performedHours = Measure(
        name: .performedHours, label: Phrase(sv: "Utförda timmar", en: "Performed hours"),
        material: .register([.visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .sum(.hours), quantities: [.value: .performedHours, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .sum, [.value: .performedHours, .n: .performing],
                        [.performedAddUp] + DeclaredRelation.Rule.performedPersons, others: performedParts)
                }, by: ofRegister, remarks: [.coverage],
                definition: { _, _ in
                    Phrase(
                        sv: "Summan av utförda timmar, räknade till den månad då besöket börjar.",
                        en: "The sum of performed hours, each visit in the month it starts.")
                }, subject: { _ in Phrase(sv: "Utförda timmar", en: "Performed hours") },
                count: .persons { inquiry in inquiry.performedInAll() }),
            // Reports tell these, which utilisation divides: beside all performed hours the hours of the few that have no
            // ceiling, or no decision, would be had by subtraction.
            Aspect(
                "inside-decisions", spelled: [.init("inside-decisions", .insideDecisions)], value: .sum(.hours),
                quantities: [.value: .performedHours, .persons: .persons], links: [], yearsCompared: nil,
                role: .main,
                declares: { _, _ in
                    Declaration(
                        .sum, [.value: .insideHours, .n: .observed], [.performedAddUp], others: performedParts)
                }, by: ofRegister, remarks: [.coverage], settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Utförda timmar i månader med beviljade timmar för personen och insatsen.",
                        en: "Performed hours in months with granted hours for the person and service.")
                },
                subject: { _ in
                    Phrase(sv: "Utförda timmar inom beslut", en: "Performed hours inside decisions")
                }, count: .rows(of: .used, as: insideDecisions)),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.hours, adds: true),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.performedHours)], isExact: true, factors: []),
                declares: { _, _ in .change(of: .performedHours) }, by: ofYear,
                remarks: [.coverage],
                definition: { _, _ in
                    Phrase(
                        sv: "Skillnad mot året innan i utförda timmar.",
                        en: "Difference from the year before in performed hours.")
                }, subject: { _ in changeSubject(Phrase(sv: "Utförda timmar", en: "Performed hours")) }, isSigned: true,
                count: .changes(of: .performed { _ in true }, as: .plain(.hours))),
            Aspect(
                "outside-decisions", spelled: [.init("outside-decisions", .outsideDecisions)], value: .sum(.hours),
                quantities: [:],
                links: [
                    .sum(of: .value, [all, inside, Link.Term(-1)]),
                    .sum(
                        of: .value,
                        [all, inside, Link.Term(-1), Link.Term(-1, NumberName(.performedHours, .unlimited))]),
                ], yearsCompared: nil, role: .auxiliary,
                declares: { _, _ in Declaration(.sum, [.value: .outsideHours, .n: .outside]) }, by: ofRegister,
                remarks: [.coverage], settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Utförda timmar i månader utan beviljade timmar för personen och insatsen.",
                        en: "Performed hours in months without granted hours for the person and service.")
                }, subject: { _ in Phrase(sv: "Utförda timmar utanför beslut", en: "Hours outside decisions") },
                count: .rows(of: .performed { $0 == .outside }, as: .hours)),
            Aspect(
                "unlimited", spelled: [.init("unlimited", .unlimited)], value: .sum(.hours),
                quantities: [.persons: .persons], links: [.sum(of: .value, [all, inside, Link.Term(-1)])],
                yearsCompared: nil, role: .auxiliary,
                declares: { _, _ in
                    Declaration(.sum, [.value: .hoursWithoutCeiling, .n: .performingWithoutCeiling])
                }, by: ofRegister, remarks: [.coverage],
                definition: { _, _ in
                    Phrase(
                        sv: "Utförda timmar i månader med fri ledsagning (inget tak).",
                        en: "Performed hours in months without an hour ceiling.")
                }, subject: { _ in Phrase(sv: "Utförda timmar vid fri ledsagning", en: "Hours without a ceiling") },
                count: .rows(of: .performed { $0 == .unlimited }, as: .hours)),
            Aspect(
                "without-test", spelled: [.init("without-test", .withoutTest)], value: .sum(.hours), quantities: [:],
                links: [], yearsCompared: nil, role: .auxiliary, declares: { _, _ in untested }, by: [.year],
                remarks: [.coverage],
                definition: { _, _ in
                    Phrase(
                        sv: """
                            Utförda timmar av insatser utan individuell behovsprövning (11 kap. 5 § SoL), också sådana där \
                            det inte är registrerat vem som fått dem (14 kap. 5 §). Den som är okänd räknas inte bland \
                            personerna, som därför är minst så många.
                            """,
                        en: """
                            Performed hours of services without an individual test (SoL 11:5), also those of which it is \
                            not recorded who had them (14:5). Who is unknown does not count among the persons, who are \
                            therefore at least so many.
                            """)
                },
                subject: { _ in
                    Phrase(
                        sv: "Utförda timmar utan individuell behovsprövning",
                        en: "Hours performed without an individual test")
                }, count: .persons { inquiry in inquiry.hoursWithoutTest() }),
        ],
        ofTotals: { total, _ in
            Measurement(kind: .sum, unit: .hours, value: total.performed.value, persons: total.persons)
        }, adverse: nil, explanation: .performedHours)

    /// n is not told: of some hours nobody knows of how many they are.
    private static let untested = Declaration(
        .sum,
        [
            .value: DeclaredQuantity(
                "performed-hours-without-test",
                Phrase(
                    sv: "Utförda timmar utan individuell behovsprövning",
                    en: "Hours performed without an individual test"), .sum, .hours, adds: [:])
        ])

    /// n is those with granted hours, as of utilisation: that somebody of them has no performed hour is told by no second n.
    private static let insideDecisions = CellNumber(.hours, of: { sum, _ in sum.contribution }) { sums, _ in
        var hours = Measurement.hours(sums)
        hours.persons = sums.count
        return hours
    }

    // All performed hours are those inside decisions, those outside, and those without a ceiling.
    private static let all = Link.Term(1, NumberName(.performedHours))
    private static let inside = Link.Term(-1, NumberName(.utilisation, .headline, .numerator))
}

extension Inquiry {
    /// A group with the service and no performed hour has a row too: that it has none is a number, which disclosure
    /// control must judge like any other. A row left out would tell it. The number is then said of everyone in the group,
    /// so n is all of them though nobody contributes: in a small group it is hidden (`PrimaryRule.nothingInSmallGroup`).
    fileprivate func performedInAll() -> [CountedRow] {
        let performed = cells(of: .performed { _ in true })
        let everyone = cells(of: .decisions)
        return breakdown.rowCells(Array(Set(performed.occurring + everyone.occurring))).map { cell in
            let key = breakdown.key(of: cell)
            if let reason = notObserved(cell) {
                return CountedRow(key, .notDefined(unit: .hours, reason))
            }
            var hours = CellNumber.hours(performed[cell], self)
            if hours.measurement.persons == 0 { hours.measurement.persons = everyone[cell].count }
            return CountedRow(key, hours)
        }
    }
}

extension Inquiry {
    /// Hours under SoL 11:5. Each visit without a person is taken to be of a person of its own, since nobody knows better.
    fileprivate func hoursWithoutTest() -> [CountedRow] {
        breakdown.rowCells([]).map { cell in
            let year = breakdown.year(of: cell)
            var brought: [PersonIndex: Int64] = [:]
            for hours in dataset.performed where hours.isWithoutTest && hours.month.year == year {
                brought[hours.person, default: 0] += hours.hours.milliseconds
            }
            for (place, hours) in dataset.untested.enumerated() where hours.month.year == year {
                brought[PersonIndex(dataset.persons.count + place)] = hours.hours.milliseconds
            }
            let key = breakdown.key(of: cell)
            guard !brought.isEmpty else {
                return CountedRow(key, .notDefined(unit: .hours, kind: .sum, Self.noneWithoutTest))
            }
            let units = brought.sorted { $0.key < $1.key }
            let contributions = Measurement.Contributions(units.lazy.map(\.value), scale: Measurement.hour)
            var number = Measurement(
                kind: .sum, unit: .hours, value: contributions.total, persons: units.count,
                numeratorContributions: contributions)
            number.tellsPersons = false
            return CountedRow(
                key,
                CountedNumber(
                    number,
                    of: units.map {
                        Contribution(
                            unit: Contributor(person: $0.key), numerator: Double($0.value) / Measurement.hour)
                    }))
        }
    }

    private static let noneWithoutTest = Phrase(
        sv: "Exporterna har inga timmar utan individuell behovsprövning.",
        en: "The exports hold no hours without an individual test.")
}

extension Explanation {
    static let performedHours = Explanation(
        name: MeasureName.performedHours.rawValue, kind: .measure, aliases: ["utförda timmar", "utfört"],
        summary: Phrase(sv: "Hur många timmar utfördes?", en: "How many hours were performed?"),
        definition: [
            Phrase(
                sv: "Summan av timmarna i utförda besök, efter den dag då besöket börjar, eller månadens uppgift när "
                    + "exporten är per månad. Avbokade besök räknas inte.",
                en: "The sum of hours of performed visits, by the day the visit starts, or the month's figure when the "
                    + "export is monthly. Cancelled visits do not count."),
            Phrase(
                sv:
                    "Timmarna hör till den nämnd, det lagrum och den utförare som månadens beslut har; timmar utanför beslut till "
                    + "besökets egna. Timmar utanför beslut är de i månader utan beviljade timmar för personen och "
                    + "insatsen; de räknas här men inte i andelen utförda timmar eller flexibel användning.",
                en:
                    "Hours belong to the district, law and provider of the month's decision; hours outside decisions to "
                    + "those of the visit. Hours outside decisions are those in months without granted hours for the "
                    + "person and service; they count here but not in utilisation or flexible use."),
            Phrase(
                sv:
                    "Varianter: inside-decisions och outside-decisions, timmar inom och utanför beslut; without-test, timmar av "
                    + "insatser utan individuell behovsprövning (11 kap. 5 § SoL, från 2025-07-01). Är det inte registrerat "
                    + "vem som fått dem räknas de bara där, och personerna är minst så många som det står.",
                en:
                    "Variants: inside-decisions and outside-decisions, hours inside and outside decisions; without-test, "
                    + "hours of services without an individual test (SoL 11:5, from 2025-07-01). Where it is not recorded "
                    + "who had them they count there alone, and persons are at least as many as is said."),
        ],
        formula: [.math("U = Σ u(p,m,s)")], settingKeys: [],
        source: Phrase(sv: "Ledsagas definition.", en: "Ledsaga's definition."),
        example: [
            Phrase(
                sv: "Ett besök 2019-01-31 kl.\u{A0}22.00 till 01.30 är 3,5 timmar i januari.",
                en: "A visit on 2019-01-31 from 22:00 to 01:30 is 3.5 hours in January.")
        ],
        seeAlso: ["person-month", "observation-window", MeasureName.utilisation.rawValue])
}
