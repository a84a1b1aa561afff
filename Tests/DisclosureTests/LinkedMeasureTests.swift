// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import class Foundation.ProcessInfo
import Measures
import Statistics
import Terms
import Testing

/// Measures that are made of the same persons and hours, released together and attacked by who knows what each of them adds
/// up: of every person, so many columns; every number that is shown, a sum of them. It shares nothing with the gate.
@Suite struct LinkedMeasureTests {
    private typealias Columns = [String: Int]

    /// Linear combinations of columns, modulo a prime.
    private struct Span {
        private static let prime = 1_000_003
        private var rows: [(pivot: Int, values: [Int: Int])] = []

        private func reduced(_ vector: [Int: Int]) -> [Int: Int] {
            var values = vector.mapValues { ($0 % Self.prime + Self.prime) % Self.prime }.filter { $0.value != 0 }
            for row in rows {
                guard let factor = values[row.pivot] else { continue }
                for (column, value) in row.values {
                    let new = (values[column, default: 0] + (Self.prime - factor) * value) % Self.prime
                    values[column] = new == 0 ? nil : new
                }
            }
            return values
        }

        mutating func insert(_ vector: [Int: Int]) {
            let values = reduced(vector)
            guard let pivot = values.keys.min(), let own = values[pivot] else { return }
            var (inverse, base, exponent) = (1, own, Self.prime - 2)
            while exponent > 0 {
                if exponent & 1 == 1 { inverse = inverse * base % Self.prime }
                base = base * base % Self.prime
                exponent >>= 1
            }
            rows.append((pivot, values.mapValues { $0 * inverse % Self.prime }))
        }

        func contains(_ vector: [Int: Int]) -> Bool { reduced(vector).isEmpty }
    }

    private static let changes = ["lower", "same", "higher", "moved-service", "died-or-moved", "ended"]
    private static let outcomes = ["granted", "partly-granted", "refused"]

