// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Dots on one scale, with their intervals, or two of them with the way between.
struct RowPlot: RowDrawing {
    private static let width = 272.0
    private static let height = 34.0
    /// Room for half a mark's label.
    private static let margin = 26.0

    private let table: Table
    private let language: Language
    private let form: NumberForm
    private let scale: Scale
    /// Dots of each row: the value spoken of last, what it is compared with before it.
    private let columns: [Int]
    private let hasInterval: Bool

    init(figure: Figure, language: Language) {
        table = figure.table
        self.language = language
        switch figure.chart {
        case .dotInterval(let column): (columns, hasInterval) = ([column], true)
        case .dumbbell(let before, let after): (columns, hasInterval) = ([before, after], false)
        case .months, .stackedBars, .heat, .funnel: preconditionFailure("only dots are drawn here")
        }
        let (columns, hasInterval) = (columns, hasInterval)
        let values = table.rows.flatMap { row in columns.compactMap { row.cells[$0].shown } }
        scale = Scale(
            holding: values.flatMap { [$0.value] + (hasInterval ? [$0.lower, $0.upper].compactMap { $0 } : []) })
        var form = values.first?.unit.standardForm ?? .count
        for row in table.rows {
            if case .released(.shown, _, let own) = row.cells[columns[0]] {
                form = own
                break
            }
        }
        self.form = form
    }

    /// The row the others are compared with: the first total that has a value.
    private var reference: (name: String, value: Double)? {
        guard hasInterval else { return nil }
        for row in table.rows where row.kind == .total {
            if let value = row.cells[columns[0]].shown { return (name(of: row), value.value) }
        }
        return nil
    }

    // MARK: Head

    /// The heading of the drawn column.
    var heading: Markup { .tag("th", ["scope": "col"], DocumentWords.chart[language]) }

    /// The scale with its marks, the line of the whole city or the key to the dots: the image that is named.
    var axis: Markup {
        let height = 46.0
        var shapes: [Markup] = []
        if let reference {
            let label = "\(reference.name) \(NumberStyle(language).text(reference.value, form))"
            shapes.append(Drawing.line(x(reference.value), 20, x(reference.value), height, .ink, dashes: "4 3"))
            shapes.append(Drawing.text(label, clamped(x(reference.value), label), 14, .middle, bold: true))
        } else {
            var left = 6.0
            for (column, mark) in zip(columns, marks) {
                let label = table.columns[column].heading
                shapes.append(mark.drawing(left + 6, 9, radius: radius(of: mark)))
                shapes.append(Drawing.text(label, left + 18, 14))
                left += 18 + Drawing.width(of: label) + 16
            }
        }
        for mark in labelledMarks {
            shapes.append(Drawing.scaleMark(scale.label(mark, form, language), x(mark), 38, .middle))
            shapes.append(Drawing.line(x(mark), 41, x(mark), height, .reference))
        }
        return Drawing.image(
            id: table.id + "-chart", class: "plot", width: Self.width, height: height,
            title: "\(DocumentWords.chart[language]): \(table.title)", description: description, shapes)
    }

    /// Every mark when their labels fit, else every second.
    private var labelledMarks: [Double] {
        let marks = scale.marks
        let widest = marks.map { Drawing.width(of: scale.label($0, form, language)) }.max() ?? 0
        let apart = (Self.width - 2 * Self.margin) / Double(max(1, marks.count - 1))
        let stride = apart >= widest + 6 ? 1 : 2
        let labelled = marks.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
        // The line of the city goes through here; a label under it could not be read.
        guard let reference else { return labelled }
        return labelled.filter { abs(x($0) - x(reference.value)) > widest / 2 + 4 }
    }

    // MARK: Rows

