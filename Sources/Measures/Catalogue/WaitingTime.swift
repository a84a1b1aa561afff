// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 9, first half: how long do people wait?
extension Measure {
    static let waitingTime = Measure(
        name: .waitingTime, label: waitingLabel, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [share(.start, 90)]
            + WaitingClock.allCases.flatMap { clock in
                clock.days.filter { clock != .start || $0 != 90 }.map { share(clock, $0) }
                    + [days(clock, 0.5), days(clock, 0.9)]
            } + WaitingClock.start.days.map(atRisk),
        ofTotals: nil, explanation: .waitingTime)

    private static let waitingLabel = Phrase(
        sv: "Andel som påbörjats inom 90 dagar från beslutet", en: "Share begun within 90 days of the decision")
}

/// From when to when a wait is counted.
private enum WaitingClock: String, CaseIterable, Sendable {
    /// From the decision to the first performed hour: the one that the law counts.
    case start
    /// From the application to the decision.
    case decision
    /// From the application to the first performed hour.
    case whole

    /// The days within which shares are told.
    var days: [Int] {
        switch self {
        case .start: [7, 14, 30, 60, 90, 120, 180, 365]
        case .decision, .whole: [30, 60, 90]
        }
    }

    var happened: Phrase {
        switch self {
        case .start, .whole: Phrase(sv: "påbörjats", en: "begun")
        case .decision: Phrase(sv: "beslutats", en: "decided")
        }
    }

    var from: Phrase {
        switch self {
        case .start: Phrase(sv: "från beslutet", en: "of the decision")
        case .decision, .whole: Phrase(sv: "från ansökan", en: "of the application")
        }
    }

    var span: Phrase {
        switch self {
        case .start: Phrase(sv: "Dagar från beslut till första timme", en: "Days from decision to first hour")
        case .decision: Phrase(sv: "Dagar från ansökan till beslut", en: "Days from application to decision")
        case .whole: Phrase(sv: "Dagar från ansökan till första timme", en: "Days from application to first hour")
        }
    }

    var persons: DeclaredQuantity {
        switch self {
        case .start:
            .persons(
                "persons-waiting-for-start",
                Phrase(sv: "Personer med beslut som väntade", en: "Persons with decisions that waited"))
        case .decision:
            .persons(
                "persons-with-applications-decided",
                Phrase(sv: "Personer med ansökan som beslutats", en: "Persons with an application decided"))
        case .whole:
            .persons(
                "persons-waiting-since-application",
                Phrase(sv: "Personer med ansökan som beviljats", en: "Persons with an application granted"))
        }
    }

    /// Whom the numbers are of, as definitions tell it.
    var population: Phrase {
        switch self {
        case .start:
            Phrase(
                sv:
                    "beviljade beslut som väntade på sin första timme under året; förnyelser av en pågående insats ingår inte",
                en:
                    "granted decisions that waited for their first hour in the year, without renewals of a service going on"
            )
        case .decision:
            Phrase(
                sv: "ansökningar som beslutats under året; de som ännu inte beslutats finns inte i filerna",
                en: "applications decided in the year; those not decided yet are not in the files")
        case .whole:
            Phrase(
                sv: "beviljade beslut som väntade på sin första timme under året och vars ansökningsdag är känd",
                en:
                    "granted decisions that waited for their first hour in the year and whose day of application is known"
            )
        }
    }
}

extension Measure {
    private static func share(_ clock: WaitingClock, _ days: Int) -> Aspect {
        let isHeadline = clock == .start && days == 90
        let name = "\(clock.rawValue)-\(days)"
        let asked = isHeadline ? Question.Aspect.headline : .waiting(name)
        let spelled = (days == 90 ? [clock.rawValue] : []) + [name]
        return Aspect(
            asked.name, spelled: spelled.map { .init($0, asked) }, value: .share, quantities: [.persons: .persons],
            links: [], yearsCompared: nil, role: isHeadline ? .main : days == 30 || days == 60 ? .other : .auxiliary,
            declares: { _, _ in Declaration(.share, [.n: clock.persons]) }, by: ofYear, remarks: [.naturalVariation],
            id: { _, _ in name },
            definition: { _, _ in
                Phrase(
                    sv: """
                        Andel som \(clock.happened.swedish) inom \(days) dagar \(clock.from.swedish), av \
                        \(clock.population.swedish). Skattad med Aalen–Johansen; n är antalet personer.
                        """,
                    en: """
                        Share \(clock.happened.english) within \(days) days \(clock.from.english), of \
                        \(clock.population.english). Estimated by Aalen–Johansen; n is the number of persons.
                        """)
            },
            subject: { _ in
                Phrase(
                    sv: "Andel som \(clock.happened.swedish) inom \(days) dagar \(clock.from.swedish)",
                    en: "Share \(clock.happened.english) within \(days) days \(clock.from.english)")
            },
            count: .persons { inquiry in inquiry.waits(clock) { $0.share(within: days, level: inquiry.question.level) }
            })
    }

