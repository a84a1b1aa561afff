// SPDX-License-Identifier: EUPL-1.2
import Audit
import Terms
import Testing

/// Leaks made on purpose: the audit must see each, and nothing where there is none.
@Suite struct `The audit` {
    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    private func narrowed(_ audit: Audit) -> [String] {
        audit.hidden.filter(\.isNarrowed).map { ([$0.table] + $0.codes).joined(separator: "/") }
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
        #expect(audit.hidden.first { $0.isNarrowed }?.low == 3)
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
        #expect(narrowed(try audit(folder)) == ["persons-by-district-then/2018/Old"])
    }

    @Test func `sees a number that stands in a sentence only`() throws {
        var folder = PublishedFolder.safe
        folder.sentence += " I A hade 3 personer ledsagning."
        let audit = try audit(folder)
        #expect(Set(audit.strays.map(\.page)) == ["uppfoljning-2019.html", "uppfoljning-2019.md"])
        #expect(Set(audit.strays.map(\.number)) == ["3"])
        #expect(!audit.passed)
    }

    @Test func `sees a number that stands in the label of a drawing only`() throws {
        var folder = PublishedFolder.safe
        folder.label = "3"
        #expect(try audit(folder).strays.map(\.page) == ["uppfoljning-2019.html"])
    }

    @Test func `sees a number that stands in last year's report only`() throws {
        var last = PublishedFolder.safe
        last.show("persons-by-district", ["2018", "A"], PublishedFolder.count("2018", "A", 4))
        let audit = try last.withFolder { earlier in
            try PublishedFolder.safe.withFolder { try Audit(folder: $0, also: [earlier]) }
        }
        #expect(narrowed(audit) == ["persons-by-district/2018/A", "persons-by-district/2018/B"])
    }

    @Test func `a folder without tables is an error that says what to give`() {
        #expect {
            try Audit(folder: "/nonexistent")
        } throws: { error in
            (error as? AuditError)?.message(in: .english).contains("ledsaga audit reports/2019") ?? false
        }
    }
}
