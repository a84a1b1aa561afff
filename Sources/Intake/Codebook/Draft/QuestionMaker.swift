// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Gathers the columns of an export into questions.
struct QuestionMaker {
    private let titles: [SurveyTitle]
    private let profiles: [ColumnProfile]
    private(set) var questions: [CodebookDraft.Question] = []
    private(set) var batteries: [(name: String, text: String)] = []
    private var names: Set<String> = []
    /// The number that was given last to a name that stood already.
    private var numbers: [String: Int] = [:]

    init(_ titles: [SurveyTitle], _ profiles: [ColumnProfile]) {
        self.titles = titles
        self.profiles = profiles
    }

    mutating func make(leaving taken: Set<Int>) {
        var done = taken
        var groups: [String: [Int]] = [:]
        for place in titles.indices where !taken.contains(place) && titles[place].part != nil {
            groups[stem(place), default: []].append(place)
        }
        for place in titles.indices where !done.contains(place) {
            guard titles[place].part != nil else {
                done.insert(place)
                questions.append(single(place))
                continue
            }
            let group = groups[stem(place)] ?? [place]
            done.formUnion(group)
            add(group)
        }
    }

    /// Columns of one question: answers that can be chosen, or rows of a matrix.
    private mutating func add(_ group: [Int]) {
        var others = Set(group.filter { isOther($0) })
        var own = group.filter { !others.contains($0) }
        let unmarked = own.filter { ![.mark, .empty].contains(profiles[$0].content) }
        if unmarked.count == 1, own.count >= 3 {
            // One column of words beside columns of marks is for an answer of the respondent's own.
            others.formUnion(unmarked)
            own.removeAll { unmarked.contains($0) }
        }
        let areMarks = own.allSatisfy { [.mark, .empty].contains(profiles[$0].content) }
        guard areMarks else {
            let first = titles[group[0]]
            let battery = own.count > 1 ? name(first.code ?? first.question) : nil
            if let battery { batteries.append((battery, first.question)) }
            for place in own {
                var question = single(place)
                // Two codes say nothing; the header stands for the question until someone has written it.
                let hasWords = titles[place].code != nil || first.question.contains(where: \.isWhitespace)
                question.text = hasWords ? titles[place].part ?? question.text : fullHeader(place)
                question.header = titles[place].code.map { "\($0)[\(rowCode(place))]" } ?? fullHeader(place)
                question.battery = battery
                questions.append(question)
            }
            return
        }
        let first = titles[group[0]]
        if own.isEmpty, questions.last?.header == (first.code ?? first.question) {
            // The column beside a question for answers in the respondent's own words.
            if questions[questions.count - 1].kind == .single {
                questions[questions.count - 1].answers.append(otherAnswer(group[0]))
            }
            return
        }
        var question = CodebookDraft.Question(
            name: name(first.code ?? first.question), header: first.code ?? first.question, text: first.question,
            kind: .multiple)
        for place in group {
            question.answers.append(others.contains(place) ? otherAnswer(place) : answer(place))
        }
        question.answers = Self.distinct(question.answers)
        questions.append(question)
    }

    /// The question of a column with a part: its code, or else its words.
    private func stem(_ place: Int) -> String { AnswerSpellings.key(titles[place].code ?? titles[place].question) }

    private func isOther(_ place: Int) -> Bool {
        let key = AnswerSpellings.key(titles[place].part ?? "")
        return key == "other" || key.hasPrefix("other(") || key == "annat" || key.hasPrefix("annat(")
    }

    private func otherAnswer(_ place: Int) -> CodebookDraft.DraftAnswer {
        CodebookDraft.DraftAnswer(value: "other", label: titles[place].part ?? "Annat", isOther: true)
    }

    private func answer(_ place: Int) -> CodebookDraft.DraftAnswer {
        let label = titles[place].part ?? ""
        let code = rowCode(place)
        return CodebookDraft.DraftAnswer(
            value: code == label ? Self.slug(label, most: 40) : code, label: label,
            missing: AnswerScales.missing(label))
    }

    /// The code of a row or an answer, when the header has one beside the words; else the words.
    private func rowCode(_ place: Int) -> String {
        let part = titles[place].part ?? ""
        guard titles[place].code != nil else { return part }
        let key = AnswerSpellings.key(part)
        let other = titles[place].names.first { $0.part != nil && $0.part != key }
        return other?.part?.uppercased() ?? part
    }

    private func fullHeader(_ place: Int) -> String {
        let question = titles[place].question + numberAfter(place)
        return titles[place].part.map { "\(question)[\($0)]" } ?? question
    }

    /// What tells a header from others that are written alike.
    private func numberAfter(_ place: Int) -> String {
        titles[place].number.map { " (\($0))" } ?? ""
    }

    /// A question with one column.
    private mutating func single(_ place: Int) -> CodebookDraft.Question {
        let title = titles[place]
        let profile = profiles[place]
        var question = CodebookDraft.Question(
            name: name(title.part ?? title.code ?? title.question),
            header: title.code ?? title.question + numberAfter(place),
            text: title.question, kind: .text)
        switch profile.content {
        case .number: question.kind = .number
        case .choice, .choices: choose(profile, &question)
        case .empty, .personal, .mark, .date, .text: break
        }
        if question.kind == .text { question.answers = [] }
        return question
    }

