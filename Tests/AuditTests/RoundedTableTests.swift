// SPDX-License-Identifier: EUPL-1.2
import Audit
import Testing

/// Tables of rounded counts beside pages that show the exact ones, some hidden.
@Suite struct `The audit of rounded tables` {
    /// A has 3 persons and B 12, neither shown; the page shows C 30, D 55 and all 100.
    private static func folder(_ counts: [String: Int?], change: Int = 2) -> PublishedFolder {
        var folder = PublishedFolder(tables: [
            "persons-by-district": PublishedFolder.Table(
                dimensions: ["year", "district"], unit: "persons",
                rows: ["A", "B", "C", "D", "total"].map { code in
                    .init(codes: ["2019", code], value: (counts[code] ?? nil).map { "\($0)" } ?? "")
                }, quantities: ["value": "persons", "n": "persons"], largestChange: change, isAdditive: true)
        ])
        folder.label = "55"
        return folder
    }

    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    @Test func `takes a rounded number for bounds, and lets the page show the exact one`() throws {
        let audit = try audit(Self.folder(["A": 3, "B": 12, "C": 30, "D": 54, "total": 99]))
        #expect(audit.strays.map(\.number) == [])
        #expect(audit.passed)
    }

    @Test func `does not let a page show what is too far from the rounded number, or too small`() throws {
        var folder = Self.folder(["A": 3, "B": 12, "C": 30, "D": 54, "total": 99])
        folder.sentence = "I kommunen hade 100 personer ledsagning 2019, i D 57 och i A 3."
        #expect(Set(try audit(folder).strays.map(\.number)) == ["57", "3"])
    }

    @Test func `sees a small number that exact ones elsewhere give away beside rounded ones that add`() throws {
        var folder = Self.folder(["A": 3, "B": 12, "C": 30, "D": 54, "total": 99])
        folder.tables["persons-by-district-sex"] = PublishedFolder.Table(
            dimensions: ["year", "district", "sex"], unit: "persons",
            rows: [("A", ""), ("B", "12"), ("C", "30"), ("D", "55"), ("total", "100")].map { code, count in
                .init(codes: ["2019", code, "total"], value: count)
            }, quantities: ["value": "persons", "n": "persons"])
        let audit = try audit(folder)
        let cell = try #require(audit.hidden.first { $0.isNarrowed })
        #expect(cell.codes.contains("A"))
        #expect(cell.low == 3 && cell.high == 3)
        #expect(!audit.passed)
    }

    @Test func `sees through a number left out of rounded ones that add`() throws {
        // A left out, and 99 − 12 − 30 − 57 = 0: A is 1 or 2 at most.
        let audit = try audit(Self.folder(["A": nil, "B": 12, "C": 30, "D": 57, "total": 99]))
        let cell = try #require(audit.hidden.first { $0.codes == ["2019", "A"] })
        #expect(cell.high == 2)
    }
}
