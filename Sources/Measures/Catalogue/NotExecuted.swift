// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 9, second half: which decisions are not carried out?
extension Measure {
    static let notExecuted = Measure(
        name: .notExecuted, label: notExecutedLabel, material: .register([.decisions, .visits]), adding: .persons,
        aspects: ([4, 1, 2, 3].map(all) + NotExecutedPart.allCases.flatMap { part in (1...4).map { aspect(part, $0) } }),
        ofTotals: nil, explanation: .notExecuted)

    fileprivate static let notExecutedLabel = Phrase(sv: "Beslut som inte verkställts", en: "Decisions not carried out")
}

/// A part of the decisions that are not carried out.
private enum NotExecutedPart: String, CaseIterable, Sendable {
    case notBegun = "not-begun"
    case interrupted
    case silent = "no-hours-in-files"
    case sinceBreak = "since-break"
    case postponed

    var label: Phrase {
        switch self {
        case .notBegun: Phrase(sv: "Beslut som inte påbörjats", en: "Decisions not begun")
        case .interrupted:
            Phrase(sv: "Beslut med möjligt avbrott", en: "Decisions with a possible interruption")
        case .silent:
            Phrase(sv: "Beslut utan timmar sedan filerna börjar", en: "Decisions without hours since the files begin")
        case .sinceBreak:
            Phrase(
                sv: "Beslut med möjligt avbrott, efter månader sedan avbrottet",
                en: "Decisions with a possible interruption, by months since it")
        case .postponed:
            Phrase(
                sv: "Beslut som inte verkställts och skjutits upp på egen begäran",
                en: "Decisions not carried out and postponed at the person's request")
        }
    }

    var definition: Phrase {
        switch self {
        case .notBegun:
            Phrase(
                sv: "inga timmar utförda sedan beslutet, som är äldre än tre kalendermånader",
                en: "no hours performed since the decision, which is older than three calendar months")
        case .interrupted, .sinceBreak:
            Phrase(
                sv: """
                    timmar har utförts, men inte på mer än tre kalendermånader och utan registrerad frånvaro. Det kan vara \
                    ett avbrott eller personens eget val
                    """,
                en: """
                    hours have been performed, but not for more than three calendar months and without registered absence. \
                    It may be an interruption or the person's own choice
                    """)
        case .silent:
            Phrase(
                sv:
                    "beslut från tiden före filerna med utförd tid, och inga timmar i dem på mer än tre kalendermånader",
                en: """
                    decisions from before the files of performed time, and no hours in them for more than three calendar \
                    months
                    """)
        case .postponed:
            Phrase(
                sv: "verkställs inte, och personen har själv bett att få vänta enligt registret",
                en: "not carried out, and the person has asked to wait according to the register")
        }
    }

    func counts(_ decision: DecisionNotExecuted, _ dataset: Dataset) -> Bool {
        switch self {
        case .notBegun: decision.state == .notBegun
        case .interrupted, .sinceBreak: decision.state == .interrupted
        case .silent: decision.state == .silentSinceFiles
        case .postponed: dataset.decisions[decision.decision].isPostponed
        }
    }

    func months(_ decision: DecisionNotExecuted) -> Int {
        switch self {
        case .sinceBreak: decision.monthsSinceBreak ?? decision.months
        case .notBegun, .interrupted, .silent, .postponed: decision.months
        }
    }

    func quantity(_ quarter: Int) -> DeclaredQuantity {
        .notExecuted("decisions-\(rawValue)-q\(quarter)", label, quarter)
    }
}

extension DeclaredQuantity {
    fileprivate static func notExecuted(_ name: String, _ label: Phrase, _ quarter: Int) -> DeclaredQuantity {
        let end = Phrase.endOfQuarter(quarter)
        return DeclaredQuantity(
            name, Phrase(sv: "\(label.swedish) \(end.swedish)", en: "\(label.english) \(end.english)"), .count,
            .decisions,
            adds: asAmounts.merging([DeclaredDimension(.monthsWaited): .exactly]) { first, _ in first })
    }

