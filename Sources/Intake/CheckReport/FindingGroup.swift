// SPDX-License-Identifier: EUPL-1.2

/// Findings of one rule, and of one word where a word was found: told once, with their places.
struct FindingGroup<Rule: Hashable & Sendable>: Sendable {
    /// The lines of one file and column.
    struct Place: Sendable {
        let file: String
        let column: String?
        /// In the order they were found: rising.
        fileprivate(set) var lines: [Int]
    }

    private struct Key: Hashable {
        var rule: Rule
        /// The word, which is what has to be mended; nil for values that are not shown.
        var word: ValueShape?
    }

    let rule: Rule
    /// A finding of the group, the first.
    let example: (location: Location, found: ValueShape)
    /// The shape of all its values, or nil when they differ.
    private(set) var found: ValueShape?
    /// In the order they were found.
    private(set) var places: [Place]

    var count: Int { places.reduce(0) { $0 + $1.lines.count } }

    private init(_ rule: Rule, _ location: Location, _ found: ValueShape) {
        self.rule = rule
        self.example = (location, found)
        self.found = found
        self.places = []
    }

    private mutating func add(_ location: Location, _ found: ValueShape) {
        if self.found != found { self.found = nil }
        let isHere = { (place: Place) in place.file == location.file && place.column == location.column }
        if let index = places.firstIndex(where: isHere) {
            places[index].lines.append(location.line)
        } else {
            places.append(Place(file: location.file, column: location.column, lines: [location.line]))
        }
    }

    /// Most frequent first; of equals the one found first.
    static func groups(_ findings: [(rule: Rule, location: Location, found: ValueShape)]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var indexOfKey: [Key: Int] = [:]
        for finding in findings {
            var key = Key(rule: finding.rule)
            if case .word = finding.found { key.word = finding.found }
            let index = indexOfKey[key] ?? groups.count
            if index == groups.count {
                groups.append(FindingGroup(finding.rule, finding.location, finding.found))
                indexOfKey[key] = index
            }
            groups[index].add(finding.location, finding.found)
        }
        let order = groups.indices.sorted { (groups[$1].count, $0) < (groups[$0].count, $1) }
        return order.map { groups[$0] }
    }
}
