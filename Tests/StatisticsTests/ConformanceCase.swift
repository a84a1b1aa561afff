// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A reference case: inputs, parameters and the rows another, checked implementation computed from them.
struct ConformanceCase {
    struct File: Decodable {
        struct Tolerance: Decodable {
            let rel: Double
            let abs: Double
        }
        struct Expected: Decodable {
            let rows: [[String: Value]]
        }
        let tolerance: Tolerance
        let expected: Expected
    }

    enum Value: Decodable {
        case number(Double)
        case text(String)
        case none

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        var number: Double? { if case .number(let number) = self { number } else { nil } }
        var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    let file: File
    /// Records by column.
    let data: [[String: String]]

    init(_ id: String) throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Cases/\(id)")
        self.file = try JSONDecoder().decode(
            File.self, from: Data(contentsOf: folder.appendingPathComponent("case.json")))
        let lines = try String(contentsOf: folder.appendingPathComponent("data.csv"), encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        self.data = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    var rows: [[String: Value]] { file.expected.rows }

    /// Whether an actual number is near enough to the expected one; a null must be absent.
    func agrees(_ actual: Double?, _ expected: Double?) -> Bool {
        guard let actual, let expected else { return actual == nil && expected == nil }
        return abs(actual - expected) <= file.tolerance.abs + file.tolerance.rel * abs(expected)
    }
}
