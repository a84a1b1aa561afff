// SPDX-License-Identifier: EUPL-1.2
import Tabular
package import Terms

/// A reference case (referensfall): a method, its parameters and its inputs, and the rows another program computed.
package struct ConformanceCase: Sendable {
    package let id: String
    /// `family.method`, such as `interval.binomial`.
    package let method: String
    package let parameters: CaseParameters
    package let inputs: [String: CaseTable]
    package let key: [String]
    /// What the reference got; empty in a case that is only to be run.
    package let expected: [[(key: String, value: JSON)]]
    package let relativeTolerance: Double
    package let absoluteTolerance: Double

    private static func bytes(_ path: String) throws(CaseError) -> [UInt8] {
        do { return try WholeFile.bytes(path) } catch { throw .unreadable(path: path) }
    }

    /// Reads the `case.json` at `path` and the tables beside it.
    package init(path: String) throws {
        let document = try JSONReader.read(Self.bytes(path), path: path)
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard let id = document["id"]?.text else { throw CaseError.missingMember("id") }
        guard let method = document["method"]?.text else { throw CaseError.missingMember("method") }
        self.id = id
        self.method = method
        self.parameters = CaseParameters(document["parameters"] ?? .null)
        var inputs: [String: CaseTable] = [:]
        for (name, file) in document["inputs"]?.members ?? [] {
            guard let file = file.text else { throw CaseError.missingMember("inputs.\(name)") }
            inputs[name] = try CaseTable(path: "\(folder)/\(file)")
        }
        self.inputs = inputs
        self.key = document["expected"]?["key"]?.elements?.compactMap(\.text) ?? []
        self.expected = document["expected"]?["rows"]?.elements?.compactMap(\.members) ?? []
        self.relativeTolerance = document["tolerance"]?["rel"]?.double ?? 0
        self.absoluteTolerance = document["tolerance"]?["abs"]?.double ?? 0
    }

    /// The input named so; `data` is the main one.
    package func table(_ name: String = "data") throws(CaseError) -> CaseTable {
        guard let table = inputs[name] else { throw .missingInput(name) }
        return table
    }
}
