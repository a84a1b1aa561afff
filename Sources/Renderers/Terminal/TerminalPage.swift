// SPDX-License-Identifier: EUPL-1.2
import Disclosure
package import Documents
package import Terms

/// What a terminal can show.
package struct TerminalLook: Sendable, Hashable {
    /// Columns of text.
    package let width: Int
    /// Whether the answer may be coloured: on a terminal, without `NO_COLOR` and `--no-color`.
    package let hasColor: Bool

    package init(width: Int = 80, hasColor: Bool = false) {
        self.width = max(width, 20)
        self.hasColor = hasColor
    }
}

extension TablePage {
    /// The table as lines for a terminal.
    package func terminal(_ look: TerminalLook) -> TerminalText { TerminalPage(page: self, look: look).text }
}

/// A table aligned for a terminal: value, dim interval, n, and a small bar a row.
///
/// What does not fit is left out: first the bar, then the interval, then n, then all but the value; at last the name
/// is cut.
struct TerminalPage {
    private enum Role: Hashable {
        case name, value, interval, base, other
    }

    private struct Column {
        let role: Role
        let heading: String
        let cells: [String]

        var width: Int { ([heading] + cells).map(\.count).max() ?? 0 }
        var isAtEnd: Bool { role != .name }
    }

    let page: TablePage
    let look: TerminalLook
    private static let gap = 2
    private static let barWidths = (least: 6, most: 20)

    private var table: Table { page.table }

    var text: TerminalText {
        let language = page.language
        let mark = page.mark.map { [styled($0, .bold)] } ?? []
        var lines = mark + Self.wrapped(table.title, look.width).map { styled($0.text, .bold) }
        if !table.population.isEmpty { lines += Self.wrapped(table.population, look.width) }
        lines.append("")
        lines += grid
        lines.append("")
        if let comparison = page.comparison {
            let bars = ComparisonBars(comparison, language, width: look.width, rows: page.rows).lines
            if let heading = bars.first { lines += [styled(heading.text, .bold)] + bars.dropFirst() + [""] }
        }
        let legend = table.legend(in: language).map { "\($0.sign.sign)\(NumberStyle.noBreakSpace)\($0.meaning)" }
        if !legend.isEmpty { lines += Self.wrapped(legend.joined(separator: "; "), look.width) }
        for note in table.notes { lines += Self.wrapped(note.plain, look.width) }
        lines += mark
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Grid

    private var grid: [TerminalText] {
        var columns = fitting
        var total = Self.total(columns)
        let names = columns.indices.filter { columns[$0].role == .name }
        if total > look.width, let widest = names.max(by: { columns[$0].width < columns[$1].width }) {
            let column = columns[widest]
            let room = max(4, look.width - (total - column.width))
            columns[widest] = Column(
                role: .name, heading: Self.cut(column.heading, room), cells: column.cells.map { Self.cut($0, room) })
            total = Self.total(columns)
        }
        let room = look.width - total - Self.gap
        let bars = room >= Self.barWidths.least ? self.bars(min(room, Self.barWidths.most)) : nil
        let gap = TerminalText(blanks(Self.gap))
        var lines = [
            columns.map { TerminalText(padded($0.heading, $0)) }.joined(separator: gap),
            TerminalText(String(repeating: "─", count: total)),
        ]
        for (place, row) in table.rows.enumerated() {
            let cells = columns.map { column in
                let text = padded(column.cells[place], column)
                if column.role == .interval { return styled(text, .dim) }
                return row.kind == .total ? styled(text, .bold) : TerminalText(text)
            }
            var line = cells.joined(separator: gap)
            if let bar = bars?[place], !bar.isEmpty { line = line + gap + TerminalText(bar) }
            lines.append(line)
        }
        return lines.map(\.withoutTrailingBlanks)
    }

    /// The columns that fit, with room for a bar when that is to be had.
    private var fitting: [Column] {
        let all = columns
        for left in [[], [Role.interval], [.interval, .base]] {
            let columns = all.filter { !left.contains($0.role) }
            if Self.total(columns) <= look.width { return columns }
        }
        return all.filter { $0.role == .name || $0.role == .value }
    }

    private var columns: [Column] {
        table.columns.enumerated().map { place, column in
            let cells = table.rows.map { row in
                let cell = row.cells[place]
                return (cell.plainText ?? CellText(cell, page.language).text).withoutControls
            }
            return Column(role: role(of: place), heading: column.heading.withoutControls, cells: cells)
        }
    }

    /// What the numbers of a column are, by the first row: a later one may leave out what stands above it.
    private func role(of place: Int) -> Role {
        if place < table.headerColumns { return .name }
        if place == table.headerColumns { return .value }
        return switch table.rows.first?.cells[place] {
        case .released(_, .interval, _): .interval
        case .released(_, .persons, _): .base
        default: .other
        }
    }

    private static func total(_ columns: [Column]) -> Int {
        columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
    }

    private func padded(_ text: String, _ column: Column) -> String {
        let fill = blanks(column.width - text.count)
        return column.isAtEnd ? fill + text : text + fill
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    // MARK: - Bars

    /// A bar for each row that is no total, in eighths of a character; nil when bars would say nothing. Shares are
    /// drawn on the scale 0–100 %, the rest on that of the largest row.
    private func bars(_ width: Int) -> [String]? {
        let values = page.rows.map { $0.isTotal ? nil : $0.shown?.value }
        let shown = values.compactMap { $0 }
        guard shown.count > 1, let largest = shown.max(), largest > 0, shown.allSatisfy({ $0 >= 0 }) else { return nil }
        let isShare = page.rows.first?.unit == .share
        let scale = isShare ? max(1, largest) : largest
        return values.map { value in
            guard let value else { return "" }
            return Self.bar(eighths: Int((value / scale * Double(width * 8)).rounded()))
        }
    }

    private static func bar(eighths: Int) -> String {
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }

    // MARK: - Text

    private func styled(_ text: String, _ style: TerminalText.Style) -> TerminalText {
        look.hasColor ? TerminalText(text).styled(style) : TerminalText(text)
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }

    /// Lines of at most so many characters, broken at ordinary blanks.
    static func wrapped(_ text: String, _ width: Int) -> [TerminalText] {
        var lines: [String] = []
        for word in text.withoutControls.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { TerminalText($0) }
    }
}

extension RichText {
    /// The words alone, of a text that holds nothing else.
    fileprivate var plain: String {
        runs.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
}
