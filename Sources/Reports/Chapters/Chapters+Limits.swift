// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Det här kan vi inte säga: what the data, the settings or disclosure control leave out, computed.
    func limits() -> Section {
        Section(
            id: "kan-inte-saga", heading: said(sv: "Det här kan vi inte säga", en: "What we cannot say"),
            blocks: [
                .paragraph(
                    RichText(
                        said(
                            sv: "Rapporten bygger på \(base.swedish). Det här framgår inte av den:",
                            en: "The report is built on \(base.english). It does not tell:"))),
                .list(limitations),
            ])
    }

    /// What was read.
    private var base: Phrase {
        if questions.isOfSurveys { return Phrase(sv: "enkäter", en: "surveys") }
        let register =
            questions.isOfTotals
            ? Phrase(sv: "sammanställd statistik", en: "a table of totals")
            : facts.window == nil
                ? Phrase(sv: "beslut", en: "decisions")
                : Phrase(sv: "beslut och utförd tid", en: "decisions and performed time")
        guard !questions.currentSurveys.isEmpty else { return register }
        return Phrase(sv: "\(register.swedish), och på enkäter", en: "\(register.english), and on surveys")
    }

    private var limitations: [RichText] {
        var list: [RichText] = []
        if let windowCaution { list.append(windowCaution) }
        if before == nil {
            list.append(
                phrase(
                    sv:
                        "Vad som har ändrats sedan året innan: det finns inga uppgifter om \(year - 1) att jämföra med.",
                    en: "What has changed since the year before: there are no data of \(year - 1) to compare with."))
        }
        if !questions.isOfTotals, !questions.isOfSurveys,
            case .notApplicable = answers.cell(questions.ask(.persons, .perTenThousand), year)
        {
            list.append(
                phrase(
                    sv: "Hur vanlig insatsen är bland invånarna: befolkningen för \(year) är inte angiven.",
                    en: "How common the service is among the inhabitants: the population of \(year) is not given."))
        }
        if !hasDistricts(.district) {
            list.append(
                phrase(
                    sv: "Om områden i kommunen skiljer sig åt: underlaget har inga stadsdelsnämnder.",
                    en: "Whether areas of the municipality differ: the data hold no district boards."))
        } else if !comparesBoards {
            list.append(
                phrase(
                    sv: "Om stadsdelsnämnderna skiljer sig mer än slumpen förklarar: skillnaderna är inte prövade.",
                    en: "Whether the district boards differ more than chance explains: the differences are not tested.")
            )
        }
        if questions.isOfTotals {
            list.append(
                phrase(
                    sv: """
                        Hur det är för olika åldrar och kön, vad som ligger bakom förändringarna och hur säkra talen är: \
                        underlaget är sammanställd statistik, utan enskilda beslut och besök.
                        """,
                    en: """
                        How it is for different ages and sexes, what lies behind the changes and how sure the numbers are: \
                        the data are a table of totals, without single decisions and visits.
                        """))
        }
        if questions.isOfSurveys { return list + ofHours + (surveyLimitation.map { [$0] } ?? []) + leftOut }
        list += ofHours
        if let surveyLimitation { list.append(surveyLimitation) }
        list.append(
            phrase(
                sv: "Vad insatsen kostar, och vad fri \(facts.service.swedish) skulle kosta.",
                en: "What the service costs, and what it would cost without an hour ceiling."))
        list += leftOut
        return list
    }

    /// What only decisions and performed hours tell, and what they do not.
    private var ofHours: [RichText] {
        guard !questions.isOfSurveys else {
            return [
                phrase(
                    sv: "Hur många som har insatsen, och hur många timmar som beviljats och utförts.",
                    en: "How many have the service, and how many hours were granted and performed.")
            ]
        }
        var list: [RichText] = []
        list.append(
            phrase(
                sv:
                    "Varför beviljade timmar inte har utförts: det framgår inte av underlaget.",
                en: "Why granted hours were not performed: the data do not tell."))
        list.append(
            phrase(
                sv:
                    "Om beviljade timmar har blivit färre för dem som fått nya beslut, hur länge man väntar på insatsen och "
                    + "hur ofta omkostnader ersätts.",
                en:
                    "Whether hours were cut for those with new decisions, how long people wait, and how often expenses are "
                    + "reimbursed."))
        return list
    }

    /// What disclosure control and faults leave out.
    private var leftOut: [RichText] {
        var list: [RichText] = []
        if release.hidden > 0 {
            list.append(
                text(
                    sv: """
                        \(count: release.hidden) av \(count: release.cells) uppgifter visas inte, för att ingen enskild \
                        ska kunna kännas igen. De är markerade med två punkter (..).
                        """,
                    en: """
                        \(count: release.hidden) of \(count: release.cells) figures are not shown, so that nobody can be \
                        recognised. They are marked with two dots (..).
                        """))
        }
        if integrity.setAsideRows > 0 {
            list.append(
                text(
                    sv: "Vad som står i de \(count: integrity.setAsideRows) rader som inte kunnat användas.",
                    en: "What the \(count: integrity.setAsideRows) rows that could not be used say."))
        }
        return list
    }

    func phrase(sv swedish: String, en english: String) -> RichText { RichText(said(sv: swedish, en: english)) }
}
