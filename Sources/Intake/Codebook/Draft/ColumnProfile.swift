// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// What one column of a survey's export seems to hold, and which of its answers may be shown.
///
/// Only answers that cannot be one respondent's own words are ever told: those that forms commonly give, and those that
/// several have given alike.
struct ColumnProfile {
    enum Content: Hashable {
        case empty
        /// Tells who the respondent is: a name, an address, a key.
        case personal
        /// One of a few answers.
        case choice
        /// Several answers in a cell.
        case choices
        /// Marks of a chosen answer: the column is one answer of a question.
        case mark
        case number
        case date
        /// Written by the respondents.
        case text
    }

    private(set) var content = Content.empty
    /// Answers that may be shown, in the order they first came.
    private(set) var answers: [String] = []
    /// Whether there were answers that may not.
    private(set) var hasOthers = false

    /// So many different answers are the most that a question gives to choose from.
    private static let most = 20

    init(_ values: [String], title: SurveyTitle) {
        let values = values.map { SurveyTable.trimmed($0) }.filter { !$0.isEmpty }
        guard !values.isEmpty else { return }
        if title.isOne(of: SurveyMarks.personal) || title.isOne(of: Self.personHeaders)
            || values.contains(where: Self.tellsPerson)
        {
            content = .personal
            return
        }
        if title.part != nil, values.allSatisfy({ Self.isMark($0, of: title) }) {
            content = .mark
            return
        }
        if values.allSatisfy({ $0.count <= 40 && AnswerTime($0)?.isNothingElse ?? false }) {
            content = .date
            return
        }
        let separator = AnswerLists.separator(of: values, title: title)
        settle(separator.map { separator in values.flatMap { AnswerLists.parts(of: $0, separator) } } ?? values)
        if content == .choice, Self.asksForName(title), answers.contains(where: Self.canBeName) {
            (content, answers, hasOthers) = (.text, [], false)
        }
        if content == .choice, separator != nil { content = .choices }
    }

    private static let personHeaders = SurveyMarks.headers(of: .person, .generic).union(
        SurveyMarks.headers(of: .login, .generic)
    ).union(
        SurveyMarks.keys(
            "Handläggare", "Kontaktperson", "Ledsagare", "Anhörig", "God man", "Utförarens namn", "Signatur",
            "Ditt namn", "Din e-post", "Your name"))

    /// Words that all begin with a capital, and are no common answer.
    private static func canBeName(_ answer: String) -> Bool {
        !AnswerScales.isCommon(answer)
            && answer.split(whereSeparator: \.isWhitespace).allSatisfy { $0.first?.isUppercase ?? false }
    }

    /// Whether the question asks who somebody is.
    private static func asksForName(_ title: SurveyTitle) -> Bool {
        let key = AnswerSpellings.key(title.question)
        return ["namn", "name", "adress", "address", "telefon", "phone"].contains { key.contains($0) }
            || ["vem", "vilka", "who"].contains { key.hasPrefix($0) }
    }

    /// An identity number, an e-mail address or an IP address.
    private static func tellsPerson(_ value: String) -> Bool {
        if PersonMask.holdsPersonKey(value) || value.contains("@") { return true }
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { Int($0).map { (0...255).contains($0) } ?? false }
    }

    private static let marks = SurveyMarks.keys(
        "Y", "N", "Yes", "No", "Ja", "Nej", "X", "0", "True", "False", "Checked", "Not selected", "Vald", "Ej vald")

    private static func isMark(_ value: String, of title: SurveyTitle) -> Bool {
        let key = AnswerSpellings.key(value)
        return marks.contains(key) || key == "1" || key == title.part.map { AnswerSpellings.key($0) }
    }

    private mutating func settle(_ values: [String]) {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for value in values {
            if counts[value] == nil { order.append(value) }
            counts[value, default: 0] += 1
        }
        let areNumbers = values.allSatisfy { value in
            let bytes = Array(value.utf8)
            return (try? DecimalField.decode(bytes.span)) != nil || AnswerScales.missing(value) != nil
        }
        if areNumbers {
            // So many digits are a telephone number or a key.
            guard values.allSatisfy({ $0.count(where: \.isNumber) <= 6 }) else {
                content = .text
                return
            }
            let whole = order.compactMap { Int($0) }
            let isScale = whole.count == order.count && whole.allSatisfy { (0...10).contains($0) } && order.count <= 11
            guard isScale, order.allSatisfy({ counts[$0]! >= 2 }) else {
                content = .number
                return
            }
        }
        let shown = order.filter { value in
            AnswerScales.isCommon(value) || counts[value]! >= 2 && Self.looksLikeAnAnswer(value)
        }
        let given = shown.reduce(0) { $0 + counts[$1]! }
        // A question whose answers are mostly shown is one to choose from; a few may have added words of their own.
        guard !shown.isEmpty, shown.count <= Self.most, given * 5 >= values.count * 4,
            shown.allSatisfy({ AnswerScales.isCommon($0) }) || values.count >= shown.count * 3
        else {
            content = .text
            return
        }
        content = .choice
        answers = shown
        hasOthers = shown.count < order.count
    }

    /// Short, with few digits, and not like a person's name: two words that both begin with a capital.
    private static func looksLikeAnAnswer(_ value: String) -> Bool {
        let words = value.split(whereSeparator: \.isWhitespace)
        let looksLikeName = words.count >= 2 && words.count <= 4 && words.allSatisfy { $0.first?.isUppercase ?? false }
        return value.count <= 80 && !looksLikeName && value.count(where: \.isNumber) <= 4
    }
}
