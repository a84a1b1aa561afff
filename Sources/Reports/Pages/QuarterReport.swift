// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The statistics on decisions that are not carried out, of one quarter: what the law has the municipality report to its
/// council four times a year. Protected: the whole statistics are made with `ledsaga quarter --internal`.
struct QuarterReport: Page {
    let scope: ReportScope
    /// 1–4.
    let quarter: Int

    var name: String { "ej-verkstallda-beslut" }

    private var period: Phrase {
        Phrase(sv: "kvartal \(quarter) \(year)", en: "quarter \(quarter) of \(year)")
    }

    var title: String {
        said(
            sv: "Beslut som inte verkställts, \(period.swedish)", en: "Decisions not carried out, \(period.english)")
    }

    var subtitle: String {
        said(
            sv: "\(facts.municipality). Statistikrapport till kommunfullmäktige",
            en: "\(facts.municipality). Statistical report to the municipal council")
    }

    var abstract: String {
        said(
            sv: """
                Hur många beslut om \(facts.service.swedish) som inte verkställts på mer än tre månader, av vilket slag, och \
                hur lång tid som gått sedan besluten.
                """,
            en: """
                How many decisions on \(facts.service.english) have not been carried out for more than three months, of which \
                kind, and how long it is since the decisions.
                """)
    }

    var summary: any Chapter { QuarterChapter(scope: scope, quarter: quarter) }
    var chapters: [any Chapter] {
        [QuarterTables(scope: scope, quarter: quarter), QuarterMethod(scope: scope, quarter: quarter)]
    }
    var annexes: [any Chapter] { [DisclosureAnnex(scope: scope)] }
}

/// A part of the decisions that are not carried out, as it is asked for and called.
private enum QuarterPart: String, CaseIterable {
    case all = ""
    case notBegun = "not-begun"
    case interrupted
    case silent = "no-hours-in-files"
    case postponed

    var heading: Phrase {
        switch self {
        case .all: Phrase(sv: "Alla", en: "All")
        case .notBegun: Phrase(sv: "Ej påbörjade", en: "Not begun")
        case .interrupted: Phrase(sv: "Möjligt avbrott", en: "Possible interruption")
        case .silent: Phrase(sv: "Inga timmar i filerna", en: "No hours in the files")
        case .postponed: Phrase(sv: "Uppskjutna på egen begäran", en: "Postponed at own request")
        }
    }
}

/// What chapters on a quarter ask, and its last day in words.
private protocol OfQuarter: Chapter {
    var quarter: Int { get }
}

extension OfQuarter {
    fileprivate func asked(_ part: QuarterPart, of quarter: Int? = nil, by dimensions: Dimension...) -> Question {
        Question(
            .notExecuted, .notExecuted(part.rawValue, quarter: quarter ?? self.quarter), by: dimensions,
            years: year...year)
    }

    /// "den 30 september 2025"
    fileprivate func lastDay(of quarter: Int) -> Phrase {
        let month = quarter * 3
        let day = month == 6 || month == 9 ? 30 : 31
        let name = Phrase.month(month)
        return Phrase(sv: "den \(day) \(name.swedish) \(year)", en: "\(day) \(name.english) \(year)")
    }
}

/// Kvartalet i korthet.
private struct QuarterChapter: OfQuarter {
    let scope: ReportScope
    let quarter: Int

    var requests: [Question] {
        // Earlier quarters of the year are known from their own reports: what they hid stays hidden.
        (1...quarter).flatMap { quarter in QuarterPart.allCases.map { asked($0, of: quarter) } }
    }

    func section(_ released: Released) -> Section? {
        let findings = [
            writer.notExecuted(
                released.cell(asked(.all), year), notBegun: released.cell(asked(.notBegun), year),
                interrupted: released.cell(asked(.interrupted), year), on: lastDay(of: quarter)),
            writer.postponed(released.cell(asked(.postponed), year)),
        ]
        return Section(
            id: "kvartalet", heading: said(sv: "Kvartalet i korthet", en: "The quarter in brief"),
            blocks: blocks(findings) + [.paragraph(duty), .note(Note(.caution, candidates)), shown(quarters(released))])
    }

    /// By the date of the decision.
    private var duty: RichText {
        phrase(
            sv: """
                Kommunen ska varje kvartal lämna statistik till fullmäktige om gynnande beslut som inte verkställts inom tre \
                månader, och om avbrott. För beslut enligt SoL gäller 34 kap. 3 § socialtjänstlagen (2025:400), för beslut före \
                2025-07-01 16 kap. 6 h § den äldre lagen (2001:453), för beslut enligt LSS 28 h § LSS. Tiden räknas \
                från beslutet, också för avbrott. Den här rapporten är ett underlag: inget har skickats till någon.
                """,
            en: """
                Each quarter the municipality gives its council statistics on favourable decisions not carried out within \
                three months, and on interruptions: for decisions under SoL by chapter 34, section 3 of the Social Services \
                Act (2025:400), for decisions before 2025-07-01 by chapter 16, section 6 h of the older act (2001:453), for \
                decisions under LSS by section 28 h of LSS. Time counts from the decision, for interruptions too. This report \
                is material: nothing has been sent to anyone.
                """)
    }

