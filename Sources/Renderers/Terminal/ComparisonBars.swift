// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The comparison's rows for a terminal: the value as a dot between the limits that chance gives a group of its size, and
/// the verdict in words.
///
/// `├──┊─●─┤` the 95 % limits, the common value, the group's value. A group without limits is `○`, and why it has none
/// stands below. Without a funnel every group has its own interval instead.
struct ComparisonBars {
    private let comparison: ReleasedComparison
    private let intervals: [String: Ends]
    fileprivate typealias Ends = (lower: Double, upper: Double)
    private let language: Language
    private let width: Int
    private static let barWidths = (least: 12, most: 32)

    /// - Parameter rows: of the answer, whose intervals stand in for limits.
    init(_ comparison: ReleasedComparison, _ language: Language, width: Int, rows: [ReleasedTable.Row] = []) {
        self.comparison = comparison
        self.language = language
        self.width = width
        var intervals: [String: Ends] = [:]
        for row in rows where row.key.contains(where: { $0.dimension == .year && $0.code == "\(comparison.year)" }) {
            guard let group = row.key.first(where: { $0.dimension == comparison.dimension }), let value = row.shown,
                let lower = value.lower, let upper = value.upper
            else { continue }
            intervals[group.code] = (lower, upper)
        }
        self.intervals = comparison.groups.contains { $0.plain != nil } ? [:] : intervals
    }

    /// A heading, a line a group, and what the signs mean; empty with nothing to compare.
    var lines: [TerminalText] {
        guard comparison.groups.count > 1, let target = comparison.target else { return [] }
        let names = comparison.groups.map { $0.category.label[language].withoutControls }
        let name = min(names.map(\.count).max() ?? 0, max(8, width / 3))
        // The words before the bar's width: shorter ones where there is little room, and at last the bar alone.
        let wordings = [\ComparisonVerdict.words, \.brief, \.terse].map { wording in
            comparison.groups.map { ComparisonVerdict($0)?[keyPath: wording][language] ?? "" }
        }
        func beside(_ verdicts: [String]) -> Int { width - name - (verdicts.map(\.count).max() ?? 0) - 4 }
        let fitting = wordings.first { beside($0) >= Self.barWidths.least }
        let verdicts = fitting ?? names.map { _ in "" }
        let room = min(Self.barWidths.most, fitting.map(beside) ?? width - name - 2)
        guard room >= Self.barWidths.least else { return [] }
        let limits = comparison.groups.map { group -> Ends? in
            (group.plain?.limits95).map { ($0.lower, $0.upper) } ?? intervals[group.category.code]
        }
        let scale = BarScale(comparison, limits, target: target, width: room)
        let rows = comparison.groups.indices.map { place in
            let label = names[place].count > name ? names[place].prefix(name - 1) + "…" : names[place]
            let padded = label + String(repeating: " ", count: name - label.count)
            let bar = scale.bar(comparison.groups[place], limits[place])
            return TerminalText(padded + "  " + bar + "  " + verdicts[place]).withoutTrailingBlanks
        }
        return [TerminalText(heading[language])] + rows + TerminalPage.wrapped(legend[language], width) + reasons
    }

    private var heading: Phrase {
        Phrase(sv: "Jämförelse \(comparison.year)", en: "Comparison \(comparison.year)")
    }

    private var legend: Phrase {
        let line = Phrase(sv: "┊\u{A0}gemensamt värde", en: "┊\u{A0}common value")
        if comparison.groups.allSatisfy({ $0.plain == nil }) {
            guard !intervals.isEmpty else {
                return Phrase(sv: "○\u{A0}värdet; " + line.swedish, en: "○\u{A0}the value; " + line.english)
            }
            return Phrase(
                sv: "○\u{A0}värdet; ├┤\u{A0}dess intervall; " + line.swedish,
                en: "○\u{A0}the value; ├┤\u{A0}its interval; " + line.english)
        }
        return Phrase(
            sv: "●\u{A0}värdet; ├┤\u{A0}där slumpen håller 95\u{A0}% av lika stora grupper; " + line.swedish,
            en: "●\u{A0}the value; ├┤\u{A0}where chance keeps 95% of groups of the same size; " + line.english)
    }

    /// Who is held against no limits, and why.
    private var reasons: [TerminalText] {
        var reasons: [(reason: Phrase, names: [String])] = []
        for group in comparison.groups {
            guard let reason = group.notCompared else { continue }
            let name = group.category.label[language]
            if let place = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[place].names.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        let everyone = Phrase(sv: "Samtliga", en: "All")
        return reasons.flatMap { reason, names in
            let who = names.count == comparison.groups.count ? everyone[language] : names.joined(separator: ", ")
            return TerminalPage.wrapped("○\u{A0}" + who + ": " + reason[language], width)
        }
    }
}

/// Where values fall in a bar.
private struct BarScale {
    let lower: Double
    let upper: Double
    let target: Double
    let width: Int

    init(
        _ comparison: ReleasedComparison, _ limits: [ComparisonBars.Ends?], target: Double, width: Int
    ) {
        let ends = limits.flatMap { $0.map { [$0.lower, $0.upper] } ?? [] }
        let all = comparison.groups.map(\.value) + ends + [target]
        lower = all.min() ?? 0
        upper = all.max() ?? 1
        self.target = target
        self.width = width
    }

    func bar(_ group: ReleasedComparison.Group, _ limits: ComparisonBars.Ends?) -> String {
        var cells = [Character](repeating: " ", count: width)
        if let limits {
            let (from, to) = (place(limits.lower), place(limits.upper))
            for cell in from...max(from, to) { cells[cell] = "─" }
            cells[from] = "├"
            cells[max(from, to)] = "┤"
        }
        cells[place(target)] = "┊"
        cells[place(group.value)] = group.plain == nil ? "○" : "●"
        return String(cells)
    }

    private func place(_ value: Double) -> Int {
        guard upper > lower else { return width / 2 }
        return max(0, min(width - 1, Int(((value - lower) / (upper - lower) * Double(width - 1)).rounded())))
    }
}