    /// The median, or the ninth decile.
    private static func days(_ clock: WaitingClock, _ p: Double) -> Aspect {
        let name = clock.rawValue + (p == 0.5 ? "-median" : "-p90")
        let asked = Question.Aspect.waiting(name)
        let what =
            p == 0.5
            ? Phrase(
                sv: "Så många dagar tog det innan hälften hade \(clock.happened.swedish)",
                en: "So many days it took before half had \(clock.happened.english)")
            : Phrase(
                sv: """
                    Så många dagar tog det innan nio av tio hade \(clock.happened.swedish). Är de färre än \
                    \(Waiting.fewestOfTail) personer står den undre gränsen: minst så många dagar
                    """,
                en: """
                    So many days it took before nine in ten had \(clock.happened.english). Of fewer than \
                    \(Waiting.fewestOfTail) persons the lower limit stands: at least so many days
                    """)
        return Aspect(
            name, spelled: [.init(name, asked)], value: .quantile(.days), quantities: [.persons: .persons], links: [],
            yearsCompared: nil, declares: { _, _ in Declaration(.quantile, [.n: clock.persons]) }, by: ofYear,
            remarks: [.naturalVariation],
            definition: { _, _ in
                Phrase(
                    sv: "\(what.swedish), av \(clock.population.swedish). Dag 0 är dagen de räknas från.",
                    en: "\(what.english), of \(clock.population.english). Day 0 is the day they are counted from.")
            },
            subject: { _ in
                Phrase(
                    sv: clock.span.swedish + (p == 0.5 ? ", median" : ", nio av tio"),
                    en: clock.span.english + (p == 0.5 ? ", median" : ", nine in ten"))
            },
            count: .persons { inquiry in inquiry.waits(clock) { $0.days(p, level: inquiry.question.level) } })
    }

    private static func atRisk(_ days: Int) -> Aspect {
        let name = "at-risk-\(days)"
        let persons = DeclaredQuantity.persons(
            "persons-waiting-\(days)-days",
            Phrase(sv: "Personer som väntat \(days) dagar", en: "Persons who have waited \(days) days"))
        let everyone = WaitingClock.start.persons
        return Aspect(
            name, spelled: [.init(name, .waiting(name))], value: .count(.persons),
            quantities: [.value: .persons, .persons: .persons], links: [], yearsCompared: nil, role: .auxiliary,
            declares: { _, _ in .count(persons, [.part(persons, of: everyone)], others: [everyone]) }, by: ofYear,
            definition: { _, _ in
                Phrase(
                    sv: """
                        Antal personer vars beslut följs och väntar på dag \(days): så många bygger kurvan på där. De som \
                        påbörjas den dagen räknas med.
                        """,
                    en: """
                        The number of persons whose decisions are followed and waiting on day \(days): so many the curve \
                        rests on there. Those who begin on the day count.
                        """)
            },
            subject: { _ in
                Phrase(
                    sv: "Personer som väntar på dag \(days) från beslutet",
                    en: "Persons waiting on day \(days) from the decision")
            },
            count: .persons { inquiry in inquiry.waits(.start) { $0.atRisk(days) } })
    }
}

// MARK: What is counted

/// The waits of a cell.
private struct Waiting {
    /// Persons of whom nine in ten can be told in days; of fewer only its lower limit.
    static let fewestOfTail = 100

    struct Case {
        let person: PersonIndex
        let recordKey: UInt64
        let time: SurvivalTime
    }

    enum Event { static let happened = 0, closedOtherwise = 1, count = 2 }

    /// In the persons' order.
    let cases: [Case]

    private var persons: Int { Set(cases.map(\.person)).count }

    private func contributions(_ brings: (Case) -> Bool) -> [(case: Case, brings: Bool)] {
        var list: [(case: Case, brings: Bool)] = []
        for one in cases {
            if let last = list.last, last.case.person == one.person {
                list[list.count - 1].brings = last.brings || brings(one)
            } else {
                list.append((one, brings(one)))
            }
        }
        return list
    }

