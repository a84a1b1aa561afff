// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns of a file that its kind does not read, and those of them that look as if they mattered.
struct UnreadColumns {
    /// Their headers as they may be shown.
    let shown: [String]
    private(set) var notes: [FileNote] = []

    init(_ table: SettledTable, _ extra: [Int]) {
        let extra = Set(extra)
        let header = table.header
        let places = header.unread.filter { !extra.contains($0) && !header.fields[$0].isEmpty }
        shown = places.map { Header.shown(header.fields[$0]) }
        // A wide table of another kind is not worth a note a column.
        guard places.count <= 100 else { return }
        for place in places {
            var evidence = TypeEvidence()
            table.sample.forEachRow { row in
                let range = row.value(place)
                if !range.isEmpty { evidence.add(row.batch.bytes.span.extracting(range)) }
            }
            if let content = Self.looksLike(header.fields[place], evidence) {
                notes.append(.columnUnread(header: Header.shown(header.fields[place]), looksLike: content))
            }
        }
    }

    private static func looksLike(_ header: String, _ evidence: TypeEvidence) -> ColumnContent? {
        switch evidence.type {
        case .date, .month: return .date
        case .clockTime: return .clock
        case .wholeNumber, .decimalNumber:
            guard let unit = HeaderUnit.parse(header).unit, unit.measure != nil || unit.per != nil else { return nil }
            return .amount
        case .text:
            let key = HeaderIndex.key(header)
            return statusWords.contains { key.contains($0) } ? .word : nil
        case .empty, .person: return nil
        }
    }

    private static let statusWords = ["status", "avbok", "inställ", "makuler", "borttag", "deleted", "cancel", "enhet"]
}

/// Columns that the answer hangs on, and that a file has not.
enum AbsentColumns {
    static func notes(_ header: Header) -> [FileNote] {
        zip(header.columns, header.places).compactMap { column, place in
            column.isDecisive && place == nil ? .columnAbsent(column.name) : nil
        }
    }
}
