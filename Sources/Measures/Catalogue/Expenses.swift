// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

extension Quantity {
    /// Kronor reimbursed for companions' expenses.
    fileprivate static let reimbursed = Quantity("expenses-reimbursed")
}

/// Question 10: is the expense rule used?
extension Measure {
    static let expenses = Measure(
        name: .expenses, label: expensesLabel, material: .register([.decisions, .expenses]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .share, quantities: [.denominator: .persons, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .share, [.numerator: Declared.reimbursed, .denominator: .everyone, .n: .everyone], quotient: 1,
                        interval: .wilson)
                }, by: ofYear, remarks: [.countedInEach, .naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv: "Av alla med ett beviljat beslut under året: andelen som fått en omkostnad ersatt.",
                        en: "Of all with a granted decision in the year: the share who had an expense reimbursed.")
                }, subject: { _ in expensesLabel }, count: counted(spent, share),
                comparison: ComparisonRule(
                    kind: .share, mayBeNegative: false, by: ComparisonRule.ofRegister, of: spent,
                    bringing: share.brings,
                    words: .share(
                        name: expensesLabel,
                        definite: Phrase(
                            sv: "andelen med ersatta omkostnader", en: "the share with expenses reimbursed"),
                        unit: Phrase(sv: "procent av personerna", en: "per cent of the persons")))),
            Aspect(
                "per-user", spelled: [.init("per-user", .perUser)], value: .mean(.kronorPerPerson),
                quantities: [.numerator: .reimbursed, .denominator: .persons, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .mean, [.numerator: Declared.kronor, .denominator: .everyone, .n: .everyone], quotient: 1,
                        interval: .student, [.part(Declared.reimbursed, of: .everyone)], others: [Declared.reimbursed])
                }, by: ofYear, remarks: [.naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Ersatta omkostnader i kronor, delat med antalet personer med ett beviljat beslut under "
                            + "året.",
                        en:
                            "Expenses reimbursed in kronor, divided by the number of persons with a granted decision "
                            + "in the year."
                    )
                }, subject: { _ in Phrase(sv: "Omkostnader per person", en: "Expenses per person") },
                count: counted(spent, kronorPerPerson),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: spent,
                    bringing: kronorPerPerson.brings)),
            Aspect(
                "per-hour", spelled: [.init("per-hour", .perHour)], value: .ratio(.kronorPerHour),
                quantities: [.numerator: .reimbursed, .denominator: .performedHours, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .ratio, [.numerator: Declared.kronor, .n: .everyone], interval: .student,
                        [.part(Declared.reimbursed, of: .everyone)], others: [Declared.reimbursed])
                }, by: ofYear, remarks: [.coverage, .naturalVariation], settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Ersatta omkostnader i kronor, delat med utförda timmar under beslut.",
                        en: "Expenses reimbursed in kronor, divided by performed hours under decisions.")
                }, subject: { _ in Phrase(sv: "Omkostnader per utförd timme", en: "Expenses per performed hour") },
                count: counted(spentByHours, kronorPerHour),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: spentByHours,
                    bringing: kronorPerHour.brings)),
            Aspect(
                "refused", spelled: [.init("refused", .refused)], value: .count(.persons), quantities: [:], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    .count(Declared.refused, [.part(Declared.refused, of: .everyone)], others: [.everyone])
                }, by: ofYear, remarks: [.countedInEach],
                definition: { _, _ in
                    Phrase(
                        sv: "Personer med ett beviljat beslut under året som fått nej till att få en omkostnad ersatt.",
                        en: "Persons with a granted decision in the year who were refused reimbursement of an expense.")
                }, subject: { _ in Phrase(sv: "Personer med nekad omkostnad", en: "Persons refused an expense") },
                count: counted(spent, refusedPersons, ofRefusals: true)),
        ], ofTotals: nil, adverse: nil, explanation: .expenses)

    private static let expensesLabel = Phrase(
        sv: "Andel med ersatta omkostnader", en: "Share with expenses reimbursed")
    private static let noExpenses = Phrase(
        sv: "Inga omkostnader finns i exporterna.", en: "The exports hold no expenses.")

    private static let noRefusals = Phrase(
        sv: "Exporterna säger inte vilka omkostnader som nekats.",
        en: "The exports do not tell which expenses were refused.")

    /// Where no expense was read nobody knows whether there were none; and where none tells what became of it, not whether any
    /// was refused.
    private static func counted(_ facts: Facts, _ number: CellNumber, ofRefusals: Bool = false) -> Counting {
        .persons { inquiry in
            let rows = inquiry.rows(of: facts, as: number)
            let expenses = inquiry.dataset.expenses
            let isTold = ofRefusals ? expenses.contains { $0.isGranted != nil } : !expenses.isEmpty
            guard !isTold else { return rows }
            let reason = expenses.isEmpty ? noExpenses : noRefusals
            return rows.map { counted in
                CountedRow(
                    counted.row.key, .notDefined(unit: number.unit, kind: counted.row.measurement.kind, reason))
            }
        }
    }

    private enum Declared {
        static let reimbursed = DeclaredQuantity.persons(
            "persons-with-expenses-reimbursed",
            Phrase(sv: "Personer med ersatta omkostnader", en: "Persons with expenses reimbursed"))
        static let refused = DeclaredQuantity.persons(
            "persons-with-expenses-refused",
            Phrase(sv: "Personer med nekade omkostnader", en: "Persons with expenses refused"))
        static let kronor = DeclaredQuantity(
            "expenses-reimbursed", Phrase(sv: "Ersatta omkostnader, kronor", en: "Expenses reimbursed, kronor"), .sum,
            .kronor, adds: DeclaredQuantity.asAmounts, of: reimbursed.name)
    }
}

