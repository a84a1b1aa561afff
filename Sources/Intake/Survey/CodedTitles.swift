// SPDX-License-Identifier: EUPL-1.2

/// Titles of a header with codes in one row and the questions in the next, as Qualtrics writes it: `Q3_1` over
/// `What do you use it for? - Selected Choice - Shopping`.
struct CodedTitles {
    let titles: [SurveyTitle]

    /// What Qualtrics puts between a question and its answers.
    private static let chosen: Set<String> = SurveyMarks.keys(
        "Selected Choice", "Valt alternativ", "Valda alternativ", "Valt svar", "Vald(a) val", "Valda svar")
    private static let ownWords: Set<String> = SurveyMarks.keys("Text", "TEXT")
    private static let sign = " - "

    init(_ codes: [String], _ texts: [String]) {
        let texts = codes.indices.map { place in
            place < texts.count ? texts[place].split(whereSeparator: \.isNewline).joined(separator: " ") : ""
        }
        var groups: [String: [Int]] = [:]
        for (place, code) in codes.enumerated() {
            if let stem = Self.parts(of: code)?.stem, !Self.isOwnWords(code) { groups[stem, default: []].append(place) }
        }
        var common: [String: Int] = [:]
        for (stem, places) in groups { common[stem] = Self.commonPieces(places.map { Self.pieces(texts[$0]) }) }
        titles = codes.enumerated().map { place, code in
            let pieces = Self.pieces(texts[place])
            if Self.isOwnWords(code) {
                return SurveyTitle(code: code, text: texts[place], ownWordsOf: pieces.first ?? "")
            }
            if let (stem, number) = Self.parts(of: code), let count = common[stem], count > 0, count < pieces.count {
                return SurveyTitle(
                    code: code, stem: stem, number: number, text: texts[place],
                    question: Self.joined(pieces.prefix(count)), part: Self.joined(pieces.dropFirst(count)))
            }
            return SurveyTitle(code: code, text: texts[place], question: Self.joined(pieces[...]))
        }
    }

    /// `Q3_1` is the first part of `Q3`.
    private static func parts(of code: String) -> (stem: String, number: String)? {
        guard let end = code.lastIndex(of: "_"), end > code.startIndex else { return nil }
        let number = code[code.index(after: end)...]
        guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return (String(code[..<end]), String(number))
    }

    private static func isOwnWords(_ code: String) -> Bool { code.hasSuffix("_TEXT") }

    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = [""]
        var rest = text[...]
        while let found = rest.firstRange(of: sign) {
            pieces[pieces.count - 1] += rest[..<found.lowerBound]
            pieces.append("")
            rest = rest[found.upperBound...]
        }
        pieces[pieces.count - 1] += rest
        return pieces
    }

    /// How many pieces at the beginning all have; of one alone, all but the last.
    private static func commonPieces(_ all: [[String]]) -> Int {
        guard let first = all.first else { return 0 }
        guard all.count > 1 else { return max(0, first.count - 1) }
        var count = 0
        while all.allSatisfy({ count < $0.count - 1 && $0[count] == first[count] }) { count += 1 }
        return count
    }

    private static func joined(_ pieces: ArraySlice<String>) -> String {
        pieces.filter { !chosen.contains(AnswerSpellings.key($0)) }.joined(separator: sign)
    }
}

extension SurveyTitle {
    /// A question with one column, and its code.
    init(code: String, text: String, question: String) {
        self.init(
            names: [Name(stem: AnswerSpellings.key(code), part: nil)]
                + [text, question].filter { !$0.isEmpty }.map { Name(stem: AnswerSpellings.key($0), part: nil) },
            question: question.isEmpty ? code : question, code: question.isEmpty ? nil : code, part: nil,
            shown: question.isEmpty ? code : "\(code). \(question)")
    }

    /// An answer or a row of a question: `Q3_1`.
    init(code: String, stem: String, number: String, text: String, question: String, part: String) {
        self.init(
            names: [
                Name(stem: AnswerSpellings.key(code), part: nil),
                Name(stem: AnswerSpellings.key(stem), part: AnswerSpellings.key(number)),
                Name(stem: AnswerSpellings.key(question), part: AnswerSpellings.key(part)),
                Name(stem: AnswerSpellings.key(text), part: nil),
            ], question: question, code: stem, part: part, shown: "\(code). \(question) – \(part)")
    }

    /// A column for answers in the respondent's own words, beside those to choose from.
    init(code: String, text: String, ownWordsOf question: String) {
        self.init(
            names: [code, text].filter { !$0.isEmpty }.map { Name(stem: AnswerSpellings.key($0), part: nil) },
            question: question.isEmpty ? code : question, code: nil, part: nil, shown: code, isOwnWords: true)
    }

    /// REDCap's `use___1`, or with labels `What do you use it for? (choice=Shopping)`.
    static func redcap(_ header: String) -> SurveyTitle {
        if let sign = header.firstRange(of: "___"), sign.lowerBound > header.startIndex,
            sign.upperBound < header.endIndex
        {
            let (stem, part) = (String(header[..<sign.lowerBound]), String(header[sign.upperBound...]))
            return SurveyTitle(
                names: [
                    Name(stem: AnswerSpellings.key(header), part: nil),
                    Name(stem: AnswerSpellings.key(stem), part: AnswerSpellings.key(part)),
                ], question: stem, code: nil, part: part, shown: header)
        }
        if header.hasSuffix(")"), let sign = header.lastRange(of: "(choice=") {
            let stem = SurveyTable.trimmed(String(header[..<sign.lowerBound]))
            let part = SurveyTable.trimmed(String(header[sign.upperBound...].dropLast()))
            return SurveyTitle(
                names: [
                    Name(stem: AnswerSpellings.key(header), part: nil),
                    Name(stem: AnswerSpellings.key(stem), part: AnswerSpellings.key(part)),
                ], question: stem, code: nil, part: part, shown: "\(stem) – \(part)")
        }
        return SurveyTitle(header)
    }
}

extension String {
    /// The last place where a text stands.
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var rest = self[...]
        while let next = rest.firstRange(of: text) {
            found = next
            rest = rest[next.upperBound...]
        }
        return found
    }
}
