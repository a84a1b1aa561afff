// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Renderers

/// Stacked bars, heat tables and funnels.
@Suite struct ResultChartTests {
    private func table(_ headings: [String], _ rows: [(String, [Double?])], total: [Double?]? = nil) -> Table {
        func row(_ kind: Table.Row.Kind, _ name: String, _ values: [Double?]) -> Table.Row {
            Table.Row(
                kind,
                [.text(RichText(name))]
                    + values.map { .value($0.map { .shown(SampleDocument.value($0, .share)) } ?? .hidden) })
        }
        return Table(
            id: "t", title: "T", unit: "procent", population: "p", year: "2019",
            columns: [.init("Namn", alignment: .start)] + headings.map { .init($0) },
            rows: rows.map { row(.plain, $0.0, $0.1) } + (total.map { [row(.total, "Samtliga", $0)] } ?? []),
            source: "k")
    }

    private func tags(_ chart: Chart, of table: Table) -> [PageChecker.Tag] {
        let page = RendererTests.document([.figure(Figure(chart, of: table))]).html()
        #expect(PageChecker(page).faults.isEmpty)
        return PageChecker(page).tags
    }

    @Test func `a bar of answers fills its width and has labels where there is room`() {
        let scale = table(["Alltid", "Ibland", "Aldrig"], [("Farsta", [0.62, 0.32, 0.06])])
        let tags = tags(.stackedBars(columns: [1, 2, 3]), of: scale)
        let bars = tags.filter { $0.name == "rect" && $0.attributes["height"] == "24" }
        let width = bars.compactMap { $0.attributes["width"].flatMap { Double($0) } }.reduce(0, +)
        #expect(bars.count == 3 && abs(width - 272) < 0.2)
        // Six per cent has no room for its number; the table has it.
        #expect(tags.filter { $0.attributes["class"] == "on-bar" }.map(\.text) == ["62", "32"])
    }

    @Test func `a bar with a hidden part is not drawn, for what is drawn would tell where it ends`() {
        let scale = table(["Ja", "Nej"], [("Farsta", [0.62, nil]), ("Skärholmen", [0.5, 0.5])])
        let tags = tags(.stackedBars(columns: [1, 2]), of: scale)
        #expect(tags.filter { $0.name == "rect" && $0.attributes["height"] == "24" }.count == 2)
        #expect(tags.contains { $0.name == "text" && $0.text == ".." })
    }

    @Test func `each cell of a heat table is shaded over the whole hundred per cent and keeps its number`() {
        let heat = table(["Farsta", "Skärholmen"], [("Tiden räcker", [0.05, 0.95]), ("Samma person", [0.5, nil])])
        let cells = tags(.heat(columns: [1, 2]), of: heat).filter {
            $0.name == "td" && $0.attributes["class"]?.contains("heat") == true
        }
        #expect(cells.map { $0.attributes["class"] } == ["end heat0", "end heat4", "end heat2"])
    }

    @Test func `a funnel names only what lies outside the outer limits, and marks it by shape too`() {
        func limits(_ half: Double) -> Cell {
            .interval(
                .shown(ReleasedValue(value: 0.6, lower: 0.6 - half, upper: 0.6 + half, persons: 100, unit: .share)))
        }
        let boards: [(String, Double, Int)] = [("Farsta", 0.61, 40), ("Skärholmen", 0.72, 30), ("Älvsjö", 0.9, 20)]
        let rows = boards.map { name, value, persons in
            Table.Row([
                .text(RichText(name)), .value(.shown(SampleDocument.value(value, .share))), .count(persons),
                limits(0.1),
                limits(0.15),
            ])
        }
        let hidden = Table.Row([.text(RichText("Bromma"))] + [Cell](repeating: .value(.hidden), count: 4))
        let total = Table.Row(
            .total,
            [.text(RichText("Samtliga")), .value(.shown(SampleDocument.value(0.6, .share))), .empty, .empty, .empty])
        let funnel = Table(
            id: "t", title: "T", unit: "procent", population: "p", year: "2019",
            columns: ["Namn", "Andel", "Storlek", "Inre", "Yttre"].map { .init($0) }, rows: rows + [hidden, total],
            source: "k")
        let columns = FunnelColumns(value: 1, size: 2, inner: 3, outer: 4)
        let tags = tags(.funnel(columns), of: funnel)
        let names = tags.filter { $0.name == "text" && $0.attributes["font-weight"] == "bold" }.map(\.text)
        // Two drawings, for wide and for narrow pages.
        #expect(names == ["Älvsjö", "Älvsjö"])
        #expect(tags.filter { $0.name == "circle" }.count == 2)
        #expect(tags.filter { $0.name == "polygon" }.count == 4)
    }

    @Test func `text on bars and shades can be read`() {
        for tone in [Palette.good, .middling, .poor, .heatLow, .heatMiddle, .heatHigh] {
            #expect(ChartTests.contrast(.ink, tone) >= 4.5, "\(tone)")
        }
        for tone in [Palette.best, .worst, .heatTop] { #expect(ChartTests.contrast(.paper, tone) >= 4.5, "\(tone)") }
    }
}
