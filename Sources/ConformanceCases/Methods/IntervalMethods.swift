// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// `interval.*`.
enum IntervalMethods {
    static let all = [
        ConformanceMethod("interval.binomial", binomial)
    ]

    private static func binomial(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let kinds = try reference.parameters.texts("ci_methods")
        var rows: [ResultRow] = []
        for (x, n) in zip(try table.counts("x"), try table.counts("n")) {
            for name in kinds {
                guard let kind = BinomialInterval(rawValue: name) else { throw CaseError.unknownChoice(name) }
                let limits = kind.limits(x, of: n, level: reference.parameters.level)
                rows.append([
                    "x": CaseValue(x), "n": CaseValue(n), "ci_method": CaseValue(name),
                    "estimate": CaseValue(n == 0 ? nil : Double(x) / Double(n)),
                    "ci_low": CaseValue(limits?.lower), "ci_high": CaseValue(limits?.upper),
                ])
            }
        }
        return rows
    }
}
