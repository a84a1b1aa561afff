// SPDX-License-Identifier: EUPL-1.2
import Disclosure
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
                            sv: "Rapporten bygger på beslut och utförd tid. Det här framgår inte av den:",
                            en: "The report is built on decisions and performed time. It does not tell:"))),
                .list(limitations),
            ])
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
        if case .notApplicable = answers.cell(questions.ask(.persons, .perTenThousand), year) {
            list.append(
                phrase(
                    sv: "Hur vanlig insatsen är bland invånarna: befolkningen för \(year) är inte angiven.",
                    en: "How common the service is among the inhabitants: the population of \(year) is not given."))
        }
        list.append(
            phrase(
                sv: "Om stadsdelsnämnderna skiljer sig mer än slumpen förklarar: skillnaderna är inte prövade.",
                en: "Whether the district boards differ more than chance explains: the differences are not tested."))
        list.append(
            phrase(
                sv:
                    "Varför beviljade timmar inte har utförts: det framgår varken av besluten eller av den utförda tiden.",
                en: "Why granted hours were not performed: neither the decisions nor the performed time tells."))
        list.append(
            phrase(
                sv:
                    "Om beviljade timmar har blivit färre för dem som fått nya beslut, hur länge man väntar på insatsen och "
                    + "hur ofta omkostnader ersätts.",
                en:
                    "Whether hours were cut for those with new decisions, how long people wait, and how often expenses are "
                    + "repaid."))
        list.append(
            phrase(
                sv: "Vad brukare, utförare och handläggare tycker och om de känner till reglerna: ingen enkät ingår.",
                en:
                    "What users, providers and case officers think and whether they know the rules: no survey is included."
            ))
        list.append(
            phrase(
                sv: "Vad insatsen kostar, och vad fri \(facts.service.swedish) skulle kosta.",
                en: "What the service costs, and what it would cost without an hour ceiling."))
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