    func share(within days: Int, level: Double) -> CountedNumber {
        guard !cases.isEmpty else { return .notDefined(unit: .share, kind: .share, Reasons.nobodyWaited) }
        let day = Double(days)
        let curves = AalenJohansen(cases.map(\.time), kinds: Event.count)
        let point = curves.states(at: [day])[0].events[Event.happened]
        let interval = SurvivalLimits.logLog.interval(point.share, se: point.se, level: level)
        let own = contributions { $0.time.event == Event.happened && $0.time.time <= day }
        var number = Measurement(
            kind: .share, unit: .share, value: point.share, lower: interval?.lower, upper: interval?.upper,
            persons: own.count, numerator: Double(own.count { $0.brings }), denominator: Double(own.count))
        // What is left of adding in binary is no error.
        number.standardError = point.se < 1e-12 ? 0 : point.se
        // It is x of n only where everybody is followed from the first day to the last.
        number.isWeighted = true
        return CountedNumber(
            number,
            of: own.map {
                Contribution(unit: Contributor(person: $0.case.person), numerator: $0.brings ? 1 : 0, denominator: 1)
            })
    }

    func days(_ p: Double, level: Double) -> CountedNumber {
        guard !cases.isEmpty else { return .notDefined(unit: .days, kind: .quantile, Reasons.nobodyWaited) }
        let quantile = AalenJohansen(cases.map(\.time), kinds: Event.count)
            .quantile(p, of: Event.happened, limits: .logLog, level: level)
        let own = contributions { _ in true }
        let isTail = p > 0.5 && own.count < Self.fewestOfTail
        guard let value = isTail ? quantile.lower : quantile.value else {
            return .notDefined(unit: .days, kind: .quantile, Reasons.curveNeverReached)
        }
        let number = Measurement(
            kind: .quantile, unit: .days, value: value, lower: isTail ? nil : quantile.lower,
            upper: isTail || quantile.lower == nil ? nil : quantile.upper, persons: own.count)
        return CountedNumber(
            number,
            of: own.map { Contribution(unit: Contributor(person: $0.case.person), numerator: 0, denominator: 1) })
    }

    func atRisk(_ days: Int) -> CountedNumber {
        let day = Double(days)
        let own = contributions { ($0.time.entry ?? -1) < day && day <= $0.time.time }.filter(\.brings)
        var number = Measurement(kind: .count, unit: .persons, value: Double(own.count), persons: own.count)
        number.keySum = own.reduce(0) { $0 &+ $1.case.recordKey }
        return CountedNumber(
            number, of: own.map { Contribution(unit: Contributor(person: $0.case.person), numerator: 1) })
    }
}

extension Inquiry {
    fileprivate func waits(_ clock: WaitingClock, _ number: (Waiting) -> CountedNumber) -> [CountedRow] {
        let cells = cells(of: clock == .decision ? .applications : .waits(clock))
        return breakdown.rowCells(cells.occurring).map { cell in
            let key = breakdown.key(of: cell)
            if clock != .decision, let reason = notObserved(cell) {
                return CountedRow(key, .notDefined(unit: .share, reason))
            }
            let facts = cells[cell]
            if facts.contains(where: { $0.marks & WaitFact.dayUnknown != 0 }) {
                return CountedRow(key, .notDefined(unit: .share, Reasons.startDayUnknown))
            }
            return CountedRow(key, number(Waiting(cases: facts.map(WaitFact.waiting))))
        }
    }
}

/// How a wait is kept among the facts of a cell: its time as the numerator, the day before it is followed as the
/// denominator with one added, and what ended it as marks.
private enum WaitFact {
    static let happened: UInt16 = 1
    static let closedOtherwise: UInt16 = 2
    static let dayUnknown: UInt16 = 4

    static func waiting(_ sum: PersonSum) -> Waiting.Case {
        let event: Int? =
            sum.marks & happened != 0
            ? Waiting.Event.happened : sum.marks & closedOtherwise != 0 ? Waiting.Event.closedOtherwise : nil
        return Waiting.Case(
            person: sum.person, recordKey: sum.recordKey,
            time: SurvivalTime(
                entry: sum.denominator > 0 ? Double(sum.denominator - 1) : nil, time: Double(sum.numerator),
                event: event))
    }
}

