// SPDX-License-Identifier: EUPL-1.2
import Terms

/// Judges a result against what the reference got: |a − e| ≤ abs + rel · |e|, bounds and undefined values.
package struct CaseJudge {
    private let reference: ConformanceCase

    package init(_ reference: ConformanceCase) { self.reference = reference }

    /// What differs, one line each; empty when the result agrees. Rows are matched by the key columns.
    package func differences(_ rows: [ResultRow]) -> [String] {
        var found: [String] = []
        for expected in reference.expected {
            let key = keyText { name in expected.first { $0.key == name }?.value }
            guard let row = rows.first(where: { row in keyText { row[$0]?.json } == key }) else {
                let isOptional = expected.contains { $0.key == "optional" && $0.value.boolean == true }
                if !isOptional { found.append("\(key): the row is missing") }
                continue
            }
            for (name, value) in expected where name != "optional" && !reference.key.contains(name) {
                let actual = row[name]?.json ?? .null
                if !agrees(actual, value) {
                    found.append("\(key) \(name): \(value.line) expected, \(actual.line) given")
                }
            }
        }
        return found
    }

    private func keyText(_ value: (String) -> JSON?) -> String {
        reference.key.map { name in
            let value = value(name) ?? .null
            return value.double.map { "\($0)" } ?? value.text ?? value.line
        }.joined(separator: " | ")
    }

    private func agrees(_ actual: JSON, _ expected: JSON) -> Bool {
        switch expected {
        case .null:
            if case .null = actual { return true }
            return false
        case .object:
            guard let actual = number(actual) else { return false }
            let highest = expected["max"]?.double.map { actual <= $0 + slack($0) } ?? true
            let lowest = expected["min"]?.double.map { actual >= $0 - slack($0) } ?? true
            return highest && lowest
        default:
            guard let wanted = number(expected) else { return expected.text == actual.text }
            guard let actual = number(actual) else { return false }
            return wanted == actual || abs(wanted - actual) <= slack(wanted)
        }
    }

    private func slack(_ expected: Double) -> Double {
        expected.isInfinite ? 0 : reference.absoluteTolerance + reference.relativeTolerance * abs(expected)
    }

    private func number(_ value: JSON) -> Double? {
        switch value.text {
        case "Inf": .infinity
        case "-Inf": -.infinity
        default: value.double
        }
    }
}
