// SPDX-License-Identifier: EUPL-1.2
import Terms
import Yams

/// One mapping of the project file: typed values out, errors with their line.
struct SettingsBlock {
    let file: String
    /// The key whose value the block is; nil at the top.
    let name: String?
    let line: Int?
    private let mapping: Node.Mapping

    init(_ node: Node, name: String?, file: String) throws(ProjectError) {
        guard case .mapping(let mapping) = node else {
            throw ProjectError(
                .wrongType(name ?? "", expected: .mapping, found: Self.shape(of: node)), file: file,
                line: node.mark?.line)
        }
        self.file = file
        self.name = name
        self.line = node.mark?.line
        self.mapping = mapping
    }

    /// Keys and values in file order.
    func entries() throws(ProjectError) -> [(key: String, value: Node, line: Int?)] {
        var entries: [(key: String, value: Node, line: Int?)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw error(.wrongType(name ?? "", expected: .text, found: Self.shape(of: key)), at: key)
            }
            entries.append((scalar.string.onOneLine, value, scalar.mark?.line))
        }
        return entries
    }

    /// Throws at the first key that is none of `known`.
    func allow(_ known: [String]) throws(ProjectError) {
        for entry in try entries() where !known.contains(entry.key) {
            let nearest = NearestName.to(entry.key, among: known)
            throw ProjectError(
                .unknownKey(entry.key, inside: name, nearest: nearest, known: known), file: file, line: entry.line)
        }
    }

    subscript(key: String) -> Node? {
        for (node, value) in mapping where node.scalar?.string == key { return value }
        return nil
    }

    /// A text on one line, as names are.
    func text(_ key: String) throws(ProjectError) -> String? {
        guard let node = self[key] else { return nil }
        return try text(node, of: key)
    }

    func text(_ node: Node, of key: String) throws(ProjectError) -> String {
        guard case .scalar(let scalar) = node, Self.shape(of: node) != .empty else {
            throw error(.wrongType(key, expected: .text, found: Self.shape(of: node)), at: node)
        }
        return scalar.string.onOneLine
    }

    /// A list of texts; one text alone is a list of one.
    func texts(_ key: String) throws(ProjectError) -> [String] {
        guard let node = self[key] else { return [] }
        guard case .sequence(let sequence) = node else { return [try text(node, of: key)] }
        var texts: [String] = []
        for element in sequence { texts.append(try text(element, of: key)) }
        return texts
    }

    /// A text that is one of a few, compared without regard to case.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, of: Value.Type = Value.self, also: [String: Value] = [:]
    ) throws(ProjectError) -> Value? where Value.RawValue == String {
        guard let node = self[key] else { return nil }
        let value = try text(node, of: key)
        for candidate in Value.allCases where candidate.rawValue.lowercased() == value.lowercased() {
            return candidate
        }
        if let candidate = also[value.lowercased()] { return candidate }
        throw badChoice(key, value, allowed: Value.allCases.map(\.rawValue), at: node)
    }

    func badChoice(_ key: String, _ value: String, allowed: [String], at node: Node) -> ProjectError {
        let nearest = NearestName.to(value, among: allowed)
        return error(.badChoice(key, value: Self.shortened(value), nearest: nearest, allowed: allowed), at: node)
    }

    func wholeNumber(_ key: String, in range: ClosedRange<Int>) throws(ProjectError) -> Int? {
        guard let node = self[key] else { return nil }
        let value = try wholeNumber(node, of: key)
        guard range.contains(value) else {
            throw error(
                .outOfRange(key, value: "\(value)", low: "\(range.lowerBound)", high: "\(range.upperBound)"), at: node)
        }
        return value
    }

    func wholeNumber(_ node: Node, of key: String) throws(ProjectError) -> Int {
        guard let scalar = node.scalar, let value = Int(scalar.string) else {
            throw error(.wrongType(key, expected: .wholeNumber, found: Self.shape(of: node)), at: node)
        }
        return value
    }

    func number(_ key: String, in range: ClosedRange<Double>) throws(ProjectError) -> Double? {
        guard let node = self[key] else { return nil }
        guard let scalar = node.scalar, let value = Double(scalar.string), value.isFinite else {
            if let text = node.scalar?.string, Double(text.split(separator: ",").joined(separator: ".")) != nil {
                throw error(.decimalComma(key, value: Self.shortened(text)), at: node)
            }
            throw error(.wrongType(key, expected: .number, found: Self.shape(of: node)), at: node)
        }
        guard range.contains(value) else {
            throw error(
                .outOfRange(
                    key, value: Self.shortened(scalar.string), low: Self.plain(range.lowerBound),
                    high: Self.plain(range.upperBound)), at: node)
        }
        return value
    }

    /// Ascending whole numbers.
    func ascending(_ key: String, from first: ClosedRange<Int>) throws(ProjectError) -> [Int]? {
        guard let node = self[key] else { return nil }
        guard case .sequence(let sequence) = node else {
            throw error(.wrongType(key, expected: .list, found: Self.shape(of: node)), at: node)
        }
        var numbers: [Int] = []
        for element in sequence { numbers.append(try wholeNumber(element, of: key)) }
        // No age and no hours of a month come near the most: larger numbers cannot be counted with.
        guard let start = numbers.first, first.contains(start), zip(numbers, numbers.dropFirst()).allSatisfy(<),
            numbers.allSatisfy({ $0 <= 1_000_000 })
        else {
            let wanted = first.lowerBound == first.upperBound ? "\(first.lowerBound)" : "≥ \(first.lowerBound)"
            throw error(.notAscending(key, first: wanted), at: node)
        }
        return numbers
    }

    /// The blocks of a list of mappings.
    func blocks(_ key: String) throws(ProjectError) -> [SettingsBlock]? {
        guard let node = self[key] else { return nil }
        guard case .sequence(let sequence) = node else {
            throw error(.wrongType(key, expected: .list, found: Self.shape(of: node)), at: node)
        }
        var blocks: [SettingsBlock] = []
        for element in sequence { blocks.append(try SettingsBlock(element, name: key, file: file)) }
        return blocks
    }

    func block(_ key: String) throws(ProjectError) -> SettingsBlock? {
        guard let node = self[key] else { return nil }
        return try SettingsBlock(node, name: key, file: file)
    }

    func missing(_ key: String) -> ProjectError {
        ProjectError(.missingKey(key, inside: name ?? ""), file: file, line: line)
    }

    func error(_ fact: ProjectError.Fact, at node: Node?) -> ProjectError {
        ProjectError(fact, file: file, line: node?.mark?.line ?? line)
    }

    static func shape(of node: Node) -> ProjectError.Shape {
        switch node {
        case .mapping: .mapping
        case .sequence: .list
        case .alias: .text
        case .scalar(let scalar):
            if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
                .empty
            } else if Int(scalar.string) != nil {
                .wholeNumber
            } else {
                Double(scalar.string) != nil ? .number : .text
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 40 ? text : text.prefix(39) + "…"
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
