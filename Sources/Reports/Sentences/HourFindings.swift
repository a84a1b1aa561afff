// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// "Medianen är 12,0 beviljade timmar per månad. Hälften av personmånaderna ligger mellan 8,0 och 20,0 timmar."
    func grantedPerMonth(median: ReleasedCell, lower: ReleasedCell, upper: ReleasedCell) -> Finding? {
        guard let median = median.shown else { return nil }
        let first = text(
            sv: "Medianen är \(median, .decimal(1)) beviljade timmar per månad.",
            en: "The median is \(median, .decimal(1)) granted hours a month.")
        guard let lower = lower.shown, let upper = upper.shown else { return Finding(first) }
        return Finding(
            first
                + text(
                    sv: """
                         För minst hälften av personmånaderna ligger timmarna mellan \(lower, .decimal(1)) och \
                        \(upper, .decimal(1)).
                        """,
                    en: """
                         For at least half of the person-months the hours lie between \(lower, .decimal(1)) and \
                        \(upper, .decimal(1)).
                        """))
    }

    /// "1 240 timmar har utförts i månader utan beslut. De räknas bland de utförda timmarna men inte i andelen
    /// utförda timmar." nil when there are none.
    func outsideDecisions(_ cell: ReleasedCell) -> Finding? {
        guard let sum = cell.shown, sum.value > 0 else { return nil }
        return finding(
            sv: """
                \(hours(sum)) har utförts i månader utan beslut. De räknas bland de utförda timmarna men inte i \
                andelen utförda timmar.
                """,
            en: """
                \(hours(sum)) were performed in months without a decision. They count among the performed hours \
                but not in the share of performed hours.
                """)
    }

    /// "82 personer har beviljats insatsen men inte fått någon tid utförd under året."
    func withoutPerformed(_ cell: ReleasedCell) -> Finding? {
        guard let persons = cell.shown else { return nil }
        guard persons.value > 0 else {
            return finding(
                sv: "Alla som beviljats insatsen har fått tid utförd \(observed.swedish).",
                en: "Everybody granted the service had some time performed \(observed.english).", values: [persons])
        }
        return finding(
            sv:
                "\(counted(persons, .person)) har beviljats insatsen men inte fått någon tid utförd \(observed.swedish).",
            en: """
                \(counted(persons, .person)) had been granted the service but had no hours performed \
                \(observed.english).
                """)
    }

    /// "14 personer har insatsen utan timtak (fri ledsagning). De ingår i antalet personer men inte i måtten på flexibel
    /// användning." nil when there are none.
    func unlimited(_ cell: ReleasedCell) -> Finding? {
        guard let persons = cell.shown, persons.value > 0 else { return nil }
        return finding(
            sv: """
                \(counted(persons, .person)) har insatsen utan timtak (fri ledsagning). De ingår i antalet \
                personer men inte i måtten på flexibel användning.
                """,
            en: """
                \(counted(persons, .person)) had the service without an hour ceiling (free use). They count \
                among the persons but not in the measures of flexible use.
                """)
    }
}
