// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The known words by which a visit is not performed, numbered: all that is kept of a status, so that `check` can count them.
struct VisitStatus {
    /// Of a visit that was performed.
    static let performed: UInt8 = 0

    private static let words = WordField<Bool>.status.words

    private static let numbers: [FoldedWord: UInt8] = {
        var numbers: [FoldedWord: UInt8] = [:]
        for (place, word) in words.enumerated() { numbers[FoldedWord(word)] = UInt8(place + 1) }
        return numbers
    }()

    /// The number of a word; of any other, as a header that says it with yes and no, that of *inställd*.
    static func number(of bytes: Span<UInt8>) -> UInt8 { numbers[FoldedWord(bytes)] ?? cancelled }

    private static let cancelled = numbers[FoldedWord("inställd")] ?? 1

    static func word(_ number: UInt8) -> String { words[Int(number) - 1] }
}

/// What becomes of the rows of one file of visits, by their hours and by why they do not count.
struct VisitTally {
    private(set) var notPerformed: [UInt8: Int] = [:]
    private(set) var counted: Int64 = 0
    private(set) var notPerformedTime: Int64 = 0
    private(set) var doubled: Int64 = 0
    /// Of rows that are set aside once all have been read.
    private(set) var late: Int64 = 0

    /// A row as it is taken up. `milliseconds` is what the row says, of which `settled` counts.
    @inline(__always)
    mutating func add(_ visit: borrowing Visit, _ settled: VisitFold.Settled) {
        counted += settled.milliseconds
        if settled.isTaken && visit.isPerformed && visit.months.isEmpty && !settled.isDouble { return }
        addOther(visit, settled)
    }

    private mutating func addOther(_ visit: Visit, _ settled: VisitFold.Settled) {
        let written = VisitReader.amount(of: visit) ?? 0
        if settled.isDouble {
            doubled += written - settled.milliseconds
        } else if settled.isTaken, !visit.isPerformed {
            notPerformed[visit.status, default: 0] += 1
            notPerformedTime += written
        } else {
            late += written - settled.milliseconds
        }
    }

    /// A row that takes back a visit, or is set aside as it finds none.
    mutating func add(creditOf milliseconds: Int64, isTaken: Bool) {
        if isTaken { counted -= milliseconds } else { late -= milliseconds }
    }

    /// A row that counts after all, since the visit before it was taken back.
    mutating func takeAgain(_ milliseconds: Int64) {
        counted += milliseconds
        late -= milliseconds
    }

    /// What it comes to, with the file's own sums.
    func basis(_ sums: TableSums?) -> FileBasis {
        let statuses = notPerformed.map { FileBasis.Status(word: VisitStatus.word($0.key), rows: $0.value) }
        var basis = FileBasis(
            notPerformed: statuses.sorted { ($1.rows, $0.word) < ($0.rows, $1.word) })
        basis.sums = sums.map { sums in
            FileBasis.Sums(
                told: sums.told, counted: counted, notPerformed: notPerformedTime, doubled: doubled,
                setAside: sums.setAside + late, deleted: sums.deleted, slack: sums.slack)
        }
        return basis
    }
}