    /// A row's dots; a hidden value leaves a gap with its sign.
    func drawing(ofRow place: Int) -> Markup {
        let row = table.rows[place]
        let middle = Self.height / 2
        var shapes = scale.marks.map { Drawing.line(x($0), 0, x($0), Self.height, .grid) }
        if let reference {
            shapes.append(Drawing.line(x(reference.value), 0, x(reference.value), Self.height, .ink, dashes: "4 3"))
        }
        let values = columns.map { row.cells[$0].shown }
        if values.count == 2, let before = values[0]?.value, let after = values[1]?.value {
            // From the ring's edge, so that the ring stays open.
            let way = x(after) - x(before)
            if abs(way) > 7 {
                shapes.append(
                    Drawing.line(x(before) + (way > 0 ? 7 : -7), middle, x(after), middle, .ink, width: 2))
            }
        }
        for (value, mark) in zip(values, marks(of: row)) {
            guard let value else { continue }
            if hasInterval, let lower = value.lower, let upper = value.upper {
                shapes.append(Drawing.line(x(lower), middle, x(upper), middle, mark.color, width: 3))
                for end in [lower, upper] {
                    shapes.append(Drawing.line(x(end), middle - 5, x(end), middle + 5, mark.color, width: 2))
                }
            }
            shapes.append(mark.drawing(x(value.value), middle, radius: radius(of: mark)))
        }
        if let sign = columns.map({ CellText(row.cells[$0], language) }).first(where: { $0.sign != nil })?.sign,
            values.contains(where: { $0 == nil })
        {
            shapes.append(Drawing.text(sign.sign, 6, middle + 5))
        }
        return Drawing.silent(class: "plot", width: Self.width, height: Self.height, shapes)
    }

    private var marks: [Mark] { columns.count == 2 ? [.ring, .disc] : [.disc] }

    /// Of two dots the ring is the larger, so that both are seen where they meet.
    private func radius(of mark: Mark) -> Double {
        columns.count == 1 ? 5.5 : mark == .ring ? 7 : 4.5
    }

    private func marks(of row: Table.Row) -> [Mark] {
        columns.count == 1 && row.kind == .total ? [.diamond] : marks
    }

    private func x(_ value: Double) -> Double {
        Self.margin + scale.place(of: value) * (Self.width - 2 * Self.margin)
    }

    /// The middle of a label that stays inside the drawing.
    private func clamped(_ x: Double, _ label: String) -> Double {
        let half = Drawing.width(of: label) / 2 + 2
        return half * 2 > Self.width ? Self.width / 2 : min(max(x, half), Self.width - half)
    }

    // MARK: Words

    /// What the drawing shows, for who cannot see it: extremes, the whole, and how many rows are not shown.
    private var description: String {
        let style = NumberStyle(language)
        guard hasInterval else {
            let names = columns.map { table.columns[$0].heading }
            return Phrase(
                sv: "Ring: \(names[0]). Fylld punkt: \(names[1]). Talen står i tabellens rader.",
                en: "Ring: \(names[0]). Filled dot: \(names[1]). The figures are in the rows of the table.")[language]
        }
        let rows = table.rows.filter { $0.kind == .plain }
        let shown = rows.compactMap { row in row.cells[columns[0]].shown.map { (name(of: row), $0.value) } }
        var sentences = [
            Phrase(
                sv: "Punkt och intervall för varje rad, högst värde först.",
                en: "A dot and an interval for each row, highest value first.")[language]
        ]
        if let highest = shown.first, let lowest = shown.last, shown.count > 1 {
            let (high, low) = (style.text(highest.1, form), style.text(lowest.1, form))
            sentences.append(
                Phrase(
                    sv: "Högst: \(highest.0) \(high). Lägst: \(lowest.0) \(low).",
                    en: "Highest: \(highest.0) \(high). Lowest: \(lowest.0) \(low).")[language])
        }
        if let reference { sentences.append("\(reference.name): \(style.text(reference.value, form)).") }
        let hidden = rows.count - shown.count
        if hidden > 0 {
            sentences.append(
                Phrase(
                    sv: "Rader utan värde som visas: \(hidden).", en: "Rows without a figure that is shown: \(hidden).")[
                        language])
        }
        return sentences.joined(separator: " ")
    }

    private func name(of row: Table.Row) -> String {
        row.cells.prefix(table.headerColumns).compactMap(\.plainText).joined(separator: " ")
    }
}
