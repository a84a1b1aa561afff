// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What the numbers of flexible use are called when they are declared, under one definition, denominator and anchor.
///
/// Using above the month's hours whatever the period (F1o) does not depend on the anchor, and those who do so have
/// performed hours: the flexible persons of D1 and of D2 are the same.
struct FlexibleQuantities {
    let value: DeclaredQuantity
    let base: DeclaredQuantity
    let declaration: Declaration

    /// The settings are those of the variant that is asked for.
    init(_ settings: MeasureSettings) {
        let (definition, denominator, anchor) = (
            settings.definition.rawValue, settings.denominator.rawValue, settings.anchor.rawValue
        )
        value = DeclaredQuantity.value(
            "share-flexible-\(definition)-\(denominator)-\(anchor)",
            Phrase(sv: "Andel med flexibel användning", en: "Share with flexible use"), .share)
        let whole = Self.base(denominator: denominator, anchor)
        base = whole
        let isWhole = denominator == MeasureSettings.Denominator.completePeriod.rawValue
        let counted = Self.flexible(definition, anchor, inWholePeriods: isWhole)
        let wider = Self.flexible(
            MeasureSettings.Definition.movedHoursOrOverrun.rawValue, anchor, inWholePeriods: isWhole)
        let everyPeriod = Self.flexible(definition, anchor, inWholePeriods: false)
        let second = Self.base(denominator: MeasureSettings.Denominator.performed.rawValue, anchor)
        let third = Self.base(denominator: MeasureSettings.Denominator.completePeriod.rawValue, anchor)
        var rules: [DeclaredRelation.Rule] = [
            .whole(.everyone, Self.withCeiling, .unlimited), .part(second, of: Self.withCeiling),
            .part(third, of: Self.withCeiling), .part(second, of: Self.performing),
        ]
        if wider != counted { rules.append(.part(counted, of: wider)) }
        if isWhole {
            rules.append(.part(counted, of: everyPeriod))
            // The flexible without a whole period are among those without one.
            rules.append(.no(more: third, everyPeriod, than: [Self.withCeiling, counted]))
        }
        declaration = Declaration(
            .share, [.value: value, .numerator: counted, .denominator: base, .n: base], quotient: 1,
            interval: .wilson, rules + Self.ofPerforming,
            others: [
                .everyone, .unlimited, .performing, .insideHours, Self.withCeiling, second, third, wider, everyPeriod,
                Self.performing, Self.performedHours, Self.moved,
            ])
    }

    private static func base(denominator: String, _ anchor: String) -> DeclaredQuantity {
        switch MeasureSettings.Denominator(rawValue: denominator) {
        case .granted?, nil: withCeiling
        case .performed?:
            .persons(
                "persons-with-ceiling-and-performed-hours",
                Phrase(
                    sv: "Personer med timtak och utförda timmar", en: "Persons with a ceiling and performed hours"))
        case .completePeriod?:
            .persons(
                "persons-with-whole-period-\(anchor)",
                Phrase(sv: "Personer med en hel period (\(anchor))", en: "Persons with a whole period (\(anchor))"))
        }
    }

    private static func flexible(
        _ definition: String, _ anchor: String, inWholePeriods: Bool
    ) -> DeclaredQuantity {
        let dependsOnAnchor =
            inWholePeriods || definition != MeasureSettings.Definition.movedHoursOrOverrun.rawValue
        let name = [definition] + (inWholePeriods ? ["whole-period"] : []) + (dependsOnAnchor ? [anchor] : [])
        return DeclaredQuantity(
            "persons-flexible-" + name.joined(separator: "-"),
            Phrase(
                sv: "Personer med flexibel användning (\(name.joined(separator: ", ")))",
                en: "Persons with flexible use (\(name.joined(separator: ", ")))"), .count, .persons,
            adds: DeclaredQuantity.asJudged,
            base: inWholePeriods ? base(denominator: "complete-period", anchor).name : withCeiling.name)
    }

    static let withCeiling = DeclaredQuantity.persons(
        "persons-with-ceiling", Phrase(sv: "Personer med timtak", en: "Persons with an hour ceiling"))
    static let performing = DeclaredQuantity.persons(
        "persons-with-performed-hours-under-ceiling",
        Phrase(sv: "Personer med utförda timmar under timtak", en: "Persons with performed hours under a ceiling"))
    static let performedHours = DeclaredQuantity.hours(
        "performed-hours-under-ceiling",
        Phrase(sv: "Utförda timmar under timtak", en: "Performed hours under a ceiling"), of: performing)
    static let moved = DeclaredQuantity.hours(
        "moved-hours", Phrase(sv: "Flyttade timmar", en: "Moved hours"), of: performing)
    static let ofPerforming: [DeclaredRelation.Rule] = [
        .part(performing, of: .performing), .no(more: performedHours, than: [.insideHours]),
        .no(more: moved, than: [performedHours]),
    ]
}
