// SPDX-License-Identifier: EUPL-1.2

/// The header of one column of a survey's export, in every way it can be read.
///
/// `B06[1]` is a code and a part. `B06[1]. How true …? [My companions …]` is the same code with the question and its
/// row. SurveyMonkey has the question in one header row and the part in the next.
struct SurveyTitle: Sendable {
    /// A question and, for one of its answers or rows, the part; both as they are compared.
    struct Name: Hashable, Sendable {
        var stem: String
        var part: String?
    }

    private(set) var names: [Name]
    /// The question, or its code when the header has no words, as written.
    let question: String
    /// The code before the question, when the header has both.
    let code: String?
    /// The answer or row, as written.
    let part: String?
    /// As it may be shown: never a person key, never long.
    private(set) var shown: String
    /// Which of the columns with this very header it is, from 1; nil when it is alone.
    private(set) var number: Int?
    /// Whether it is for words of the respondent's own beside the answers to choose from.
    let isOwnWords: Bool

    /// A header whose parts have been told apart.
    init(
        names: [Name], question: String, code: String?, part: String?, shown: String, isOwnWords: Bool = false
    ) {
        var seen: Set<Name> = []
        self.names = names.filter { seen.insert($0).inserted }
        self.question = question
        self.code = code
        self.part = part
        self.shown = Self.shown(shown)
        self.isOwnWords = isOwnWords
    }

    /// The title as that of an answer or row of a question, which other columns are of too.
    func asPart(_ part: String, of question: String) -> SurveyTitle {
        SurveyTitle(
            names: names + [Name(stem: AnswerSpellings.key(question), part: AnswerSpellings.key(part))],
            question: question, code: nil, part: part, shown: shown)
    }

    /// The title with one more name, which the reader knows the column by.
    func known(as name: String) -> SurveyTitle {
        var title = self
        title.names.append(Name(stem: AnswerSpellings.key(name), part: nil))
        return title
    }

    /// A header of one row.
    init(_ header: String) {
        var names = Self.names(header)
        var (question, part) = Self.halves(header)
        var code: String?
        // LimeSurvey's "code and text", by default with a point and a blank between.
        if let end = header.firstIndex(of: "."), header[header.index(after: end)...].first == " ",
            header[..<end].allSatisfy({ $0.isLetter || $0.isNumber || "_[]".contains($0) }), end > header.startIndex
        {
            let text = String(header[header.index(end, offsetBy: 2)...])
            names += Self.names(String(header[..<end])) + Self.names(text)
            code = Self.halves(String(header[..<end])).question
            (question, part) = Self.halves(text)
        }
        self.names = names
        self.question = question
        self.part = part
        self.code = code
        isOwnWords = false
        shown = Self.shown(header)
    }

    /// A header of two rows: the question, and the answer, row or `Response`.
    init(question: String, part: String) {
        let key = AnswerSpellings.key(part)
        self.question = question
        code = nil
        isOwnWords = false
        if key.isEmpty || Self.responseWords.contains(key) {
            names = [Name(stem: AnswerSpellings.key(question), part: nil)]
            self.part = nil
            shown = Self.shown(question)
        } else {
            names = [Name(stem: AnswerSpellings.key(question), part: key)]
            self.part = part
            shown = Self.shown(question.isEmpty ? part : "\(question) – \(part)")
        }
    }

    /// What SurveyMonkey writes under a question that has one column.
    static let responseWords: Set<String> = [
        "response", "open-endedresponse", "svar", "öppetsvar", "fritextsvar", "svarsalternativ",
    ]

    /// The whole header, and what stands before and in a bracket at its end.
    private static func names(_ header: String) -> [Name] {
        let (question, part) = halves(header)
        let whole = Name(stem: AnswerSpellings.key(header), part: nil)
        guard let part else { return [whole] }
        return [whole, Name(stem: AnswerSpellings.key(question), part: AnswerSpellings.key(part))]
    }

    /// What stands before a bracket at the end, and in it.
    private static func halves(_ header: String) -> (question: String, part: String?) {
        let text = SurveyTable.trimmed(header)
        guard text.last == "]" else { return (text, nil) }
        var depth = 0
        for place in text.indices.reversed() {
            if text[place] == "]" { depth += 1 }
            if text[place] == "[" { depth -= 1 }
            guard depth == 0 else { continue }
            let inside = text[text.index(after: place)..<text.index(before: text.endIndex)]
            return (SurveyTable.trimmed(String(text[..<place])), String(inside))
        }
        return (text, nil)
    }

    /// On one line, short, and a sign that something was left out when it holds many digits.
    private static func shown(_ header: String) -> String {
        let line = header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let digits = line.unicodeScalars.count { ("0"..."9").contains($0) }
        guard digits <= 6, !PersonMask.holdsPersonKey(line), !line.contains("@") else { return "…" }
        return line.count <= 80 ? line : line.prefix(79) + "…"
    }

    /// The titles with a number after those that stand several times, as a codebook names them: `Vem? (1)`, `Vem? (2)`.
    /// A header that already reads so keeps its name for itself.
    static func numbered(_ titles: [SurveyTitle]) -> [SurveyTitle] {
        var counts: [Name: Int] = [:]
        for title in titles { for name in Set(title.names) { counts[name, default: 0] += 1 } }
        guard counts.values.contains(where: { $0 > 1 }) else { return titles }
        var seen: [Name: Int] = [:]
        return titles.map { title in
            var title = title
            var isCounted: Set<Name> = []
            for (place, name) in title.names.enumerated() where counts[name] ?? 0 > 1 && isCounted.insert(name).inserted
            {
                let number = seen[name, default: 0] + 1
                seen[name] = number
                let own = Name(stem: "\(name.stem)(\(number))", part: name.part)
                if counts[own] == nil { title.names.append(own) }
                if place == 0 { title.number = number }
            }
            if let number = title.number { title.shown = title.shown == "…" ? "…" : "\(title.shown) (\(number))" }
            return title
        }
    }

    var isBlank: Bool { question.isEmpty && part == nil }

    /// Whether the header, without a part, is one of these.
    func isOne(of keys: Set<String>) -> Bool { names.contains { $0.part == nil && keys.contains($0.stem) } }
}
