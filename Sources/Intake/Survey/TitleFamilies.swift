// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// Columns that are the answers of one question although no bracket says so: `Varför inte?: Sjuk`, `Varför inte?: Annat`
/// or `Q3_1`, `Q3_2`, one beside the other, with nothing but signs of a chosen answer in them.
struct TitleFamilies {
    private(set) var titles: [SurveyTitle]

    private static let signs = [": ", " - ", " – ", " | ", " / ", "; "]

    init(_ titles: [SurveyTitle], _ batches: [RecordBatch], from first: Int) {
        self.titles = titles
        let halves = titles.map { $0.part == nil && $0.code == nil && !$0.isOwnWords ? Self.halves($0.question) : nil }
        guard halves.contains(where: { $0 != nil }) else { return }
        var place = 0
        while place < titles.count {
            guard let half = halves[place] else {
                place += 1
                continue
            }
            var end = place + 1
            while end < titles.count, let next = halves[end], next.question == half.question { end += 1 }
            if end - place >= 2, Self.areMarks(place..<end, halves.map { $0?.part ?? "" }, batches, first) {
                for column in place..<end {
                    self.titles[column] = titles[column].asPart(halves[column]!.part, of: half.question)
                }
            }
            place = end
        }
    }

    private static func halves(_ header: String) -> (question: String, part: String)? {
        for sign in signs {
            var last: Range<String.Index>?
            var rest = header[...]
            while let found = rest.firstRange(of: sign) {
                last = found
                rest = rest[found.upperBound...]
            }
            guard let last else { continue }
            let (question, part) = (String(header[..<last.lowerBound]), String(header[last.upperBound...]))
            if !question.isEmpty, !part.isEmpty { return (question, part) }
        }
        // `Q3_1`, `Q3.1`
        let digits = header.reversed().prefix { $0.isASCII && $0.isNumber }
        let stem = header.dropLast(digits.count)
        guard !digits.isEmpty, let sign = stem.last, "_.".contains(sign), stem.count >= 2,
            !header.contains(where: \.isWhitespace)
        else { return nil }
        return (String(stem.dropLast()), String(digits.reversed()))
    }

    /// Whether the columns hold signs alone, or the words of their own answers. *Ja* and *Nej* are answers.
    private static func areMarks(
        _ columns: Range<Int>, _ parts: [String], _ batches: [RecordBatch], _ first: Int
    ) -> Bool {
        var number = 0
        var isAnyChosen = false
        for batch in batches {
            for record in 0..<batch.count {
                number += 1
                guard number > first else { continue }
                for column in columns where column < batch.fieldCount(of: record) {
                    let text = SurveyTable.trimmed(batch.text(of: column, in: record))
                    guard !text.isEmpty else { continue }
                    let key = AnswerSpellings.key(text)
                    let isOwn = key == AnswerSpellings.key(parts[column])
                    guard isOwn || SurveyMarks.signs.contains(key) else { return false }
                    if isOwn || SurveyMarks.chosen.contains(key) { isAnyChosen = true }
                }
            }
        }
        return isAnyChosen
    }
}
