// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A funnel (*trattdiagram*): each row's value over its size, between the limits that chance keeps to round the whole.
/// Spiegelhalter (2005), Statistics in Medicine 24:1185. Drawn twice, for wide and for narrow pages, so that text keeps
/// its size.
struct FunnelPlot {
    enum Layout: String {
        case wide
        case narrow

        var width: Double { self == .wide ? 720 : 300 }
        var height: Double { self == .wide ? 400 : 360 }
    }

    let table: Table
    let columns: FunnelColumns
    let language: Language

    func drawing(_ layout: Layout) -> Markup {
        let frame = Frame(self, layout)
        var shapes: [Markup] = [Drawing.text(table.unit, 0, 14)]
        for mark in frame.values.marks {
            shapes.append(Drawing.line(frame.left, frame.y(mark), frame.right, frame.y(mark), .grid))
            shapes.append(
                Drawing.scaleMark(frame.values.label(mark, form, language), frame.left - 8, frame.y(mark) + 5, .end))
        }
        for mark in frame.labelledSizes {
            shapes.append(
                Drawing.scaleMark(
                    frame.sizes.label(mark, sizeForm, language), frame.x(mark), frame.bottom + 20, .middle))
        }
        shapes.append(Drawing.text("\(sizeName) →", frame.right, frame.bottom + (columns.size == nil ? 20 : 42), .end))
        shapes += limits(columns.outer, dashes: "6 4", frame) + limits(columns.inner, dashes: nil, frame)
        if let whole {
            shapes.append(Drawing.line(frame.left, frame.y(whole), frame.right, frame.y(whole), .ink, dashes: "4 3"))
        }
        shapes += dots(frame) + key(frame)
        return Drawing.image(
            id: "\(table.id)-\(layout.rawValue)", class: layout.rawValue, width: layout.width, height: layout.height,
            title: "\(DocumentWords.chart[language]): \(table.title)", description: description, shapes)
    }

    // MARK: Rows

    /// A row that can be drawn, with its place among the limits.
    struct Dot {
        let name: String
        let size: Double
        let value: Double
        let isOutsideInner: Bool
        let isNamed: Bool
    }

    var dots: [Dot] {
        table.rows.enumerated().filter { $0.element.kind == .plain }.compactMap { place, row in
            guard let value = row.cells[columns.value].drawn, let size = size(of: row) else { return nil }
            func isOutside(_ limits: Int) -> Bool {
                guard let limits = row.cells[limits].drawnInterval else { return false }
                return value < limits.lower || value > limits.upper
            }
            return Dot(
                name: row.cells.prefix(table.headerColumns).compactMap(\.plainText).joined(separator: " "), size: size,
                value: value, isOutsideInner: isOutside(columns.inner),
                isNamed: columns.named?.contains(place) ?? isOutside(columns.outer))
        }
    }

    /// How sure a row is: its number of persons, else one over the width of its limits.
    private func size(of row: Table.Row) -> Double? {
        guard let column = columns.size else {
            return row.cells[columns.inner].drawnInterval.flatMap { $1 > $0 ? 1 / ($1 - $0) : nil }
        }
        return row.cells[column].drawn
    }

    private var sizeName: String {
        columns.size.map { table.columns[$0].heading }
            ?? Phrase(sv: "Säkrare värden", en: "More precise values")[language]
    }

    /// The value of the whole: the first total.
    var whole: Double? { table.rows.first { $0.kind == .total }?.cells[columns.value].drawn }

    private func dots(_ frame: Frame) -> [Markup] {
        var taken: [(x: Double, y: Double)] = []
        return dots.flatMap { dot -> [Markup] in
            let (x, y) = (frame.x(dot.size), frame.y(dot.value))
            let mark: Mark = dot.isNamed ? .diamond : dot.isOutsideInner ? .square : .disc
            var shapes = [mark.drawing(x, y)]
            if dot.isNamed {
                // Above or below its dot, on the side away from the middle, and clear of another name.
                let isHigh = whole.map { dot.value > $0 } ?? true
                var line = isHigh ? y - 11 : y + 21
                while taken.contains(where: { abs($0.y - line) < 17 && abs($0.x - x) < Drawing.width(of: dot.name) }) {
                    line += isHigh ? -17 : 17
                }
                taken.append((x, line))
                let half = Drawing.width(of: dot.name) / 2
                let middle = min(max(x, frame.left + half), frame.right - half)
                // On paper of its own, for limits run close by.
                shapes.append(Drawing.box(middle - half - 2, line - 13, 2 * half + 4, 17, .paper))
                shapes.append(Drawing.text(dot.name, middle, line, .middle, bold: true))
            }
            return shapes
        }
    }

