// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What the numbers of complete periods are called when they are declared, by how periods are counted.
///
/// A period stands in the year, month and group of its last month, when its hours lapse.
struct PeriodQuantities {
    /// Persons with a complete period that ends in the year.
    let persons: DeclaredQuantity
    /// Of them, those with performed hours in it.
    let performing: DeclaredQuantity
    let granted: DeclaredQuantity
    let performed: DeclaredQuantity
    /// Performed hours within what is granted for the period: no table prints them.
    let used: DeclaredQuantity
    let lapsed: DeclaredQuantity
    let notBegun: DeclaredQuantity
    let absent: DeclaredQuantity
    let overrun: DeclaredQuantity
    let lapsing: DeclaredQuantity
    let atCeiling: DeclaredQuantity
    let lapsedShare: DeclaredQuantity
    let overrunShare: DeclaredQuantity

    init(_ settings: MeasureSettings) {
        let kind = "-\(settings.anchor.rawValue)-\(settings.periodMonths)"
        let (sv, en) = (
            " (\(settings.anchor.rawValue), \(settings.periodMonths) mån)",
            " (\(settings.anchor.rawValue), \(settings.periodMonths) mo)"
        )
        func title(_ title: Phrase) -> Phrase { Phrase(sv: title.swedish + sv, en: title.english + en) }
        persons = .persons(
            "persons-with-period-ended" + kind,
            title(Phrase(sv: "Personer med en avslutad period", en: "Persons with a period ended")))
        performing = .persons(
            "persons-with-performed-hours-in-period" + kind,
            title(Phrase(sv: "Personer med utförda timmar i en period", en: "Persons with performed hours in a period"))
        )
        granted = .hours(
            "granted-hours-of-periods" + kind,
            title(Phrase(sv: "Beviljade timmar i hela perioder", en: "Granted hours of complete periods")), of: persons)
        performed = DeclaredQuantity(
            "performed-hours-of-periods" + kind,
            title(Phrase(sv: "Utförda timmar i hela perioder", en: "Performed hours of complete periods")), .sum,
            .hours,
            adds: DeclaredQuantity.asAmounts.merging([DeclaredDimension(.periodMonth): .exactly]) { first, _ in first },
            of: performing.name)
        used = .hours(
            "used-hours-of-periods" + kind,
            title(
                Phrase(sv: "Utförda timmar inom periodens beviljade", en: "Performed hours within the period's granted")
            ),
            of: performing)
        lapsed = .hours("lapsed-hours" + kind, title(Phrase(sv: "Förfallna timmar", en: "Lapsed hours")), of: persons)
        notBegun = .hours(
            "hours-not-begun" + kind, title(Phrase(sv: "Ej påbörjade timmar", en: "Hours not begun")), of: persons)
        absent = .hours(
            "hours-of-absence" + kind, title(Phrase(sv: "Timmar vid frånvaro", en: "Hours of absence")), of: persons)
        overrun = .hours(
            "overrun-hours" + kind,
            title(Phrase(sv: "Timmar över periodens beviljade", en: "Hours above the period's granted")),
            of: performing)
        lapsing = DeclaredQuantity(
            "persons-lapsing-over-half" + kind,
            title(Phrase(sv: "Personer med mer än hälften förfallet", en: "Persons with more than half lapsed")),
            .count, .persons,
            adds: DeclaredQuantity.asJudged, base: persons.name)
        atCeiling = DeclaredQuantity(
            "persons-at-ceiling" + kind, title(Phrase(sv: "Personer vid taket", en: "Persons at the ceiling")), .count,
            .persons,
            adds: DeclaredQuantity.asJudged, base: persons.name)
        lapsedShare = .value(
            "share-lapsed" + kind, title(Phrase(sv: "Andel förfallna timmar", en: "Share of lapsed hours")), .ratio)
        overrunShare = .value(
            "share-overrun" + kind, title(Phrase(sv: "Andel timmar över beviljat", en: "Share of hours above granted")),
            .ratio)
    }

    /// What became of the granted and of the performed hours, and who has them.
    private var rules: [DeclaredRelation.Rule] {
        [
            .part(persons, of: .observed), .part(performing, of: persons),
            .whole(granted, used, lapsed, notBegun, absent), .whole(performed, used, overrun),
        ]
    }

    private var all: [DeclaredQuantity] {
        [.observed, persons, performing, granted, performed, used, lapsed, notBegun, absent, overrun]
    }

    /// Hours that became something, divided by all granted hours of the periods.
    func ofGranted(_ part: DeclaredQuantity, value: DeclaredQuantity? = nil) -> Declaration {
        var columns: [Declaration.Number: DeclaredQuantity] = [.numerator: part, .denominator: granted, .n: persons]
        columns[.value] = value
        return Declaration(.ratio, columns, quotient: 1, interval: .student, rules, others: all)
    }

    var ofOverrun: Declaration {
        Declaration(
            .ratio, [.value: overrunShare, .numerator: overrun, .denominator: performed, .n: performing], quotient: 1,
            interval: .student, rules, others: all)
    }

    /// A share of the persons with a period.
    func ofPersons(_ part: DeclaredQuantity) -> Declaration {
        Declaration(
            .share, [.numerator: part, .denominator: persons, .n: persons], quotient: 1, interval: .wilson, rules,
            others: all)
    }

    /// By the months of the period, whose hours together are all that was performed in it.
    var profile: Declaration {
        Declaration(
            .ratio, [.numerator: performed, .denominator: performed, .n: performing],
            ignoring: [.denominator: [.periodMonth], .n: [.periodMonth]], quotient: 1, interval: .student, rules,
            others: all)
    }
}
