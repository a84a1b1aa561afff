// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Foundation
import Terms
import Testing

@testable import Documents
@testable import Renderers

@Suite struct ChartTests {
    /// Contrast of two colours, 1–21 (WCAG 2.2, "contrast ratio").
    static func contrast(_ one: Palette, _ other: Palette) -> Double {
        func luminance(_ color: Palette) -> Double {
            let value = UInt32(color.rawValue.dropFirst(), radix: 16)!
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double((value >> shift) & 0xFF) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func `colours that carry meaning stand out from the paper`() {
        // Text wants 4.5:1 (1.4.3), shapes 3:1 (1.4.11).
        for color in [Palette.ink, .quiet, .series, .link, .fourth, .reference] {
            #expect(Self.contrast(color, .paper) >= 4.5, "\(color)")
        }
        for color in [Palette.ink, .quiet, .series, .link] { #expect(Self.contrast(color, .tint) >= 4.5, "\(color)") }
        #expect(Self.contrast(.third, .paper) >= 3)
        // The highlight has an outline of ink, which is what it is seen by.
        #expect(Self.contrast(.highlight, .ink) >= 3)
        #expect(abs(Self.contrast(.ink, .paper) - 17.2) < 0.1)
    }

    @Test func `every mark has a shape and a line of its own`() {
        let marks = Mark.allCases
        #expect(Set(marks.map(\.dashes)).count == marks.count)
        #expect(Set(marks.map(\.color)).count == marks.count)
    }

    @Test func `a scale has round ends and holds its values`() {
        var state: UInt64 = 7
        for _ in 0..<2000 {
            let values = (0..<3).map { _ -> Double in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (Double(state >> 11) / Double(1 << 53) - 0.3) * pow(10, Double(state % 9) - 3)
            }
            let scale = Scale(holding: values)
            let room = scale.step * 1e-6
            #expect(scale.lower <= values.min()! + room && scale.upper >= values.max()! - room)
            #expect((2...9).contains(scale.marks.count), "\(values)")
            #expect(scale.marks.allSatisfy { abs(($0 / scale.step).rounded() - $0 / scale.step) < 1e-6 })
            #expect(abs(scale.place(of: scale.lower)) < 1e-12 && abs(scale.place(of: scale.upper) - 1) < 1e-12)
        }
    }

    @Test func `a scale of one value, of none and of zeros still has some width`() {
        for values in [[], [0.0], [0.6], [-3.0], [0.0, 0.0]] {
            let scale = Scale(holding: values)
            #expect(scale.upper > scale.lower)
            #expect(Scale(holding: values, fromZero: true).marks.contains { abs($0) < 1e-12 })
        }
    }

    @Test func `marks are printed with the decimals their step needs`() {
        let shares = Scale(holding: [0.391, 0.757])
        #expect(
            shares.marks.map { shares.label($0, .percent(), .swedish) }
                == ["30", "40", "50", "60", "70", "80"].map { $0 + "\u{A0}%" })
        let hours = Scale(holding: [0, 2.3])
        #expect(hours.label(hours.step, .hours(1), .swedish) == "1")
        let small = Scale(holding: [0.001, 0.0042])
        #expect(small.label(small.lower + small.step, .percent(), .swedish) == "0,2\u{A0}%")
    }

    @Test func `coordinates are rounded to a tenth`() {
        let values: [Double] = [0, 1.04, 1.05, -0.04, -2.26, 12.999]
        #expect(values.map(Drawing.coordinate) == ["0", "1", "1.1", "0", "-2.3", "13"])
    }

    @Test func `a line stops at a break and at a month that is not shown`() {
        let values: [Double?] = [1, 2, 3, nil, 5, 6]
        let rows = values.enumerated().map { place, value in
            Table.Row([
                .text(RichText("m\(String(place))")),
                .value(value.map { .shown(SampleDocument.value($0, .hours)) } ?? .hidden),
            ])
        }
        let table = Table(
            id: "t", title: "T", unit: "u", population: "p", year: "2019",
            columns: [.init("Månad", alignment: .start), .init("Timmar")], rows: rows, source: "k")
        let page = RendererTests.document([.figure(Figure(.months(columns: [1], breaks: [2]), of: table))]).html()
        let tags = PageChecker(page).tags
        // Two drawings; in each, months 0–1 and 4–5 are lines and month 2 stands alone.
        #expect(tags.filter { $0.name == "polyline" }.count == 4)
        #expect(tags.filter { $0.name == "text" && $0.text == ".." }.count == 2)
    }

    @Test func `a figure without any value that is shown is its table alone`() {
        let table = Table(
            id: "t", title: "T", unit: "u", population: "p", year: "2019",
            columns: [.init("Namn", alignment: .start), .init("2018"), .init("2019")],
            rows: [.init([.text("Farsta"), .value(.hidden), .value(.hidden)])], source: "k")
        for chart in [Chart.dotInterval(column: 1), .dumbbell(before: 1, after: 2), .months(columns: [1, 2])] {
            let page = RendererTests.document([.figure(Figure(chart, of: table))]).html()
            #expect(!page.contains("<svg") && page.contains("Farsta"))
            #expect(PageChecker(page).faults.isEmpty)
        }
    }

    @Test func `the text of a drawing is never smaller than 15 pixels`() {
        for tag in PageChecker(SampleDocument.document(.swedish).html()).tags where tag.name == "svg" {
            #expect(tag.attributes["font-size"].flatMap { Double($0) } ?? 0 >= 15)
        }
    }
}
