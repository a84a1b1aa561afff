// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences on what a survey's respondents answered.
extension FindingWriter {
    /// "Knappt sex av tio brukare som fått enkäten har svarat (57,3 procent; 412 av 719)." The numbers when they may be
    /// told.
    func responseRate(_ rate: ReleasedCell, of name: RespondentName) -> Finding? {
        guard let rate = rate.shown else { return nil }
        let part = name.asked.part(ShareWording(for: rate.value), in: language).asSentenceStart
        var numbers: RichText = ""
        if rate.numerator != nil, rate.denominator != nil {
            numbers = text(
                sv: "; \(rate, part: .numerator) av \(rate, part: .denominator)",
                en: "; \(rate, part: .numerator) of \(rate, part: .denominator)")
        }
        return finding(
            sv: "\(part) har svarat (\(percent(rate))\(numbers)).",
            en: "\(part) have answered (\(percent(rate))\(numbers)).")
    }

    /// "Drygt sex av tio brukare känner till tremånadersregeln (61,2 procent, intervall 55,1–67,0)."
    func knows(_ rule: RuleName, _ share: ReleasedCell, _ name: RespondentName) -> Finding? {
        guard let share = share.shown else { return nil }
        let part = name.group.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: "\(part) \(rule.knows.swedish) (\(percent(share))\(interval(share))).",
            en: "\(part) \(rule.knows.english) (\(percent(share))\(interval(share))).")
    }

    /// "Kännedomen om tremånadersregeln bland brukarna har ökat mycket, från … 2018 till … 2019."
    func knowledgeChange(
        of rule: RuleName, among name: RespondentName, difference: ReleasedCell,
        before: (wave: String, share: ReleasedCell), now: (wave: String, share: ReleasedCell)
    ) -> Finding? {
        change(
            of: ChangedShare(name: rule.knowledge(among: name), direction: .favourable), difference: difference,
            before: before.share, now: now.share, waves: (before.wave, now.wave))
    }

    /// "Andelen positiva svar bland brukarna på ”Hur ofta räcker dina timmar …?” har ökat, från …"
    func favourableChange(
        of question: Phrase, among name: RespondentName, difference: ReleasedCell,
        before: (wave: String, share: ReleasedCell), now: (wave: String, share: ReleasedCell)
    ) -> Finding? {
        let share = ChangedShare(
            name: Phrase(
                sv: "andelen positiva svar bland \(name.definite.swedish) på ”\(question.swedish)”",
                en: "the share of favourable answers among \(name.definite.english) to “\(question.english)”"),
            direction: .favourable)
        return change(
            of: share, difference: difference, before: before.share, now: now.share, waves: (before.wave, now.wave))
    }

    /// How a group's share lies beside that of the group it is compared with.
    func gap(
        in share: Phrase, difference: ReleasedCell, _ group: (name: RespondentName, share: ReleasedCell),
        _ reference: (name: RespondentName, share: ReleasedCell)
    ) -> Finding? {
        guard let (wording, size) = judged(difference), let here = group.share.shown,
            let there = reference.share.shown
        else { return nil }
        let (name, other) = (group.name.definite, reference.name.definite)
        let numbers = text(
            sv: "\(percent(here)) bland \(name.swedish) och \(percent(there)) bland \(other.swedish)",
            en: "\(percent(here)) among \(name.english) and \(percent(there)) among \(other.english)")
        let difference = text(
            sv: """
                Skillnaden är \(size, .percentagePoints().signed)\u{A0}procentenheter \
                (intervall \(size, .percentagePoints().signed, part: .interval))
                """,
            en: """
                The difference is \(size, .percentagePoints().signed) percentage points \
                (interval \(size, .percentagePoints().signed, part: .interval))
                """)
        guard case .changed(let direction, _) = wording.verdict else {
            return finding(
                sv: """
                    Det är ingen säker skillnad mellan \(name.swedish) och \(other.swedish) i \(share.swedish): \
                    \(numbers). \(difference), och den kan bero på slumpen.
                    """,
                en: """
                    There is no clear difference between \(name.english) and \(other.english) in \
                    \(share.english): \(numbers). \(difference), and chance alone may explain it.
                    """)
        }
        let word = direction == .up ? Phrase(sv: "högre", en: "higher") : Phrase(sv: "lägre", en: "lower")
        return finding(
            sv: """
                \(share.swedish.asSentenceStart) är \(word.swedish) bland \(name.swedish) än bland \(other.swedish): \
                \(numbers). \(difference).
                """,
            en: """
                \(share.english.asSentenceStart) is \(word.english) among \(name.english) than among \
                \(other.english): \(numbers). \(difference).
                """)
    }

    /// "Brukarna svarar oftast positivt på ”…” (82,0 procent) och minst ofta på ”…” (31,0 procent)."
    /// nil with fewer than three questions to show. It describes; questions are not tested against each other.
    func mostAndLeastFavourable(_ shares: [(question: Phrase, share: ReleasedCell)], of name: RespondentName)
        -> Finding?
    {
        let shown = shares.compactMap { entry in entry.share.shown.map { (entry.question, $0) } }
        guard shown.count >= 3, let most = shown.max(by: { $0.1.value < $1.1.value }),
            let least = shown.min(by: { $0.1.value < $1.1.value }), most.1.value > least.1.value
        else { return nil }
        return finding(
            sv: """
                \(name.definite.swedish.asSentenceStart) svarar oftast positivt på ”\(most.0.swedish)” \
                (\(percent(most.1))) och minst ofta på ”\(least.0.swedish)” (\(percent(least.1))).
                """,
            en: """
                \(name.definite.english.asSentenceStart) answer “\(most.0.english)” favourably most often \
                (\(percent(most.1))) and “\(least.0.english)” least often (\(percent(least.1))).
                """)
    }

    /// "84 brukare har skrivit något med egna ord."
    func texts(_ count: ReleasedCell, of name: RespondentName) -> Finding? {
        guard let count = count.shown, count.value > 0 else { return nil }
        return finding(
            sv: "\(count, .count) \(name.indefinite.swedish) har skrivit något med egna ord.",
            en: "\(count, .count) \(name.indefinite.english) have written something in their own words.")
    }
}
