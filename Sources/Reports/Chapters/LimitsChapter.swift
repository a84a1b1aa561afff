// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Det här kan vi inte säga: what the data, the settings or disclosure control leave out, computed.
struct LimitsChapter: Chapter {
    let scope: ReportScope

    private var rate: Question { scope.ask(.persons, .perTenThousand) }
    private var boards: Question { scope.ask(.persons, by: .district) }

    private var lowered: Question { scope.ask(.hoursChange, .lowered) }
    private var refused: Question { scope.ask(.outcomes, .refused) }
    private var expenses: Question { scope.ask(.expenses) }

    var requests: [Question] { [rate, boards, lowered, refused, expenses] }

    func section(_ released: Released) -> Section? {
        Section(
            id: "kan-inte-saga", heading: said(sv: "Det här kan vi inte säga", en: "What we cannot say"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: "Rapporten bygger på \(base.swedish). Det här framgår inte av den:",
                        en: "The report is built on \(base.english). It does not tell:")),
                .list(limitations(released)),
            ])
    }

    /// What was read.
    private var base: Phrase {
        if scope.basis == .surveys { return Phrase(sv: "enkäter", en: "surveys") }
        let register =
            scope.basis == .totals
            ? Phrase(sv: "sammanställd statistik", en: "a table of totals")
            : facts.window == nil
                ? Phrase(sv: "beslut", en: "decisions")
                : Phrase(sv: "beslut och utförd tid", en: "decisions and performed time")
        guard !scope.currentSurveys.isEmpty else { return register }
        return Phrase(sv: "\(register.swedish), och på enkäter", en: "\(register.english), and on surveys")
    }

    private func limitations(_ released: Released) -> [RichText] {
        let trust = Trust(scope: scope, released: released)
        var list = [trust.windowCaution, withoutYearBefore].compactMap(\.self)
        if scope.basis == .register,
            case .notApplicable = released.cell(rate, year)
        {
            list.append(
                phrase(
                    sv: "Hur vanlig insatsen är bland invånarna: befolkningen för \(year) är inte angiven.",
                    en: "How common the service is among the inhabitants: the population of \(year) is not given."))
        }
        if !released.hasGroups(boards, of: .district) {
            list.append(
                phrase(
                    sv: "Om områden i kommunen skiljer sig åt: underlaget har inga stadsdelsnämnder.",
                    en: "Whether areas of the municipality differ: the data hold no district boards."))
        } else if compared(in: released).isEmpty {
            list.append(
                phrase(
                    sv: "Om stadsdelsnämnderna skiljer sig mer än slumpen förklarar: skillnaderna är inte prövade.",
                    en: "Whether the district boards differ more than chance explains: the differences are not tested.")
            )
        }
        if scope.basis == .totals {
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
        list += ofHours + ofDecisions(released)
        if let withoutSurveys { list.append(withoutSurveys) }
        if scope.basis != .surveys {
            list.append(
                phrase(
                    sv: "Vad insatsen kostar, och vad fri \(facts.service.swedish) skulle kosta.",
                    en: "What the service costs, and what it would cost without an hour ceiling."))
        }
        return list + trust.leftOut
    }

    /// What the chapters on decisions and expenses would tell, were it in the exports.
    private func ofDecisions(_ released: Released) -> [RichText] {
        guard scope.basis != .surveys else { return [] }
        func isUnknown(_ question: Question) -> Bool {
            if case .notApplicable = released.cell(question, year) { return true }
            return false
        }
        return [
            isUnknown(lowered)
                ? phrase(
                    sv: "Om beviljade timmar har blivit färre för dem som fått nya beslut.",
                    en: "Whether hours were cut for those with new decisions.") : nil,
            isUnknown(refused)
                ? phrase(sv: "Hur många som fått avslag.", en: "How many were refused.") : nil,
            isUnknown(expenses)
                ? phrase(
                    sv: "Hur ofta omkostnader ersätts: exporterna har inga omkostnader.",
                    en: "How often expenses are reimbursed: the exports hold no expenses.") : nil,
        ].compactMap(\.self)
    }

    /// What only decisions and performed hours tell, and what they do not.
    private var ofHours: [RichText] {
        scope.basis == .surveys
            ? [
                phrase(
                    sv: "Hur många som har insatsen, och hur många timmar som beviljats och utförts.",
                    en: "How many have the service, and how many hours were granted and performed.")
            ]
            : [
                phrase(
                    sv: "Varför beviljade timmar inte har utförts: det framgår inte av underlaget.",
                    en: "Why granted hours were not performed: the data do not tell."),
                phrase(
                    sv: "Hur länge man väntar på insatsen.", en: "How long people wait for the service."),
            ]
    }

    /// What the report cannot tell for want of surveys: none at all, or none of a group.
    private var withoutSurveys: RichText? {
        let asked = scope.currentSurveys
        guard !asked.isEmpty else {
            return phrase(
                sv: "Vad brukare, utförare och handläggare tycker och om de känner till reglerna: ingen enkät ingår.",
                en:
                    "What users, providers and case officers think and whether they know the rules: no survey is included."
            )
        }
        let usual = [
            (group: "users", label: Phrase(sv: "Brukare", en: "Users")),
            (group: "providers", label: Phrase(sv: "Utförare", en: "Providers")),
            (group: "case-officers", label: Phrase(sv: "Handläggare", en: "Case officers")),
        ]
        let missing = usual.filter { usual in !asked.contains { $0.group == usual.group } }
            .map { said(RespondentName(group: $0.group, label: $0.label).indefinite) }
        guard !missing.isEmpty else { return nil }
        return phrase(
            sv: "Vad \(joined(missing)) tycker och om de känner till reglerna: ingen enkät till dem ingår.",
            en: "What \(joined(missing)) think and whether they know the rules: no survey of them is included.")
    }
}

extension Scoped {
    /// nil when there is a year before to compare with.
    var withoutYearBefore: RichText? {
        scope.before == nil
            ? phrase(
                sv: "Vad som har ändrats sedan året innan: det finns inga uppgifter om \(year - 1) att jämföra med.",
                en: "What has changed since the year before: there are no data of \(year - 1) to compare with.")
            : nil
    }
}
