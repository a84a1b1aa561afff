// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Resultatet i korthet: a council member has ten seconds.
struct SummaryChapter: Chapter {
    let scope: ReportScope

    private var persons: Question { scope.ask(.persons) }
    private var granted: Question { scope.ask(.grantedHours) }
    private var performed: Question { scope.ask(.performedHours) }
    private var utilisation: Question { scope.ask(.utilisation) }
    private var flexibleUse: Question { scope.ask(.flexibleUse) }
    private var withoutPerformed: Question { scope.ask(.persons, .withoutPerformed) }
    private var lapsed: Question { scope.ask(.lapsedHours) }
    private var newDecisions: NewDecisionsChapter { NewDecisionsChapter(scope: scope) }
    private var knowledge: KnowledgeInBrief { KnowledgeInBrief(scope: scope) }

    var requests: [Question] {
        [persons, granted, performed, utilisation, flexibleUse, withoutPerformed, lapsed]
            + [.utilisation, .flexibleUse, .lapsedHours].compactMap { scope.change(of: $0) }
            + newDecisions.changeRequests + knowledge.requests
    }

    func section(_ released: Released) -> Section? {
        Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"),
            blocks: [.cards(cards(released))] + blocks(findings(released))
                + Trust(scope: scope, released: released).notes.map { .note($0) })
    }

    /// At most five.
    private func cards(_ released: Released) -> [Card] {
        // Totals do not tell who had no hours. Knowledge takes the place of granted hours: what was
        // granted says less of how people fare than what was performed.
        let without = released[withoutPerformed] == nil ? nil : withoutPerformedCard(released)
        let knowledge = knowledge.card(released)
        return [
            count(
                .persons, persons,
                phrase(
                    sv: personsAtLeast == nil
                        ? "Personer som haft \(facts.service.swedish) någon gång under \(year)."
                        : "Minst så många personer har haft \(facts.service.swedish) någon gång under \(year).",
                    en: personsAtLeast == nil
                        ? "Persons who had \(facts.service.english) at some time during \(year)."
                        : "At least so many persons had \(facts.service.english) at some time during \(year)."),
                released),
            knowledge == nil || without == nil
                ? count(
                    .grantedHours, granted, form: .hours(),
                    phrase(sv: "Timmar som beviljats för \(year).", en: "Hours granted for \(year)."), released) : nil,
            share(
                .utilisation, .utilisation, .utilisation,
                phrase(
                    sv: "Så stor del av de beviljade timmarna har utförts \(writer.observed.swedish).",
                    en: "The part of the granted hours that was performed \(writer.observed.english)."), released),
            share(
                .flexibleUse, .flexibleUse, .flexibleUse,
                phrase(
                    sv: "Så stor del av personerna har använt timmarna flexibelt \(writer.observed.swedish).",
                    en: "The part of the persons who used their hours flexibly \(writer.observed.english)."), released),
            without, knowledge,
        ].compactMap(\.self)
    }

    private func withoutPerformedCard(_ released: Released) -> Card {
        count(
            Phrase(sv: "Utan utförd tid", en: "Without performed time"), withoutPerformed,
            phrase(
                sv: "Personer som beviljats insatsen men inte fått någon tid utförd \(writer.observed.swedish).",
                en: "Persons granted the service who had no hours performed \(writer.observed.english)."), released)
    }

    private func count(
        _ label: Phrase, _ question: Question, form: NumberForm = .count, _ sentence: RichText, _ released: Released
    ) -> Card {
        let cell = released.cell(question, year)
        return Card(
            label: said(label), number: cell, form: form, sentence: sentence, certainty: certainty(ofCount: cell))
    }

    private func share(
        _ label: Phrase, _ measure: MeasureName, _ share: FindingWriter.ChangedShare, _ sentence: RichText,
        _ released: Released
    ) -> Card {
        let cell = released.cell(scope.ask(measure), year)
        return Card(
            label: said(label), number: cell, form: .percent(), sentence: sentence,
            change: writer.changeWord(of: share, difference: change(of: measure, in: released)),
            certainty: certainty(of: cell))
    }

    /// Certain changes against the persons that the chapters tell of, beside those that page one tells of anyway.
    private func adverse(_ released: Released) -> [Finding?] {
        [
            newDecisions.changeOfHours(released), changeFinding(of: .lapsed, .lapsedHours, in: released),
            newDecisions.changeOfRefusals(released),
        ].filter { $0?.change == .worse }
    }

    private func findings(_ released: Released) -> [Finding?] {
        [
            // The change of utilisation, or, in a first year, its level.
            changeFinding(of: .utilisation, .utilisation, in: released)
                ?? writer.utilisation(released.cell(utilisation, year)),
            writer.flexibleUse(released.cell(flexibleUse, year)),
            changeFinding(of: .flexibleUse, .flexibleUse, in: released),
        ] + adverse(released) + [
            knowledge.finding(released),
            writer.persons(
                released.cell(persons, year), before: cellBefore(persons, in: released),
                isAtLeast: personsAtLeast != nil),
            writer.performedHours(
                released.cell(performed, year), before: performedBefore(performed, in: released),
                persons: released.cell(persons, year)),
            released[utilisation] == nil ? nil : writer.withoutPerformed(released.cell(withoutPerformed, year)),
        ]
    }
}