    fileprivate static func notExecuted(_ quarter: Int) -> DeclaredQuantity {
        notExecuted("decisions-not-executed-q\(quarter)", Measure.notExecutedLabel, quarter)
    }
}

extension Phrase {
    /// "den 30 september"
    fileprivate static func endOfQuarter(_ quarter: Int) -> Phrase {
        let month = YearMonth(year: 2001, month: quarter * 3)
        let name = Phrase.month(month.month)
        return Phrase(sv: "den \(month.days) \(name.swedish)", en: "on \(month.days) \(name.english)")
    }
}

extension Measure {
    private static let dimensions = ofYear.union([.monthsWaited])

    /// All decisions not carried out at the end of a quarter: those not begun, those with a possible interruption, and
    /// those of which the files tell nothing.
    private static func all(_ quarter: Int) -> Aspect {
        let asked = Question.Aspect.notExecuted(quarter: quarter)
        let end = Phrase.endOfQuarter(quarter)
        let parts: [NotExecutedPart] = [.notBegun, .interrupted, .silent]
        return Aspect(
            asked.name, spelled: [.init("q\(quarter)", asked)], value: .count(.decisions),
            quantities: [.persons: .persons],
            links: [
                .sum(
                    of: .value,
                    [Link.Term(1)]
                        + parts.map { part in
                            Link.Term(
                                -1, NumberName(.notExecuted, .notExecuted(part.rawValue, quarter: quarter)))
                        })
            ], yearsCompared: nil, role: .other,
            declares: { _, _ in
                Declaration(
                    .count, [.value: .notExecuted(quarter)],
                    [
                        .sum(
                            whole: DeclaredQuantity.notExecuted(quarter).name,
                            parts: parts.map { $0.quantity(quarter).name })
                    ], others: parts.map { $0.quantity(quarter) })
            }, by: dimensions,
            definition: { _, _ in
                Phrase(
                    sv: """
                        Beviljade beslut som gäller \(end.swedish) och inte verkställts på mer än tre kalendermånader: ej \
                        påbörjade, möjliga avbrott och sådana utan timmar sedan filerna börjar. Månaderna räknas från beslutet.
                        """,
                    en: """
                        Granted decisions in force \(end.english) and not carried out for more than three calendar months: \
                        not begun, possible interruptions, and those without hours since the files begin. Months count from \
                        the decision.
                        """)
            },
            subject: { _ in
                Phrase(
                    sv: "\(notExecutedLabel.swedish) \(end.swedish)", en: "\(notExecutedLabel.english) \(end.english)")
            },
            count: .persons { inquiry in
                inquiry.decisionsNotExecuted(quarter) { _ in
                    true
                } months: {
                    $0.months
                }
            })
    }

    private static func aspect(_ part: NotExecutedPart, _ quarter: Int) -> Aspect {
        let asked = Question.Aspect.notExecuted(part.rawValue, quarter: quarter)
        let end = Phrase.endOfQuarter(quarter)
        let links: [Link] =
            part == .sinceBreak
            ? [
                .sum(
                    of: .value,
                    [
                        Link.Term(1),
                        Link.Term(
                            -1,
                            NumberName(
                                .notExecuted,
                                .notExecuted(NotExecutedPart.interrupted.rawValue, quarter: quarter))),
                    ])
            ] : []
        return Aspect(
            asked.name, spelled: [.init(asked.name, asked)], value: .count(.decisions),
            quantities: [.persons: .persons],
            links: links, yearsCompared: nil,
            declares: { _, _ in
                Declaration(
                    .count, [.value: part.quantity(quarter)],
                    part == .postponed ? [.part(part.quantity(quarter), of: .notExecuted(quarter))] : [],
                    others: part == .postponed ? [.notExecuted(quarter)] : [])
            }, by: dimensions,
            definition: { _, _ in
                Phrase(
                    sv: "Av de beslut som gäller \(end.swedish) och inte verkställts på mer än tre kalendermånader: "
                        + part.definition.swedish + ".",
                    en:
                        "Of the decisions in force \(end.english) and not carried out for more than three calendar months: "
                        + part.definition.english + ".")
            },
            subject: { _ in
                Phrase(sv: "\(part.label.swedish), \(end.swedish)", en: "\(part.label.english), \(end.english)")
            },
            count: .persons { inquiry in
                inquiry.decisionsNotExecuted(quarter) {
                    part.counts($0, inquiry.dataset)
                } months: {
                    part.months($0)
                }
            })
    }
}

