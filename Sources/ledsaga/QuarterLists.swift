// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Tabular
import Terms

/// What is internal of a quarter's decisions that are not carried out: the whole statistics, and a list of the decisions
/// for somebody to examine. It holds no identity number and no name; the decision is told by the number that it has in the
/// municipality's own system. Nothing is filed by it.
struct QuarterLists {
    private let dataset: Dataset
    private let period: ReportPeriod
    private let language: Language
    /// Decision by decision, in the order of the files.
    private let found: [DecisionNotExecuted]
    private let partly: [DecisionPartlyExecuted]

    init(_ dataset: Dataset, _ period: ReportPeriod, _ decisions: DecisionsNotExecuted, _ language: Language) {
        self.dataset = dataset
        self.period = period
        self.language = language
        let persons = dataset.persons.indices.map { PersonIndex($0) }
        found = persons.flatMap { decisions.of($0, at: period.lastDay) }.sorted { $0.decision < $1.decision }
        let whole = Set(found.map(\.decision))
        partly = persons.flatMap { decisions.partlyExecuted(of: $0, at: period.lastDay) }
            .filter { !whole.contains($0.decision) }.sorted { $0.decision < $1.decision }
    }

    private func said(_ phrase: Phrase) -> TableField { .text(phrase[language]) }
    private var mark: TableField {
        said(Phrase(sv: "INTERNT – får inte spridas", en: "INTERNAL – not to be passed on"))
    }

    // MARK: The whole statistics

    /// Kind of service × law × sex × months since the decision × state: how many.
    var statistics: [[TableField]] {
        struct Group: Hashable {
            let service: Int16
            let law: String
            let sex: Sex
            let state: DecisionNotExecuted.State
            let months: String
        }
        var counts: [Group: (all: Int, postponed: Int)] = [:]
        for one in found {
            let decision = dataset.decisions[one.decision]
            let group = Group(
                service: decision.service, law: Self.statisticsOf(decision),
                sex: dataset.persons[Int(decision.person)].sex,
                state: one.state, months: Self.monthsClass(one.months))
            counts[group, default: (0, 0)].all += 1
            if decision.isPostponed { counts[group, default: (0, 0)].postponed += 1 }
        }
        let header: [Phrase] = [
            Phrase(sv: "intern", en: "internal"), Phrase(sv: "kvartal", en: "quarter"),
            Phrase(sv: "insats", en: "service"), Phrase(sv: "lagrum", en: "law"), Phrase(sv: "kön", en: "sex"),
            Phrase(sv: "läge", en: "state"),
            Phrase(sv: "hela månader sedan beslutet", en: "whole months since the decision"),
            Phrase(sv: "antal beslut", en: "decisions"),
            Phrase(sv: "varav uppskjutna på egen begäran", en: "of which postponed"),
        ]
        let rows = counts.map { group, count -> (key: [String], row: [TableField]) in
            let service = dataset.services[Int(group.service)].name
            let state = Self.state(group.state)[language]
            let sex = Self.sex(group.sex)[language]
            return (
                [service, group.law, sex, state, group.months],
                [
                    mark, .text(period.name), .text(service), .text(group.law), .text(sex), .text(state),
                    .text(group.months), .whole(count.all), .whole(count.postponed),
                ]
            )
        }
        return [header.map(said)] + rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
    }

    // MARK: The list

    /// One row a decision, with what the files tell of it and blanks for what they do not.
    var candidates: [[TableField]] {
        let header: [Phrase] = [
            Phrase(sv: "intern", en: "internal"), Phrase(sv: "kvartal", en: "quarter"),
            Phrase(sv: "prövas enligt", en: "examine under"), Phrase(sv: "beslut i eget system", en: "own decision id"),
            Phrase(sv: "beslutsdatum", en: "date of decision"), Phrase(sv: "insats", en: "service"),
            Phrase(sv: "nämnd", en: "board"), Phrase(sv: "läge", en: "state"),
            Phrase(sv: "hela månader sedan beslutet", en: "whole months since the decision"),
            Phrase(sv: "senaste timme eller frånvarodag", en: "last hour or day of absence"),
            Phrase(sv: "hela månader sedan avbrottet", en: "whole months since the break"),
            Phrase(sv: "beviljade timmar under kvartalet", en: "hours granted in the quarter"),
            Phrase(sv: "utförda timmar under kvartalet", en: "hours performed in the quarter"),
            Phrase(sv: "ej utförda timmar under kvartalet", en: "hours not performed in the quarter"),
            Phrase(sv: "uppskjutet på egen begäran", en: "postponed at own request"),
            Phrase(sv: "skäl (fylls i)", en: "reason (fill in)"),
            Phrase(sv: "erbjudanden (fylls i)", en: "offers made (fill in)"),
            Phrase(sv: "granskat och bedömt (fylls i)", en: "examined (fill in)"),
        ]
        let rows =
            found.map { one in
                (
                    one.decision,
                    row(
                        one.decision, state: Self.state(one.state), months: one.months,
                        last: one.lastPerformed, since: one.monthsSinceBreak)
                )
            }
            + partly.map { one in
                (
                    one.decision,
                    row(
                        one.decision, state: Phrase(sv: "delvis verkställt", en: "partly carried out"),
                        months: one.months,
                        last: nil, since: nil)
                )
            }
        return [header.map(said)] + rows.map(\.1)
    }

