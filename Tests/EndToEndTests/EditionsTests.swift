// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `reports/utgavor.json`: what has been released is numbered, is not lost by accident, and is corrected in the open.
@Suite struct EditionsTests {
    private typealias Files = [String: Data]

    private func files(_ scratch: borrowing Scratch, _ folder: String) throws -> Files {
        Dictionary(uniqueKeysWithValues: try scratch.files(below: folder).map { ($0.path, $0.bytes) })
    }

    private func page(_ scratch: borrowing Scratch, _ path: String) throws -> String {
        try String(contentsOf: scratch.url.appendingPathComponent(path), encoding: .utf8)
    }

    private struct Log: Decodable {
        struct Release: Decodable, Equatable {
            let number: Int
            let kind: String
            let period: String
            let edition: Int
            let folder: String
            let tables_sha256: String
            let corrects: Int?
            let reason: String?
        }

        let schema_version: Int
        let generator: String
        let releases: [Release]
    }

    private func log(_ scratch: borrowing Scratch) throws -> [Log.Release] {
        let bytes = try Data(contentsOf: scratch.url.appendingPathComponent("reports/utgavor.json"))
        let log = try JSONDecoder().decode(Log.self, from: bytes)
        #expect(log.schema_version == 1 && log.generator == "Ledsaga")
        return log.releases
    }

    private func report(_ scratch: borrowing Scratch, _ options: String..., year: Int = 2019) throws -> Program.Result {
        try Program.run(["report", "--year", "\(year)"] + options, in: scratch.url)
    }

    private func town(
        _ scratch: borrowing Scratch, _ options: [String] = [], persons: Int = 60, seed: Int = 11
    ) throws {
        try SimulatedProject.write(
            into: scratch, ["--boards", "made-up", "--survey-waves", "0"] + options, persons: persons, seed: seed)
    }

    /// Leaves the decisions and hours of one person in so many out of the exports, as an export that lacks them. What was
    /// there before is returned.
    private func leaveOut(oneIn part: Int, of scratch: borrowing Scratch) throws -> Files {
        let whole = try files(scratch, "data").filter { $0.key.hasPrefix("beslut") || $0.key.hasPrefix("utforda") }
        let keys = try SimulatedProject.personKeys(of: scratch).filter { $0.allSatisfy(\.isNumber) && $0.count == 12 }
        try #require(keys.count >= part)
        let every = keys.sorted().enumerated().filter { $0.offset.isMultiple(of: part) }
        let left = Set(every.map { $0.element.suffix(10) })
        for (path, bytes) in whole {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let kept = lines.filter { line in
                let digits = line.prefix { $0 != ";" && $0 != "," }.filter { "0123456789".contains($0) }
                return digits.count < 10 || !left.contains(digits.suffix(10))
            }
            #expect(kept.count < lines.count, "\(path)")
            try scratch.write(kept.joined(separator: "\n"), to: "data/\(path)")
        }
        return whole
    }

    private func putBack(_ whole: Files, in scratch: borrowing Scratch) throws {
        for (path, bytes) in whole { try bytes.write(to: scratch.url.appendingPathComponent("data/\(path)")) }
    }

