// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Counts of a day that anyone may choose (`--on 10-01`, then `10-02`). Two of them are a difference of each other: the
/// few who came or left between the days. So all are rounded to the nearest multiple of the threshold.
///
/// Rounded is every count, on every day, whoever else is counted. A rule that left a count exact on days when nobody
/// came or left would tell with the exact ones of two such days what it keeps beside the days between; and where one
/// count of a table is exact, those rounded beside it are had from the sums. The same count is rounded alike wherever and
/// whenever it is asked for, so that nothing is gained by asking again.
///
/// What is left: with threshold t a count shown as r is one of t numbers around r (of those that are t at least), and
/// the difference of two days one of 2t − 1. Counts below t are hidden as ever, and zero is shown.
struct DatedCounts {
    private let step: Int

    init(_ settings: DisclosureSettings) { step = settings.threshold }

    /// The nearest multiple; of two that are as near, the greater.
    func rounded(_ count: Double) -> Double {
        let step = Double(step)
        return ((count / step) + 0.5).rounded(.down) * step
    }

    /// What is released of a row that would be shown exactly.
    func rounded(_ cell: ReleasedCell) -> ReleasedCell {
        guard case .shown(let number) = cell, number.value != 0 else { return cell }
        return .shown(
            ReleasedValue(value: rounded(number.value), persons: nil, unit: number.unit, exactness: .rounded))
    }

    /// What is declared of the table.
    var perturbation: CountPerturbation {
        CountPerturbation(
            method: .rounding, base: step, largestChange: step / 2, isAdditive: false, isOnPages: true,
            leastBehind: step)
    }

    /// Stands beside the numbers, in every format.
    var note: Phrase {
        let words = Self.words[step] ?? Phrase(sv: "\(step)", en: "\(step)")
        return Phrase(
            sv: """
                Antal en viss dag är avrundade till närmaste tal som går jämnt upp i \(words.swedish) (≈), var för sig. Annars skulle svaren för två \
                dagar visa om någon enstaka person har kommit till eller slutat däremellan.
                """,
            en: """
                Counts on a day are rounded to the nearest multiple of \(words.english) (≈), each by itself. Otherwise the answers for two \
                days would tell whether a single person has come or left in between.
                """)
    }

    /// A threshold in words: no number of a page that is in no table.
    private static let words: [Int: Phrase] = [
        4: Phrase(sv: "fyra", en: "four"), 5: Phrase(sv: "fem", en: "five"), 6: Phrase(sv: "sex", en: "six"),
        7: Phrase(sv: "sju", en: "seven"), 8: Phrase(sv: "åtta", en: "eight"), 9: Phrase(sv: "nio", en: "nine"),
        10: Phrase(sv: "tio", en: "ten"),
    ]
}

extension DisclosureExplanation {
    static func dates(_ settings: DisclosureSettings) -> DisclosureExplanation {
        let t = settings.threshold
        return DisclosureExplanation(
            name: "dates", aliases: ["date", "on", "dag", "dagar", "datum", "rounded-days"],
            summary: Phrase(
                sv: "Antal personer en viss dag (--on) är avrundade till närmaste tal som går jämnt upp i \(t).",
                en: "Counts of persons on a day (--on) are rounded to the nearest multiple of \(t)."),
            definition: [
                Phrase(
                    sv:
                        "Den som frågar om två dagar får också veta skillnaden, och den gäller de få som har kommit till eller slutat däremellan. Därför är alla antal en viss dag avrundade, var för sig. Samma antal avrundas alltid lika, så det hjälper inte att fråga igen, dela upp på annat sätt eller fråga om fler dagar. Antal under \(t) visas inte, och noll visas.",
                    en:
                        "Who asks about two days also learns the difference, and that is the few who have come or left in between. So all counts on a day are rounded, each by itself. The same count is always rounded alike, so it does not help to ask again, break down otherwise or ask about more days. Counts below \(t) are hidden, and zero is shown."
                ),
                Phrase(
                    sv:
                        "Att bara avrunda de dagar då någon kommit eller slutat räcker inte: de exakta antalen före och efter skulle visa skillnaden, och att just den dagen är avrundad skulle visa när. I en uppdelning skulle ett avrundat antal gå att räkna ut från de exakta bredvid. I csv och json är status rounded, och n visas inte. Med --internal är antalen exakta.",
                    en:
                        "To round only the days when someone came or left is not enough: the exact counts before and after would tell the difference, and that this very day is rounded would tell when. In a breakdown a rounded count could be had from the exact ones beside it. In csv and json the status is rounded, and n is not shown. With --internal counts are exact."
                ),
            ],
            formula: [Phrase(sv: "r = \(t) · ⌊n/\(t) + ½⌋", en: "r = \(t) · ⌊n/\(t) + ½⌋")],
            settings: settings.printed([.threshold]),
            example: [
                Phrase(
                    sv:
                        "\(t * 9) personer den 1 oktober och \(t * 9 + 1) den 2 oktober visas båda som \(t * 9). Den som jämför ser inte att en har kommit till.",
                    en:
                        "\(t * 9) persons on 1 October and \(t * 9 + 1) on 2 October are both shown as \(t * 9). Who compares them does not see that one has come."
                )
            ],
            source: Phrase(
                sv: "Hundepool m.fl. (2012), Statistical Disclosure Control, kap. 5.",
                en: "Hundepool and others (2012), Statistical Disclosure Control, ch. 5."),
            seeAlso: ["small-count", "suppression", "rounding"])
    }
}
