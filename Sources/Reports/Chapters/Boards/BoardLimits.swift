// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// What the board's report cannot say, and where the rest stands.
struct BoardLimits: Chapter {
    let scope: ReportScope
    let board: String

    var requests: [Question] { [] }

    func section(_ released: Released) -> Section? {
        var list = [
            phrase(
                sv: "Om \(board) skiljer sig från andra stadsdelsnämnder mer än slumpen förklarar.",
                en: "Whether \(board) differs from other district boards more than chance explains."),
            scope.surveyByDistrict == nil
                ? phrase(
                    sv: "Varför beviljade timmar inte har utförts, vad insatsen kostar och vad de som har den tycker.",
                    en: "Why granted hours were not performed, what the service costs and what those who have it think."
                )
                : phrase(
                    sv: "Varför beviljade timmar inte har utförts och vad insatsen kostar.",
                    en: "Why granted hours were not performed, and what the service costs."),
        ]
        // What is judged in the board's summary is no limit of the report.
        if !boardVerdicts(of: board, in: released).isEmpty { list.removeFirst() }
        if let withoutYearBefore { list.append(withoutYearBefore) }
        return Section(
            id: "kan-inte-saga", heading: said(sv: "Det här kan vi inte säga", en: "What we cannot say"),
            blocks: [
                .list(list),
                .paragraph(
                    phrase(
                        sv: """
                            Personer med skyddade uppgifter räknas bara i \(facts.wholeArea.swedish). Definitioner, formler \
                            och röjandekontroll står i uppföljningen för \(facts.wholeArea.swedish).
                            """,
                        en: """
                            Protected persons count only in \(facts.wholeArea.english). Definitions, formulas and \
                            disclosure control are described in the follow-up of \(facts.wholeArea.english).
                            """)),
            ])
    }
}
