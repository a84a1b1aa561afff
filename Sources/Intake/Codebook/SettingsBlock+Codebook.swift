// SPDX-License-Identifier: EUPL-1.2
import Terms
import Yams

extension SettingsBlock {
    /// A text for every language, or `{sv: …, en: …}`; with one of them it stands for both.
    func phrase(_ key: String) throws(ProjectError) -> Phrase? {
        guard let node = self[key] else { return nil }
        guard case .mapping = node else {
            let text = try text(node, of: key)
            return Phrase(sv: text, en: text)
        }
        let block = try SettingsBlock(node, name: key, file: file)
        try block.allow(Language.allCases.map(\.rawValue))
        let swedish = try block.text(Language.swedish.rawValue)
        let english = try block.text(Language.english.rawValue)
        guard let one = swedish ?? english else { throw block.missing(Language.swedish.rawValue) }
        return Phrase(sv: swedish ?? one, en: english ?? one)
    }

    /// Yes or no; no when the key is not there.
    func flag(_ key: String) throws(ProjectError) -> Bool { try optionalFlag(key) ?? false }

    /// Yes or no, or nil when the key is not there.
    func optionalFlag(_ key: String) throws(ProjectError) -> Bool? {
        guard let node = self[key] else { return nil }
        switch try text(node, of: key).lowercased() {
        case "true", "yes", "ja": return true
        case "false", "no", "nej": return false
        case let other: throw badChoice(key, other, allowed: ["true", "false"], at: node)
        }
    }

    /// The nodes of a list; one value alone is a list of one.
    func nodes(_ key: String) -> [Node] {
        guard let node = self[key] else { return [] }
        if case .sequence(let sequence) = node { return Array(sequence) }
        return [node]
    }

    func error(_ fault: CodebookFault, at node: Node?) -> ProjectError { error(.codebook(fault), at: node) }

    /// The error of a key, at its value.
    func error(_ fault: CodebookFault, of key: String) -> ProjectError { error(.codebook(fault), at: self[key]) }
}