// MARK: What is added up

extension Measure {
    private enum Mark {
        static let hasDecision: UInt16 = 1
        static let reimbursed: UInt16 = 2
        static let refused: UInt16 = 4
    }

    private static let spent = Facts(areObserved: false) { inquiry in
        let expenses = PersonOrder(
            persons: inquiry.dataset.persons.count, rows: inquiry.dataset.expenses.count
        ) { inquiry.dataset.expenses[$0].person }
        return { person, cells in inquiry.addExpenses(of: person, expenses, to: &cells) }
    }

    /// With performed hours under decisions, in milliseconds.
    private static let spentByHours = Facts(areObserved: true) { inquiry in
        let expenses = PersonOrder(
            persons: inquiry.dataset.persons.count, rows: inquiry.dataset.expenses.count
        ) { inquiry.dataset.expenses[$0].person }
        return { person, cells in
            inquiry.addExpenses(of: person, expenses, to: &cells)
            inquiry.eachMonth(of: person) { _, entry in
                if entry.coverage != .outside, inquiry.isObserved(entry.month) {
                    cells.add(Traits(entry), denominator: entry.performed.milliseconds)
                }
            }
        }
    }

    private static func kronor(_ sum: PersonSum) -> Double { Double(sum.numerator) / 100 }

    private static let share = CellNumber(
        .share,
        of: { sum, _ in
            RatioContribution(numerator: sum.marks & Mark.reimbursed != 0 ? 1 : 0, denominator: 1)
        }
    ) { sums, inquiry in
        .share(sums.count { $0.marks & Mark.reimbursed != 0 }, of: sums.count, level: inquiry.question.level)
    }

    private static let kronorPerPerson = CellNumber(
        .kronorPerPerson, of: { sum, _ in RatioContribution(numerator: kronor(sum), denominator: 1) }
    ) { sums, inquiry in
        let brought = sums.map { RatioContribution(numerator: kronor($0), denominator: 1) }
        guard let estimate = RatioOfSums.estimate(brought, level: inquiry.question.level) else {
            return .notDefined(unit: .kronorPerPerson, kind: .mean, Reasons.nobody)
        }
        return .kronor(.mean, .kronorPerPerson, sums, over: sums.map { _ in 1 }, scale: 1, estimate)
    }

    private static let kronorPerHour = CellNumber(
        .kronorPerHour,
        of: { sum, _ in
            RatioContribution(numerator: kronor(sum), denominator: Double(sum.denominator) / Measurement.hour)
        }
    ) { sums, inquiry in
        let brought = sums.map {
            RatioContribution(numerator: kronor($0), denominator: Double($0.denominator) / Measurement.hour)
        }
        guard let estimate = RatioOfSums.estimate(brought, level: inquiry.question.level) else {
            return .notDefined(unit: .kronorPerHour, Reasons.noPerformedHours)
        }
        return .kronor(
            .ratio, .kronorPerHour, sums, over: sums.map(\.denominator), scale: Measurement.hour, estimate)
    }

    private static let refusedPersons = CellNumber(
        .persons,
        of: { sum, inquiry in
            sum.marks & Mark.refused != 0 ? CellNumber.persons.brings(sum, inquiry) : nil
        }
    ) { sums, _ in .persons(sums) }
}

extension Measurement {
    /// Öre divided by what there is of something else, with the error of the estimate.
    fileprivate static func kronor(
        _ kind: Kind, _ unit: Unit, _ sums: [PersonSum], over amounts: [Int64], scale: Double, _ estimate: Estimate
    ) -> Measurement {
        let kronor = Contributions(sums.lazy.map(\.numerator), scale: 100)
        let others = Contributions(amounts, scale: scale)
        var measurement = Measurement(
            kind: kind, unit: unit, value: nil, persons: sums.count, numerator: kronor.total,
            denominator: others.total, numeratorContributions: kronor, denominatorContributions: others)
        measurement.take(estimate)
        measurement.lower = measurement.lower.map { max(0, $0) }
        return measurement
    }
}

