// SPDX-License-Identifier: EUPL-1.2

/// Finds a file's delimiter from its first records (skiljetecken).
enum DelimiterDetection {
    /// The delimiters looked for, the likeliest in Swedish files first.
    static let candidates = [semicolon, comma, tab, bar]

    /// The delimiter of an Excel `sep=;` line and the line's length with its line break, if the text starts with one.
    static func separatorLine(_ text: ArraySlice<UInt8>) -> (delimiter: UInt8, length: Int)? {
        let line = Array(text.prefix { $0 != 0x0A && $0 != 0x0D })
        let bare = line.first == quote && line.last == quote && line.count > 2 ? Array(line[1..<line.count - 1]) : line
        guard bare.count == 5, bare[..<4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }),
            bare[3] == UInt8(ascii: "="), bare[4] < 0x80, bare[4] != quote
        else { return nil }
        var length = line.count
        let rest = text.dropFirst(length)
        if rest.starts(with: [0x0D, 0x0A]) { length += 2 } else if !rest.isEmpty { length += 1 }
        return (bare[4], length)
    }

    /// The delimiter that cuts the first records into the same number of clean fields most often.
    ///
    /// The first record is not trusted more than the rest: titles may stand above the header, with or without delimiters,
    /// and rows may end in one that the header has not. A file of one column has none: then a delimiter that is nowhere in
    /// the sample is taken, so that a decimal comma stays in its number.
    /// - Parameter isWhole: the sample is the whole file, so its last record counts.
    static func delimiter(of sample: ArraySlice<UInt8>, isWhole: Bool) -> UInt8 {
        var best = (delimiter: semicolon, score: 0.0)
        var unused: UInt8?
        for candidate in candidates {
            let cut = SampleCut(sample, delimiter: candidate, isWhole: isWhole)
            if cut.score > best.score { best = (candidate, cut.score) }
            if unused == nil, cut.isUnused { unused = candidate }
        }
        return best.score > 0 ? best.delimiter : unused ?? semicolon
    }
}

/// The first records of a file as one delimiter cuts them.
private struct SampleCut {
    /// So many records are enough.
    private static let enough = 100

    private let delimiter: UInt8
    private var records: [Record] = []
    /// Whether a delimiter was seen that is no decimal comma and no comma in a sentence.
    private var isPlain = false

    /// How many fields a record has, and how many of them look whole.
    private struct Record {
        var fields: Int
        var cleanFields: Int
    }

    init(_ sample: ArraySlice<UInt8>, delimiter: UInt8, isWhole: Bool) {
        self.delimiter = delimiter
        var rest = sample
        while !rest.isEmpty, records.count < Self.enough {
            guard let end = takeRecord(rest, isWhole: isWhole) else { break }
            rest = rest[end...]
        }
    }

    /// Whether the delimiter is nowhere.
    var isUnused: Bool { records.allSatisfy { $0.fields < 2 } }

    /// How well the delimiter fits, from 0 (not at all) to 1: the product of
    /// - the part of the records that have two fields or more;
    /// - of these, from the first on, the part that has the most common number m of fields;
    /// - (m − 1) / m, since more fields are cut alike by chance less often;
    /// - the square of the part of the fields that are clean;
    /// - a tenth, when the first record of about m fields, which should be the header, has a field that is not clean: a
    ///   cell may hold a list (`A;B;`), a heading hardly does.
    ///
    /// A comma that cuts nothing but numbers and sentences, and not the first record, is no delimiter.
    var score: Double {
        let fromFirst = records.drop { $0.fields < 2 }
        let cut = fromFirst.filter { $0.fields > 1 }
        guard !cut.isEmpty, isPlain || fromFirst.count == records.count else { return 0 }
        let counts = Dictionary(grouping: cut, by: \.fields).mapValues(\.count)
        let (common, most) = counts.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? (0, 0)
        let header = cut.first { abs($0.fields - common) <= 1 }
        let hasCleanHeader = header.map { $0.cleanFields == $0.fields } ?? false
        let clean = ratio(cut.reduce(0) { $0 + $1.cleanFields }, cut.reduce(0) { $0 + $1.fields })
        return ratio(cut.count, records.count) * ratio(most, fromFirst.count) * ratio(common - 1, common) * clean
            * clean
            * (hasCleanHeader ? 1 : 0.1)
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(whole) }

    /// Counts the record at the start of the text, unless it is blank, and gives where the next one starts; `nil` when the
    /// record's end is not in the sample.
    private mutating func takeRecord(_ text: ArraySlice<UInt8>, isWhole: Bool) -> Int? {
        var (count, clean) = (0, 0)
        var index = text.startIndex
        while true {
            let start = skipBlanks(text, index)
            let isQuoted = start < text.endIndex && text[start] == quote
            index = isQuoted ? skipBlanks(text, closingQuote(text, start)) : start
            let closed = index
            while index < text.endIndex, text[index] != delimiter, !isLineBreak(text[index]) { index += 1 }
            let isLast = index == text.endIndex || isLineBreak(text[index])
            if index == text.endIndex && !isWhole { return nil }
            count += 1
            if isQuoted ? index == closed : isClean(text[start..<index]) { clean += 1 }
            if isLast {
                if count > 1 || start < index { records.append(Record(fields: count, cleanFields: clean)) }
                return index < text.endIndex ? index + 1 : index
            }
            if delimiter != comma || !isInNumberOrSentence(text, index) { isPlain = true }
            index += 1
        }
    }

    /// Just after the quote that closes the one at `start`; after that one itself when none does.
    private func closingQuote(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
        var index = start + 1
        while let found = text[index...].firstIndex(of: quote) {
            guard found + 1 < text.endIndex, text[found + 1] == quote else { return found + 1 }
            index = found + 2
        }
        return start + 1
    }

    /// Whether no other delimiter is in an unquoted field. A comma in a number or a sentence is none.
    private func isClean(_ field: ArraySlice<UInt8>) -> Bool {
        !field.indices.contains { index in
            let byte = field[index]
            guard byte != delimiter, DelimiterDetection.candidates.contains(byte) else { return false }
            return byte != comma || !isInNumberOrSentence(field, index)
        }
    }

    /// Whether the comma stands between digits or before a blank.
    private func isInNumberOrSentence(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        let before = index > text.startIndex ? text[index - 1] : 0
        let after = index + 1 < text.endIndex ? text[index + 1] : 0
        return after == 0x20 || isDigit(before) && isDigit(after)
    }

    private func skipBlanks(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
        text[start...].firstIndex { $0 == delimiter || $0 != 0x20 && $0 != tab } ?? text.endIndex
    }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

private let semicolon = UInt8(ascii: ";")
private let comma = UInt8(ascii: ",")
private let tab = UInt8(ascii: "\t")
private let bar = UInt8(ascii: "|")
private let quote = UInt8(ascii: "\"")
