// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// `survival.km`, `survival.aalen_johansen` and `waiting.months`, by the product's own estimators and calendar.
enum SurvivalMethods {
    static let all = [
        ConformanceMethod("survival.km", kaplanMeier),
        ConformanceMethod("survival.aalen_johansen", aalenJohansen),
        ConformanceMethod("waiting.months", waitingMonths),
    ]

    private static let limits: [(name: String, limits: SurvivalLimits)] = [
        ("log-log", .logLog), ("log", .log), ("plain", .plain),
    ]

    private static func limits(of parameters: CaseParameters) throws -> [(name: String, limits: SurvivalLimits)] {
        try parameters.texts("limits").map { name in
            guard let known = limits.first(where: { $0.name == name }) else {
                throw CaseError.missingMember("parameters.limits")
            }
            return known
        }
    }

    private static func numbers(_ name: String, of parameters: CaseParameters) -> [Double] {
        parameters[name]?.elements?.compactMap(\.double) ?? parameters[name]?.double.map { [$0] } ?? []
    }

    /// All subjects, then each group's.
    private static func groups(
        _ parameters: CaseParameters, _ table: CaseTable, _ subjects: [SurvivalTime]
    ) throws -> [(name: String, subjects: [SurvivalTime])] {
        guard let column = parameters["group"]?.text else { return [("all", subjects)] }
        let labels = try table.texts(column)
        return [("all", subjects)]
            + LabelledCounts.distinct(labels).map { label in
                (label, zip(labels, subjects).filter { $0.0 == label }.map(\.1))
            }
    }

    private static func entries(_ parameters: CaseParameters, _ table: CaseTable) throws -> [Double?] {
        guard let column = parameters["start"]?.text else {
            return [Double?](repeating: nil, count: table.records.count)
        }
        return try table.optionalNumbers(column)
    }

    // MARK: Kaplan–Meier

    private static func kaplanMeier(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let parameters = reference.parameters
        let times = try table.numbers(parameters.text("time"))
        let status = try table.counts(parameters.text("status"))
        let subjects = zip(zip(times, status), try entries(parameters, table)).map {
            SurvivalTime(entry: $1, time: $0.0, event: $0.1 == 0 ? nil : 0)
        }
        let groups = try groups(parameters, table, subjects)
        let limits = try limits(of: parameters)
        var rows: [ResultRow] = []
        for group in groups {
            let curve = KaplanMeier(group.subjects)
            func row(_ quantity: String, _ at: Double, _ limits: String) -> ResultRow {
                [
                    "group": CaseValue(group.name), "quantity": CaseValue(quantity), "at": CaseValue(at),
                    "limits": CaseValue(limits),
                ]
            }
            for (name, limits) in limits {
                for time in numbers("times", of: parameters) {
                    let point = curve[time]
                    let interval = limits.interval(point.survival, se: point.se, level: parameters.level)
                    var row = row("survival", time, name)
                    row["estimate"] = CaseValue(point.survival)
                    row["se"] = CaseValue(point.se)
                    row["ci_low"] = CaseValue(interval?.lower)
                    row["ci_high"] = CaseValue(interval?.upper)
                    row["n_risk"] = CaseValue(time == 0 ? group.subjects.count : point.atRisk)
                    row["n_event"] = CaseValue(point.events)
                    rows.append(row)
                }
                for p in numbers("quantiles", of: parameters) {
                    let quantile = curve.quantile(p, limits: limits, level: parameters.level)
                    var row = row("quantile", p, name)
                    row["estimate"] = CaseValue(quantile.value)
                    row["ci_low"] = CaseValue(quantile.lower)
                    row["ci_high"] = CaseValue(quantile.upper)
                    rows.append(row)
                }
            }
            for end in numbers("tau", of: parameters) {
                let mean = curve.restrictedMean(to: end)
                var row = row("rmean", end, "")
                row["estimate"] = CaseValue(mean.mean)
                row["se"] = CaseValue(mean.se)
                rows.append(row)
            }
        }
        guard groups.count > 1 else { return rows }
        return rows + numbers("rho", of: parameters).flatMap { logRank(Array(groups.dropFirst()), rho: $0) }
    }