    @Test func `a report is numbered when it is made, and made again it is the same edition`() throws {
        let scratch = try Scratch()
        try town(scratch, ["--years", "2017..2019"])
        for year in [2018, 2019] { #expect(try report(scratch, year: year).code == 0) }
        let releases = try log(scratch)
        #expect(releases.map(\.number) == [1, 2] && releases.map(\.folder) == ["2018", "2019"])
        #expect(releases.allSatisfy { $0.kind == "year" && $0.edition == 1 && $0.period == $0.folder })
        #expect(releases.allSatisfy { $0.corrects == nil && $0.reason == nil && $0.tables_sha256.count == 64 })
        let before = try files(scratch, "reports")
        #expect(before.keys.allSatisfy { $0 == "utgavor.json" || $0.hasPrefix("2018/") || $0.hasPrefix("2019/") })
        // The first of them knew nothing of the second, and knows nothing of it when it is made again.
        for year in [2018, 2019, 2018] { #expect(try report(scratch, year: year).code == 0) }
        #expect(try files(scratch, "reports") == before)
        #expect(try report(scratch, "--language", "en").code == 0, "another language has the same numbers")
        #expect(try log(scratch) == releases)
        #expect(try report(scratch, "-o", "utkast").code == 0)
        #expect(try files(scratch, "utkast").keys.allSatisfy { $0.hasPrefix("2019/") }, "a draft is not numbered")
        #expect(try log(scratch) == releases)
    }

    @Test func `other numbers of a year that has been released take no place by themselves`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let whole = try leaveOut(oneIn: 5, of: scratch)
        #expect(try report(scratch).code == 0)
        let before = try files(scratch, "reports")
        try putBack(whole, in: scratch)
        let refused = try report(scratch)
        #expect(refused.code == 73)
        #expect(refused.messages.split(separator: "\n").count == 2, "\(refused.messages)")
        for word in ["reports/2019", "utgåva 1", "--correction", "--replace", "-o "] {
            #expect(refused.messages.contains(word), "\(word): \(refused.messages)")
        }
        #expect(try files(scratch, "reports") == before)
        let boards = try report(scratch, "--district", "Norra")
        #expect(boards.code != 0, "nor do those of one board")
        let draft = try report(scratch, "-o", "utkast")
        #expect(draft.code == 0 && draft.messages.contains("utkast"), "\(draft.messages)")
        #expect(try files(scratch, "reports") == before)

        #expect(try report(scratch, "--replace").code == 0, "nobody had been given it")
        let releases = try log(scratch)
        #expect(releases.map(\.number) == [1] && releases.map(\.edition) == [1])
        #expect(try files(scratch, "reports").keys.allSatisfy { $0 == "utgavor.json" || $0.hasPrefix("2019/") })
        let now = try files(scratch, "reports")
        #expect(now != before)
        #expect(try report(scratch).code == 0)
        #expect(try files(scratch, "reports") == now)
    }

    @Test func `a corrected edition keeps the one before it, and says on page one what changed and why`() throws {
        let scratch = try Scratch()
        try town(scratch, persons: 80, seed: 4)
        let whole = try leaveOut(oneIn: 3, of: scratch)
        #expect(try report(scratch).code == 0)
        let first = try files(scratch, "reports/2019")
        try putBack(whole, in: scratch)
        let reason = "Exporten från december 2019 saknade beslut"
        let corrected = try report(scratch, "--correction", reason)
        #expect(corrected.code == 0, "\(corrected.messages)")
        #expect(try files(scratch, "reports/2019-utgava-1") == first, "the earlier one is kept as it was")
        let releases = try log(scratch)
        #expect(releases.map(\.number) == [1, 2] && releases.map(\.edition) == [1, 2])
        #expect(releases.map(\.folder) == ["2019-utgava-1", "2019"])
        #expect(releases.map(\.corrects) == [nil, 1] && releases.map(\.reason) == [nil, reason])

        let text = try page(scratch, "reports/2019/uppfoljning-2019.md")
        let opening = String(text.prefix(upTo: try #require(text.range(of: "\n## ")).lowerBound))
        for words in ["Det här är utgåva 2.", "ersätter utgåva 1", "Orsak: \(reason).", "(tidigare "] {
            #expect(opening.contains(words), "\(words): \(opening)")
        }
        let table = "tabeller/performed-hours-inside-decisions.csv"
        let before = try #require(first[table].map { String(decoding: $0, as: UTF8.self) })
        let now = try page(scratch, "reports/2019/" + table)
        func hours(_ csv: String) throws -> Int {
            let row = try #require(csv.split(separator: "\n").last { $0.hasPrefix("2019,") })
            return Int(try #require(Double(row.split(separator: ",", omittingEmptySubsequences: false)[1])).rounded())
        }
        let (then, own) = (try hours(before), try hours(now))
        #expect(then != own)
        let told = opening.filter { !$0.isWhitespace }
        #expect(told.contains("Utfördatimmar:\(own)(tidigare\(then))"), "\(opening)")
        let pages = try files(scratch, "reports/2019/stadsdelar").filter { $0.key.hasSuffix(".md") }
        for (name, bytes) in pages {
            #expect(String(decoding: bytes, as: UTF8.self).contains("Orsak: \(reason)."), "\(name)")
        }
        #expect(try page(scratch, "reports/2019/uppfoljning-2019.html").contains("Orsak: \(reason)."))
        #expect(try page(scratch, "reports/2019/tabeller/datapackage.json").contains("\"2019-utgava-1\""))

        let all = try files(scratch, "reports")
        #expect(try report(scratch).code == 0, "made again it is the same edition, with its reason")
        #expect(try files(scratch, "reports") == all)
        let nothing = try report(scratch, "--correction", "En gång till")
        #expect(nothing.code == 0 && nothing.messages.contains("Det blev ingen ny utgåva"), "\(nothing.messages)")
        #expect(try files(scratch, "reports") == all)

        // A third, that corrects the second.
        _ = try leaveOut(oneIn: 7, of: scratch)
        #expect(try report(scratch, "--correction", "Beslut räknades dubbelt").code == 0)
        #expect(try log(scratch).map(\.folder) == ["2019-utgava-1", "2019-utgava-2", "2019"])
        #expect(try page(scratch, "reports/2019/uppfoljning-2019.md").contains("Det här är utgåva 3."))
    }

    /// What the first showed is known, and what it hid stays hidden: an outsider who has both gets nothing more.
    @Test(arguments: [(45, 8, 9), (60, 11, 4), (100, 3, 9)])
    func `a corrected edition and the one before it withstand the audit together`(
        persons: Int, seed: Int, part: Int
    ) throws {
        let scratch = try Scratch()
        try town(scratch, persons: persons, seed: seed)
        let whole = try leaveOut(oneIn: part, of: scratch)
        #expect(try report(scratch).code == 0)
        try putBack(whole, in: scratch)
        #expect(try report(scratch, "--correction", "Beslut saknades").code == 0)
        let both = ["audit", "reports/2019", "--published", "reports/2019-utgava-1"]
        for arguments in [["audit", "reports/2019"], both] {
            let audit = try Program.run(arguments, in: scratch.url)
            #expect(audit.code == 0, "\(audit.output)")
        }
        // What the first hid is not shown by the second.
        for (name, bytes) in try files(scratch, "reports/2019-utgava-1/tabeller") where name.hasSuffix(".csv") {
            // What is too little to be compared has no table of that.
            guard let text = try? page(scratch, "reports/2019/tabeller/\(name)") else { continue }
            let now = Set(text.split(separator: "\n").map(String.init))
            for row in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where row.hasSuffix(",hidden") {
                let key = String(row.prefix { $0 != "." }.split(separator: ",,").first ?? "") + ","
                // A zero is another number than the one that was hidden.
                let again = now.filter {
                    $0.hasPrefix(key) && $0.hasSuffix(",persons,shown") && !$0.hasPrefix(key + "0,")
                }
                #expect(again.isEmpty, "\(name): \(row) \(again)")
            }
        }
    }

    @Test func `what cannot be corrected is told, and nothing is written`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let nothing = try report(scratch, "--correction", "Fel")
        #expect(nothing.code == 64 && nothing.messages.contains("2019"), "\(nothing.messages)")
        #expect(try report(scratch).code == 0)
        let before = try files(scratch, "reports")
        for reason in ["", "  ", "3 personer saknades", "Farsta\tBromma", String(repeating: "ab ", count: 200)] {
            let bad = try report(scratch, "--correction", reason)
            #expect(bad.code == 64 && bad.messages.contains("--correction"), "\(reason): \(bad.messages)")
            #expect(bad.messages.split(separator: "\n").count <= 2)
        }
        #expect(try report(scratch, "--correction", "Fel", "--district", "Norra").code == 64)
        #expect(try report(scratch, "--replace", "--correction", "Fel").code == 64, "there is none before it")
        #expect(try files(scratch, "reports") == before)

        try scratch.write("{}\n", to: "reports/utgavor.json")
        let unread = try report(scratch)
        #expect(unread.code == 65 && unread.messages.hasPrefix("reports/utgavor.json"), "\(unread.messages)")
        #expect(try Program.run(["query", "persons", "-o", "reports/utgavor.json"], in: scratch.url).code == 73)
    }

    @Test func `a report of before there was a log is taken for the first edition`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let whole = try leaveOut(oneIn: 4, of: scratch)
        #expect(try report(scratch).code == 0)
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("reports/utgavor.json"))
        try putBack(whole, in: scratch)
        #expect(try report(scratch).code == 73)
        #expect(try report(scratch, "--correction", "Beslut saknades").code == 0)
        #expect(try log(scratch).map(\.folder) == ["2019-utgava-1", "2019"])
        // Without the log the numbers are had from where they lie.
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("reports/utgavor.json"))
        _ = try leaveOut(oneIn: 6, of: scratch)
        #expect(try report(scratch, "--correction", "Beslut räknades dubbelt").code == 0)
        #expect(try log(scratch).map(\.folder) == ["2019-utgava-2", "2019"])
        #expect(try page(scratch, "reports/2019/uppfoljning-2019.md").contains("Det här är utgåva 3."))
    }