extension Inquiry {
    /// The decisions that are not carried out at the end of a quarter of each year asked for.
    fileprivate func decisionsNotExecuted(
        _ quarter: Int, where isWanted: @escaping @Sendable (DecisionNotExecuted) -> Bool,
        months: @escaping @Sendable (DecisionNotExecuted) -> Int
    ) -> [CountedRow] {
        let waits = DecisionsNotExecuted(dataset, panel)
        @Sendable func end(_ year: Int) -> CivilDate { YearMonth(year: year, month: quarter * 3).lastDay }
        let facts = Facts(areObserved: true) { inquiry, person, cells in
            for year in inquiry.years where waits.isKnown(end(year)) {
                for decision in waits.of(person, at: end(year)) where isWanted(decision) {
                    cells.add(
                        Traits(
                            inquiry.dataset.decisions[decision.decision], year: year,
                            ownClass: MonthsWaitedClass.place(of: months(decision))), numerator: 1)
                }
            }
        }
        let cells = cells(of: facts)
        return breakdown.rowCells(cells.occurring).map { cell in
            let key = breakdown.key(of: cell)
            guard waits.isKnown(end(breakdown.year(of: cell))) else {
                return CountedRow(key, .notDefined(unit: .decisions, kind: .count, Reasons.quarterNotCovered))
            }
            return CountedRow(key, Self.decisionsAlone(cells[cell], self))
        }
    }

    /// n is not told: the few persons of two decisions would be the difference.
    private static let decisionsAlone = CellNumber(.decisions, of: { sum, _ in .number(of: sum) }) { sums, _ in
        var number = Measurement.decisions(sums)
        number.tellsPersons = false
        return number
    }
}

/// Classes of whole months that a decision has waited: those of IVO's statistics, and what is just above the limit.
struct MonthsWaitedClass: Sendable {
    let first: Int
    let last: Int?

    static let all = [
        MonthsWaitedClass(first: 3, last: 6), MonthsWaitedClass(first: 7, last: 9),
        MonthsWaitedClass(first: 10, last: 12),
        MonthsWaitedClass(first: 13, last: 17), MonthsWaitedClass(first: 18, last: nil),
    ]

    /// The place of the class among all; whoever is over the limit has waited three months.
    static func place(of months: Int) -> Int { all.lastIndex { $0.first <= months } ?? 0 }

    var code: String { last.map { "\(first)-\($0)" } ?? "\(first)+" }

    var category: Category {
        let label =
            last.map { Phrase(sv: "\(first)–\($0) månader", en: "\(first)–\($0) months") }
            ?? Phrase(sv: "\(first) månader eller mer", en: "\(first) months or more")
        return Category(.monthsWaited, code: code, label: label, rank: first)
    }
}

