// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Declaration {
    /// What a count or sum has changed by.
    static func change(of quantity: DeclaredQuantity) -> Declaration {
        Declaration(.difference, [.value: .change(of: quantity)], [.change(of: quantity)], others: [quantity])
    }

    /// What a share or ratio has changed by, among those who belong to its base in either year.
    static func change(of value: DeclaredQuantity, among base: DeclaredQuantity) -> Declaration {
        Declaration(
            .difference, [.value: .change(of: value), .n: .inEitherYear(base)],
            [.change(of: value), .eitherYear(of: base)], others: [value, base])
    }
}

extension DeclaredQuantity {
    private static let oneEach: [Dimension] = [.sex, .age]
    private static let several: [Dimension] = [
        .month, .district, .districtThen, .law, .service, .provider, .providerType, .hourClass,
    ]

    /// Persons of the register, each counted once: of one sex and one age, of several boards perhaps.
    static let asPersons: [DeclaredDimension: ClassSum] = sums(oneEach, .exactly)
        .merging(sums(several, .union)) { first, _ in first }
        .merging([.lawCombination: .exactly, .lawsApart: .exactly]) { first, _ in first }
    /// Hours, decisions and months: each stands in one class.
    static let asAmounts = sums(oneEach + several, .exactly)
    /// Persons of whom it is judged in each class anew.
    static let asJudged: [DeclaredDimension: ClassSum] =
        sums(oneEach, .exactly).merging(sums(several, .anew)) { first, _ in first }
        .merging([.lawsApart: .anew]) { first, _ in first }
    /// Respondents, whose traits are what they answered or what the sample says.
    static let asRespondents: [DeclaredDimension: ClassSum] =
        sums([.sex, .age, .district], .exactly)
        .merging([DeclaredDimension(.law): .union, .lawCombination: .exactly]) { first, _ in first }
    /// Respondents some of whom may be of no known class.
    static let asAnswers: [DeclaredDimension: ClassSum] =
        sums([.sex, .age, .district], .atLeast)

    private static func sums(_ dimensions: [Dimension], _ sum: ClassSum) -> [DeclaredDimension: ClassSum] {
        Dictionary(uniqueKeysWithValues: dimensions.map { (DeclaredDimension($0), sum) })
    }

    static func persons(_ name: String, _ title: Phrase) -> DeclaredQuantity {
        DeclaredQuantity(name, title, .count, .persons, adds: asPersons)
    }

    static func hours(_ name: String, _ title: Phrase, of persons: DeclaredQuantity) -> DeclaredQuantity {
        DeclaredQuantity(name, title, .sum, .hours, adds: asAmounts, of: persons.name)
    }

    /// A number that follows from two years; of amounts, those of classes add like the amounts.
    static func change(of quantity: DeclaredQuantity) -> DeclaredQuantity {
        DeclaredQuantity(
            quantity.name + "-change",
            Phrase(sv: quantity.title.swedish + ", förändring", en: quantity.title.english + ", change"), .difference,
            quantity.unit, adds: quantity.kind == .sum ? quantity.adds : [:])
    }

    /// Those counted in this year or the year before.
    static func inEitherYear(_ quantity: DeclaredQuantity) -> DeclaredQuantity {
        DeclaredQuantity(
            quantity.name + "-in-either-year",
            Phrase(
                sv: quantity.title.swedish + ", något av två år", en: quantity.title.english + ", either of two years"),
            .count, quantity.unit,
            // One may be a year older, and so in two classes of age.
            // Who has both laws in either year need not have both in one.
            adds: quantity.adds.merging([DeclaredDimension(.age): .union]) { $1 }
                .filter { ![.lawCombination, .lawsApart].contains($0.key) })
    }

    /// The value itself, where it is a share or a ratio in sums and differences with others.
    static func value(
        _ name: String, _ title: Phrase, _ kind: NumberKind, _ unit: Unit = .share,
        adds: [DeclaredDimension: ClassSum] = [:]
    ) -> DeclaredQuantity {
        DeclaredQuantity(name, title, kind, unit, adds: adds)
    }
}

// MARK: Quantities that several measures speak of

