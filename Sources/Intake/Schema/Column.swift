// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// What a column holds, which decides what of it may be shown: an allow-list.
package enum ColumnContent: Sendable, Hashable {
    /// The person's key: never shown, copied only as a pseudonym.
    case person
    /// Dates, months, clock times, amounts, numbers: a closed form, shown and copied when they can be read.
    case date, month, clock, amount, number, year
    /// One of a known list of words.
    case word
    /// The name of something that is no person: a board, a provider, a service. Shown and copied once searched.
    case name
    /// An id of the system's own, and free text: never shown, never copied.
    case code, text

    /// Whether its values are of a closed form, so that what can be read holds no person.
    package var isClosed: Bool {
        switch self {
        case .date, .month, .clock, .amount, .number, .year, .word: true
        case .person, .name, .code, .text: false
        }
    }
}

/// A column that a kind of table may have, as everyone but its reader needs to know it.
package struct ColumnDeclaration: Sendable {
    /// Its canonical header.
    package let name: String
    /// Headers seen in the field, likeliest first.
    package let aliases: [String]
    package let isRequired: Bool
    package let content: ColumnContent
    /// Name and aliases as headers are compared.
    let keys: [String]
    /// Whether the answer hangs on it where it is missing, so that its absence is said.
    package let isDecisive: Bool
    /// The column that tells the same where this one is missing; nil when none does.
    let standsIn: String?
    /// Whether its headers are as often another column's (*Enhet* is a unit or a workplace), so that it is known by its
    /// values too: where none of the first rows has one of them, it is not the column.
    let isKnownByValues: Bool
    /// The column whose headers it shares: its values tell which of the two it is.
    let takesOver: String?
    /// Of a column of words: whether a cell is one of them.
    let isKnownWord: (@Sendable (Span<UInt8>) -> Bool)?

    package init(
        _ name: String, _ aliases: [String] = [], _ content: ColumnContent, required: Bool = false,
        decisive: Bool = false, standsIn: String? = nil, knownByValues: Bool = false,
        takesOver: String? = nil, isKnownWord: (@Sendable (Span<UInt8>) -> Bool)? = nil
    ) {
        self.standsIn = standsIn
        self.takesOver = takesOver
        self.isKnownWord = isKnownWord
        isKnownByValues = knownByValues
        self.name = name
        self.aliases = aliases
        self.content = content
        self.isRequired = required
        self.isDecisive = decisive
        keys = ([name] + aliases).map { HeaderIndex.key($0) }
    }
}

/// A column and how one of its cells is read.
///
/// The value of a cell depends on its bytes alone, so it is found out once for each spelling.
package struct Column<Value: Sendable>: Sendable {
    package let declaration: ColumnDeclaration
    /// Reads a cell that is not empty, without surrounding blanks.
    let decode: @Sendable (Span<UInt8>) throws(FaultRule) -> Value

    init(
        _ name: String, _ aliases: [String] = [], _ content: ColumnContent, required: Bool = false,
        decisive: Bool = false, standsIn: String? = nil, knownByValues: Bool = false,
        takesOver: String? = nil, decode: @escaping @Sendable (Span<UInt8>) throws(FaultRule) -> Value
    ) {
        declaration = ColumnDeclaration(
            name, aliases, content, required: required, decisive: decisive, standsIn: standsIn,
            knownByValues: knownByValues, takesOver: takesOver
        ) { bytes in (try? decode(bytes)) != nil }
        self.decode = decode
    }
}

/// A column in one file: where it stands, and what its spellings mean.
struct ColumnReader<Value: Sendable> {
    /// Its place in the file; -1 when the file has it not.
    let place: Int
    private let decode: @Sendable (Span<UInt8>) throws(FaultRule) -> Value
    private let mayShow: Bool
    private let person: Int
    private var memo = WordMemo<Value>()

    /// Of a file that has no such column.
    static func none(_ column: Column<Value>) -> ColumnReader { ColumnReader(column, place: -1, person: -1) }

    init(_ column: Column<Value>, in header: Header) {
        self.init(column, place: header.place(of: column.declaration), person: header.personPlace)
    }

    private init(_ column: Column<Value>, place: Int, person: Int) {
        self.place = place
        self.person = person
        decode = column.decode
        mayShow = column.declaration.content == .word || column.declaration.content == .name
    }

    var isThere: Bool { place >= 0 }

    /// The value of a row's cell; nil when it is empty, or the file has no such column. What cannot be read is a fault
    /// with the shape of what was found, or the word itself where the column holds words.
    @inline(__always)
    mutating func value(_ row: borrowing Row) throws(RowFault) -> Value? {
        guard place >= 0 else { return nil }
        let range = row.value(place)
        guard !range.isEmpty else { return nil }
        do throws(FaultRule) {
            return try memo.meaning(of: row.batch.bytes.span.extracting(range), find: decode)
        } catch {
            throw fault(error, row)
        }
    }

    /// The value, which the row must have.
    @inline(__always)
    mutating func required(_ row: borrowing Row) throws(RowFault) -> Value {
        guard let value = try value(row) else { throw RowFault(.missingValue, at: place, found: .empty) }
        return value
    }

    func fault(_ rule: FaultRule, _ row: borrowing Row) -> RowFault {
        let range = row.value(place)
        // In a row whose fields have slipped sideways the person key may be the word.
        let mayShow = mayShow && row.batch.bytes[range] != row.batch.bytes[row.value(person)]
        let bytes = row.batch.bytes.span.extracting(range)
        return RowFault(
            rule, at: place,
            found: mayShow && !ValueShape.mayHoldName(bytes)
                ? ValueShape(ofWord: bytes, digits: 4) : ValueShape(of: bytes))
    }
}