extension Explanation {
    static let notExecuted = Explanation(
        name: MeasureName.notExecuted.rawValue, kind: .measure,
        aliases: ["ej verkställda beslut", "ej verkställda", "icke verkställda beslut", "avbrott", "verkställighet"],
        summary: Phrase(
            sv: "Vilka beslut har inte verkställts på mer än tre månader?",
            en: "Which decisions have not been carried out for more than three months?"),
        definition: [
            Phrase(
                sv: """
                    Räknas vid varje kvartals slut: beviljade beslut (bifall och delavslag) som gäller den dagen. Dag 0 är \
                    beslutsdagen; saknas den, beslutets första dag. Gränsen är samma dag tre kalendermånader senare, eller \
                    månadens sista dag om den dagen inte finns. Gränsdagen är i tid. Tre månader är aldrig 90 dagar.
                    """,
                en: """
                    Counted at the end of each quarter: granted decisions (in full or in part) in force on that day. Day 0 is \
                    the day of the decision; without one, its first day. The limit is the same day three calendar months \
                    later, or the last of the month when it has no such day. The limit day is in time. Three months are \
                    never 90 days.
                    """),
            Phrase(
                sv: """
                    Ej påbörjat: inga timmar utförda sedan beslutet och ingen registrerad verkställighet (verkstalld_fran). \
                    Möjligt avbrott: timmar har utförts under beslutets tid, men gränsen har passerats sedan den sista \
                    timmen eller den sista dagen med registrerad frånvaro. Timmar kan inte skilja ett avbrott från att \
                    personen själv valt att avstå, så varje sådant beslut måste granskas. Beslut från tiden före filerna \
                    med utförd tid, utan timmar i dem, räknas för sig: om de påbörjats går inte att veta.
                    """,
                en: """
                    Not begun: no hours performed since the decision and no registered start (verkstalld_fran). Possible \
                    interruption: hours have been performed in the time of the decision, but the limit has passed since \
                    the last hour or the last day of registered absence. Hours cannot tell an interruption from the \
                    person's own choice, so each such decision must be examined. Decisions from before the files of \
                    performed time, without hours in them, are counted apart: whether they were begun cannot be known.
                    """),
            Phrase(
                sv: """
                    Månaderna räknas från beslutet också för avbrott, som lagen säger; since-break räknar dem från avbrottet. \
                    Ett beslut som skjutits upp på personens egen begäran räknas med, och för sig (postponed). Är utförd tid \
                    bara känd månadsvis krävs tre hela månader utan timmar.
                    """,
                en: """
                    Months count from the decision for interruptions too, as the law says; since-break counts them from the \
                    interruption. A decision postponed at the person's request counts, and is told apart (postponed). Where \
                    performed time is known by month only, three whole months without hours are needed.
                    """),
            Phrase(
                sv: """
                    Varianter: q1–q4, kvartalets slut (utan variant: årets); not-begun, interrupted, no-hours-in-files, \
                    since-break och postponed med samma ändelser, som not-begun-q3.
                    """,
                en: """
                    Variants: q1–q4, the end of the quarter (without one: of the year); not-begun, interrupted, \
                    no-hours-in-files, since-break and postponed with the same endings, as not-begun-q3.
                    """),
        ],
        formula: [
            Phrase(
                sv: "gräns = samma dag i månaden tre kalendermånader senare, annars månadens sista dag",
                en: "limit = the same day of the month three calendar months on, else the month's last day"),
            Phrase(
                sv: "räknas när kvartalets sista dag > gränsen",
                en: "counts when the last day of the quarter > the limit"),
        ], settingKeys: [],
        source: Phrase(
            sv: """
                Socialtjänstlagen (2025:400) 34 kap. 1 och 3 §§; LSS (1993:387) 28 f och 28 h §§; före 2025-07-01 \
                socialtjänstlagen (2001:453) 16 kap. 6 f och 6 h §§. Lag (1930:173) 1 § om hur månader räknas. Klasserna är \
                IVO:s.
                """,
            en: """
                The Social Services Act (2025:400) chapter 34, sections 1 and 3; LSS (1993:387) sections 28 f and 28 h; before \
                2025-07-01 the Social Services Act (2001:453) chapter 16, sections 6 f and 6 h. Act (1930:173) section 1 on \
                how months are counted. The classes are those of IVO.
                """),
        example: [
            Phrase(
                sv: """
                    Ett beslut fattades 2024-11-30 och inget besök har gjorts. Gränsen är 2025-02-28, så den 31 mars räknas \
                    det som ej påbörjat, i klassen 3–6 månader (fyra hela månader). Hade första besöket gjorts 2025-03-01 \
                    räknades det inte då: det är verkställt, om än för sent.
                    """,
                en: """
                    A decision was made on 2024-11-30 and no visit has been made. The limit is 2025-02-28, so on 31 March it \
                    counts as not begun, in the class 3–6 months (four whole months). Had the first visit been made on \
                    2025-03-01 it would not count then: it is carried out, though too late.
                    """)
        ], seeAlso: [MeasureName.waitingTime.rawValue, MeasureName.outcomes.rawValue])
}
