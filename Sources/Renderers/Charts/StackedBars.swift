// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Answers as bars of a hundred per cent, one a row: the scale's best end to the left, so that rows are compared by
/// how far the dark blue reaches.
struct StackedBars: RowDrawing {
    private static let width = 272.0
    private static let height = 34.0
    private static let bar = 24.0
    /// A share this large has room for its number.
    private static let labelled = 0.08

    let table: Table
    let columns: [Int]
    let language: Language

    /// One tone a column. Scales of an even number of steps have no middle.
    private var tones: [Palette] {
        switch columns.count {
        case 1: [.best]
        case 2: [.best, .worst]
        case 3: [.best, .middling, .worst]
        case 4: [.best, .good, .poor, .worst]
        default: [.best, .good, .middling, .poor, .worst]
        }
    }

    var heading: Markup { .tag("th", ["scope": "col"], DocumentWords.chart[language]) }

    /// The key: a line for each tone, in the order of the bar.
    var axis: Markup {
        let line = 21.0
        var shapes: [Markup] = []
        for (place, (column, tone)) in zip(columns, tones).enumerated() {
            let y = Double(place) * line + 3
            shapes.append(box(0, y, 15, 15, tone))
            shapes.append(Drawing.text(table.columns[column].heading, 23, y + 13))
        }
        return Drawing.image(
            id: table.id + "-chart", class: "plot", width: Self.width, height: Double(columns.count) * line + 4,
            title: "\(DocumentWords.chart[language]): \(table.title)", description: description, shapes)
    }

    func drawing(ofRow place: Int) -> Markup {
        let row = table.rows[place]
        let top = (Self.height - Self.bar) / 2
        let cells = columns.map { row.cells[$0] }
        let shares = cells.compactMap(\.drawn)
        var shapes: [Markup] = []
        if shares.count == cells.count {
            // What is printed as parts of a hundred fills the bar, whatever rounding has left.
            let whole = shares.reduce(0, +)
            var left = 0.0
            for (place, share) in shares.enumerated() where share > 0 && whole > 0 {
                let part = share / whole
                shapes.append(box(left * Self.width, top, part * Self.width, Self.bar, tones[place]))
                if let label = label(cells[place], part) {
                    shapes.append(self.label(label, (left + part / 2) * Self.width, on: tones[place]))
                }
                left += part
            }
        } else if let sign = cells.compactMap({ CellText($0, language).sign }).first(where: { $0 != .zero }) {
            // A part alone would be drawn at a place that tells of the others.
            shapes.append(Drawing.text(sign.sign, 6, Self.height / 2 + 5))
        }
        return Drawing.silent(class: "plot", width: Self.width, height: Self.height, shapes)
    }

    /// The number in whole per cent, when the part has room for it.
    private func label(_ cell: Cell, _ part: Double) -> String? {
        guard part >= Self.labelled, let number = cell.drawn, let form = cell.drawnForm else { return nil }
        let text = NumberStyle(language).text(number, NumberForm(form.scale, decimals: 0, sign: form.sign))
        return text.split(separator: "\u{A0}").first.map(String.init)
    }

    private func label(_ text: String, _ x: Double, on tone: Palette) -> Markup {
        let isDark = tone == .best || tone == .worst
        return .tag(
            "text",
            [
                "x": Drawing.coordinate(x), "y": Drawing.coordinate(Self.height / 2 + 5), "text-anchor": "middle",
                "class": "on-bar", "fill": (isDark ? Palette.paper : .ink).rawValue,
            ], text)
    }

    private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ tone: Palette) -> Markup {
        .tag(
            "rect",
            [
                "x": Drawing.coordinate(x), "y": Drawing.coordinate(y), "width": Drawing.coordinate(width),
                "height": Drawing.coordinate(height), "class": "bar", "fill": tone.rawValue,
                "stroke": Palette.paper.rawValue,
            ])
    }

    private var description: String {
        let names = columns.map { table.columns[$0].heading }.joined(separator: ", ")
        return Phrase(
            sv:
                "En stapel om hundra procent för varje rad. Delar från vänster: \(names). Talen står i tabellens rader.",
            en: "A bar of a hundred per cent for each row. Parts from the left: \(names). The figures are in the rows "
                + "of the table.")[language]
    }
}
