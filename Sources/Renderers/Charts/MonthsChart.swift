// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Months as lines: from zero, one scale, each line named at its end. Drawn twice, for wide and for narrow pages, so
/// that text keeps its size; the style sheet shows one of them.
struct MonthsChart {
    enum Layout: String {
        case wide
        case narrow

        var width: Double { self == .wide ? 720 : 300 }
        var height: Double { self == .wide ? 320 : 280 }
    }

    let table: Table
    /// Columns drawn; the last is the one spoken of and drawn strongest.
    let columns: [Int]
    let breaks: [Int]
    let language: Language

    /// The months: a sum of them all is not one.
    var rows: [Table.Row] { table.rows.filter { $0.kind == .plain } }

    func drawing(_ layout: Layout) -> Markup {
        let frame = Frame(chart: self, layout: layout)
        var shapes: [Markup] = [Drawing.text(table.unit, 0, 14)]
        for mark in scale.marks {
            let y = frame.y(mark)
            shapes.append(Drawing.line(frame.left, y, frame.right, y, mark == 0 ? .reference : .grid))
            shapes.append(Drawing.scaleMark(scale.label(mark, form, language), frame.left - 8, y + 5, .end))
        }
        for place in breaks where place > 0 && place < rows.count {
            let x = (frame.x(place - 1) + frame.x(place)) / 2
            shapes.append(Drawing.line(x, frame.top, x, frame.bottom, .reference, dashes: "3 4"))
        }
        for place in stride(from: 0, to: rows.count, by: frame.labelStride) {
            shapes.append(Drawing.text(names[place], frame.x(place), frame.bottom + 22, .middle))
        }
        for (column, mark) in zip(columns, marks) { shapes += line(of: column, mark, frame) }
        shapes += frame.isKeyed ? key(frame) : endLabels(frame)
        return Drawing.image(
            id: "\(table.id)-\(layout.rawValue)", class: layout.rawValue, width: layout.width, height: layout.height,
            title: "\(DocumentWords.chart[language]): \(table.title)", description: description, shapes)
    }

    // MARK: Lines

    /// The line in pieces: it stops at a break and at a month that is not shown, which keeps its sign.
    private func line(of column: Int, _ mark: Mark, _ frame: Frame) -> [Markup] {
        var pieces: [[(x: Double, y: Double)]] = [[]]
        var shapes: [Markup] = []
        for (place, row) in rows.enumerated() {
            if breaks.contains(place) { pieces.append([]) }
            if let value = row.cells[column].shown?.value {
                pieces[pieces.count - 1].append((frame.x(place), frame.y(value)))
            } else {
                pieces.append([])
                let sign = CellText(row.cells[column], language).text
                shapes.append(Drawing.text(sign, frame.x(place), frame.bottom - 6, .middle))
            }
        }
        let lines = pieces.filter { $0.count > 1 }.map { Drawing.polyline($0, mark.color, dashes: mark.dashes) }
        return shapes + lines + pieces.joined().map { mark.drawing($0.x, $0.y, radius: 4) }
    }

    /// Names at the lines' ends, moved apart where lines end near each other.
    private func endLabels(_ frame: Frame) -> [Markup] {
        var ends: [(y: Double, name: String)] = columns.compactMap { column in
            let last = rows.last { $0.cells[column].shown != nil }
            return last?.cells[column].shown.map { (frame.y($0.value), table.columns[column].heading) }
        }
        ends.sort { ($0.y, $0.name) < ($1.y, $1.name) }
        for place in ends.indices.dropFirst() { ends[place].y = max(ends[place].y, ends[place - 1].y + 18) }
        return ends.map { Drawing.text($0.name, frame.right + 12, $0.y + 5, bold: true) }
    }

    /// Names beside their marks, above a narrow chart.
    private func key(_ frame: Frame) -> [Markup] {
        zip(columns, marks).enumerated().flatMap { place, pair in
            let y = 30 + Double(place) * 20
            return [
                Drawing.line(0, y + 5, 28, y + 5, pair.1.color, width: 2.5, dashes: pair.1.dashes),
                pair.1.drawing(14, y + 5, radius: 4), Drawing.text(table.columns[pair.0].heading, 36, y + 10),
            ]
        }
    }

    private var marks: [Mark] {
        let others: [Mark] = [.ring, .square, .diamond]
        return (0..<columns.count).map { $0 == columns.count - 1 ? .disc : others[$0 % others.count] }
    }

    // MARK: Values

    private var values: [ReleasedValue] {
        rows.flatMap { row in columns.compactMap { row.cells[$0].shown } }
    }

    var scale: Scale { Scale(holding: values.map(\.value), fromZero: true) }

    var form: NumberForm {
        for row in rows {
            if case .released(.shown, _, let form) = row.cells[columns[0]] { return form }
        }
        return .count
    }

    var names: [String] {
        rows.map { $0.cells.prefix(table.headerColumns).compactMap(\.plainText).joined(separator: " ") }
    }

    /// The extremes of each line, for who cannot see it.
    private var description: String {
        let style = NumberStyle(language)
        let lines = columns.compactMap { column -> String? in
            let shown = rows.enumerated().compactMap { place, row in
                row.cells[column].shown.map { (names[place], $0.value) }
            }
            guard let low = shown.min(by: { $0.1 < $1.1 }), let high = shown.max(by: { $0.1 < $1.1 }) else {
                return nil
            }
            let (least, most) = (style.text(low.1, form), style.text(high.1, form))
            return Phrase(
                sv: "\(table.columns[column].heading): lägst \(least) (\(low.0)), högst \(most) (\(high.0)).",
                en: "\(table.columns[column].heading): lowest \(least) (\(low.0)), highest \(most) (\(high.0)).")[
                    language]
        }
        let opening = Phrase(sv: "Linje över månader.", en: "A line over months.")
        return ([opening[language]] + lines).joined(separator: " ")
    }
}

/// Where things stand in a months chart.
private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let isKeyed: Bool
    let labelStride: Int
    private let scale: Scale
    private let rows: Int
    /// From the left end of the axis to the first month: its name may be wider than what stands there.
    private let inset: Double

    init(chart: MonthsChart, layout: MonthsChart.Layout) {
        let scale = chart.scale
        self.scale = scale
        rows = chart.rows.count
        let marks = scale.marks.map { Drawing.width(of: scale.label($0, chart.form, chart.language)) }.max() ?? 0
        let names = chart.columns.map { Drawing.width(of: chart.table.columns[$0].heading) * 1.1 }.max() ?? 0
        isKeyed = layout == .narrow || names > 200
        left = marks + 10
        let label = chart.names.map { Drawing.width(of: $0) }.max() ?? 0
        right = layout.width - (isKeyed ? max(12, label / 2 - 8) : names + 16)
        top = isKeyed ? 34 + 20 * Double(chart.columns.count) : 30
        bottom = layout.height - 32
        let apart = (right - left) / Double(max(1, rows))
        inset = max(12, label / 2 + 4 - left)
        labelStride = [1, 2, 3, 4, 6].first { Double($0) * apart >= label + 8 } ?? 12
    }

    func x(_ place: Int) -> Double {
        left + inset + (right - left - inset - 12) * (rows > 1 ? Double(place) / Double(rows - 1) : 0.5)
    }

    func y(_ value: Double) -> Double {
        bottom - scale.place(of: value) * (bottom - top)
    }
}
