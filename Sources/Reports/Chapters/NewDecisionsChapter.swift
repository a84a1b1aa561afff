// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Ändrade timmar och avslag: question 8. nil where no decision is known to have been made or replaced.
struct NewDecisionsChapter: Chapter {
    let scope: ReportScope

    private var changes: Question { scope.ask(.hoursChange, by: .change) }
    private var lowered: Question { scope.ask(.hoursChange, .lowered) }
    private var net: Question { scope.ask(.hoursChange, .net) }
    private var mean: Question { scope.ask(.hoursChange, .mean) }
    private var inForce: Question { scope.ask(.hoursChange, .inForce) }
    private var outcomes: Question { scope.ask(.outcomes, by: .outcome) }
    private var refused: Question { scope.ask(.outcomes, .refused) }
    private var ofApplied: Question { scope.ask(.outcomes, .ofApplied) }

    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, measure: .hoursChange, aspect: .lowered, by: [.law, .sex, .age],
            columns: scope.years.map { Measured("\($0)", .hoursChange, .lowered, year: $0, .percent()) } + [
                Measured(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), .hoursChange, .lowered, year: year,
                    part: .interval, .percent()),
                Measured(
                    said(sv: "Personer \(year)", en: "Persons \(year)"), .hoursChange, .lowered, year: year,
                    part: .denominator, .count),
            ],
            people: said(
                sv: "personer som fick ett nytt beslut i stället för ett gammalt",
                en: "persons with a new decision in place of an old one"))
    }

    var requests: [Question] {
        [changes, lowered, outcomes, ofApplied] + changeRequests + byGroup.requests
            // Before the law of 2025 no decision could be changed so.
            + (scope.years.upperBound >= 2025 ? [inForce] : [])
    }

    /// What the changes into this year are told from.
    var changeRequests: [Question] { [net, mean, refused] + [scope.change(of: .outcomes)].compactMap(\.self) }

    func changeOfHours(_ released: Released) -> Finding? {
        writer.hoursOfNewDecisions(mean: released.cell(mean, year), net: released.cell(net, year))
    }

    func changeOfRefusals(_ released: Released) -> Finding? {
        guard let question = scope.change(of: .outcomes), let before = scope.before else { return nil }
        return writer.change(
            of: .refused, difference: released.cell(question, year), before: released.cell(refused, before),
            now: released.cell(refused, year))
    }

    func section(_ released: Released) -> Section? {
        let hasChanges = isKnown(released.cell(lowered, year))
        let hasOutcomes = isKnown(released.cell(refused, year))
        guard hasChanges || hasOutcomes else { return nil }
        var blocks: [Block] = []
        if hasChanges {
            blocks += self.blocks([
                changeOfHours(released),
                writer.lowered(released.cell(lowered, year)), inForceFinding(released),
            ])
            blocks.append(shown(changesTable(released)))
            let groups = byGroup.table(
                released, "sankta-grupper",
                unit: said(sv: "procent av dem som fick nya beslut", en: "per cent of those with new decisions")
            ) { groups in
                said(sv: "Andel som fick färre timmar, efter \(groups)", en: "Share who got fewer hours, by \(groups)")
            }
            if let groups { blocks.append(shown(groups)) }
        }
        if hasOutcomes {
            blocks += self.blocks([
                writer.refused(released.cell(refused, year)), changeOfRefusals(released),
                writer.ofApplied(released.cell(ofApplied, year)),
            ])
            blocks.append(shown(outcomesTable(released)))
        }
        return Section(
            id: "nya-beslut",
            heading: said(sv: "Nya beslut: ändrade timmar och avslag", en: "New decisions: changed hours and refusals"),
            blocks: blocks)
    }

    /// Whether the data tell it, hidden or not.
    private func isKnown(_ cell: ReleasedCell) -> Bool {
        if case .notApplicable = cell { return false }
        return true
    }

    private func inForceFinding(_ released: Released) -> Finding? {
        requests.contains(inForce) ? writer.changedInForce(released.cell(inForce, year)) : nil
    }

    private func changesTable(_ released: Released) -> Table {
        let rows =
            released.categories(changes, of: .change).map { change in
                YearRow(
                    name: said(change.label), kind: .init(change), question: changes, codes: [change.code], form: .count
                )
            } + [
                YearRow(
                    name: said(sv: "Ändring i timmar per månad, netto", en: "Change in hours a month, net"),
                    question: net, form: .hours().signed),
                YearRow(
                    name: said(
                        sv: "Ändring i timmar per månad, medelvärde per person",
                        en: "Change in hours a month, mean per person"),
                    question: mean, form: .decimal(1).signed),
            ]
        return table(
            "andrade-beslut",
            said(
                sv: "Vad som hände när beslut ersattes eller tog slut",
                en: "What happened when decisions were replaced or ended"),
            unit: said(sv: "antal personer och timmar per månad", en: "number of persons and hours a month"),
            population: said(
                sv: "personer vars beslut ersattes eller tog slut under året",
                en: "persons whose decisions were replaced or ended in the year"),
            notes: notes(of: [changes, net, mean], in: released), rows: rows,
            columns: years(said(Dimension.change.groupHeading), released),
            kind: \.kind)
    }

    private func outcomesTable(_ released: Released) -> Table {
        let rows =
            released.categories(outcomes, of: .outcome).map { outcome in
                YearRow(
                    name: said(outcome.label), kind: .init(outcome), question: outcomes, codes: [outcome.code],
                    form: .count)
            } + [
                YearRow(
                    name: said(sv: "Beviljat av sökta timmar, procent", en: "Granted of applied hours, per cent"),
                    question: ofApplied, form: .percent())
            ]
        return table(
            "utfall", said(sv: "Beslut som fattades under året", en: "Decisions made in the year"),
            unit: said(sv: "antal beslut och procent", en: "number of decisions and per cent"),
            population: said(sv: "beslut som fattades under året", en: "decisions made in the year"),
            notes: notes(of: [outcomes, ofApplied], in: released), rows: rows,
            columns: years(said(Dimension.outcome.groupHeading), released), kind: \.kind)
    }
}
