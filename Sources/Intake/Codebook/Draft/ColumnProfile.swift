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
    /// What stands between the answers of a cell.
    private(set) var separator: String?
    /// Whether it must be asked if cells hold several answers.
    private(set) var isUnclear = false
    /// What cells hold as they stand, where it is asked whether each is one answer or several.
    private(set) var wholes: [String] = []

    /// So many different answers are the most that a question gives to choose from.
    private static let most = 20

    init(_ values: [String], title: SurveyTitle, platform: SurveyPlatform) {
        let values = values.map { SurveyTable.trimmed($0) }.filter { !$0.isEmpty }
        guard !values.isEmpty else { return }
        if title.isOne(of: SurveyMarks.personal) || title.isOne(of: Self.personHeaders)
            || values.contains(where: Self.tellsPerson)
        {
            content = .personal
            return
        }
        if title.part != nil, values.allSatisfy({ Self.isMark($0, of: title) }),
            platform == .limeSurvey || !values.contains(where: { Self.noWords.contains(AnswerSpellings.key($0)) })
        {
            content = .mark
            return
        }
        if values.allSatisfy({ $0.count <= 40 && AnswerTime($0)?.isNothingElse ?? false }) {
            content = .date
            return
        }
        switch AnswerLists.found(in: values, title: title, platform: platform) {
        case .oneAnswer: settle(values, title)
        case .several(let separator):
            self.separator = separator
            settle(values.flatMap { AnswerLists.parts(of: $0, separator) }, title)
        case .unclear(let separator):
            settle(values, title)
            wholes = content == .choice ? answers : []
            let all = self
            settle(AnswerLists.joined(values, separator).flatMap { $0 }, title)
            if content == .choice {
                (self.separator, isUnclear) = (separator, true)
            } else {
                (self, wholes) = (all, [])
            }
        }
        if content == .choice, Self.asksForName(title), answers.contains(where: Self.canBeName) {
            (content, answers, hasOthers, isUnclear) = (.text, [], false, false)
        }
        if content == .choice, separator != nil { content = isRanking(values) ? .text : .choices }
    }

    /// Whether each cell has the same answers, in an order of its own.
    private func isRanking(_ values: [String]) -> Bool {
        guard let separator, values.count >= 5, Set(values).count > 1 else { return false }
        let lists = values.map { AnswerLists.parts(of: $0, separator) }
        return lists[0].count >= 3 && lists.allSatisfy { $0.count == lists[0].count && Set($0) == Set(lists[0]) }
    }

    /// A word that is an answer of a yes-or-no question everywhere but in LimeSurvey.
    private static let noWords = SurveyMarks.keys("Nej", "No")

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

    private static func isMark(_ value: String, of title: SurveyTitle) -> Bool {
        let key = AnswerSpellings.key(value)
        return SurveyMarks.chosen.contains(key) || SurveyMarks.notChosen.contains(key)
            || key == title.part.map { AnswerSpellings.key($0) }
    }

    private mutating func settle(_ values: [String], _ title: SurveyTitle) {
        (content, answers, hasOthers) = (.empty, [], false)
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
            let whole = order.filter { AnswerScales.missing($0) == nil }.map { Int($0) }
            let isScale = !whole.isEmpty && whole.allSatisfy { $0.map { (0...10).contains($0) } ?? false }
            guard isScale, !AnswerLists.asksForNumber(title), whole.count > 1 else {
                content = whole.isEmpty ? .text : .number
                return
            }
            content = .choice
            answers = order
            return
        }
        if separator == nil, Self.asksForWords(title), !order.allSatisfy({ AnswerScales.isCommon($0) }) {
            content = .text
            return
        }
        // Whole sentences are a form's own only where all of them come back.
        let maySay = order.count <= 10 && order.allSatisfy { AnswerScales.isCommon($0) || counts[$0]! >= 3 }
        let shown = order.filter { value in
            AnswerScales.isCommon(value)
                || (maySay || !Self.isSentence(value)) && counts[value]! >= 2 && Self.looksLikeAnAnswer(value)
                || Self.isCode(value) && order.count(where: Self.isCode) >= 3
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

    /// Whether the question asks for the respondents' own words.
    private static func asksForWords(_ title: SurveyTitle) -> Bool {
        let key = AnswerSpellings.key(title.question + (title.part ?? ""))
        return ownWords.contains { key.contains($0) }
    }

    private static let ownWords = SurveyMarks.keys(
        "att berätta", "vill du berätta", "berätta mer", "berätta gärna", "berätta om", "kommentar", "synpunkt",
        "egna ord", "beskriv", "motivera", "utveckla", "fritext", "förslag",
        "något mer", "något annat du", "övrigt", "comment", "anything else", "tell us", "describe",
        "your own words",
        "suggestion", "feedback", "open-ended")

    /// Ends or goes on as running text does.
    private static func isSentence(_ value: String) -> Bool {
        guard let last = value.last else { return false }
        return ".!".contains(last) || value.contains(". ") || value.contains("! ")
    }

    /// A tool's own code of an answer: `A3`.
    private static func isCode(_ value: String) -> Bool {
        let letters = value.prefix { $0.isASCII && $0.isUppercase }
        let digits = value.dropFirst(letters.count)
        return (1...2).contains(letters.count) && (1...2).contains(digits.count)
            && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Short, with few digits, and not like a person's name: two words that both begin with a capital.
    private static func looksLikeAnAnswer(_ value: String) -> Bool {
        let words = value.split(whereSeparator: \.isWhitespace)
        let looksLikeName = words.count >= 2 && words.count <= 4 && words.allSatisfy { $0.first?.isUppercase ?? false }
        return value.count <= 80 && !value.contains(where: \.isNewline) && !looksLikeName
            && value.count(where: \.isNumber) <= 4
    }
}
