// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences on what becomes of the hours of a period.
extension FindingWriter {
    /// "Drygt en tredjedel av de beviljade timmarna förföll (36,1 procent, intervall 34,9–37,3)."
    func lapsed(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.grantedHours.part(ShareWording(for: min(1, max(0, share.value))), in: language).asSentenceStart
        return finding(
            sv: "\(part) förföll (\(percent(share))\(interval(share))).",
            en: "\(part) lapsed (\(percent(share))\(interval(share))).")
    }

    /// "Drygt en av tio personer med en hel period förlorade mer än hälften av timmarna i varje period (…)."
    func lapsesOverHalf(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.withPeriod.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: "\(part) förlorade mer än hälften av timmarna i varje period (\(percent(share))\(interval(share))).",
            en: "\(part) lost more than half of their hours in every period (\(percent(share))\(interval(share))).")
    }

    /// "Av de utförda timmarna var 2,1 procent (intervall …) fler än perioden hade beviljats."
    func overrun(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        guard share.value > 0 else {
            return finding(
                sv: "Ingen fick fler timmar utförda än perioden hade beviljats.",
                en: "Nobody had more hours performed than the period was granted.", values: [share])
        }
        return finding(
            sv: "Av de utförda timmarna låg \(percent(share)) över vad som beviljats för perioden\(interval(share)).",
            en: "Of the performed hours \(percent(share)) were above what was granted for the period\(interval(share))."
        )
    }

    /// "En av tio personer med en hel period fick alla sina timmar utförda i minst hälften av perioderna (…). De kan behöva
    /// fler."
    func atCeiling(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.withPeriod.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: """
                \(part) fick alla sina timmar utförda i minst hälften av sina perioder (\(percent(share))\
                \(interval(share))).
                """,
            en: """
                \(part) had all their hours performed in at least half of their periods (\(percent(share))\
                \(interval(share))).
                """)
    }

    /// "Flest timmar används i periodens tredje månad: 36,2 procent." nil where months are hidden, and where the test of no
    /// month tells it from an equal share.
    func profile(_ months: [(month: Terms.Category, cell: ReleasedCell)]) -> Finding? {
        let shown = months.compactMap { month in month.cell.shown.map { (month.month, $0) } }
        guard shown.count == months.count, shown.count > 1 else { return nil }
        guard let most = shown.max(by: { $0.1.value < $1.1.value }) else { return nil }
        guard shown.contains(where: { ($0.1.adjustedP ?? 1) < 0.05 }) else {
            guard shown.allSatisfy({ $0.1.adjustedP != nil }) else { return nil }
            return finding(
                sv: "Timmarna används ungefär lika mycket i periodens alla månader: skillnaderna kan bero på slumpen.",
                en: "Hours are used about as much in every month of the period: the differences may be due to chance.",
                values: shown.map(\.1))
        }
        guard let place = months.firstIndex(where: { $0.month.code == most.0.code }),
            let ordinal = Ordinal.words(place + 1)
        else { return nil }
        return finding(
            sv: "Flest timmar används i periodens \(ordinal.swedish) månad: \(percent(most.1)) av dem.",
            en: "Most hours are used in the \(ordinal.english) month of the period: \(percent(most.1)) of them.",
            values: shown.map(\.1))
    }
}

extension Group {
    /// Persons with a complete period that ended in the report's year.
    fileprivate static let withPeriod = Group(
        definite: Phrase(
            sv: "de personer som hade en hel period", en: "those who had a complete period"),
        counted: "personer som hade en hel period")
}