extension Facts {
    /// Of each application decided in a year asked for: the days it took, granted or not.
    fileprivate static let applications = Facts(areObserved: false, areKeptApart: true) { inquiry in
        let decisions = inquiry.dataset.decisions
        let order = PersonOrder(persons: inquiry.dataset.persons.count, rows: decisions.count) { decisions[$0].person }
        return { person, cells in
            for place in order.rows(of: Int(person)) {
                let decision = decisions[place]
                guard let applied = decision.applied, let decided = decision.decided, applied <= decided,
                    inquiry.years.contains(decided.year)
                else { continue }
                cells.add(
                    Traits(decision, year: decided.year), numerator: Int64(applied.days(to: decided)),
                    marks: WaitFact.happened)
            }
        }
    }

    /// Of each granted decision that waited in a year asked for: from the decision or the application to its first hour, to
    /// its end without one, or to the last day of the year that the files cover. One made before the year is followed
    /// from its first day.
    fileprivate static func waits(_ clock: WaitingClock) -> Facts {
        Facts(areObserved: true, areKeptApart: true) { inquiry in
            let waits = Waits(inquiry.dataset, inquiry.panel)
            return { person, cells in
                let own = waits.of(person).filter { !$0.isRenewal && !$0.isOlderThanFiles }
                for year in inquiry.years {
                    for wait in own { inquiry.add(wait, clock, in: year, &cells) }
                }
            }
        }
    }
}

extension Inquiry {
    fileprivate func add(_ wait: Wait, _ clock: WaitingClock, in year: Int, _ cells: inout Cells) {
        let decision = dataset.decisions[wait.decision]
        let months = YearMonth.months(of: year)
        guard let window = dataset.observationWindow, window.overlaps(months) else { return }
        let first = max(months.lowerBound, window.lowerBound).firstDay
        let last = min(months.upperBound, window.upperBound).lastDay
        let origin = clock == .whole ? decision.applied : wait.from
        guard let origin, origin <= wait.from, wait.from <= last else { return }
        var exit = last
        var marks: UInt16 = 0
        if let end = wait.end, end < last {
            exit = max(end, wait.from)
            marks = WaitFact.closedOtherwise
        }
        switch wait.start {
        case .notYet: break
        case .day(let day):
            if day <= exit {
                exit = day
                marks = WaitFact.happened
            }
        case .month(let month):
            if month.firstDay <= exit {
                // Started before the year, or in an unknown day of it.
                if month < first.month { return }
                marks = WaitFact.dayUnknown
            }
        }
        guard exit >= first else { return }
        // Followed from the first day of the year on: the day before it is the last on which it was not.
        let entry = wait.from < first ? Int64(origin.days(to: first)) : 0
        cells.add(
            Traits(decision, year: year), numerator: Int64(origin.days(to: exit)), denominator: entry, marks: marks)
    }
}