    /// The answers of a question to choose from, a scale in its order and kinds of missing last.
    private func choose(_ profile: ColumnProfile, _ question: inout CodebookDraft.Question) {
        let missing = profile.answers.filter { AnswerScales.missing($0) != nil }
        var order = AnswerScales.ordered(profile.answers.filter { AnswerScales.missing($0) == nil })
        if profile.content == .choice, order.isScale { order = Self.filled(order, question.text) }
        question.kind = profile.content == .choices ? .multiple : order.isScale ? .scale : .single
        question.answers = order.answers.enumerated().map { place, answer in
            CodebookDraft.DraftAnswer(
                value: Self.slug(answer, most: 40), label: answer, isOther: AnswerScales.isOther(answer),
                score: question.kind == .scale ? order.numbers?[place] : nil)
        }
        // Places count from 1 by themselves.
        if question.answers.enumerated().allSatisfy({ $1.score == $0 + 1 }) {
            for place in question.answers.indices { question.answers[place].score = nil }
        }
        question.hasOthers = profile.hasOthers && order.numbers == nil
        if question.hasOthers, question.kind != .scale, !question.answers.contains(where: \.isOther) {
            question.answers.append(CodebookDraft.DraftAnswer(value: "other", label: "Annat svar", isOther: true))
        }
        if question.answers.count(where: \.isOther) > 1 {
            for place in question.answers.indices.dropFirst(question.answers.firstIndex(where: \.isOther)! + 1) {
                question.answers[place].isOther = false
            }
        }
        question.answers += missing.map { answer in
            CodebookDraft.DraftAnswer(
                value: Self.slug(answer, most: 40), label: answer, missing: AnswerScales.missing(answer))
        }
        question.answers = Self.distinct(question.answers)
        (question.separator, question.isUnclear, question.wholes) = (
            profile.separator, profile.isUnclear, profile.wholes
        )
        if order.answers.isEmpty { question.kind = .text }
    }

    /// A scale of bare numbers with those that nobody chose, as far as the question or the numbers tell its ends.
    private static func filled(_ order: AnswerScales.Order, _ question: String) -> AnswerScales.Order {
        guard let numbers = order.numbers, var low = numbers.first, var high = numbers.last else { return order }
        if let ends = scaleEnds(question), ends.0 <= low, ends.1 >= high { (low, high) = ends }
        let known = Dictionary(zip(numbers, order.answers)) { first, _ in first }
        let all = Array(low...high)
        return AnswerScales.Order(answers: all.map { known[$0] ?? "\($0)" }, isScale: true, numbers: all)
    }

    /// `(0–10)`, `på en skala från 1 till 5`.
    private static func scaleEnds(_ question: String) -> (Int, Int)? {
        let words = question.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        for (place, word) in words.enumerated() {
            guard let low = Int(word), low <= 1, place + 1 < words.count else { continue }
            let next = ["till", "to", "och", "and"].contains(words[place + 1]) ? place + 2 : place + 1
            if next < words.count, let high = Int(words[next]), (low + 2...10).contains(high) { return (low, high) }
        }
        return nil
    }

    /// Answers whose values are alike get numbers; those written alike are one.
    private static func distinct(_ answers: [CodebookDraft.DraftAnswer]) -> [CodebookDraft.DraftAnswer] {
        var seen: Set<String> = []
        var result: [CodebookDraft.DraftAnswer] = []
        var numbers: [String: Int] = [:]
        for var answer in answers {
            let label = AnswerSpellings.key(answer.label)
            if seen.contains(label) { continue }
            let base = answer.value
            while seen.contains(AnswerSpellings.key(answer.value)) {
                numbers[base, default: 1] += 1
                answer.value = "\(base)-\(numbers[base] ?? 2)"
            }
            seen.formUnion([label, AnswerSpellings.key(answer.value)])
            result.append(answer)
        }
        return result
    }

    /// A name for a question, unlike those before it.
    private mutating func name(_ text: String) -> String {
        // A number alone is no name.
        let isNumber = text.allSatisfy { $0.isNumber || $0 == "." }
        let base = (isNumber ? "fraga-" : "") + Self.slug(text, most: 40)
        var name = base
        while !names.insert(name).inserted {
            numbers[base, default: 1] += 1
            name = "\(base)-\(numbers[base] ?? 2)"
        }
        return name
    }

    /// Small letters without accents, digits and hyphens: `hur-ofta-racker-timmarna`. Cut between words.
    static func slug(_ text: String, most: Int) -> String {
        var words: [String] = [""]
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
            case "å", "ä", "à", "á": words[words.count - 1] += "a"
            case "ö", "ø": words[words.count - 1] += "o"
            case "é", "è": words[words.count - 1] += "e"
            case "ü": words[words.count - 1] += "u"
            case "\u{300}"..."\u{36F}": continue
            default: words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            let longer = slug.isEmpty ? word : slug + "-" + word
            if longer.count > most { break }
            slug = longer
        }
        return slug.isEmpty ? "fraga" : slug
    }
}
