// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Which cells of a table may be shown or copied: an allow-list.
///
/// A cell passes when its column is of a closed form and the cell has that form: a date that is a date, hours that are
/// hours, one of the words that the column knows. Whatever is left is masked, and so is any cell with an identity
/// number in it.
struct CellAllowance: Sendable {
    /// What is done with names of services, boards and providers, which are no closed form.
    enum Names: Sendable {
        /// Shown only where the project knows them.
        case known
        /// Copied once they have been searched: numbers are made by them.
        case searched
    }

    /// What a column's cells are judged by.
    private enum Rule: Sendable {
        case person
        case never
        case form(ColumnContent)
        case word(@Sendable (Span<UInt8>) -> Bool)
        case name
        case law
        case safe
        /// A column that nothing is known of: what is a date, a time or a short number by itself.
        case unknown
    }

    private let rules: [Rule]
    private let names: Names
    private let knownNames: Set<String>

    /// What stands in place of text that may not be shown.
    static let textMask = "‹text›"

    init(
        _ header: Header, services: ServiceNames, boards: [String] = [], safe: [String] = [], names: Names
    ) {
        let safe = Set(safe.map { HeaderIndex.key($0) })
        self.names = names
        knownNames = Set(boards.map { DistrictSpelling.key($0) })
        rules = zip(header.declarations, header.fields).map { column, field -> Rule in
            if column?.content == .person { return .person }
            if safe.contains(HeaderIndex.key(field)) || column.map({ safe.contains($0.keys[0]) }) ?? false {
                return .safe
            }
            guard let column else { return .unknown }
            if column.name == CaseColumns.law.declaration.name { return .law }
            if column.name == CaseColumns.service.name {
                if names == .searched { return .name }
                return .word { bytes in (try? services.find(bytes)) != nil }
            }
            switch column.content {
            case .person, .code, .text: return .never
            case .name: return .name
            case .word: return column.isKnownWord.map { .word($0) } ?? .never
            case .date, .month, .clock, .amount, .number, .year: return .form(column.content)
            }
        }
    }

    /// Whether the cell at a place may be shown or copied as it stands. An empty one may.
    func allows(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        let cell = bytes.extracting(Blanks.trimming(0..<bytes.count, of: bytes))
        guard !cell.isEmpty else { return true }
        guard place < rules.count else { return false }
        switch rules[place] {
        case .person, .never: return false
        case .safe: return !IdentitySearch.finds(in: cell)
        case .form(let content): return Self.has(content, cell) && (cell.count < 10 || Self.isPlainForm(content, cell))
        case .word(let isKnown): return isKnown(cell) && !IdentitySearch.finds(in: cell)
        case .law: return Self.isLaw(cell)
        case .name:
            switch names {
            case .searched: return !IdentitySearch.finds(in: cell)
            case .known: return knownNames.contains(DistrictSpelling.key(cell.text))
            }
        case .unknown: return Self.isClosedByItself(cell)
        }
    }

    /// Whether nothing is known of the column at a place.
    func isUnknown(_ place: Int) -> Bool {
        guard place < rules.count, case .unknown = rules[place] else { return false }
        return true
    }

    /// What stands in place of a cell that may not be shown: a person, where one is known or found in it.
    func mask(_ bytes: Span<UInt8>, at place: Int) -> String {
        if place < rules.count, case .person = rules[place] { return PersonMask.mask }
        return IdentitySearch.finds(in: bytes) ? PersonMask.mask : Self.textMask
    }

    private static func has(_ content: ColumnContent, _ cell: Span<UInt8>) -> Bool {
        switch content {
        case .date: isDate(cell)
        case .month: (try? MonthField.decode(cell)) != nil || isShortNumber(cell)
        case .clock: (try? Moment(decoding: cell, order: .dayFirst)) != nil
        case .amount: (try? HoursField.amount(cell)) != nil && digits(cell) <= 8
        case .number: (try? KronorField.decode(cell)) != nil && digits(cell) <= 9
        case .year: isShortNumber(cell)
        case .person, .word, .name, .code, .text: false
        }
    }

    /// A form of ten characters or more may be an identity number; dates and times with their marks are none.
    private static func isPlainForm(_ content: ColumnContent, _ cell: Span<UInt8>) -> Bool {
        switch content {
        case .date, .month, .clock: return (try? Moment(decoding: cell, order: .dayFirst)) != nil || isDate(cell)
        default: return !IdentitySearch.finds(in: cell)
        }
    }

    private static func isDate(_ cell: Span<UInt8>) -> Bool {
        (try? DateField.decode(cell, order: .dayFirst)) != nil || DateField.openEnd(cell)
    }

    private static func isShortNumber(_ cell: Span<UInt8>) -> Bool {
        (try? DecimalField.decode(cell)) != nil && digits(cell) <= 6
    }

    private static func isClosedByItself(_ cell: Span<UInt8>) -> Bool {
        if isShortNumber(cell) { return true }
        guard !IdentitySearch.finds(in: cell) else { return false }
        return (try? DateField.decode(cell, order: .dayFirst)) != nil || (try? ClockField.decode(cell)) != nil
    }

    /// How many digits there are, full-width ones among them, since decoders read those too.
    private static func digits(_ cell: Span<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < cell.count {
            let (length, folded) = UnseenCharacters.character(at: index, in: cell)
            if cell[index] &- 0x30 < 10 {
                count += 1
            } else if case .ascii(let byte) = folded, byte &- 0x30 < 10 {
                count += 1
            }
            index += length
        }
        return count
    }

    /// A law text made of nothing but the words that laws are named with.
    private static func isLaw(_ cell: Span<UInt8>) -> Bool {
        guard (try? LawField.decode(cell)) != nil, !IdentitySearch.finds(in: cell) else { return false }
        let words = cell.text.lowercased().split { !$0.isLetter }
        return words.allSatisfy { lawWords.contains(String($0)) } && digits(cell) <= 14
    }

    private static let lawWords: Set<String> = [
        "sol", "lss", "kap", "kapitel", "kapitlet", "p", "pkt", "punkt", "punkten", "st", "stycket", "e", "a", "och",
        "nya",
        "gamla", "enligt", "socialtjänstlagen", "socialtjänstlag", "lagen", "lag", "om", "stöd", "service", "till",
        "vissa",
        "funktionshindrade", "sfs", "paragraf", "paragrafen", "i",
    ]
}