    @Test func `a correction that was stopped before it was in place is gone through again`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let whole = try leaveOut(oneIn: 4, of: scratch)
        #expect(try report(scratch).code == 0)
        let first = try files(scratch, "reports/2019")
        try putBack(whole, in: scratch)
        #expect(try report(scratch, "--correction", "Beslut saknades").code == 0)
        let second = try files(scratch, "reports")
        // As a run leaves it that is killed when the log is written and the folders have not changed places.
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("reports/2019"))
        for (path, bytes) in first {
            try scratch.write("", to: "reports/2019/\(path)")
            try bytes.write(to: scratch.url.appendingPathComponent("reports/2019/\(path)"))
        }
        #expect(try report(scratch).code == 0)
        #expect(try files(scratch, "reports") == second)

        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("reports/2019-utgava-1"))
        let missing = try report(scratch)
        #expect(missing.code == 66 && missing.messages.contains("2019-utgava-1"), "\(missing.messages)")
    }

    @Test func `a report of a later year knows both editions of the one before`() throws {
        let scratch = try Scratch()
        try town(scratch, ["--years", "2018..2020"], persons: 80, seed: 5)
        let whole = try leaveOut(oneIn: 4, of: scratch)
        #expect(try report(scratch).code == 0)
        try putBack(whole, in: scratch)
        #expect(try report(scratch, "--correction", "Beslut saknades").code == 0)
        #expect(try report(scratch, year: 2020).code == 0)
        let package = try page(scratch, "reports/2020/tabeller/datapackage.json")
        #expect(package.contains("\"earlier_reports\": [\"2019\", \"2019-utgava-1\"]"), "\(package.prefix(3000))")
        let audit = try Program.run(
            ["audit", "reports/2020", "--published", "reports/2019", "--published", "reports/2019-utgava-1"],
            in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }
}
