// SPDX-License-Identifier: EUPL-1.2
import Disclosure
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
                Drawing.text(frame.values.label(mark, form, language), frame.left - 8, frame.y(mark) + 5, .end))
        }
        for mark in frame.labelledSizes {
            shapes.append(
                Drawing.text(frame.sizes.label(mark, sizeForm, language), frame.x(mark), frame.bottom + 20, .middle))
        }
        shapes.append(
            Drawing.text("\(table.columns[columns.size].heading) →", frame.right, frame.bottom + 42, .end))
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
        let isOutsideOuter: Bool
    }

    var dots: [Dot] {
        table.rows.filter { $0.kind == .plain }.compactMap { row in
            guard let value = row.cells[columns.value].drawn, let size = row.cells[columns.size].drawn else {
                return nil
            }
            func isOutside(_ limits: [Int]) -> Bool {
                guard let low = row.cells[limits[0]].drawn, let high = row.cells[limits[1]].drawn else { return false }
                return value < low || value > high
            }
            return Dot(
                name: row.cells.prefix(table.headerColumns).compactMap(\.plainText).joined(separator: " "), size: size,
                value: value, isOutsideInner: isOutside(columns.inner), isOutsideOuter: isOutside(columns.outer))
        }
    }

    /// The value of the whole: the first total.
    var whole: Double? { table.rows.first { $0.kind == .total }?.cells[columns.value].drawn }

    private func dots(_ frame: Frame) -> [Markup] {
        var taken: [(x: Double, y: Double)] = []
        return dots.flatMap { dot -> [Markup] in
            let (x, y) = (frame.x(dot.size), frame.y(dot.value))
            let mark: Mark = dot.isOutsideOuter ? .diamond : dot.isOutsideInner ? .square : .disc
            var shapes = [mark.drawing(x, y)]
            if dot.isOutsideOuter {
                // Above or below its dot, on the side away from the middle, and clear of another name.
                let isHigh = whole.map { dot.value > $0 } ?? true
                var line = isHigh ? y - 11 : y + 21
                while taken.contains(where: { abs($0.y - line) < 17 && abs($0.x - x) < Drawing.width(of: dot.name) }) {
                    line += isHigh ? -17 : 17
                }
                taken.append((x, line))
                let half = Drawing.width(of: dot.name) / 2
                let middle = min(max(x, frame.left + half), frame.right - half)
                shapes.append(Drawing.text(dot.name, middle, line, .middle, bold: true))
            }
            return shapes
        }
    }

    // MARK: Limits

    /// Lower and upper limits as two lines through the rows in order of size.
    private func limits(_ columns: [Int], dashes: String?, _ frame: Frame) -> [Markup] {
        columns.map { column in
            let points = table.rows.filter { $0.kind == .plain }.compactMap { row -> (x: Double, y: Double)? in
                guard let size = row.cells[self.columns.size].drawn, let limit = row.cells[column].drawn else {
                    return nil
                }
                return (frame.x(size), frame.y(limit))
            }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
            return Drawing.polyline(points, .reference, dashes: dashes)
        }
    }

    private func key(_ frame: Frame) -> [Markup] {
        let names = [
            Phrase(sv: "gränser för 95 av 100", en: "limits for 95 of 100")[language],
            Phrase(sv: "gränser för 998 av 1 000", en: "limits for 998 of 1,000")[language],
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
    var sizeForm: NumberForm { table.rows.lazy.compactMap { $0.cells[columns.size].drawnForm }.first ?? .count }

    private var description: String {
        let outside = dots.filter(\.isOutsideOuter).map(\.name)
        let between = dots.count { $0.isOutsideInner && !$0.isOutsideOuter }
        let opening = Phrase(
            sv: "Trattdiagram med \(dots.count) punkter mellan gränser för vad slumpen kan förklara.",
            en: "Funnel plot of \(dots.count) dots between limits for what chance can explain.")
        let middle = Phrase(
            sv: "Utanför den inre gränsen men inom den yttre: \(between).",
            en: "Outside the inner limit but within the outer: \(between).")
        let closing =
            outside.isEmpty
            ? Phrase(sv: "Ingen utanför den yttre gränsen.", en: "None outside the outer limit.")
            : Phrase(
                sv: "Utanför den yttre gränsen: \(outside.joined(separator: ", ")).",
                en: "Outside the outer limit: \(outside.joined(separator: ", ")).")
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
        let drawn = ([columns.value] + columns.inner + columns.outer).flatMap { column in
            rows.compactMap { $0.cells[column].drawn }
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
        labelledSizes = sizes.marks.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
    }

    func x(_ size: Double) -> Double { left + sizes.place(of: size) * (right - left) }

    func y(_ value: Double) -> Double { bottom - values.place(of: value) * (bottom - top) }
}
