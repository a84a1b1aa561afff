// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Statistics
import Terms

/// A published comparison of boards, made as `ledsaga report` makes it: the limits of the board whose n is left out are
/// those of ten persons, but where a test plants another n.
struct ComparedTown {
    struct Board {
        let code: String
        let numerator: Double
        let denominator: Double
        let error: Double
        let persons: Int

        var value: Double { numerator / denominator }
    }

    /// What the numbers of the board without n rest on.
    struct Persons {
        var limits = 10
        var adjusted = 10
        var shrunken = 10
    }

    static let boards = [
        Board(code: "A", numerator: 4838.7, denominator: 7289.11, error: 0.0339, persons: 46),
        Board(code: "B", numerator: 5790.2, denominator: 10006.21, error: 0.0303, persons: 67),
        Board(code: "C", numerator: 3549.44, denominator: 6004.13, error: 0.0512, persons: 41),
        Board(code: "D", numerator: 6661.57, denominator: 11502.22, error: 0.0503, persons: 74),
        Board(code: "E", numerator: 7324.82, denominator: 10654.55, error: 0.0251, persons: 65),
        Board(code: "F", numerator: 8327.88, denominator: 14478.18, error: 0.0221, persons: 82),
        Board(code: "G", numerator: 1376.84, denominator: 1918.91, error: 0.0582, persons: 14),
    ]
    /// The last board's.
    static let leftOut = "G"

    /// Utilisation by board and its comparison.
    static func utilisation(_ persons: Persons = Persons()) -> PublishedFolder {
        var folder = PublishedFolder()
        folder.sentence = "Ledsagning."
        folder.label = "Ledsagning"
        folder.rules =
            #"{"threshold": 5, "p_percent": 10, "minimum_base": 10, "least_of_ratios": 10, "persons_of_limits": 10}"#
        folder.quantities = [
            .init(name: "persons", adds: PublishedFolder.asPersons),
            .init(name: "used", kind: .sum, adds: PublishedFolder.asHours, contributors: "persons", unit: "hours"),
            .init(name: "granted", kind: .sum, adds: PublishedFolder.asHours, contributors: "persons", unit: "hours"),
            .init(name: "utilisation", kind: .ratio, unit: "share"),
        ]
        folder.relations = []
        let rows = boards.map { board in
            let half = StudentT.twoSided(level: 0.95, degreesOfFreedom: Double(board.persons - 1)) * board.error
            let isLeftOut = board.code == leftOut
            let lower = isLeftOut ? ((board.value - half) * 100).rounded(.down) / 100 : board.value - half
            let upper = isLeftOut ? ((board.value + half) * 100).rounded(.up) / 100 : board.value + half
            return PublishedFolder.Row(
                codes: ["2019", board.code], value: "\(board.value)", n: isLeftOut ? "" : "\(board.persons)",
                numerator: "\(board.numerator)", denominator: "\(board.denominator)", lower: "\(lower)",
                upper: "\(upper)", se: isLeftOut ? "" : "\(board.error)")
        }
        folder.tables["use-by-board"] = .init(
            dimensions: ["year", "district"], unit: "share", rows: rows,
            quantities: ["value": "utilisation", "n": "persons", "numerator": "used", "denominator": "granted"],
            kind: .ratio, relations: [PublishedFolder.quotient, PublishedFolder.interval("student")],
            incomplete: ["district"])
        folder.tables["use-compared"] = comparison(
            of: "use-by-board", "student", rows: estimates(persons))
        return folder
    }

    /// The rows of a comparison of estimates with their errors.
    private static func estimates(_ persons: Persons) -> [PublishedFolder.Row] {
        let target = boards.reduce(0) { $0 + $1.numerator } / boards.reduce(0) { $0 + $1.denominator }
        func units(_ n: Int) -> [FunnelUnit] {
            boards.map { board in
                .estimate(
                    value: board.value, standardError: board.error, n: board.code == leftOut ? n : board.persons,
                    rest: (target, 0.01))
            }
        }
        func funnel(_ n: Int) -> Funnel? { Funnel(units(n), target: target) }
        func variances(_ n: Int) -> [Double] { units(n).compactMap { $0.variance(target: target) } }
        let estimates = boards.map(\.value)
        // The mean and τ are those of the numbers as they are published; a leak is the board's own.
        let drawn = AreaEstimates(estimates: estimates, variances: variances(persons.shrunken))
        let tau = RandomEffects(estimates: estimates, variances: variances(persons.shrunken))?.tauSquared.squareRoot()
        var rows: [PublishedFolder.Row] = []
        for (place, board) in boards.enumerated() {
            guard let plain = funnel(persons.limits)?.results[place].plain,
                let adjusted = funnel(persons.adjusted)?.results[place].adjusted, let drawn
            else { continue }
            rows += side(board.code, board.value, plain, "limits", "test")
            rows += side(board.code, board.value, adjusted, "adjusted-limits", "adjusted-test")
            let area = drawn.areas[place]
            rows.append(
                row(board.code, "shrunken", area.value, area.limits.lower, area.limits.upper))
        }
        return rows + [row("total", "common-value", target), row("total", "tau", tau ?? 0)]
    }

