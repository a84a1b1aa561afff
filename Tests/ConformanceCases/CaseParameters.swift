// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// The parameters of a case. Each lookup names what is missing.
package struct CaseParameters: Sendable {
    /// The whole block, for what the lookups do not reach.
    package let json: JSON

    package init(_ json: JSON) { self.json = json }

    package subscript(_ name: String) -> JSON? {
        json[name].flatMap { if case .null = $0 { nil } else { $0 } }
    }

    package func text(_ name: String) throws(CaseError) -> String {
        guard let text = self[name]?.text else { throw .missingMember("parameters.\(name)") }
        return text
    }

    package func number(_ name: String) throws(CaseError) -> Double {
        guard let number = self[name]?.double else { throw .missingMember("parameters.\(name)") }
        return number
    }

    package func texts(_ name: String) throws(CaseError) -> [String] {
        guard let elements = self[name]?.elements else { throw .missingMember("parameters.\(name)") }
        return elements.compactMap(\.text)
    }

    /// The confidence level, 0.95 where the case is silent.
    package var level: Double { self["level"]?.double ?? 0.95 }
}

extension JSON {
    /// The member of an object.
    package subscript(_ name: String) -> JSON? {
        members?.first { $0.key == name }?.value
    }

    package var members: [(key: String, value: JSON)]? {
        if case .object(let members) = self { members } else { nil }
    }

    package var elements: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var double: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }

    package var boolean: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}