extension Explanation {
    static let waitingTime = Explanation(
        name: MeasureName.waitingTime.rawValue, kind: .measure,
        aliases: ["väntetid", "väntetider", "väntan", "tid till verkställighet", "handläggningstid"],
        summary: Phrase(
            sv: "Hur länge väntar personer på beslut och på den första timmen?",
            en: "How long do people wait for a decision and for the first hour?"),
        definition: [
            Phrase(
                sv: """
                    Tre klockor: start, från beslutet till den första utförda timmen (den som lagen räknar); decision, från \
                    ansökan till beslutet; whole, från ansökan till den första timmen. Dag 0 är beslutsdagen (eller \
                    ansökningsdagen), och det som påbörjas då står som 0 dagar: samma dag. Beslut som förnyar en pågående \
                    insats (högst 31 dagar emellan, och timmar utförda före) väntar ingen på, och de ingår inte.
                    """,
                en: """
                    Three clocks: start, from the decision to the first performed hour (the one that the law counts); \
                    decision, from the application to the decision; whole, from the application to the first hour. Day 0 is \
                    the day of the decision (or of the application), and what begins then stands as 0 days: the same day. \
                    Nobody waits for decisions that renew a service going on (at most 31 days between, and hours performed \
                    before), and they do not count.
                    """),
            Phrase(
                sv: """
                    Den som ännu väntar när filerna tar slut är följd hit och inte längre: personen räknas så länge vi vet \
                    att den väntade (censurering). Ett beslut som tar slut utan någon timme kan inte längre påbörjas, och \
                    räknas inte som väntande (konkurrerande händelse). Ett beslut som är äldre än året följs från årets \
                    första dag. Beslut från tiden före filerna med utförd tid ingår bara om verkstalld_fran är ifylld.
                    """,
                en: """
                    Those still waiting when the files end are followed to there and no further: they count for as long as \
                    they are known to have waited (censoring). A decision that ends without any hour can no longer begin, \
                    and does not count as waiting (competing event). A decision older than the year is followed from its \
                    first day (delayed entry). Decisions from before the files of performed time count only where \
                    verkstalld_fran is filled in.
                    """),
            Phrase(
                sv: """
                    Andelen skattas med Aalen–Johansen, som är 1 − Kaplan–Meier när inget beslut tar slut på annat sätt. \
                    Gränserna är log-log, medelfelet infinitesimal jackknife. Medianen är den första dag då kurvan når \
                    hälften; ligger den exakt på hälften, mitten av den sträckan. Gränserna för den läses av där gränsernas \
                    kurvor når hälften, och saknas där de aldrig gör det. Så gör paketet survival i R. Nio av tio skrivs som \
                    ”minst” när personerna är färre än 100: den undre gränsen står då i stället.
                    """,
                en: """
                    The share is estimated by Aalen–Johansen, which is 1 − Kaplan–Meier when no decision ends otherwise. \
                    Limits are log-log, the standard error the infinitesimal jackknife. The median is the first day on which \
                    the curve reaches one half; where it lies exactly on one half, the middle of that stretch. Its limits are \
                    read off where the limits' curves reach one half, and are missing where they never do. So does R's \
                    survival. Nine in ten is written as “at least” of fewer than 100 persons: the lower limit stands \
                    instead.
                    """),
            Phrase(
                sv: """
                    Varianter: start-7 … start-365, decision-30, whole-60 och så vidare, andelen inom så många dagar; \
                    -median och -p90, dagarna; at-risk-30 och så vidare, hur många personer som väntar på den dagen.
                    """,
                en: """
                    Variants: start-7 … start-365, decision-30, whole-60 and so on, the share within so many days; -median \
                    and -p90, the days; at-risk-30 and so on, how many persons are waiting on that day.
                    """),
            Phrase(
                sv: """
                    Andelen skyddas som x av n personer, också när den inte är exakt det: x är de som påbörjats inom \
                    dagarna. Dagar visas av minst tio personer. Filer med timmar per månad säger inte vilken dag den första \
                    timmen utfördes, och då visas inget.
                    """,
                en: """
                    The share is protected as x of n persons, even where it is not exactly that: x are those begun within \
                    the days. Days are shown of at least ten persons. Files with hours by month do not tell on which day \
                    the first hour was performed, and then nothing is shown.
                    """),
        ],
        formula: [
            .math("F(t) = Σ S(s−) · d(s) ÷ Y(s)"),
            Phrase(
                sv: "d = påbörjade på dag s, Y = väntande då, S = andelen som väntar strax före, summan över s ≤ t",
                en: "d = begun on day s, Y = waiting then, S = the share waiting just before, summed over s ≤ t"),
            Phrase(
                sv: "gränser: F^exp(∓ z·se ÷ (F·ln F))", en: "limits: F^exp(∓ z·se ÷ (F·ln F))"),
        ], settingKeys: [],
        source: Phrase(
            sv: """
                Aalen och Johansen (1978); Kaplan och Meier (1958); Kalbfleisch och Prentice (1980), avsnitt 1.3; Therneau och \
                Grambsch, paketet survival i R.
                """,
            en: """
                Aalen and Johansen (1978); Kaplan and Meier (1958); Kalbfleisch and Prentice (1980), section 1.3; Therneau \
                and Grambsch, R's package survival.
                """),
        example: [
            Phrase(
                sv: """
                    Fem beslut: första timmen efter 10, 20 och 40 dagar; ett tog slut dag 30 utan någon timme; ett väntade \
                    ännu efter 25 dagar när filerna tog slut. F(20) = 1/5 + 4/5 · 1/4 = 0,4. Dag 30 är två kvar, och den som \
                    tog slut lämnar S = 0,6 · 1/2 = 0,3. F(40) = 0,4 + 0,3 · 1/1 = 0,7. Medianen är 40 dagar.
                    """,
                en: """
                    Five decisions: the first hour after 10, 20 and 40 days; one ended on day 30 without any; one was still \
                    waiting after 25 days when the files ended. F(20) = 1/5 + 4/5 · 1/4 = 0.4. On day 30 two are left, and \
                    the one that ended leaves S = 0.6 · 1/2 = 0.3. F(40) = 0.4 + 0.3 · 1/1 = 0.7. The median is 40 days.
                    """)
        ], seeAlso: [MeasureName.notExecuted.rawValue, MeasureName.outcomes.rawValue])
}