extension Inquiry {
    /// A person's decisions in each year, and the expenses of those years: each where the decision belongs that was in force
    /// on its day, else the last before it, else the year's first. Who has no decision in the year does not count.
    fileprivate func addExpenses(of person: PersonIndex, _ expenses: PersonOrder, to cells: inout Cells) {
        var valid: [Int: [(decision: Decision, traits: Traits)]] = [:]
        eachDecision(of: person) { decision, traits in
            cells.add(traits, marks: 1)
            valid[traits.year, default: []].append((decision, traits))
        }
        for place in expenses.rows(of: Int(person)) {
            let expense = dataset.expenses[place]
            guard let decisions = valid[expense.date.year], expense.amount > 0 else { continue }
            let begun = decisions.filter { $0.decision.from <= expense.date }
            let own =
                begun.filter { $0.decision.isValid(on: expense.date) }.max { $0.decision.from < $1.decision.from }
                ?? begun.max { $0.decision.from < $1.decision.from }
                ?? decisions.min { $0.decision.from < $1.decision.from }
            guard let traits = own?.traits else { continue }
            if expense.isGranted == false {
                cells.add(traits, marks: 4)
            } else {
                cells.add(traits, numerator: expense.amount, marks: 2)
            }
        }
    }
}

extension Explanation {
    static let expenses = Explanation(
        name: MeasureName.expenses.rawValue, kind: .measure,
        aliases: ["omkostnader", "utlägg", "omkostnadsersättning"],
        summary: Phrase(sv: "Används regeln om omkostnader?", en: "Is the rule on expenses used?"),
        definition: [
            Phrase(
                sv:
                    "Andelen personer som fått ledsagarens omkostnader ersatta, bland dem som haft ett beviljat "
                    + "beslut minst en dag "
                    + "under året. En omkostnad räknas som ersatt om inte exporten säger att den nekats.",
                en:
                    "The share of persons who had the companion's expenses reimbursed, among those with a granted "
                    + "decision on at "
                    + "least one day of the year. An expense counts as reimbursed unless the export says that it was "
                    + "refused."
            ),
            Phrase(
                sv:
                    "Omkostnaden hör till den nämnd, det lagrum och den utförare som har beslutet som gällde den "
                    + "dagen. Gällde inget "
                    + "räknas det senaste före, annars årets första. Den som inte haft något beslut under året räknas "
                    + "inte.",
                en:
                    "An expense belongs to the district, law and provider of the decision in force on its day; where "
                    + "none was, of "
                    + "the last before it, else of the year's first. Who had no decision in the year does not count."),
            Phrase(
                sv:
                    "Varianter: per-user, kronor per person med beslut under året; per-hour, kronor per utförd timme "
                    + "under beslut; "
                    + "refused, personer som fått nej. Ingår omkostnader redan i utförarens ersättning per timme syns "
                    + "de inte här.",
                en:
                    "Variants: per-user, kronor per person with a decision in the year; per-hour, kronor per "
                    + "performed hour under "
                    + "decisions; refused, persons who were refused. Expenses that are part of the provider's hourly "
                    + "rate are not "
                    + "seen here."),
        ],
        formula: [
            Phrase(
                sv: "andel = |{p : p har en ersatt omkostnad i Y}| ÷ |{p : p har ett beviljat beslut i Y}|",
                en: "share = |{p : p has an expense reimbursed in Y}| ÷ |{p : p has a granted decision in Y}|"),
            Phrase(
                sv: "per person = Σ kronor ÷ N; per timme = Σ kronor ÷ Σ u, ± t(N−1)·se över personer",
                en: "per person = Σ kronor ÷ N; per hour = Σ kronor ÷ Σ u, ± t(N−1)·se over persons"),
        ], settingKeys: ["pro_rating"],
        source: Phrase(
            sv: "Ledsagas definition. Kvoter: Särndal, Swensson & Wretman (1992), avsnitt 5.6.",
            en: "Ledsaga's definition. Ratios: Särndal, Swensson & Wretman (1992), section 5.6."),
        example: [
            Phrase(
                sv:
                    "Fyra personer med beslut. En har fått 120 kronor ersatta och en 80; en har fått nej. Tillsammans "
                    + "har de 100 "
                    + "utförda timmar. Andelen är 2 ÷ 4 = 50\u{A0}%, per person 50 kronor, per timme 2 kronor, och en "
                    + "person har "
                    + "nekats.",
                en:
                    "Four persons with decisions. One had 120 kronor reimbursed and one 80; one was refused. Together "
                    + "they have "
                    + "100 performed hours. The share is 2 ÷ 4 = 50%, per person 50 kronor, per hour 2 kronor, and "
                    + "one person was "
                    + "refused.")
        ], seeAlso: [MeasureName.persons.rawValue, MeasureName.awareness.rawValue])
}