    // MARK: Limits

    /// Lower and upper limits as two lines through the rows in order of size.
    private func limits(_ column: Int, dashes: String?, _ frame: Frame) -> [Markup] {
        let rows = table.rows.filter { $0.kind == .plain }.compactMap {
            row -> (x: Double, low: Double, high: Double)? in
            guard let size = size(of: row), let limits = row.cells[column].drawnInterval else { return nil }
            return (frame.x(size), frame.y(limits.lower), frame.y(limits.upper))
        }.sorted { ($0.x, $0.low) < ($1.x, $1.low) }
        return [
            Drawing.polyline(rows.map { ($0.x, $0.low) }, .reference, dashes: dashes),
            Drawing.polyline(rows.map { ($0.x, $0.high) }, .reference, dashes: dashes),
        ]
    }

    private func key(_ frame: Frame) -> [Markup] {
        let names = [
            Phrase(sv: "nitton av tjugo innanför", en: "nineteen of twenty within")[language],
            Phrase(sv: "alla utom två av tusen innanför", en: "all but two of a thousand within")[
                language],
        ]
        return zip(names, [nil, "6 4"]).enumerated().flatMap { place, pair in
            let y = 34 + Double(place) * 20
            return [
                Drawing.line(0, y, 28, y, .reference, width: 2.5, dashes: pair.1),
                Drawing.text(pair.0, 36, y + 5),
            ]
        }
    }

    // MARK: Values

    var form: NumberForm { table.rows.lazy.compactMap { $0.cells[columns.value].drawnForm }.first ?? .count }
    var sizeForm: NumberForm {
        columns.size.flatMap { column in table.rows.lazy.compactMap { $0.cells[column].drawnForm }.first } ?? .count
    }

    private var description: String {
        let named = dots.filter(\.isNamed).map(\.name)
        let between = dots.count { $0.isOutsideInner && !$0.isNamed }
        let opening = Phrase(
            sv: "Trattdiagram med en punkt för varje grupp, mellan gränser för vad slumpen kan förklara.",
            en: "Funnel plot with a dot for each group, between limits for what chance can explain.")
        let middle = Phrase(
            sv: "I utkanten, utanför den inre gränsen: \(between).",
            en: "At the edge, outside the inner limit: \(between).")
        let closing =
            named.isEmpty
            ? Phrase(
                sv: "Ingen skiljer sig mer än slumpen kan förklara.",
                en: "None differs more than chance explains.")
            : Phrase(
                sv: "Mer än slumpen kan förklara skiljer sig: \(named.joined(separator: ", ")).",
                en: "More than chance explains differ: \(named.joined(separator: ", ")).")
        return [opening, middle, closing].map { $0[language] }.joined(separator: " ")
    }
}

/// Where things stand in a funnel.
private struct Frame {
    let left: Double
    let right: Double
    let top = 84.0
    let bottom: Double
    let values: Scale
    let sizes: Scale
    let labelledSizes: [Double]

    init(_ plot: FunnelPlot, _ layout: FunnelPlot.Layout) {
        let rows = plot.table.rows.filter { $0.kind == .plain }
        let columns = plot.columns
        let drawn = rows.flatMap { row -> [Double] in
            let limits = [columns.inner, columns.outer].compactMap { row.cells[$0].drawnInterval }
            return [row.cells[columns.value].drawn].compactMap { $0 } + limits.flatMap { [$0.lower, $0.upper] }
        }
        values = Scale(holding: drawn + (plot.whole.map { [$0] } ?? []))
        sizes = Scale(holding: plot.dots.map(\.size), fromZero: true, marks: layout == .wide ? 6 : 3)
        let (values, sizes) = (values, sizes)
        let labels = values.marks.map { Drawing.width(of: values.label($0, plot.form, plot.language)) }
        left = (labels.max() ?? 0) + 16
        right = layout.width - 14
        bottom = layout.height - 52
        let (left, right) = (left, right)
        let widest = sizes.marks.map { Drawing.width(of: sizes.label($0, plot.sizeForm, plot.language)) }.max() ?? 0
        let apart = (right - left) / Double(max(1, sizes.marks.count - 1))
        let stride = apart >= widest + 8 ? 1 : 2
        labelledSizes =
            columns.size == nil
            ? [] : sizes.marks.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
    }

    func x(_ size: Double) -> Double { left + sizes.place(of: size) * (right - left) }

    func y(_ value: Double) -> Double { bottom - values.place(of: value) * (bottom - top) }
}