extension DeclaredQuantity {
    static let everyone = persons("persons", Phrase(sv: "Personer med beslut", en: "Persons with a decision"))
    static let unlimited = persons(
        "persons-without-ceiling", Phrase(sv: "Personer med fri ledsagning", en: "Persons without an hour ceiling"))
    static let granted = persons(
        "persons-with-granted-hours", Phrase(sv: "Personer med beviljade timmar", en: "Persons with granted hours"))
    static let observed = persons(
        "persons-with-granted-hours-observed",
        Phrase(
            sv: "Personer med beviljade timmar i månader med filer",
            en: "Persons with granted hours in months with files"))
    static let performing = persons(
        "persons-with-performed-hours", Phrase(sv: "Personer med utförda timmar", en: "Persons with performed hours"))
    static let outside = persons(
        "persons-outside-decisions",
        Phrase(sv: "Personer med timmar utanför beslut", en: "Persons with hours outside decisions"))
    static let withoutPerformed = persons(
        "persons-without-performed-hours",
        Phrase(sv: "Personer utan utförda timmar", en: "Persons without performed hours"))
    static let performingWithoutCeiling = persons(
        "persons-performed-without-ceiling",
        Phrase(sv: "Personer med timmar vid fri ledsagning", en: "Persons with hours without a ceiling"))
    static let grantedHours = hours(
        "granted-hours", Phrase(sv: "Beviljade timmar", en: "Granted hours"), of: granted)
    static let observedHours = hours(
        "granted-hours-observed",
        Phrase(sv: "Beviljade timmar i månader med filer", en: "Granted hours in months with files"), of: observed)
    static let performedHours = hours(
        "performed-hours", Phrase(sv: "Utförda timmar", en: "Performed hours"), of: performing)
    static let insideHours = hours(
        "performed-hours-inside-decisions",
        Phrase(sv: "Utförda timmar inom beslut", en: "Performed hours inside decisions"), of: observed)
    static let outsideHours = hours(
        "performed-hours-outside-decisions",
        Phrase(sv: "Utförda timmar utanför beslut", en: "Hours outside decisions"), of: outside)
    static let hoursWithoutCeiling = hours(
        "performed-hours-without-ceiling",
        Phrase(sv: "Utförda timmar vid fri ledsagning", en: "Hours without a ceiling"), of: performingWithoutCeiling)
    static let atMonthEnd = persons(
        "persons-at-month-end",
        Phrase(sv: "Personer vid något månadsslut", en: "Persons at the end of some month"))
    static let monthEnds = DeclaredQuantity(
        "month-ends", Phrase(sv: "Personers månadsslut", en: "Month ends of persons"), .count, .personMonths,
        adds: asPersons)
    static let withoutDistrict = persons(
        "persons-without-district", Phrase(sv: "Personer utan stadsdelsnämnd", en: "Persons without a district board"))
    static let wholeMonths = persons(
        "persons-with-whole-months",
        Phrase(sv: "Personer med en hel månad med beviljade timmar", en: "Persons with a whole month of granted hours"))
    static let deciders = persons(
        "persons-with-decisions-at-year-end",
        Phrase(sv: "Personer med beslut vid årets slut", en: "Persons with decisions at the end of the year"))
    static let unusedDecisions = DeclaredQuantity(
        "decisions-without-performed-hours",
        Phrase(sv: "Beslut utan utförda timmar", en: "Decisions without performed hours"), .count, .decisions,
        adds: asAmounts)
    static let unusing = persons(
        "persons-with-unused-decisions",
        Phrase(sv: "Personer med beslut utan utförda timmar", en: "Persons with decisions without performed hours"))
    static let givingDecisions = DeclaredQuantity(
        "decisions-granting-hours", Phrase(sv: "Beslut som ger timmar", en: "Decisions that grant hours"), .count,
        .decisions, adds: asAmounts)
    static let personMonths = DeclaredQuantity(
        "person-months", Phrase(sv: "Personmånader", en: "Person-months"), .count, .personMonths, adds: asAmounts)
    static let decisions = DeclaredQuantity(
        "decisions", Phrase(sv: "Beslut vid årets slut", en: "Decisions at the end of the year"), .count, .decisions,
        adds: asAmounts)
}

extension DeclaredRelation.Rule {
    static func part(_ part: DeclaredQuantity, of whole: DeclaredQuantity) -> Self {
        .partOf(part: part.name, whole: whole.name, at: nil)
    }

    static func whole(_ whole: DeclaredQuantity, _ parts: DeclaredQuantity...) -> Self {
        .sum(whole: whole.name, parts: parts.map(\.name))
    }

    static func change(of quantity: DeclaredQuantity, before: DeclaredRelation.Before = .year) -> Self {
        .change(difference: DeclaredQuantity.change(of: quantity).name, of: quantity.name, before: before)
    }

    static func same(_ one: DeclaredQuantity, _ other: DeclaredQuantity, ignoring: Dimension? = nil) -> Self {
        .same(one.name, other.name, ignoring: ignoring)
    }

    static func no(more these: DeclaredQuantity..., than those: [DeclaredQuantity]) -> Self {
        .atMost(these.map(\.name), those.map(\.name))
    }

    static func eitherYear(of quantity: DeclaredQuantity) -> Self {
        .eitherYear(union: DeclaredQuantity.inEitherYear(quantity).name, of: quantity.name)
    }
}

extension DeclaredRelation.Rule {
    /// All performed hours are those inside decisions, those outside, and those without a ceiling.
    static let performedAddUp = whole(.performedHours, .insideHours, .outsideHours, .hoursWithoutCeiling)
    /// Who has performed hours and no decision in the group has hours outside decisions.
    static let performedPersons = [
        part(.withoutPerformed, of: .everyone),
        atMost(
            [DeclaredQuantity.performing.name, DeclaredQuantity.withoutPerformed.name],
            [DeclaredQuantity.everyone.name, DeclaredQuantity.outside.name]),
        atMost(
            [DeclaredQuantity.everyone.name],
            [DeclaredQuantity.performing.name, DeclaredQuantity.withoutPerformed.name]),
        part(.outside, of: .performing),
        part(.performingWithoutCeiling, of: .performing),
    ]
}
