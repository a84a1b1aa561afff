// SPDX-License-Identifier: EUPL-1.2
import Audit
import Published
import Terms
import Testing

/// Leaks made on purpose: the audit must see each, and nothing where there is none.
@Suite struct `The audit` {
    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    private func narrowed(_ audit: Audit) -> [String] {
        audit.hidden.filter(\.isNarrowed).map { cell in
            let table = cell.table.split(separator: "/").last?.dropLast(4) ?? ""
            return ([String(table)] + cell.codes).joined(separator: "/")
        }
    }

    @Test func `passes a report that is protected`() throws {
        let audit = try audit(.safe)
        #expect(narrowed(audit) == [])
        #expect(audit.strays.map(\.context) == [])
        #expect(audit.passed)
        #expect(audit.hidden.count == 8)
    }

    @Test func `sees a complementary number that was not hidden`() throws {
        var folder = PublishedFolder.safe
        folder.show("persons-by-district", ["2019", "B"], PublishedFolder.count("2019", "B", 12))
        let audit = try audit(folder)
        #expect(narrowed(audit) == ["persons-by-district/2019/A"])
        let leak = try #require(audit.hidden.first { $0.isNarrowed })
        #expect(leak.low == 3 && leak.high == 3 && leak.line == 7 && leak.column == "value")
        // The deduction is told with the numbers' own names, files and lines.
        #expect(
            leak.steps.contains {
                $0.english.contains(
                    "the classes add to all: persons [2019] (100, tabeller/")
            })
        #expect(leak.steps.contains { $0.swedish.contains("klasserna lägger sig samman") })
        #expect(!audit.passed)
    }

    @Test func `sees a percentage printed with its base`() throws {
        var folder = PublishedFolder.safe
        folder.show(
            "flexible-use-by-district", ["2019", "B"],
            .init(codes: ["2019", "B"], value: "0.25", n: "12", denominator: "12"))
        #expect(narrowed(try audit(folder)).contains("flexible-use-by-district/2019/A"))
    }

    @Test func `sees a board beside the one it took over`() throws {
        var folder = PublishedFolder.safe
        folder.show("persons-by-district-then", ["2018", "New"], PublishedFolder.count("2018", "New", 24))
        let found = narrowed(try audit(folder))
        #expect(found == ["persons-by-district-then/2018/Old"])
    }

    @Test func `sees a number that stands in a sentence only`() throws {
        var folder = PublishedFolder.safe
        folder.sentence += " I A hade 3 personer ledsagning."
        let audit = try audit(folder)
        #expect(Set(audit.strays.map(\.page)) == ["uppfoljning-2019.html", "uppfoljning-2019.md"])
        #expect(Set(audit.strays.map(\.number)) == ["3"])
        #expect(!audit.passed)
    }

    @Test func `knows numbers of questions and of strata from numbers of persons`() throws {
        var folder = PublishedFolder.safe
        folder.sentence += " ”Svar per nämnd, fråga 7–11” är utelämnad. Urvalet är draget ur vart och ett av 13 strata."
        #expect(try audit(folder).strays.map(\.number) == [])
        folder.sentence += " Av dem hade 7–11 personer svarat."
        #expect(Set(try audit(folder).strays.map(\.number)) == ["7", "11"])
    }

    @Test func `sees a number that stands in the label of a drawing only`() throws {
        var folder = PublishedFolder.safe
        folder.label = "3"
        #expect(try audit(folder).strays.map(\.page) == ["uppfoljning-2019.html"])
    }

    @Test func `knows the marks of a scale from what is drawn, however few they are`() throws {
        var folder = PublishedFolder.safe
        folder.label = "52"
        #expect(try audit(folder).strays.map(\.number) == ["52"])
        folder.labelClass = "scale"
        #expect(try audit(folder).passed)
        // Nothing else hides behind the mark.
        folder.label = "A: 3, B: 12"
        #expect(try audit(folder).strays.map(\.number) == ["3", "12"])
        folder.label = "100"
        folder.sentence += " <span class=\"scale\">3</span>"
        #expect(try !audit(folder).passed)
    }

    @Test func `adds up the rows of files, whatever their names and however many there are`() throws {
        var folder = PublishedFolder.safe
        folder.sentence = """
            data/2019.csv 2\u{A0}001 2\u{A0}001 – 310<br>
            data/b.csv 100 70 30 –<br>
            data/c.csv 100 96 4 40<br>
            Av 2\u{A0}201 rader är 34 åt sidan, 2\u{A0}167 kvar och 350 anmärkta.
            """
        #expect(try audit(folder).strays.map(\.context) == [])
    }

    @Test func `reads a number on a bar as per cent`() throws {
        var folder = PublishedFolder.safe
        folder.labelClass = "on-bar"
        folder.label = "42"
        #expect(try audit(folder).passed)
        folder.label = "30"
        #expect(try audit(folder).strays.map(\.number) == ["30"])
    }

    @Test func `reads numbers as the language of the page writes them`() throws {
        var folder = PublishedFolder.safe
        folder.language = "en"
        folder.sentence = "In 2019 the board C granted 3,000 hours, and 50.0% of the persons used them flexibly."
        #expect(try audit(folder).strays.map(\.context) == [])
        folder.sentence = "In 2019 the boards A and B granted 1,234 and 2.5 hours."
        #expect(Set(try audit(folder).strays.map(\.number)) == ["1234", "2.5"])
        // A page in Markdown alone is read by its words.
        folder.sentence = "In 2019 the board C granted 3,000 hours."
        folder.hasHTML = false
        #expect(try audit(folder).strays.map(\.context) == [])
        folder = .safe
        folder.sentence = "År 2019 beviljade C 3\u{A0}000 timmar, och 50,0\u{A0}% använde dem flexibelt."
        #expect(try audit(folder).strays.map(\.context) == [])
        folder.sentence = "År 2019 beviljade C 3,000 timmar."
        #expect(Set(try audit(folder).strays.map(\.number)) == ["3.000"])
    }

    @Test func `sees a number that stands in last year's report only`() throws {
        var last = PublishedFolder.safe
        last.show("persons-by-district", ["2018", "A"], PublishedFolder.count("2018", "A", 4))
        let audit = try last.withFolder { earlier in
            try PublishedFolder.safe.withFolder { try Audit(folder: $0, also: [earlier]) }
        }
        #expect(Set(narrowed(audit)) == ["persons-by-district/2018/A", "persons-by-district/2018/B"])
    }

    @Test func `sees how few have both laws, though no table has them`() throws {
        typealias Row = PublishedFolder.Row
        func row(_ board: String, _ law: String, _ number: String) -> Row {
            Row(codes: ["2019", board, law], value: number, n: number)
        }
        var folder = PublishedFolder.safe
        folder.tables["persons-by-district-law"] = .init(
            dimensions: ["year", "district", "law"], unit: "persons",
            rows: [
                row("C", "SoL", "18"), row("C", "LSS", "12"), row("C", "total", "30"), row("D", "SoL", "30"),
                row("D", "LSS", "33"), row("D", "total", "55"),
            ], quantities: ["value": "persons", "n": "persons"])
        #expect(try audit(folder).passed)
        folder.show("persons-by-district-law", ["2019", "C", "SoL"], row("C", "SoL", "21"))
        var found = try audit(folder)
        #expect(found.told.map(\.codes) == [["2019", "C", "both"]])
        #expect(found.told.map(\.low) == [3] && !found.passed && found.narrowed == 1)
        // One law hidden leaves it open.
        folder.show("persons-by-district-law", ["2019", "C", "SoL"], row("C", "SoL", ""))
        #expect(try audit(folder).passed)
        // Twenty-seven of thirty have LSS: the other three have SoL alone.
        folder.show("persons-by-district-law", ["2019", "C", "LSS"], row("C", "LSS", "27"))
        found = try audit(folder)
        #expect(found.told.map(\.codes) == [["2019", "C", "SoL-only"]])
    }

    @Test func `adds up the classes of the respondents, and knows those of the register for the persons`() throws {
        typealias Row = PublishedFolder.Row
        func row(_ code: String, _ number: Int?, of base: Int) -> Row {
            guard let number else { return Row(codes: ["2019", "users", code]) }
            return Row(
                codes: ["2019", "users", code], value: "\(Double(number) / Double(base))", n: "\(base)",
                numerator: "\(number)", denominator: "\(base)")
        }
        var folder = PublishedFolder.safe
        folder.quantities += [.init(name: "respondents"), .init(name: "known")]
        let base =
            #"{"type": "classes_of_base", "over": ["age"], "how": "exactly", "part": "numerator", "whole": "denominator"}"#
        folder.tables["answered-by-age"] = .init(
            dimensions: ["year", "group", "age"], unit: "share",
            rows: [
                row("0-22", nil, of: 25), row("23-64", nil, of: 25), row("65-79", 5, of: 25), row("80+", 7, of: 25),
            ], quantities: ["numerator": "respondents", "denominator": "known", "n": "known"], kind: .share,
            relations: [PublishedFolder.quotient, base])
        #expect(try audit(folder).passed)
        folder.show("answered-by-age", ["2019", "users", "23-64"], row("23-64", 10, of: 25))
        #expect(narrowed(try audit(folder)) == ["answered-by-age/2019/users/0-22"])
    }

    @Test func `a folder without tables is an error that says what to give`() {
        #expect {
            try Audit(folder: "/nonexistent")
        } throws: { error in
            (error as? PublishedReportError)?.message(in: .english).contains("such as reports/2019") ?? false
        }
    }
}
