// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// A figure as HTML: a drawing and its table. A table-chart is both at once; a line stands above its table.
struct HTMLFigure {
    let figure: Figure
    let text: HTMLText

    var markup: Markup {
        let table = figure.table
        let captionID = table.id + "-caption"
        let hidden = Markup.tag(
            "caption", ["class": "unseen"], "\(DocumentWords.figures[text.language]): \(table.title)")
        var parts: [Markup]
        switch figure.chart {
        case _ where !hasValues: parts = [HTMLTable(table: table, text: text).grid(caption: hidden)]
        case .dotInterval, .dumbbell:
            let grid = HTMLTable(table: table, text: text, plot: RowPlot(figure: figure, language: text.language))
            parts = [grid.grid(caption: hidden)]
        case .stackedBars(let columns):
            let bars = StackedBars(table: table, columns: columns, language: text.language)
            parts = [HTMLTable(table: table, text: text, plot: bars).grid(caption: hidden)]
        case .heat(let columns):
            let shade = HeatShade(table: table, columns: columns)
            parts = [
                HTMLTable(table: table, text: text, shade: shade).grid(caption: hidden),
                .tag("p", ["class": "small"], shade.key(text.language)),
            ]
        case .funnel(let columns):
            let plot = FunnelPlot(table: table, columns: columns, language: text.language)
            parts = [
                plot.drawing(.wide), plot.drawing(.narrow), HTMLTable(table: table, text: text).grid(caption: hidden),
            ]
        case .months(let columns, let breaks):
            let chart = MonthsChart(table: table, columns: columns, breaks: breaks, language: text.language)
            parts = [
                chart.drawing(.wide), chart.drawing(.narrow), HTMLTable(table: table, text: text).grid(caption: hidden),
            ]
        }
        let plain = HTMLTable(table: table, text: text)
        parts.insert(.tag("figcaption", ["id": captionID], plain.title), at: 0)
        return .tag(
            "figure",
            [
                "role": "group", "class": plain.isShort ? nil : "long", "id": table.id, "aria-labelledby": captionID,
            ], parts + plain.below)
    }

    /// Whether there is anything to draw: a scale without a value on it would say something untrue.
    private var hasValues: Bool {
        let columns =
            switch figure.chart {
            case .dotInterval(let column): [column]
            case .dumbbell(let before, let after): [before, after]
            case .months(let columns, _): columns
            case .stackedBars(let columns), .heat(let columns): columns
            case .funnel(let columns): [columns.value]
            }
        return figure.table.rows.contains { row in columns.contains { row.cells[$0].drawn != nil } }
    }
}
