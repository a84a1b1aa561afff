// SPDX-License-Identifier: EUPL-1.2
import Suppression
import Testing
import TestSupport

/// Random tables, suppressed and attacked.
@Suite struct `A pattern` {
    static func table(_ random: inout SeededGenerator) -> HierarchicalTable {
        let sizes = (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 2...5, using: &random) }
        var table = HierarchicalTable(
            sizes.enumerated().map { place, size in
                let leaves = (0..<size).map { "\($0)" }
                // Every other dimension is a tree of two levels.
                let tree =
                    place % 2 == 1 && size > 3
                    ? ["all": ["low", "high"], "low": Array(leaves[..<2]), "high": Array(leaves[2...])]
                    : ["all": leaves]
                return HierarchicalTable.Dimension(name: "d\(place)", root: "all", children: tree)
            })
        let most = [3, 12, 40][Int.random(in: 0..<3, using: &random)]
        func fill(_ codes: [String]) {
            if codes.count == sizes.count {
                let isEmpty = Int.random(in: 0..<4, using: &random) == 0
                _ = table.add(codes, count: isEmpty ? 0 : Int.random(in: 0...most, using: &random))
                return
            }
            for code in 0..<sizes[codes.count] { fill(codes + ["\(code)"]) }
        }
        fill([])
        return table
    }

    static func problem(_ table: HierarchicalTable, threshold: Int = 5) -> SuppressionProblem {
        SuppressionProblem(
            cells: table.counts.map { count in
                SuppressionProblem.Cell(
                    value: Double(count), loss: Double(count), mayHide: count > 0,
                    isPrimary: count > 0 && count < threshold)
            }, relations: table.relations)
    }

    @Test func `withstands both intruders in random tables, and is the same each time`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<25 {
            let problem = Self.problem(Self.table(&random))
            for profile in ProtectionProfile.allCases {
                let pattern = SuppressionPattern.best(for: problem, profile: profile)
                #expect(SuppressionPattern.best(for: problem, profile: profile).hidden == pattern.hidden)
                let lost = Set(pattern.unprotected)
                let audit = PatternAudit(problem, hidden: pattern.hidden)
                #expect(audit.exactClassic.filter { !lost.contains($0) } == [])
                #expect(audit.underprotected.filter { !lost.contains($0) } == [])
                if profile == .zerosKnown { #expect(audit.exactZerosKnown.filter { !lost.contains($0) } == []) }
                for cell in problem.primaries { #expect(pattern.hidden[cell]) }
                for cell in problem.cells.indices where problem.cells[cell].value == 0 {
                    #expect(!pattern.hidden[cell])
                }
            }
        }
    }

    @Test func `a single number has nothing to hide behind`() {
        let problem = SuppressionProblem(
            cells: [SuppressionProblem.Cell(value: 3, loss: 3, mayHide: true, isPrimary: true)], relations: [])
        let pattern = SuppressionPattern.best(for: problem, profile: .zerosKnown)
        #expect(pattern.hidden == [true])
    }

    @Test func `rounded tables add`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<20 {
            let table = Self.table(&random)
            let rounding = try #require(ControlledRounding(table.counts, relations: table.relations, base: 3))
            for relation in table.relations {
                #expect(relation.terms.reduce(0) { $0 + $1.coefficient * rounding.values[$1.variable] } == 0)
            }
            for (value, rounded) in zip(table.counts, rounding.values) {
                #expect(rounded % 3 == 0)
                #expect(value != 0 || rounded == 0)
            }
        }
    }

    @Test func `where everything is hidden nothing is left to attack with`() {
        func problem(isTotalPublished: Bool, greatest: Double = 100) -> SuppressionProblem {
            var cells = [3.0, 1, 2].map {
                SuppressionProblem.Cell(value: $0, loss: $0, mayHide: true, isPrimary: true)
            }
            if isTotalPublished {
                cells[0] = SuppressionProblem.Cell(value: 3, loss: 0, mayHide: false, isPrimary: false)
            }
            let total = LinearForm([(0, 1), (1, -1), (2, -1)])
            var problem = SuppressionProblem(cells: cells, relations: [total])
            problem.greatest = greatest
            return problem
        }
        let whole = SuppressionPattern.best(for: problem(isTotalPublished: false), profile: .zerosKnown)
        #expect(whole.hidden == [true, true, true] && whole.unprotected.isEmpty)
        #expect(problem(isTotalPublished: false).mayHideWhole)
        #expect(!problem(isTotalPublished: true).mayHideWhole)
        // Who knows that no number is above three knows the total.
        #expect(!problem(isTotalPublished: false, greatest: 3).mayHideWhole)
    }
}