    private static func logRank(_ groups: [(name: String, subjects: [SurvivalTime])], rho: Double) -> [ResultRow] {
        let test = LogRankTest(groups.map(\.subjects), rho: rho)
        let whole: ResultRow = [
            "group": "all", "quantity": "logrank", "at": CaseValue(rho), "limits": "",
            "estimate": CaseValue(test.statistic), "df": CaseValue(test.degreesOfFreedom),
            "p_value": CaseValue(test.p),
        ]
        return [whole]
            + groups.indices.map { place in
                [
                    "group": CaseValue(groups[place].name), "quantity": "logrank-group", "at": CaseValue(rho),
                    "limits": "", "observed": CaseValue(test.observed[place]),
                    "expected": CaseValue(test.expected[place]),
                ]
            }
    }

    // MARK: Aalen–Johansen

    private static func aalenJohansen(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let parameters = reference.parameters
        let times = try table.numbers(parameters.text("time"))
        let events = try table.texts(parameters.text("event"))
        let causes = try parameters.texts("causes")
        let waiting = try parameters.text("censored")
        let subjects = zip(zip(times, events), try entries(parameters, table)).map {
            SurvivalTime(entry: $1, time: $0.0, event: causes.firstIndex(of: $0.1))
        }
        let limits = try limits(of: parameters)
        var rows: [ResultRow] = []
        for group in try groups(parameters, table, subjects) {
            let curves = AalenJohansen(group.subjects, kinds: causes.count)
            func row(_ quantity: String, _ state: String, _ at: Double, _ limits: String, _ estimate: Double)
                -> ResultRow
            {
                [
                    "group": CaseValue(group.name), "quantity": CaseValue(quantity), "state": CaseValue(state),
                    "at": CaseValue(at), "limits": CaseValue(limits), "estimate": CaseValue(estimate),
                ]
            }
            let asked = numbers("times", of: parameters).sorted()
            for (time, state) in zip(asked, curves.states(at: asked)) {
                for (name, limits) in limits {
                    let points =
                        [(waiting, state.waiting, nil)]
                        + causes.indices.map { (causes[$0], state.events[$0], state.counts[$0] as Int?) }
                    for (label, point, count) in points {
                        let interval = limits.interval(point.share, se: point.se, level: parameters.level)
                        var row = row("state", label, time, name, point.share)
                        row["se"] = CaseValue(point.se)
                        row["ci_low"] = CaseValue(interval?.lower)
                        row["ci_high"] = CaseValue(interval?.upper)
                        row["n_risk"] = CaseValue(state.atRisk)
                        if let count { row["n_event"] = CaseValue(count) }
                        rows.append(row)
                    }
                }
            }
            for end in numbers("tau", of: parameters) {
                let areas = curves.timeInState(to: end)
                rows.append(row("time-in-state", waiting, end, "", areas.waiting))
                for (cause, area) in zip(causes, areas.events) {
                    rows.append(row("time-in-state", cause, end, "", area))
                }
            }
        }
        return rows
    }

    // MARK: Months against the limit

    private static func waitingMonths(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let parameters = reference.parameters
        let limitMonths = Int(try parameters.number("limit_months"))
        let ids = try table.texts("id")
        let decisions = try table.texts(parameters.text("decision"))
        let starts = try table.texts(parameters.text("started"))
        let ends = try table.texts(parameters.text("at"))
        return try ids.indices.map { place in
            guard let decided = try day(decisions[place]), let end = try day(ends[place]) else {
                throw CaseError.notANumber("", column: "decision")
            }
            let waited = MonthsWaited(
                decided: decided, started: try day(starts[place]), at: end, limitMonths: limitMonths)
            return [
                "id": CaseValue(ids[place]),
                "limit": CaseValue("\(decided.adding(months: limitMonths))"),
                "status": CaseValue(waited.map { $0.isStarted ? "started" : "waiting" } ?? "not-decided"),
                "days": waited.map { CaseValue($0.days) } ?? .undefined,
                "months": waited.map { CaseValue($0.months) } ?? .undefined,
                "over": waited.map { CaseValue($0.isOver ? 1 : 0) } ?? .undefined,
            ]
        }
    }

    private static func day(_ text: String) throws(CaseError) -> CivilDate? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
            throw .notANumber(text, column: "day")
        }
        return day
    }
}