    private var candidates: RichText {
        phrase(
            sv: """
                Ett möjligt avbrott är ett beslut utan utförda timmar på mer än tre månader. Timmar visar inte om insatsen \
                avbrutits eller om personen själv avstått, så antalet är det högsta som kan vara avbrott.
                """,
            en: """
                A possible interruption is a decision without performed hours for more than three months. Hours do not show \
                whether the service was interrupted or the person chose to abstain, so the number is the most that may be \
                interruptions.
                """)
    }

    private func quarters(_ released: Released) -> Table {
        table(
            "kvartal", said(sv: "Kvartalen under året", en: "The quarters of the year"),
            unit: said(sv: "antal beslut", en: "number of decisions"), population: populationOfQuarter, year: "\(year)",
            notes: notes(of: QuarterPart.allCases.map { asked($0) }, in: released), rows: Array(1...quarter),
            columns: [
                .name(said(sv: "Kvartalets slut", en: "End of the quarter")) { said(lastDay(of: $0)).asSentenceStart }
            ]
                + QuarterPart.allCases.map { part in
                    .init(said(part.heading)) { .value(released.cell(asked(part, of: $0), year), .count) }
                })
    }
}

extension OfQuarter {
    fileprivate var populationOfQuarter: String {
        said(
            sv: "beviljade beslut som gäller och inte verkställts på mer än tre månader",
            en: "granted decisions in force and not carried out for more than three months")
    }
}

/// Slag av insats, lag, kön och tid.
private struct QuarterTables: OfQuarter {
    let scope: ReportScope
    let quarter: Int

    private static let dimensions: [Dimension] = [.service, .law, .sex]

    private var sinceBreak: Question {
        Question(
            .notExecuted, .notExecuted("since-break", quarter: quarter), by: [.monthsWaited], years: year...year)
    }

    var requests: [Question] {
        (1...quarter).flatMap { quarter in
            QuarterPart.allCases.flatMap { part in
                ([.monthsWaited] + Self.dimensions).map { asked(part, of: quarter, by: $0) }
            } + [
                Question(
                    .notExecuted, .notExecuted("since-break", quarter: quarter), by: [.monthsWaited], years: year...year
                )
            ]
        }
    }

    func section(_ released: Released) -> Section? {
        Section(
            id: "fordelning",
            heading: said(
                sv: "Slag av insats och tid sedan beslutet", en: "Kind of service and time since the decision"),
            blocks: [shown(months(released))] + Self.dimensions.compactMap { groups(released, $0) }.map(shown))
    }

    /// The lawful time first, from the decision; beside it the time since the break.
    private func months(_ released: Released) -> Table {
        let parts: [QuarterPart] = [.notBegun, .interrupted, .silent, .postponed]
        let classes = released.categories(asked(.all, by: .monthsWaited), of: .monthsWaited)
        return table(
            "manader",
            said(sv: "Hela månader sedan beslutet", en: "Whole months since the decision"),
            unit: said(sv: "antal beslut", en: "number of decisions"), population: populationOfQuarter,
            year: said(lastDay(of: quarter)),
            notes: [
                phrase(
                    sv: """
                        Månaderna räknas från beslutet. Sista kolumnen räknar i stället månaderna sedan den sista utförda \
                        timmen, eller sedan registrerad frånvaro tog slut.
                        """,
                    en: """
                        Months count from the decision. The last column counts the months since the last performed hour, or \
                        since registered absence ended, instead.
                        """)
            ] + notes(of: [asked(.all, by: .monthsWaited)], in: released), rows: classes,
            columns: [.name(said(sv: "Hela månader", en: "Whole months")) { said($0.label) }]
                + ([.all] + parts).map { part in
                    .init(said(part.heading)) {
                        .value(released.cell(asked(part, by: .monthsWaited), year, $0.code), .count)
                    }
                }
                + [
                    .init(said(sv: "Avbrott, från avbrottet", en: "Interruption, since it")) {
                        .value(released.cell(sinceBreak, year, $0.code), .count)
                    }
                ], kind: { .init($0) })
    }

