// SPDX-License-Identifier: EUPL-1.2
import Yams

/// A settings file as YAML: UTF-8, one document, a mapping at the top.
enum YAMLDocument {
    /// The mapping at the top. Throws `notUTF8`, `syntax`, `duplicateKey`, `empty`, `wrongType`, or `personKey` where an
    /// identity number stands anywhere: settings name boards, services and questions, and all those are published.
    static func root(path: String, bytes: [UInt8]) throws(ProjectError) -> SettingsBlock {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let text = String(validating: hasMark ? bytes[3...] : bytes[...], as: UTF8.self) else {
            throw ProjectError(.notUTF8, file: path, line: lineOfFirstBadByte(bytes))
        }
        let node: Node?
        do {
            // Scalars are read as they are written (`SettingsBlock`). Yams's own rules of what is a number are regular
            // expressions, which a run would begin by compiling.
            node = try compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw ProjectError(yaml: error, text: text, file: path)
        } catch {
            throw ProjectError(.syntax(.other), file: path, line: nil)
        }
        guard let node, SettingsBlock.shape(of: node) != .empty else {
            throw ProjectError(.empty, file: path, line: nil)
        }
        if let place = placeOfPerson(in: node) { throw ProjectError(.personKey, file: path, line: place.mark?.line) }
        return try SettingsBlock(node, name: nil, file: path)
    }

    /// The first text or key that holds an identity number.
    private static func placeOfPerson(in node: Node) -> Node? {
        switch node {
        case .scalar(let scalar): return IdentitySearch.findsBesideTimes(in: scalar.string) ? node : nil
        case .sequence(let elements): return elements.lazy.compactMap { placeOfPerson(in: $0) }.first
        case .mapping(let pairs):
            for (key, value) in pairs {
                if let place = placeOfPerson(in: key) ?? placeOfPerson(in: value) { return place }
            }
            return nil
        case .alias: return nil
        }
    }

    private static func lineOfFirstBadByte(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}
