// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// The comparison's rows for a terminal: the value as a dot between the limits that chance gives a group of its size, and
/// the verdict in words.
///
/// `├──┊─●─┤` the 95 % limits, the common value, the group's value; `○` where no limits can be given.
struct ComparisonBars {
    private let comparison: ReleasedComparison
    private let sentences: ComparisonSentences
    private let language: Language
    private let width: Int
    private static let barWidths = (least: 12, most: 32)

    init(_ comparison: ReleasedComparison, _ language: Language, width: Int) {
        self.comparison = comparison
        self.language = language
        self.width = width
        sentences = ComparisonSentences(comparison, language)
    }

    /// A heading, a line a group, and what the signs mean; empty with nothing to compare.
    var lines: [String] {
        guard comparison.groups.count > 1, let target = comparison.target else { return [] }
        let names = comparison.groups.map { $0.category.label[language] }
        let name = min(names.map(\.count).max() ?? 0, max(8, width / 3))
        // The words before the bar's width: shorter ones where there is little room, and at last the bar alone.
        let wordings: [[String]] = [
            comparison.groups.map { sentences.verdict($0) },
            comparison.groups.map { sentences.shortVerdict($0, isAdjusted: true) },
            comparison.groups.map { sentences.shortVerdict($0, isAdjusted: false) },
        ]
        func beside(_ verdicts: [String]) -> Int { width - name - (verdicts.map(\.count).max() ?? 0) - 4 }
        let fitting = wordings.first { beside($0) >= Self.barWidths.least }
        let hasVerdict = fitting != nil
        let verdicts = fitting ?? names.map { _ in "" }
        let room = min(Self.barWidths.most, fitting.map(beside) ?? width - name - 2)
        guard room >= Self.barWidths.least else { return [] }
        let scale = BarScale(comparison, target: target, width: room)
        let rows = zip(comparison.groups, zip(names, verdicts)).map { group, words in
            let label = words.0.count > name ? words.0.prefix(name - 1) + "…" : words.0
            let padded = label + String(repeating: " ", count: name - label.count)
            let line = padded + "  " + scale.bar(group)
            return hasVerdict ? line + "  " + words.1 : line
        }
        return [heading[language]] + rows.map { $0.trimmed } + [legend[language]]
    }

    private var heading: Phrase {
        Phrase(sv: "Jämförelse \(comparison.year)", en: "Comparison \(comparison.year)")
    }

    private var legend: Phrase {
        Phrase(
            sv: "●\u{A0}värdet; ├┤\u{A0}där slumpen håller 95\u{A0}% av lika stora grupper; ┊\u{A0}gemensamt värde",
            en: "●\u{A0}the value; ├┤\u{A0}where chance keeps 95% of groups of the same size; ┊\u{A0}common value")
    }
}

/// Where values fall in a bar.
private struct BarScale {
    let lower: Double
    let upper: Double
    let target: Double
    let width: Int

    init(_ comparison: ReleasedComparison, target: Double, width: Int) {
        let limits = comparison.groups.compactMap { $0.plain?.limits95 }
        let all = comparison.groups.map(\.value) + limits.flatMap { [$0.lower, $0.upper] } + [target]
        lower = all.min() ?? 0
        upper = all.max() ?? 1
        self.target = target
        self.width = width
    }

    func bar(_ group: ReleasedComparison.Group) -> String {
        var cells = [Character](repeating: " ", count: width)
        if let limits = group.plain?.limits95 {
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

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
