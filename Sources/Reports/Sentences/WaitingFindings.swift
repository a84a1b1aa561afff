// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences on how long people wait.
extension FindingWriter {
    /// "Av besluten hade 71,2 procent påbörjats inom 90 dagar (intervall …), och 45,0 procent inom 30."
    func begunWithin90(_ cell: ReleasedCell, within30: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let early: RichText =
            within30.shown.map { text(sv: ", och \(percent($0)) inom 30", en: ", and \(percent($0)) within 30") } ?? ""
        return finding(
            sv: "Av nya beslut hade \(percent(share)) påbörjats inom 90 dagar från beslutet\(interval(share))\(early).",
            en: "Of new decisions \(percent(share)) had begun within 90 days of the decision\(interval(share))\(early)."
        )
    }

    /// "Det tog 34 dagar från beslutet innan hälften hade fått sin första timme."
    func medianWait(_ cell: ReleasedCell) -> Finding? {
        guard let days = cell.shown else { return nil }
        if days.value == 0 {
            return finding(
                sv: "Hälften fick sin första timme samma dag som beslutet.",
                en: "Half had their first hour on the day of the decision.", values: [days])
        }
        return finding(
            sv: "Det tog \(days, .decimal(0)) dagar från beslutet innan hälften hade fått sin första timme.",
            en: "It took \(days, .decimal(0)) days from the decision before half had had their first hour.")
    }

    /// "Det tog minst 120 dagar innan nio av tio hade fått sin första timme." Of fewer than a hundred persons it is the lower
    /// limit; where n is not told the sentence is not written.
    func nineInTen(_ cell: ReleasedCell) -> Finding? {
        guard let days = cell.shown, let persons = days.persons else { return nil }
        let atLeast = persons < 100
        return finding(
            sv: """
                Det tog \(atLeast ? "minst " : "")\(days, .decimal(0)) dagar innan nio av tio hade fått sin första timme.
                """,
            en: """
                It took \(atLeast ? "at least " : "")\(days, .decimal(0)) days before nine in ten had had their first hour.
                """)
    }
}