    static func side(
        _ code: String, _ value: Double, _ side: Funnel.Side, _ limits: String, _ test: String
    ) -> [PublishedFolder.Row] {
        var tested = row(code, test, side.z)
        tested.p = text(side.pValue)
        return [
            row(code, limits + "-95", value, side.limits95.lower, side.limits95.upper),
            row(code, limits + "-99.8", value, side.limits998.lower, side.limits998.upper), tested,
        ]
    }

    static func row(
        _ code: String, _ statistic: String, _ value: Double, _ lower: Double? = nil, _ upper: Double? = nil
    ) -> PublishedFolder.Row {
        PublishedFolder.Row(
            codes: ["2019", code, statistic], value: text(value), lower: lower.map(text) ?? "",
            upper: upper.map(text) ?? "")
    }

    /// Ten digits, as tables of comparisons have.
    private static func text(_ number: Double) -> String {
        "\(Double(String(format: "%.9e", number)) ?? number)"
    }

    static func comparison(of table: String, _ method: String, rows: [PublishedFolder.Row]) -> PublishedFolder.Table {
        let relation =
            #"{"type": "limits", "of": "\#(table)", "method": "\#(method)", "levels": {"limits-95": 0.95, "limits-99.8": 0.998}, "#
            + #""adjusted": {"adjusted-limits-95": 0.95, "adjusted-limits-99.8": 0.998}, "test": "test", "#
            + #""shrunken": "shrunken", "rank": "rank", "expected": "observed-to-expected", "between": "tau", "common": "common-value"}"#
        return .init(
            dimensions: ["year", "district", "statistic"], unit: "share", rows: rows, kind: .ratio,
            relations: [relation])
    }

    /// A share or persons of a population by board, with its comparison. The last board's n is left out, and so is its
    /// number of those who have it.
    static func counted(
        _ units: [FunnelUnit], _ counts: [(x: Int, n: Int)], _ kind: String, _ method: String
    ) -> PublishedFolder {
        var folder = utilisation()
        folder.tables = [:]
        folder.quantities.append(.init(name: "holding"))
        let target = Double(counts.reduce(0) { $0 + $1.x }) / Double(counts.reduce(0) { $0 + $1.n })
        guard let funnel = Funnel(units, target: target) else { return folder }
        var rows: [PublishedFolder.Row] = []
        var compared: [PublishedFolder.Row] = []
        for (place, count) in counts.enumerated() {
            let (code, value) = (boards[place].code, units[place].value)
            let isLeftOut = place == counts.count - 1
            let shown = isLeftOut ? "\((value * 100).rounded() / 100)" : "\(value)"
            let persons = method == "poisson" ? count.x : count.n
            rows.append(
                .init(
                    codes: ["2019", code], value: shown, n: isLeftOut ? "" : "\(persons)",
                    numerator: isLeftOut ? "" : "\(count.x)", denominator: isLeftOut ? "" : "\(count.n)"))
            if let plain = funnel.results[place].plain { compared += side(code, value, plain, "limits", "test") }
        }
        compared.append(row("total", "common-value", target))
        folder.tables["by-board"] = .init(
            dimensions: ["year", "district"], unit: "share", rows: rows,
            quantities: method == "poisson"
                ? ["n": "holding", "numerator": "holding"]
                : ["n": "persons", "numerator": "holding", "denominator": "persons"],
            kind: method == "poisson" ? .ratio : .share, relations: [PublishedFolder.quotient],
            incomplete: ["district"])
        folder.tables["compared"] = comparison(of: "by-board", method, rows: compared)
        return folder
    }
}