    private static func ones(_ names: [String]) -> Columns { Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }) }

    /// What a part of a number adds up; nil for what is no such sum.
    private static func columns(_ question: Question, _ key: [Category], _ part: Part) -> Columns? {
        func code(_ dimension: Dimension) -> String? {
            key.first { $0.dimension == dimension && $0.kind == .value }?.code
        }
        let granted = ones(["used", "lapsed", "not-begun", "absent"])
        let performed = ones(["used", "overrun"])
        let net: Columns = ["raised": 1, "lowered-hours": -1]
        switch (question.measure, question.aspect.name, part) {
        case (.persons, "", .value), (.expenses, "", .denominator), (.expenses, "per-user", .denominator),
            (.expenses, "", .persons):
            return ["all": 1]
        case (.lapsedHours, "", .numerator): return ["lapsed": 1]
        case (.lapsedHours, "not-begun", .numerator): return ["not-begun": 1]
        case (.lapsedHours, "absent", .numerator): return ["absent": 1]
        case (.lapsedHours, "over-half", .numerator): return ["over-half": 1]
        case (.lapsedHours, "over-half", .denominator), (.overrun, "at-ceiling", .denominator),
            (.lapsedHours, _, .persons), (.overrun, "at-ceiling", .persons):
            return ["has-period": 1]
        case (.lapsedHours, _, .denominator): return granted
        case (.overrun, "", .numerator): return ["overrun": 1]
        case (.overrun, "at-ceiling", .numerator): return ["at-ceiling": 1]
        case (.overrun, "", .denominator), (.periodProfile, "", .denominator): return performed
        case (.overrun, "", .persons), (.periodProfile, "", .persons): return ["uses": 1]
        case (.periodProfile, "", .numerator): return code(.periodMonth).map { ["month-" + $0: 1] }
        case (.hoursChange, "", .value): return code(.change).map { [$0: 1] } ?? ones(changes)
        case (.hoursChange, "lower", .numerator): return ["lower": 1]
        case (.hoursChange, "lower", .denominator), (.hoursChange, "mean", .denominator):
            return ones(["lower", "same", "higher"])
        case (.hoursChange, "raised-hours", .value): return ["raised": 1]
        case (.hoursChange, "lowered-hours", .value): return ["lowered-hours": 1]
        case (.hoursChange, "net", .value), (.hoursChange, "mean", .numerator): return net
        case (.outcomes, "", .value):
            return code(.outcome).map { ["outcome-" + $0: 1] } ?? ones(outcomes.map { "outcome-" + $0 })
        case (.outcomes, "refused", .numerator): return ["outcome-refused": 1]
        case (.outcomes, "applied-known", .numerator): return ["told": 1]
        case (.outcomes, "refused", .denominator), (.outcomes, "applied-known", .denominator):
            return ones(outcomes.map { "outcome-" + $0 })
        case (.expenses, "", .numerator): return ["reimbursed": 1]
        case (.expenses, "per-user", .numerator), (.expenses, "per-hour", .numerator): return ["kronor": 1]
        case (.expenses, "per-hour", .denominator): return ["performed": 1]
        case (.expenses, "refused", .value): return ["expense-refused": 1]
        default: return nil
        }
    }

    private struct Town {
        var data: Dataset
        let boards: [String]

        /// Each person in one board, with one service.
        init(seed: UInt64) {
            var random = SeededDraws(seed: seed)
            func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            boards = ["A", "B", "C", "D"]
            let persons = draw(25...70)
            data = Dataset(
                services: [Service(name: "Ledsagning", law: .sol)],
                division: Division(boards.map { District(name: $0) }),
                observationWindow: YearMonth(year: 2019, month: 1)...YearMonth(year: 2020, month: 3))
            for person in 0..<persons {
                let index = PersonIndex(person)
                data.persons.append(Person(birthYear: 1970, sex: draw(0...2) == 0 ? .male : .female))
                let board = DistrictIndex([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3][draw(0...10)])
                var from = CivilDate(year: 2018, month: 12, day: 1)!.adding(days: draw(0...90))
                var hours = Double(draw(2...30))
                for _ in 0..<draw(1...3) {
                    let to = draw(0...3) == 0 ? nil : from.adding(days: draw(60...300))
                    var decision = Decision(
                        person: index, service: 0, law: .sol, district: board,
                        outcome: draw(0...9) == 0 ? .refused : draw(0...3) == 0 ? .partlyGranted : .granted, from: from,
                        to: to, hours: Hours(hours))
                    decision.decided = from.adding(days: draw(-40...40))
                    if draw(0...3) == 0 { decision.endReason = [.died, .movedAway, .other][draw(0...2)] }
                    if draw(0...1) == 0 { decision.appliedHours = Hours(hours + Double(draw(0...5))) }
                    data.decisions.append(decision)
                    guard let to else { break }
                    from = to.adding(days: draw(1...50))
                    hours = max(1, hours + Double(draw(-6...6)))
                }
                for month in YearMonth(year: 2019, month: 1)...YearMonth(year: 2020, month: 3) where draw(0...3) > 0 {
                    data.performed.append(
                        PerformedHours(
                            person: index, service: 0, month: month, district: board,
                            hours: Hours(Double(draw(0...60)) / 2)))
                }
                if draw(0...4) == 0 {
                    data.absences.append(
                        Absence(
                            person: index, from: CivilDate(year: 2019, month: 3, day: 1)!.adding(days: draw(0...200))))
                }
                for _ in 0..<max(0, draw(-2...2)) {
                    data.expenses.append(
                        Expense(
                            person: index, date: CivilDate(year: 2019, month: 1, day: 1)!.adding(days: draw(0...360)),
                            amount: Int64(draw(20...400)) * 100, isGranted: draw(0...3) > 0))
                }
            }
        }

        /// Everyone whom a row is about, whether they bring something to it or not.
        func persons(of key: [Category]) -> [Int] {
            data.persons.indices.filter { person in
                key.allSatisfy { category in
                    switch (category.dimension, category.kind) {
                    case (_, .total): return true
                    case (.district, _):
                        let board = data.decisions.first { $0.person == PersonIndex(person) }?.district
                        return board.map { boards[Int($0)] == category.code } ?? false
                    case (.sex, _): return (data.persons[person].sex == .male) == (category.code == "male")
                    default: return true
                    }
                }
            }
        }
    }

    private static let questions: [(MeasureName, Question.Aspect, [Dimension])] = [
        (.persons, .headline, []), (.lapsedHours, .headline, []), (.lapsedHours, .notBegun, []),
        (.lapsedHours, .absent, []), (.lapsedHours, .overHalf, []), (.overrun, .headline, []),
        (.overrun, .atCeiling, []),
        (.periodProfile, .headline, [.periodMonth]), (.hoursChange, .headline, [.change]), (.hoursChange, .lowered, []),
        (.hoursChange, .raisedHours, []), (.hoursChange, .loweredHours, []), (.hoursChange, .net, []),
        (.hoursChange, .mean, []), (.outcomes, .headline, [.outcome]), (.outcomes, .refused, []),
        (.outcomes, .appliedKnown, []), (.expenses, .headline, []), (.expenses, .perUser, []),
        (.expenses, .refused, []),
    ]

    /// All when `LEDSAGA_PROVE` is set.
    private static let seeds: ClosedRange<UInt64> =
        1...(ProcessInfo.processInfo.environment["LEDSAGA_PROVE"] == nil ? 2 : 8)

    @Test(arguments: seeds)
    func `nothing that is hidden follows from what is shown`(seed: UInt64) throws {
        let town = Town(seed: seed)
        var random = SeededDraws(seed: seed + 4000)
        var asked: [Question] = []
        for (measure, aspect, own) in Self.questions where Int.random(in: 0...2, using: &random) > 0 {
            for by in [[], [Dimension.district], [.sex]] where Int.random(in: 0...2, using: &random) > 0 {
                asked.append(Question(measure, aspect, by: by + own, years: 2019...2019))
            }
        }
        let tabulations = try Tabulator(town.data).tabulate(asked)
        let tables = ReleasePolicy(DisclosureSettings(), division: town.data.division).release(tabulations).tables
        var numbers: [String: Int] = [:]
        func vector(_ columns: Columns, _ key: [Category]) -> [Int: Int] {
            var vector: [Int: Int] = [:]
            for person in town.persons(of: key) {
                for (name, coefficient) in columns {
                    let column = numbers["\(person) \(name)"] ?? numbers.count
                    numbers["\(person) \(name)"] = column
                    vector[column, default: 0] += coefficient
                }
            }
            return vector
        }
        var span = Span()
        for person in town.data.persons.indices {
            // The hours of the period's months are those used and those above what was granted.
            var known: [Int: Int] = [:]
            for (name, coefficient) in ["month-1": 1, "month-2": 1, "month-3": 1, "used": -1, "overrun": -1] {
                let column = numbers["\(person) \(name)"] ?? numbers.count
                numbers["\(person) \(name)"] = column
                known[column] = coefficient
            }
            span.insert(known)
        }
        var hidden: [(name: String, parts: [[Int: Int]])] = []
        var shown = 0
        for (question, table) in zip(asked, tables) {
            for row in table.rows {
                func part(_ part: Part) -> [Int: Int]? {
                    Self.columns(question, row.key, part).map { vector($0, row.key) }
                }
                switch row.cell {
                case .shown(let value):
                    shown += 1
                    if let own = part(.value) { span.insert(own) }
                    if value.numerator != nil, let own = part(.numerator) { span.insert(own) }
                    if value.denominator != nil, let own = part(.denominator) { span.insert(own) }
                    if value.persons != nil, let own = part(.persons) { span.insert(own) }
                case .hidden:
                    let parts = part(.value).map { [$0] } ?? [part(.numerator), part(.denominator)].compactMap(\.self)
                    if !parts.isEmpty {
                        hidden.append(
                            ("\(question.measure.rawValue) \(question.aspect.name) \(row.key.map(\.code))", parts))
                    }
                case .notApplicable: continue
                }
            }
        }
        #expect(shown > 0)
        for secret in hidden {
            #expect(!secret.parts.allSatisfy { span.contains($0) }, "\(secret.name) follows")
        }
    }
}