    private func row(_ place: Int, state: Phrase, months: Int, last: CivilDate?, since: Int?) -> [TableField] {
        let decision = dataset.decisions[place]
        let hours = QuarterHours(dataset, decision, period)
        return [
            mark, .text(period.name), .text(Self.reportUnder(decision)),
            decision.localID.map { .text($0) } ?? .null,
            decision.decided.map { .text($0.description) } ?? .null,
            .text(dataset.services[Int(decision.service)].name),
            decision.district.map { .text(dataset.division.districts[Int($0)].name) } ?? .null, said(state),
            .whole(months), last.map { .text($0.description) } ?? .null, since.map { .whole($0) } ?? .null,
            hours.granted.map { .number($0) } ?? .null, .number(hours.performed),
            hours.granted.map { .number(max(0, $0 - hours.performed)) } ?? .null,
            decision.isPostponed ? said(Phrase(sv: "ja", en: "yes")) : .null, .null, .null, .null,
        ]
    }

    // MARK: The law

    /// From this day decisions under SoL are made by the act of 2025.
    private static let newAct = CivilDate(year: 2025, month: 7, day: 1)

    private static func isByNewAct(_ decision: Decision) -> Bool {
        newAct.map { decision.waitsFrom >= $0 } ?? false
    }

    /// Where the duty to give statistics stands, by the date of the decision.
    static func statisticsOf(_ decision: Decision) -> String {
        switch decision.law {
        case .lss: "LSS 28 h §"
        case .sol: isByNewAct(decision) ? "SoL (2025:400) 34 kap. 3 §" : "SoL (2001:453) 16 kap. 6 h §"
        }
    }

    /// Where the duty to report to IVO and the auditors stands, by the date of the decision.
    static func reportUnder(_ decision: Decision) -> String {
        switch decision.law {
        case .lss: "LSS 28 f §"
        case .sol: isByNewAct(decision) ? "SoL (2025:400) 34 kap. 1 §" : "SoL (2001:453) 16 kap. 6 f §"
        }
    }

    private static func monthsClass(_ months: Int) -> String {
        switch months {
        case ...6: "3-6"
        case ...9: "7-9"
        case ...12: "10-12"
        case ...17: "13-17"
        default: "18+"
        }
    }

    private static func state(_ state: DecisionNotExecuted.State) -> Phrase {
        switch state {
        case .notBegun: Phrase(sv: "ej påbörjat", en: "not begun")
        case .interrupted: Phrase(sv: "möjligt avbrott", en: "possible interruption")
        case .silentSinceFiles:
            Phrase(sv: "inga timmar sedan filerna börjar", en: "no hours since the files begin")
        }
    }

    private static func sex(_ sex: Sex) -> Phrase {
        switch sex {
        case .female: Phrase(sv: "kvinna", en: "woman")
        case .male: Phrase(sv: "man", en: "man")
        case .unknown: Phrase(sv: "uppgift saknas", en: "not known")
        }
    }
}

/// The hours of a decision's person and service in a quarter.
private struct QuarterHours {
    /// nil without a ceiling.
    let granted: Double?
    let performed: Double

    init(_ dataset: Dataset, _ decision: Decision, _ period: ReportPeriod) {
        let last = period.lastDay.month
        let months = last.advanced(by: -2)...last
        granted = DecisionsNotExecuted.grantedHours(of: decision, in: months)?.value
        performed = dataset.performed.reduce(0) { sum, entry in
            entry.person == decision.person && entry.service == decision.service && months.contains(entry.month)
                ? sum + entry.hours.value : sum
        }
    }
}
