// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns of a file that its kind does not read, and those of them that look as if they mattered.
struct UnreadColumns {
    /// Their headers as they may be shown.
    let shown: [String]
    private(set) var notes: [FileNote] = []

    /// Columns at the places `extra` are read beside those that the kind names: one a month, one a year or age.
    init(_ table: SettledTable, _ extra: [Int]) {
        let header = table.header
        let isExtra = Set(extra)
        let places = header.unread.filter { !isExtra.contains($0) && !header.fields[$0].isEmpty }
        shown = places.map { Header.shown(header.fields[$0]) }
        // A wide table of another kind is not worth a note a column.
        guard places.count <= 100 else { return }
        let absent = zip(header.columns, header.places).filter { $0.1 == nil }.map(\.0)
        // A column among those of the months is one of them, whatever it is called.
        let hasMonths = !extra.isEmpty && Kinds.of(table.source.kind)?.mayHaveMonthColumns == true
        let months = hasMonths ? extra.min()! - 1...extra.max()! + 1 : nil
        for place in places {
            var evidence = UnreadEvidence(absent)
            table.sample.forEachRow { row in
                let range = row.value(place)
                if !range.isEmpty, Self.mayBeCase(row, header) { evidence.add(row.batch.bytes.span.extracting(range)) }
            }
            let isAmongMonths = months?.contains(place) ?? false
            if let content = evidence.looksLike(header.fields[place], isAmongMonths: isAmongMonths) {
                notes.append(.columnUnread(header: Header.shown(header.fields[place]), looksLike: content))
            }
        }
    }

    /// Whether a row has what each row of data must have: sums, page heads and footnotes have not, and what stands in
    /// them says nothing of their column.
    private static func mayBeCase(_ row: borrowing Row, _ header: Header) -> Bool {
        for (column, place) in zip(header.columns, header.places) where column.isRequired {
            if let place, row.value(place).isEmpty { return false }
        }
        let person = header.personPlace
        return person < 0 || row.word(person) != header.fields[person]
    }
}

/// Gathers what the values of a column that is not read say of what it may be.
private struct UnreadEvidence {
    /// So many different values are words at most.
    private static let mostWords = 64

    /// The columns of words that the file lacks, as long as each value is one of their words.
    private var words: [ColumnDeclaration]
    private var types = TypeEvidence()
    private var values = 0
    private var dates = 0
    private var amounts = 0
    private var hasZero = false
    private var seen = ByteTable()

    init(_ absent: [ColumnDeclaration]) {
        words = absent.filter { $0.isKnownWord != nil }
    }

    mutating func add(_ bytes: Span<UInt8>) {
        values += 1
        types.add(bytes)
        if DateField.numericDate(bytes) != nil { dates += 1 }
        if MissingMark.isMissing(bytes) || (try? HoursField.amount(bytes)) != nil { amounts += 1 }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "0") { hasZero = true }
        guard !words.isEmpty, seen.number(of: bytes).isNew else { return }
        words = seen.count > Self.mostWords ? [] : words.filter { $0.isKnownWord?(bytes) ?? false }
    }

    /// What the column looks like; nil where it does not look as if it mattered.
    func looksLike(_ header: String, isAmongMonths: Bool) -> ColumnContent? {
        guard values > 0 else { return nil }
        if isAmongMonths, amounts == values { return .amount }
        if dates == values { return .date }
        let type = types.type
        // Ones alone are a number of something; zeros and ones are no and yes.
        if !words.isEmpty, type != .wholeNumber || hasZero { return .word }
        switch type {
        case .date, .month: return .date
        case .clockTime: return .clock
        case .wholeNumber, .decimalNumber:
            guard let unit = HeaderUnit.parse(header).unit, unit.measure != nil || unit.per != nil else { return nil }
            return .amount
        case .text:
            let key = HeaderIndex.key(header)
            return Self.statusWords.contains { key.contains($0) } ? .word : nil
        case .empty, .person: return nil
        }
    }

    /// As `HeaderIndex.key` writes them, without the marks of å, ä and ö.
    private static let statusWords = [
        "status", "avbok", "installd", "makuler", "borttag", "deleted", "cancel", "enhet",
    ]
}

/// Columns that the answer hangs on, and that a file has not.
enum AbsentColumns {
    static func notes(_ header: Header) -> [FileNote] {
        zip(header.columns, header.places).compactMap { column, place in
            let isTold = column.standsIn.map { other in
                zip(header.columns, header.places).contains { $0.name == other && $1 != nil }
            }
            return column.isDecisive && place == nil && isTold != true ? .columnAbsent(column.name) : nil
        }
    }
}
