// SPDX-License-Identifier: EUPL-1.2
import DisclosureTrials
import Testing
import TestSupport

@testable import Suppression

/// Langsrud's elimination, held against an exact rank test that shares nothing with it.
@Suite struct `A Gaussian pattern` {
    /// What every cell is the sum of: the finest cells that are not zero.
    private static func columns(_ table: HierarchicalTable) -> (sums: [[Int]], count: Int) {
        var sums: [[Int]] = Array(repeating: [], count: table.cellCount)
        var count = 0
        for cell in 0..<table.cellCount {
            let codes = table.codes(of: cell)
            let isFinest = zip(table.dimensions, codes).allSatisfy { dimension, code in
                dimension.place(of: code).map { dimension.children[$0].isEmpty } ?? false
            }
            guard isFinest, table.counts[cell] > 0 else { continue }
            for above in table.cellsAbove(codes) ?? [] { sums[above].append(count) }
            count += 1
        }
        return (sums, count)
    }

    private static func shown(_ hidden: [Bool], _ sums: [[Int]], _ count: Int) -> ModularBasis {
        var basis = ModularBasis(columns: count)
        for cell in sums.indices where !hidden[cell] && !sums[cell].isEmpty { basis.insert(sums[cell]) }
        return basis
    }

    @Test func `leaves no primary cell in the span of what is shown, and hides nothing that could be shown`() {
        var random = SeededGenerator(seed: 24)
        for _ in 0..<60 {
            let table = `A pattern`.table(&random)
            let problem = `A pattern`.problem(table)
            let (sums, count) = Self.columns(table)
            let everything = problem.cells.map { $0.isPrimary || $0.mayHide }
            // A table whose only cell is small has nothing to hide it behind.
            let known = Self.shown(everything, sums, count)
            let primaries = problem.primaries.filter { !known.contains(sums[$0]) }
            let hidden = GaussianPattern(problem, profile: .classic).hidden
            let basis = Self.shown(hidden, sums, count)
            for cell in primaries { #expect(!basis.contains(sums[cell])) }
            for cell in problem.cells.indices where hidden[cell] && !problem.cells[cell].isPrimary {
                var more = basis
                more.insert(sums[cell])
                #expect(primaries.contains { more.contains(sums[$0]) })
            }
            let knowing = GaussianPattern(problem, profile: .zerosKnown).hidden
            let basisOfKnowing = Self.shown(knowing, sums, count)
            for cell in primaries { #expect(!basisOfKnowing.contains(sums[cell])) }
        }
    }

    /// Two ways of breaking down 229; the 3 must not be known.
    private static func square() -> SuppressionProblem {
        let values = [3, 20, 30, 53, 10, 40, 50, 100, 60, 7, 9, 76, 73, 67, 89, 229.0]
        var relations: [LinearForm] = []
        for line in 0..<4 {
            relations.append(LinearForm([(4 * line + 3, 1)] + (0..<3).map { (4 * line + $0, -1) }))
            relations.append(LinearForm([(12 + line, 1)] + (0..<3).map { (4 * $0 + line, -1) }))
        }
        return SuppressionProblem(
            cells: values.enumerated().map { place, value in
                SuppressionProblem.Cell(value: value, loss: value, mayHide: true, isPrimary: place == 0)
            }, relations: relations)
    }

    @Test func `shows what the reader needs most, and hides around it`() {
        func hidden(_ problem: SuppressionProblem) -> [Int] {
            let pattern = GaussianPattern(problem, profile: .zerosKnown)
            return problem.cells.indices.filter { pattern.hidden[$0] }
        }
        var problem = Self.square()
        // Totals, 60 and 50 are shown; then 40 would give 10 away, and that the 3. 30 hides nothing that matters.
        #expect(hidden(problem) == [0, 1, 4, 5])
        // With 40 a main figure it is shown first, and 50, which with it gives the 10 away, is hidden. 30 is still
        // shown, for there is a way around: 3 + 10, 10 + 50, 50 + 9, 9 + 7, 7 + 20 and 20 + 3.
        problem.cells[5].loss = 1000
        #expect(hidden(problem) == [0, 1, 4, 6, 9, 10])
        // With 60 the cheapest and 10 dear, 10 is shown, and the first column hides 60 with the 3.
        problem.cells[5].loss = 40
        problem.cells[4].loss = 1000
        problem.cells[8].loss = 1
        #expect(hidden(problem) == [0, 1, 8, 9])
    }

    @Test func `does not let hidden numbers that all are 1 add up to a shown one`() {
        let values = [1, 1, 1, 20, 30, 53.0]
        let problem = SuppressionProblem(
            cells: values.enumerated().map { place, value in
                SuppressionProblem.Cell(value: value, loss: value, mayHide: true, isPrimary: place < 3)
            }, relations: [LinearForm([(5, 1)] + (0..<5).map { ($0, -1) })])
        // Three ones behind 3: who knows only that no number is below zero cannot tell.
        #expect(GaussianPattern(problem, profile: .classic).hidden == [true, true, true, false, false, false])
        #expect(GaussianPattern(problem, profile: .zerosKnown).hidden == [true, true, true, true, false, false])
    }

    @Test func `is the same in whatever order cells and relations come`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<40 {
            var problem = `A pattern`.problem(`A pattern`.table(&random))
            let distinct = Bool.random(using: &random)
            if distinct { for cell in problem.cells.indices { problem.cells[cell].loss += Double(cell) / 1000 } }
            let places = problem.cells.indices.shuffled(using: &random)
            var cells = problem.cells
            for (old, new) in places.enumerated() { cells[new] = problem.cells[old] }
            let relations = problem.relations.map { relation in
                LinearForm(relation.terms.map { (places[$0.variable], -$0.coefficient) })
            }
            let other = SuppressionProblem(cells: cells, relations: relations.shuffled(using: &random))
            for profile in ProtectionProfile.allCases {
                let first = GaussianPattern(problem, profile: profile)
                let second = GaussianPattern(other, profile: profile)
                if distinct {
                    #expect(first.hidden == problem.cells.indices.map { second.hidden[places[$0]] })
                } else if profile == .classic {
                    #expect(first.loss == second.loss)
                }
            }
        }
    }

    @Test func `attacked and mended, withstands both intruders where the exact model may not be used`() {
        var random = SeededGenerator(seed: 11)
        var limits = WorkLimits.release
        limits.effort = 0
        for _ in 0..<40 {
            var problem = `A pattern`.problem(`A pattern`.table(&random))
            // Some tables print no totals over the last dimension, though everybody knows that there are such.
            if Bool.random(using: &random), let last = problem.cells.indices.last {
                for cell in problem.cells.indices where !problem.cells[cell].isPrimary && (cell + last) % 3 == 0 {
                    problem.cells[cell].isOpen = problem.cells[cell].mayHide
                    problem.cells[cell].mayHide = false
                    if problem.cells[cell].isOpen { problem.cells[cell].loss = 0 }
                }
            }
            for profile in ProtectionProfile.allCases {
                let pattern = SuppressionPattern.best(for: problem, profile: profile, limits: limits)
                let exact = SuppressionPattern.best(for: problem, profile: profile)
                let lost = Set(pattern.unprotected)
                #expect(lost == Set(exact.unprotected))
                let audit = PatternAudit(problem, hidden: pattern.hidden)
                #expect(audit.exactClassic.filter { !lost.contains($0) } == [])
                // What is promised to each side may fail where nothing that is hidden gives it.
                if profile != .promised { #expect(audit.underprotected.filter { !lost.contains($0) } == []) }
                if profile != .classic { #expect(audit.exactZerosKnown.filter { !lost.contains($0) } == []) }
                if lost.isEmpty, exact.isOptimal { #expect(pattern.loss >= exact.loss - 1e-6) }
            }
        }
    }

    @Test func `relations that others imply are told from those that are not`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<30 {
            let table = `A pattern`.table(&random)
            let kept = IndependentRelations(table.relations, count: table.cellCount).rows
            let inner = table.dimensions.reduce(1) { $0 * $1.children.count { $0.isEmpty } }
            // Every number that is not among the finest is defined once.
            #expect(kept.count == table.cellCount - inner)
            #expect(kept.allSatisfy { $0.total != nil || $0.relation.terms.count == 2 })
        }
    }
}
