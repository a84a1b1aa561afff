// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

@testable import Simulation

/// The measures' answers to everything that a `Truth` tells, under the truth's names.
struct MeasuredFigures {
    struct Name: Hashable {
        let measure: String
        let breakdown: String
        let category: String
        let year: Int
    }

    var measurements: [Name: Measurement] = [:]

    init(_ dataset: Dataset, years: ClosedRange<Int>, breakdowns: [TruthBreakdown]) throws {
        let tabulator = Tabulator(dataset)
        if breakdowns.contains(.total) { try addDecisions(tabulator, years) }
        for breakdown in breakdowns {
            let dimensions = breakdown == .total ? [] : [Dimension(rawValue: breakdown.rawValue)!]
            for (name, measure, aspect) in Self.questions {
                let table = try tabulator.tabulate(Question(measure, aspect, by: dimensions, years: years))
                for row in table.rows {
                    let year = Int(row.key[0].code)!
                    let category = row.key.count > 1 ? row.key[1].code : "total"
                    let place = Name(measure: name, breakdown: breakdown.rawValue, category: category, year: year)
                    measurements[place] = row.measurement
                }
            }
        }
    }

    /// What is told of the whole municipality alone, by a class of its own.
    private mutating func addDecisions(_ tabulator: Tabulator, _ years: ClosedRange<Int>) throws {
        let questions: [(String, MeasureName, Question.Aspect, [Dimension])] = [
            ("hours-change", .hoursChange, .headline, [.change]), ("outcomes", .outcomes, .headline, [.outcome]),
            ("lapsed-hours", .lapsedHours, .headline, []), ("expenses", .expenses, .headline, []),
            ("performed-hours without-test", .performedHours, .withoutTest, []),
        ]
        for (name, measure, aspect, dimensions) in questions {
            let table = try tabulator.tabulate(Question(measure, aspect, by: dimensions, years: years, totals: false))
            for row in table.rows {
                let own = row.key.count > 1 ? " \(row.key[1].code)" : ""
                let place = Name(
                    measure: name + own, breakdown: "total", category: "total", year: Int(row.key[0].code)!)
                measurements[place] = row.measurement
            }
        }
    }

    private static let questions: [(String, MeasureName, Question.Aspect)] =
        [
            ("persons", .persons, .headline),
            ("granted-hours", .grantedHours, .headline),
            ("performed-hours", .performedHours, .headline),
            ("utilisation", .utilisation, .headline),
            ("utilisation-change", .utilisation, .change),
            ("decomposition persons", .decomposition, .part(.persons)),
            ("decomposition granted-per-person", .decomposition, .part(.grantedPerPerson)),
            ("decomposition utilisation", .decomposition, .part(.utilisation)),
            ("decomposition sum", .decomposition, .part(.sum)),
            ("shifted-share", .flexibleUse, .shiftedShare),
            ("shifted-share-median", .flexibleUse, .quantile(0.5)),
        ]
        + MeasureSettings.Definition.allCases.flatMap { definition in
            MeasureSettings.Denominator.allCases.flatMap { denominator in
                MeasureSettings.Anchor.allCases.map { anchor in
                    (
                        "flexible-use \(code(definition))/\(code(denominator))/\(anchor.rawValue)",
                        MeasureName.flexibleUse,
                        Question.Aspect.flexible(
                            definition: definition.rawValue, denominator: denominator.rawValue,
                            anchor: anchor.rawValue)
                    )
                }
            }
        }

    private static func code(_ definition: MeasureSettings.Definition) -> String {
        definition == .movedHours ? "F1" : "F1o"
    }

    private static func code(_ denominator: MeasureSettings.Denominator) -> String {
        switch denominator {
        case .granted: "D1"
        case .performed: "D2"
        case .completePeriod: "D3"
        }
    }

    /// What differs from the truth, in words; empty when they agree: counts and hours exactly, shares, errors and
    /// parts to nine decimals.
    func disagreements(with truth: Truth) -> [String] {
        var found: [String] = []
        var told: Set<Name> = []
        for figure in truth.figures {
            let name = Name(
                measure: figure.measure, breakdown: figure.breakdown, category: figure.category, year: figure.year)
            told.insert(name)
            let measured = measurements[name]
            let isExact =
                ["persons", "granted-hours", "performed-hours"].contains(figure.measure)
                || ["hours-change", "outcomes"].contains { figure.measure.hasPrefix($0) }
            let tolerance = isExact ? 0 : 1e-9
            func check(_ what: String, _ truth: Double?, _ value: Double?, _ tolerance: Double) {
                let isSame =
                    switch (truth, value) {
                    case (nil, nil), (0, nil): true
                    case (let truth?, let value?): (truth - value).magnitude <= tolerance * max(1, truth.magnitude)
                    default: false
                    }
                if !isSame { found.append("\(name) \(what): truth \(truth as Any), measured \(value as Any)") }
            }
            check("value", figure.value, measured?.value, tolerance)
            // Of a class that nobody is in there is no row.
            guard figure.value != nil, measured != nil || figure.value != 0 else { continue }
            if figure.standardError != nil {
                check("standard error", figure.standardError, measured?.standardError, tolerance)
            }
            if figure.numerator != nil {
                check("numerator", figure.numerator, measured?.numerator, 0)
                check("denominator", figure.denominator, measured?.denominator, 0)
            }
            if !figure.measure.hasPrefix("decomposition") {
                check("persons", Double(figure.persons), measured.map { Double($0.persons) }, 0)
            }
        }
        for (name, measured) in measurements where !told.contains(name) {
            if name.category == "total" {
                let total = Name(measure: name.measure, breakdown: "total", category: "total", year: name.year)
                let isSame = measured.value == measurements[total]?.value
                if !isSame { found.append("\(name): another total than without the breakdown") }
            } else if let value = measured.value, value != 0, name.measure != "decomposition sum" {
                // A category of one year only has a difference of hours, but no parts.
                found.append("\(name): measured \(value), and the truth knows nothing of it")
            }
        }
        return found
    }
}
