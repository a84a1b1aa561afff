// SPDX-License-Identifier: EUPL-1.2

/// Findings of one rule, in one column of one file, of one shape or word: told once, with their lines.
struct FindingGroup<Rule: Hashable & Sendable>: Sendable {
    struct Key: Hashable, Sendable {
        var rule: Rule
        var file: String
        var column: String?
        var found: ValueShape
    }

    let key: Key
    /// In the order they were found: rising in a file.
    fileprivate(set) var lines: [Int]

    /// Most frequent first; of equals the one found first.
    static func groups(_ findings: [(rule: Rule, location: Location, found: ValueShape)]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var placeOfKey: [Key: Int] = [:]
        for finding in findings {
            let key = Key(
                rule: finding.rule, file: finding.location.file, column: finding.location.column, found: finding.found)
            if let place = placeOfKey[key] {
                groups[place].lines.append(finding.location.line)
            } else {
                placeOfKey[key] = groups.count
                groups.append(FindingGroup(key: key, lines: [finding.location.line]))
            }
        }
        let order = groups.indices.sorted { (groups[$1].lines.count, $0) < (groups[$0].lines.count, $1) }
        return order.map { groups[$0] }
    }
}