    /// nil where there is one class alone.
    private func groups(_ released: Released, _ dimension: Dimension) -> Table? {
        let categories = released.categories(asked(.all, by: dimension), of: dimension)
        guard categories.contains(where: { $0.kind == .value }) else { return nil }
        return table(
            "efter-\(dimension.rawValue)",
            said(
                sv: "Beslut som inte verkställts efter \(said(dimension.groupHeading).asMidSentence)",
                en: "Decisions not carried out by \(said(dimension.groupHeading).asMidSentence)"),
            unit: said(sv: "antal beslut", en: "number of decisions"), population: populationOfQuarter,
            year: said(lastDay(of: quarter)), rows: categories,
            columns: [.name(said(dimension.groupHeading)) { said($0.label) }]
                + QuarterPart.allCases.map { part in
                    .init(said(part.heading)) {
                        .value(released.cell(asked(part, by: dimension), year, $0.code), .count)
                    }
                }, kind: { .init($0) })
    }
}

/// Så är det räknat.
private struct QuarterMethod: OfQuarter {
    let scope: ReportScope
    let quarter: Int

    var requests: [Question] { [] }

    func section(_ released: Released) -> Section? {
        let tables = released.release.tables
        var seen: Set<String> = []
        let used = tables.filter { $0.question.aspect.slug?.hasSuffix("q\(quarter)") ?? (quarter == 4) }
            .filter { seen.insert($0.definition.id).inserted }
        return Section(
            id: "metod", heading: said(sv: "Så är det räknat", en: "How it is counted"),
            blocks: [
                .definitions(
                    used.map { DefinedTerm(said($0.definition.words.subject), RichText(said($0.definition.text))) }),
                .list([
                    phrase(
                        sv: """
                            Dag 0 är beslutsdagen. Gränsen är samma dag tre kalendermånader senare, eller månadens sista dag. \
                            Gränsdagen är i tid.
                            """,
                        en: """
                            Day 0 is the day of the decision. The limit is the same day three calendar months later, or the \
                            last day of the month. The limit day is in time.
                            """),
                    phrase(
                        sv: """
                            Beslut som skjutits upp på personens egen begäran räknas med. Rapporteringsskyldigheten gäller \
                            också dem.
                            """,
                        en: """
                            Decisions postponed at the person's own request count. The duty to report holds for them too.
                            """),
                    phrase(
                        sv: """
                            Insatser som ges utan individuell prövning (11 kap. 5 § socialtjänstlagen) har inget beslut och \
                            finns inte med. Ett beslut där bara en del av timmarna utförs räknas som verkställt här; den \
                            interna listan visar hur stor del som inte utförts.
                            """,
                        en: """
                            Services given without an individual assessment (chapter 11, section 5 of the Social Services \
                            Act) have no decision and are not here. A decision of which only some hours are performed counts \
                            as carried out here; the internal list shows the part not performed.
                            """),
                ]),
            ])
    }
}

extension FindingWriter {
    /// "Den 30 september 2025 gällde 42 beslut som inte verkställts på mer än tre månader: 20 ej påbörjade och 22 med möjligt
    /// avbrott."
    func notExecuted(
        _ all: ReleasedCell, notBegun: ReleasedCell, interrupted: ReleasedCell, on day: Phrase
    ) -> Finding? {
        guard let all = all.shown else { return nil }
        guard all.value > 0 else {
            return finding(
                sv: "\(day.swedish.asSentenceStart) fanns inget beslut som inte verkställts på mer än tre månader.",
                en: "On \(day.english) there was no decision not carried out for more than three months.", values: [all]
            )
        }
        var parts: RichText = ""
        if let notBegun = notBegun.shown, let interrupted = interrupted.shown {
            parts = text(
                sv: ": \(notBegun, .count) ej påbörjade och \(interrupted, .count) med möjligt avbrott",
                en: ": \(notBegun, .count) not begun and \(interrupted, .count) with a possible interruption")
        }
        return finding(
            sv: """
                \(day.swedish.asSentenceStart) gällde \(counted(all, .decision)) som inte verkställts på mer än tre \
                månader\(parts).
                """,
            en: """
                On \(day.english) \(counted(all, .decision)) in force had not been carried out for more than three \
                months\(parts).
                """)
    }

    /// "För 6 beslut har personen själv bett att få vänta." nil when there are none.
    func postponed(_ cell: ReleasedCell) -> Finding? {
        guard let count = cell.shown, count.value > 0 else { return nil }
        return finding(
            sv: "För \(counted(count, .decision)) av dem har personen själv bett att få vänta, enligt registret.",
            en: "For \(counted(count, .decision)) of them the person has asked to wait, according to the register.")
    }
}

extension Noun {
    static let decision = Noun(
        one: Phrase(sv: "beslut", en: "decision"), many: Phrase(sv: "beslut", en: "decisions"), none: "inget")
}
