// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `query --compare` as a user meets it: from files on disk to what is printed.
@Suite struct ComparisonTests {
    private static func ask(_ arguments: [String], of boards: BoardsOnDisk) throws -> (
        json: [String: Any], table: String
    ) {
        let scratch = try Scratch()
        try boards.write(into: scratch)
        func run(_ format: String, _ more: [String] = []) throws -> String {
            let result = try Program.run(["query"] + arguments + ["--format", format, "-q"] + more, in: scratch.url)
            try #require(result.code == 0, "\(arguments) \(result.messages)")
            return result.output
        }
        let object = try JSONSerialization.jsonObject(with: Data(try run("json").utf8))
        let english = try run("table", ["--language", "en"])
        #expect(!english.contains("slump"))
        return (try #require(object as? [String: Any]), try run("table"))
    }

    private static func rows(_ json: [String: Any]) throws -> [[String: Any]] {
        let comparison = try #require(json["comparison"] as? [String: Any])
        return try #require(comparison["rows"] as? [[String: Any]])
    }

    private static let utilisation = ["utilisation", "--compare", "district"]

    @Test func `boards that differ only in law and age differ as they stand, and not once that is evened out`() throws {
        // 50 and 30 per cent are used under SoL, 90 and 70 under LSS, the lower by those over 65; boards have more or
        // fewer of each.
        let boards = (0..<8).map { board in
            let old = 6 + 5 * (7 - board)
            let lss = 6 + 5 * board
            let oldLSS = lss * old / 60
            let (youngLSS, oldSoL) = (lss - oldLSS, old - oldLSS)
            return BoardsOnDisk.persons(youngLSS, "LSS", born: 1985, about: 0.8)
                + BoardsOnDisk.persons(oldLSS, "LSS", born: 1945, about: 0.65)
                + BoardsOnDisk.persons(60 - youngLSS - oldLSS - oldSoL, born: 1985, about: 0.5)
                + BoardsOnDisk.persons(oldSoL, born: 1945, about: 0.3)
        }
        let (json, table) = try Self.ask(Self.utilisation, of: BoardsOnDisk(boards: boards))
        let comparison = try #require(json["comparison"] as? [String: Any])
        let mix = try #require(comparison["case_mix"] as? [String: Any])
        #expect(try #require(mix["p_crude"] as? Double) < 0.001)
        #expect(try #require(mix["p_standardised"] as? Double) > 0.05)
        let explained = try #require(mix["explained"] as? [String: Any])
        #expect(try #require(explained["law"] as? Double) > 0.5)
        #expect(try #require(explained["age"] as? Double) > 0.3)
        let rows = try Self.rows(json)
        #expect(rows.count == 8)
        #expect(rows.count { $0["verdict"] as? String == "outside_998" } >= 4)
        #expect(rows.count { $0["standardised_verdict"] as? String != "inside" } == 0)
        #expect(table.contains("Mest förklarar"))
        let shares = rows.compactMap { $0["standardised_direct"] as? Double }
        let spread = try #require(shares.max()) - (try #require(shares.min()))
        #expect(spread < 0.05)
    }

    @Test func `one board, four boards, equal boards and a board of one person each have their words`() throws {
        let board = BoardsOnDisk.persons(30, about: 0.5)
        let one = try Self.ask(Self.utilisation, of: BoardsOnDisk(boards: [board]))
        #expect(one.table.contains("Det finns bara en grupp"))
        #expect(try Self.rows(one.json).count == 1)

        let other = BoardsOnDisk.persons(30, about: 0.7)
        let four = try Self.ask(Self.utilisation, of: BoardsOnDisk(boards: [board, board, board, other]))
        #expect(four.table.contains("Färre än fem grupper"))
        #expect(four.table.contains("skiljer sig mer än slumpen kan förklara"))
        #expect(try Self.rows(four.json).allSatisfy { $0["verdict"] is NSNull })

        let equal = try Self.ask(
            Self.utilisation, of: BoardsOnDisk(boards: [board, board, board, board, board, board]))
        #expect(equal.table.contains("Alla grupper har samma värde"))
        #expect(try Self.rows(equal.json).allSatisfy { $0["verdict"] as? String == "inside" })

        let lonely = BoardsOnDisk(boards: [board, board, board, board, board, other, [BoardsOnDisk.Person(use: 1)], []])
        let few = try Self.ask(Self.utilisation, of: lonely)
        let names = try Self.rows(few.json).compactMap { $0["district"] as? String }
        #expect(!names.contains("Björkby") && !names.contains("Alby"))
        #expect(few.table.contains("grupper vars värden får visas"))
        let inside = try Self.ask(Self.utilisation + ["--internal"], of: lonely)
        let person = try #require(try Self.rows(inside.json).first { $0["district"] as? String == "Björkby" })
        #expect(person["verdict"] is NSNull)
        #expect(inside.table.contains("–") && inside.table.contains("○"))
    }

    @Test(arguments: [0.0, 1.0]) func `where everyone is alike there is nothing for chance to do`(use: Double) throws {
        let boards = (0..<6).map { _ in (0..<20).map { _ in BoardsOnDisk.Person(use: use) } }
        let ratio = try Self.ask(Self.utilisation, of: BoardsOnDisk(boards: boards))
        #expect(ratio.table.contains("Alla grupper har samma värde"))
        let share = try Self.ask(["flexible-use", "--compare", "district"], of: BoardsOnDisk(boards: boards))
        #expect(try Self.rows(share.json).allSatisfy { $0["verdict"] as? String == "inside" })
    }

    @Test func `persons are compared per inhabitants, and without a table it is said`() throws {
        let boards = (0..<6).map { BoardsOnDisk.persons($0 == 0 ? 60 : 20, about: 0.5) }
        let question = ["persons:per-10000", "--compare", "district"]
        let without = try Self.ask(question, of: BoardsOnDisk(boards: boards))
        #expect(without.table.contains("Befolkningen är inte angiven"))
        #expect(try Self.rows(without.json).isEmpty)
        let with = try Self.ask(
            question, of: BoardsOnDisk(boards: boards, inhabitants: [Int](repeating: 10_000, count: 6)))
        let named = try Self.rows(with.json).filter { $0["named"] as? Bool == true }
        #expect(named.compactMap { $0["district"] as? String } == ["Ekby"])
        let entitled = try Self.ask(
            ["persons:per-1000-paratransit", "--compare", "district"], of: BoardsOnDisk(boards: boards))
        #expect(entitled.table.contains("färdtjänstberättigade är inte angivet"))
    }

    @Test func `an item compares in the sample project, with those left out beside it`() throws {
        func run(_ arguments: [String]) throws -> [String: Any] {
            let result = try Program.run(["query"] + arguments + ["--year", "2019", "--format", "json", "-q"])
            try #require(result.code == 0, "\(arguments) \(result.messages)")
            return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        }
        func list(_ json: [String: Any]) throws -> [[String: Any]] { try #require(json["rows"] as? [[String: Any]]) }
        for question in ["item:time-enough", "item:companion-kind:index", "awareness"] {
            let json = try run([question, "--compare", "district"])
            let comparison = try #require(json["comparison"] as? [String: Any])
            let groups = try #require(comparison["rows"] as? [[String: Any]])
            // What stands without its base has no error, though n may be known from another table.
            let shown = try list(json).filter { $0["status"] as? String == "shown" && !($0["se"] is NSNull) }
            #expect(groups.count == shown.count && groups.count >= 5, "\(question)")
            #expect(groups.allSatisfy { $0["verdict"] is String && $0["z"] is Double }, "\(question)")
            #expect(comparison["heterogeneity"] is [String: Any])
        }
        // What is printed beside an answer is what the questions after it count, where it may be shown.
        var printed = 0
        for question in ["item:complaint-way", "item:knows-expense-rule", "awareness"] {
            let filter = ["--where", "group=users", "--by", "law"]
            let answer = try list(try run([question] + filter))
            for (column, aspect) in [("do_not_know_n", "do-not-know"), ("nonresponse_n", "nonresponse")] {
                let counted = try list(try run(["\(question):\(aspect)", "--internal"] + filter))
                for row in answer {
                    let same = counted.first { $0["law"] as? String == row["law"] as? String }
                    guard let number = row[column] as? Int else {
                        #expect(row[column] is NSNull)
                        continue
                    }
                    printed += 1
                    #expect(Double(number) == same?["numerator"] as? Double)
                }
            }
        }
        #expect(printed > 4)
    }

    @Test func `survey answers are evened out, and followed from wave to wave, in the sample project`() throws {
        func run(_ question: String, _ format: String) throws -> String {
            let arguments = ["query", question, "--compare", "district", "--year", "2018..2019", "--format", format]
            let result = try Program.run(arguments + ["-q"])
            try #require(result.code == 0, "\(question) \(result.messages)")
            return result.output
        }
        for question in ["item:time-enough", "item:companion-kind:index", "awareness"] {
            let answer = try run(question, "json")
            #expect(try run(question, "json") == answer)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
            let comparison = try #require(json["comparison"] as? [String: Any])
            let mix = try #require(comparison["case_mix"] as? [String: Any], "\(question)")
            #expect(mix["standardised_for"] as? [String] == ["law", "age", "sex"])
            #expect(mix["p_crude"] is Double && mix["p_standardised"] is Double)
            let rows = try #require(comparison["rows"] as? [[String: Any]])
            // Of few answers nothing is evened out.
            for row in rows {
                let n = try #require(row["n"] as? Int)
                #expect(
                    (row["standardised_direct"] is Double) == (n >= 10)
                        && (row["standardised_verdict"] is String) == (n >= 10))
            }
            let years = try #require(comparison["years"] as? [[String: Any]])
            #expect(years.count == 2 && years.allSatisfy { $0["gap"] is Double && $0["tau"] is Double })
            let change = try #require(comparison["change"] as? [String: Any])
            let (tau, lower, upper) = (
                change["tau"] as? Double, change["tau_lower"] as? Double, change["tau_upper"] as? Double
            )
            #expect(try #require(lower) < (try #require(tau)) && (try #require(tau)) < (try #require(upper)))
            let table = try run(question, "table")
            #expect(table.contains("utjämning för"))
            #expect(table.contains("Från 2018 till 2019"))
            #expect(!table.contains("jämnas inte ut"))
        }
        let balance = try run("item:time-enough:net-balance", "table")
        #expect(balance.contains("Nettotal kan vara under noll"))
    }
}
