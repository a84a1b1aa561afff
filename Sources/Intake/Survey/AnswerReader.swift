// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// Reads the answers of one row to one item.
struct AnswerReader {
    let item: CodebookItem
    let place: SurveyLayout.Place
    /// Answers that were there, those of them that were read, and the line of the first that was not.
    private(set) var given = 0
    private(set) var read = 0
    private(set) var firstUnread: Int?
    /// Whether an answer's own words stand in its column when it was chosen, also where they look like the sign of one
    /// that was not: `Nej` under the answer *Nej*, `0` under *0*.
    private var ownWordsCount = false

    init(_ item: CodebookItem, _ place: SurveyLayout.Place) {
        self.item = item
        self.place = place
    }

    /// Settles, before the rows are read, how answers in columns of their own are marked. Where any column holds a sign
    /// that is not its answer's own words, signs are what the file is written with.
    mutating func settleMarks(in table: SurveyTable) {
        guard case .options(let options) = place else { return }
        let own = item.options.map { Set($0.spellings.map { AnswerSpellings.key($0) }) }
        guard options.contains(where: { !own[$0.option].isDisjoint(with: SurveyMarks.notChosen) }) else { return }
        var hasSigns = false
        table.forEachRow { batch, record in
            for (column, option, isText) in options where !isText && !hasSigns {
                let value = batch.value(column, of: record)
                guard !value.isEmpty else { continue }
                let key = AnswerSpellings.key(batch.bytes.span.extracting(value).text)
                let isSign = SurveyMarks.chosen.contains(key) || SurveyMarks.notChosen.contains(key)
                if isSign, !own[option].contains(key) { hasSigns = true }
            }
        }
        ownWordsCount = !hasSigns
    }

    /// The answer of a row. What cannot be read is no answer, with a remark.
    mutating func answer(_ batch: RecordBatch, _ record: Int, _ remarks: inout RowRemarks) -> ItemAnswer {
        switch place {
        case .absent: return .missing(.notAsked)
        case .options(let options): return chosen(options, batch, record, &remarks)
        case .cell(let column, let other):
            let answer = cell(column, batch, record, &remarks)
            guard answer == .missing(.noAnswer), let other, let category = item.otherCategory,
                Self.isFilled(batch, other, record)
            else { return answer }
            return item.item.kind == .multiple ? .categories(1 << UInt64(category)) : .category(category)
        }
    }

    private static func isFilled(_ batch: RecordBatch, _ column: Int, _ record: Int) -> Bool {
        let value = batch.value(column, of: record)
        return !value.isEmpty
            && !SurveyMarks.notChosen.contains(AnswerSpellings.key(batch.bytes.span.extracting(value).text))
    }

    private mutating func cell(
        _ column: Int, _ batch: RecordBatch, _ record: Int, _ remarks: inout RowRemarks
    ) -> ItemAnswer {
        let value = batch.value(column, of: record)
        guard !value.isEmpty else { return .missing(.noAnswer) }
        let bytes = batch.bytes.span.extracting(value)
        if item.item.kind == .text {
            if case .missing(let kind)? = item.spellings.meaning(of: bytes.text) { return .missing(kind) }
            return .text
        }
        given += 1
        if let answer = item.item.kind == .number ? number(bytes) : written(bytes.text) {
            read += 1
            return answer
        }
        if item.item.kind == .multiple { return severalAnswers(column, bytes, batch.line(of: record), &remarks) }
        if let other = item.otherCategory {
            read += 1
            return .category(other)
        }
        unread(column, bytes, batch.line(of: record), &remarks)
        return .missing(.noAnswer)
    }

    private mutating func unread(_ column: Int, _ bytes: Span<UInt8>, _ line: Int, _ remarks: inout RowRemarks) {
        if firstUnread == nil { firstUnread = line }
        remarks.add(.unknownAnswer, at: column, found: ValueShape(of: bytes))
    }

