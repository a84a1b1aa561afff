// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Resultatet i korthet: a council member has ten seconds.
    func summary() -> Section {
        var blocks: [Block] = [.cards(cards)]
        blocks += mainFindings.map { .finding($0) }
        blocks += trust.map { .note($0) }
        return Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"), blocks: blocks)
    }

    // MARK: Cards

    /// At most five.
    private var cards: [Card] {
        // Totals do not tell who had no hours. Knowledge takes the place of granted hours: what was
        // granted says less of how people fare than what was performed.
        let withoutPerformed = answers[questions.ask(.persons, .withoutPerformed)] == nil ? nil : withoutPerformedCard
        let knowledge = knowledgeCard
        return [
            personsCard, knowledge == nil || withoutPerformed == nil ? grantedCard : nil, utilisationCard, flexibleCard,
            withoutPerformed, knowledge,
        ].compactMap { $0 }
    }

    private var personsCard: Card {
        Card(
            label: said(sv: "Personer", en: "Persons"), number: answers.cell(questions.ask(.persons), year),
            form: .count,
            sentence: RichText(
                said(
                    sv: "Personer som haft \(facts.service.swedish) någon gång under \(year).",
                    en: "Persons who had \(facts.service.english) at some time during \(year).")),
            certainty: certainty(ofCount: answers.cell(questions.ask(.persons), year)))
    }

    private var grantedCard: Card {
        Card(
            label: said(sv: "Beviljade timmar", en: "Granted hours"),
            number: answers.cell(questions.ask(.grantedHours), year), form: .hours(),
            sentence: RichText(said(sv: "Timmar som beviljats för \(year).", en: "Hours granted for \(year).")),
            certainty: certainty(ofCount: answers.cell(questions.ask(.grantedHours), year)))
    }

    private var utilisationCard: Card {
        let cell = answers.cell(questions.ask(.utilisation), year)
        return Card(
            label: said(sv: "Andel utförda timmar", en: "Share of performed hours"), number: cell, form: .percent(),
            sentence: RichText(
                said(
                    sv: "Så stor del av de beviljade timmarna har utförts \(writer.observed.swedish).",
                    en: "The part of the granted hours that was performed \(writer.observed.english).")),
            change: writer.changeWord(
                of: .utilisation, difference: change(of: .utilisation)),
            certainty: certainty(of: cell))
    }

    private var flexibleCard: Card {
        let cell = answers.cell(questions.ask(.flexibleUse), year)
        return Card(
            label: said(sv: "Flexibel användning", en: "Flexible use"), number: cell, form: .percent(),
            sentence: RichText(
                said(
                    sv: "Så stor del av personerna har använt timmarna flexibelt \(writer.observed.swedish).",
                    en: "The part of the persons who used their hours flexibly \(writer.observed.english).")),
            change: writer.changeWord(
                of: .flexibleUse, difference: change(of: .flexibleUse)),
            certainty: certainty(of: cell))
    }

    private var withoutPerformedCard: Card {
        Card(
            label: said(sv: "Utan utförd tid", en: "Without performed time"),
            number: answers.cell(questions.ask(.persons, .withoutPerformed), year), form: .count,
            sentence: RichText(
                said(
                    sv: "Personer som beviljats insatsen men inte fått någon tid utförd \(writer.observed.swedish).",
                    en: "Persons granted the service who had no hours performed \(writer.observed.english).")),
            certainty: certainty(ofCount: answers.cell(questions.ask(.persons, .withoutPerformed), year)))
    }

    /// A count is a full count, or it is not shown, and why.
    func certainty(ofCount cell: ReleasedCell) -> RichText? {
        switch cell {
        case .shown: phrase(sv: "Totalräkning", en: "Full count")
        case .hidden: notShown
        case .notApplicable(let reason): RichText(said(reason))
        }
    }

    private var notShown: RichText {
        phrase(
            sv: "Visas inte, för att ingen enskild ska kunna kännas igen",
            en: "Not shown, so that nobody can be recognised")
    }

    /// "59,1–62,8 % med naturlig variation"
    func certainty(of cell: ReleasedCell) -> RichText? {
        guard let value = cell.shown else { return certainty(ofCount: cell) }
        guard value.lower != nil, value.upper != nil else { return nil }
        return text(
            sv: "\(value, .percent(), part: .interval) med naturlig variation",
            en: "\(value, .percent(), part: .interval) with natural variation")
    }

    // MARK: Findings

    private var mainFindings: [Finding] {
        let utilisation = questions.ask(.utilisation)
        let flexible = questions.ask(.flexibleUse)
        return [
            utilisationFinding,
            writer.flexibleUse(answers.cell(flexible, year)),
            flexibleChange, knowledgeFinding,
            writer.persons(
                answers.cell(questions.ask(.persons), year), before: cellBefore(questions.ask(.persons))),
            writer.performedHours(
                answers.cell(questions.ask(.performedHours), year),
                before: performedBefore(questions.ask(.performedHours)),
                persons: answers.cell(questions.ask(.persons), year)),
            answers[utilisation] == nil
                ? nil
                : writer.withoutPerformed(
                    answers.cell(questions.ask(.persons, .withoutPerformed), year)),
        ].compactMap { $0 }
    }

    /// The change of utilisation, or, in a first year, its level.
    var utilisationFinding: Finding? {
        let question = questions.ask(.utilisation)
        let now = answers.cell(question, year)
        return utilisationChange ?? writer.utilisation(now)
    }

    var utilisationChange: Finding? {
        performedBefore(questions.ask(.utilisation)).flatMap { before in
            writer.change(
                of: .utilisation, difference: change(of: .utilisation), before: before,
                now: answers.cell(questions.ask(.utilisation), year))
        }
    }

    var flexibleChange: Finding? {
        performedBefore(questions.ask(.flexibleUse)).flatMap { before in
            writer.change(
                of: .flexibleUse, difference: change(of: .flexibleUse), before: before,
                now: answers.cell(questions.ask(.flexibleUse), year))
        }
    }

    // MARK: How far it can be trusted

    /// Rows set aside, and months without performed hours: said on page one.
    var trust: [Note] {
        var notes: [Note] = []
        if let window = windowCaution { notes.append(Note(.caution, window)) }
        if let muchIsHidden { notes.append(Note(.remark, muchIsHidden)) }
        if integrity.setAsideRows > 0 {
            notes.append(
                Note(
                    .remark,
                    text(
                        sv: """
                            Av \(count: integrity.rows) lästa rader har \(count: integrity.setAsideRows) inte kunnat användas. \
                            Skälen står i avsnittet Underlaget.
                            """,
                        en: """
                            Of \(count: integrity.rows) rows read, \(count: integrity.setAsideRows) could not be used. \
                            The reasons are given in the section on the data.
                            """)))
        } else {
            notes.append(
                Note(
                    .remark,
                    text(
                        sv: "Alla \(count: integrity.rows) lästa rader har kunnat användas.",
                        en: "All \(count: integrity.rows) rows read could be used.")))
        }
        for caution in integrity.cautions {
            notes.append(Note(.remark, RichText(said(sv: "\(caution.swedish).", en: "\(caution.english)."))))
        }
        return notes
    }

    /// nil when the performed hours cover every year the report speaks of.
    var windowCaution: RichText? {
        guard let window = facts.window else {
            guard !questions.isOfTotals, !questions.isOfSurveys else { return nil }
            return RichText(
                said(
                    sv: """
                        Utdragen har inga utförda timmar. Andelen utförda timmar och den flexibla användningen kan \
                        därför inte räknas.
                        """,
                    en: """
                        The exports hold no performed hours, so neither the share of performed hours nor flexible use \
                        can be computed.
                        """))
        }
        let missing = [before.flatMap { window.coversYearBefore ? nil : $0 }, window.coversYear ? nil : year]
            .compactMap { $0 }.map { "\($0)" }
        guard !missing.isEmpty else { return nil }
        let years = missing.joined(separator: said(sv: " och ", en: " and "))
        return RichText(
            said(
                sv: """
                    Utdragen med utförda timmar räcker från \(window.months.swedish) och täcker inte hela \
                    \(years). Mått som bygger på utförda timmar gäller bara de månader som täcks, och jämförs \
                    inte mellan åren.
                    """,
                en: """
                    The exports of performed hours run from \(window.months.english) and do not cover the \
                    whole of \(years). Measures built on performed hours speak only of the months covered and are not \
                    compared between the years.
                    """))
    }
}
