// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The same municipality in any workbooks that its exports may be gathered in gives the same data set.
@Suite struct FieldBookTests {
    private static let isWhole = ProcessInfo.processInfo.environment["LEDSAGA_PROVE"] != nil
    private static let one = ProcessInfo.processInfo.environment["LEDSAGA_SEED"].flatMap { UInt64($0) }
    private static let seeds = one.map { $0..<$0 + 1 } ?? 0..<UInt64(isWhole ? 500 : 12)
    private let key = SecretKey(bytes: Array(0..<32))

    @Test(arguments: seeds) func `any workbooks give what is true`(seed: UInt64) throws {
        var dice = Dice(seed: seed &+ 2_000_000)
        let project = CanonicalProject(&dice)
        let books = FieldBooks(FieldShape.files(of: project, dice, forSheets: true), &dice)
        let result: IntakeResult
        do {
            result = try read(books)
        } catch {
            Issue.record("seed \(seed): \(error)\n\(books.sketch)")
            return
        }
        let difference = DatasetFacts(result.dataset, labels: try project.labels(key: key))
            .difference(from: project.facts)
        let faults = result.faults.prefix(5).map {
            "\($0.location.file):\($0.location.line) \($0.location.column ?? "–") \($0.rule) \($0.found)"
        }
        let sums = result.remarks.filter { $0.rule == .sumDiffers }.map { "\($0.location.file):\($0.location.line)" }
        if !difference.isEmpty || !faults.isEmpty || !sums.isEmpty {
            Issue.record(
                "seed \(seed), \(project.form):\n\(difference)\nfaults: \(faults)\nsums: \(sums)\n\(books.sketch)")
        }
    }

    @Test(arguments: seeds)
    func `one column of a sheet that is called by no name never makes a wrong number without a word`(
        seed: UInt64
    ) throws {
        var dice = Dice(seed: seed &+ 3_000_000)
        let project = CanonicalProject(&dice)
        var files = FieldShape.files(of: project, dice, forSheets: true)
        let place = dice.number(0...files.count - 1)
        let renamed = FieldRenaming(&files[place], &dice)
        let books = FieldBooks(files, &dice)
        guard let result = try? read(books) else { return }
        let difference = DatasetFacts(result.dataset, labels: try project.labels(key: key))
            .difference(from: project.facts)
        let address = books.tables.first { $0.file == place }!.address
        guard !difference.isEmpty, !renamed.isTold(result, address) else { return }
        Issue.record(
            """
            seed \(seed), \(project.form): \(renamed.header) (\(renamed.column)) of \(address)
            \(difference)
            \(result.files.map { "\($0.tally.file) \($0.notes) \($0.ignoredColumns)" }.joined(separator: "\n"))
            \(books.sketch)
            """)
    }

    private func read(_ books: FieldBooks) throws -> IntakeResult {
        try FieldIntake.read(books.books.map { ($0.name, $0.bytes) }, key: key)
    }
}