    private func written(_ text: String) -> ItemAnswer? {
        switch item.spellings.meaning(of: text) {
        case .category(let place)?: item.item.kind == .multiple ? .categories(1 << UInt64(place)) : .category(place)
        case .missing(let kind)?: .missing(kind)
        case nil: nil
        }
    }

    private func number(_ bytes: Span<UInt8>) -> ItemAnswer? {
        if case .missing(let kind)? = item.spellings.meaning(of: bytes.text) { return .missing(kind) }
        guard let number = try? DecimalField.decode(bytes).value else { return nil }
        if let range = item.item.range, !range.contains(number) { return nil }
        return .number(number)
    }

    private static let separators = [";", "|", "\n", ","]

    /// Several answers in one cell: `A;B;`. An answer may itself hold the separator, so the longest that is known wins.
    private mutating func severalAnswers(
        _ column: Int, _ bytes: Span<UInt8>, _ line: Int, _ remarks: inout RowRemarks
    ) -> ItemAnswer {
        let text = bytes.text
        var best: (chosen: UInt64, missing: MissingAnswer?, unknown: Int) = (0, nil, .max)
        for separator in item.separator.map({ [$0] }) ?? Self.separators where text.contains(separator) {
            let found = split(text, at: separator)
            if found.unknown < best.unknown { best = found }
            if best.unknown == 0 { break }
        }
        if best.unknown > 0, let other = item.otherCategory {
            best.chosen |= 1 << UInt64(other)
            best.unknown = 0
        }
        if best.unknown > 0 { unread(column, bytes, line, &remarks) }
        if best.chosen != 0 || best.missing != nil { read += 1 }
        if best.chosen != 0 { return .categories(best.chosen) }
        return .missing(best.missing ?? .noAnswer)
    }

    private func split(
        _ text: String, at separator: String
    ) -> (chosen: UInt64, missing: MissingAnswer?, unknown: Int) {
        let parts = AnswerLists.pieces(of: text, separator)
        var chosen: UInt64 = 0
        var missing: MissingAnswer?
        var unknown = 0
        var start = 0
        while start < parts.count {
            var end = parts.count
            var meaning: AnswerMeaning?
            while end > start {
                meaning = item.spellings.meaning(of: parts[start..<end].joined(separator: separator))
                if meaning != nil { break }
                end -= 1
            }
            switch meaning {
            case .category(let place)?: chosen |= 1 << UInt64(place)
            case .missing(let kind)?: missing = kind
            case nil: unknown += 1
            }
            start = max(end, start + 1)
        }
        return (chosen, missing, unknown)
    }

    /// Answers in columns of their own: `Y`, the answer's own words, or `N` and nothing for those not chosen.
    private mutating func chosen(
        _ options: [(column: Int, option: Int, isText: Bool)], _ batch: RecordBatch, _ record: Int,
        _ remarks: inout RowRemarks
    ) -> ItemAnswer {
        var chosen: UInt64 = 0
        var missing: MissingAnswer?
        for (column, option, isText) in options {
            let value = batch.value(column, of: record)
            guard !value.isEmpty else { continue }
            let bytes = batch.bytes.span.extracting(value)
            let key = AnswerSpellings.key(bytes.text)
            let own = item.options[option]
            let written = item.spellings.meaning(of: bytes.text)
            if SurveyMarks.notChosen.contains(key), !(ownWordsCount && written == own.meaning) { continue }
            given += 1
            guard isText || SurveyMarks.chosen.contains(key) || written == own.meaning else {
                if case .missing(let kind)? = written {
                    read += 1
                    missing = kind
                } else {
                    unread(column, bytes, batch.line(of: record), &remarks)
                }
                continue
            }
            read += 1
            switch own.meaning {
            case .category(let place): chosen |= 1 << UInt64(place)
            case .missing(let kind): missing = kind
            }
        }
        return chosen != 0 ? .categories(chosen) : .missing(missing ?? .noAnswer)
    }

    /// Whether nothing of what was answered could be read: the codebook is not the file's.
    var fitsNothing: Bool { given >= 3 && read == 0 }
}
