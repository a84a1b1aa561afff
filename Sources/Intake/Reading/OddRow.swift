// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Rows of an export that are no cases: sums, page heads, footnotes, blank rows.
///
/// Asked only of rows that cannot be read as data, so no row that can be read is passed over.
enum OddRow {
    /// What the row is; nil when it is a row of data with a fault.
    static func kind(
        of row: borrowing Row, _ fault: RowFault, _ found: FoundHeader, _ sums: SumControl, _ amount: Int64?
    ) -> PassedOver? {
        let (header, notes) = (found.header, found.notes)
        switch fault.rule {
        case .junkAfterQuote, .unclosedQuote, .invalidEncoding, .nulByte: return nil
        default: break
        }
        var filled = 0
        var first = -1
        for place in 0..<row.fieldCount where !row.value(place).isEmpty && isSeen(place, row, header) {
            filled += 1
            if first < 0 { first = place }
        }
        guard filled > 0 else { return .blank }
        if found.rows.contains(where: { isHeader(row, $0) }) { return .header }
        let person = header.personPlace
        if isSumWord(row, first) || person >= 0 && person != first && isSumWord(row, person) { return .sum }
        if person >= 0, row.value(person).isEmpty, let amount, sums.isExactly(amount) { return .sum }
        if isTitle(row, header, notes) { return .title }
        return filled == 1 && isText(row, first) ? .text : nil
    }

    /// `Summa`, `Totalt`, `Delsumma Testsson`, `Totalsumma:` at the start of a cell.
    static func isSumWord(_ row: borrowing Row, _ place: Int) -> Bool {
        guard place >= 0 else { return false }
        let range = row.value(place)
        return !range.isEmpty && isSumWord(row.batch.bytes.span.extracting(range))
    }

    static func isSumWord(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes.count <= 60, isLetter(bytes[0]) else { return false }
        var word = ""
        for scalar in bytes.text.lowercased().unicodeScalars {
            guard scalar.properties.isAlphabetic else { break }
            word.unicodeScalars.append(scalar)
        }
        return sumWords.contains(word)
    }

    static let sumWords: Set<String> = [
        "summa", "sum", "summor", "total", "totalt", "totaler", "totalsumma", "delsumma", "delsummor", "slutsumma",
        "summering", "tot", "subtotal", "grandtotal", "sammanlagt", "samtliga",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Whether a cell counts: in a sheet one in a hidden column, which has no header, does not. Helper columns go on through
    /// sums and blank rows.
    private static func isSeen(_ place: Int, _ row: borrowing Row, _ header: Header) -> Bool {
        row.batch.cellTypes.isEmpty || place >= header.fields.count || !header.fields[place].isEmpty
    }

    /// The header once more, or one of its two rows: each cell is that of the header.
    private static func isHeader(_ row: borrowing Row, _ header: [String]) -> Bool {
        var same = 0
        for (place, field) in header.enumerated() where !field.isEmpty {
            guard HeaderIndex.key(row.word(place)) == HeaderIndex.key(field) else { return false }
            same += 1
        }
        return same > 0
    }

    /// A title that stands above the header too.
    private static func isTitle(_ row: borrowing Row, _ header: Header, _ notes: [String]) -> Bool {
        guard !notes.isEmpty else { return false }
        for place in 0..<row.fieldCount where !row.value(place).isEmpty && isSeen(place, row, header) {
            if !notes.contains(row.word(place)) { return false }
        }
        return true
    }

    /// Words alone, as of a footnote or a page number: there is no person in them, no day and no hours.
    private static func isText(_ row: borrowing Row, _ place: Int) -> Bool {
        let text = row.word(place)
        guard !PersonMask.holdsPersonKey(text) else { return false }
        var letters = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar.properties.isAlphabetic ? run + 1 : 0
            letters = max(letters, run)
        }
        return letters >= 3 && text.utf8.contains(0x20) || letters >= 3 && text.hasSuffix(":")
    }
}
