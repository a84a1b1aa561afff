// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Answers that forms commonly give to choose from, in order: a draft of a codebook knows a scale by them.
///
/// They are no one's own words, so they may be shown however few have chosen them.
enum AnswerScales {
    private static let places: [String: [Int: Int]] = {
        var places: [String: [Int: Int]] = [:]
        for (number, scale) in AnswerScaleWords.scales.enumerated() {
            for (place, words) in scale.enumerated() {
                for word in words { places[AnswerSpellings.key(word), default: [:]][number] = place }
            }
        }
        return places
    }()

    private static let yes = SurveyMarks.keys("Ja", "Yes", "Y")
    private static let no = SurveyMarks.keys("Nej", "No", "N")
    private static let traits = SurveyMarks.keys(
        "Kvinna", "Man", "Annat", "Other", "Woman", "Female", "Male", "SoL", "LSS", "Ingen", "None", "Någon annan",
        "Osäker", "Unsure", "Kanske", "Maybe", "Annan", "Icke-binär", "Non-binary", "Annan könsidentitet")

    /// Whether the answer is one that forms commonly give, or of a form that no one's own words have.
    static func isCommon(_ answer: String) -> Bool {
        let key = AnswerSpellings.key(answer)
        return places[key] != nil || yes.contains(key) || no.contains(key) || traits.contains(key)
            || missing(answer) != nil || AnswerRange(answer) != nil
    }

    /// The kind of missing that an answer stands for in every survey.
    static func missing(_ answer: String) -> String? {
        let key = AnswerSpellings.key(answer)
        if let known = missingWords[key] { return known }
        // `Vet ej/ingen åsikt`, `Vet ej, kan inte svara`
        let halves = answer.split { "/,".contains($0) }.map { AnswerSpellings.key(String($0)) }
        guard halves.count == 2, let one = missingWords[halves[0]], one == missingWords[halves[1]] else { return nil }
        return one
    }

    private static let missingWords: [String: String] = {
        var words: [String: String] = [:]
        for (spellings, meaning) in AnswerSpellings.common {
            for spelling in spellings { words[AnswerSpellings.key(spelling)] = meaning.word }
        }
        for word in ["-99", "-98", "#NULL!", "NULL", "Ej svar", "Ej besvarad", "Obesvarad", "Inget svar"] {
            words[AnswerSpellings.key(word)] = MissingAnswer.noAnswer.word
        }
        return words
    }()

    /// Whether the answer is for words of the respondent's own.
    static func isOther(_ answer: String) -> Bool {
        let key = AnswerSpellings.key(answer)
        return otherWords.contains {
            key == $0 || key.hasPrefix($0 + ",") || key.hasPrefix($0 + "(") || key.hasPrefix($0 + ":")
        }
    }

    private static let otherWords = SurveyMarks.keys(
        "Annat", "Annan", "Other", "Något annat", "Någon annan", "Övrigt", "Annat svar", "Other answer",
        "Annat alternativ")

    /// The place of an answer on a numbered scale: `4`, `1 – Inte alls`, `5 (mycket)`. Not `18–29 år`.
    static func number(of answer: String) -> Int? {
        let text = SurveyTable.trimmed(answer)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
        let rest = text.dropFirst(digits.count).drop(while: \.isWhitespace)
        guard let sign = rest.first else { return number }
        guard "–-—=:.)(,".contains(sign) else { return nil }
        let words = rest.dropFirst().drop(while: \.isWhitespace)
        guard let first = words.first, first.isLetter else { return nil }
        return number
    }

    /// How answers stand to each other.
    struct Order {
        var answers: [String]
        var isScale: Bool
        /// The numbers of a scale that has any.
        var numbers: [Int]?
    }

    /// The answers from the lowest, when three or more of them are one scale; else yes before no, then by the text with
    /// whole numbers in their order.
    static func ordered(_ answers: [String]) -> Order {
        let numbers = answers.compactMap { number(of: $0) }
        if answers.count >= 3, numbers.count == answers.count, Set(numbers).count == numbers.count {
            let order = answers.indices.sorted { numbers[$0] < numbers[$1] }
            return Order(answers: order.map { answers[$0] }, isScale: true, numbers: order.map { numbers[$0] })
        }
        let ranges = answers.compactMap { AnswerRange($0) }
        if answers.count >= 2, ranges.count == answers.count {
            let order = answers.indices.sorted { (ranges[$0].lower, $0) < (ranges[$1].lower, $1) }
            return Order(answers: order.map { answers[$0] }, isScale: false)
        }
        if answers.count >= 2, let scale = scale(of: answers) {
            let found = answers.map { places[AnswerSpellings.key($0)]?[scale] ?? 0 }
            let order = answers.indices.sorted { (found[$0], $0) < (found[$1], $1) }
            return Order(answers: order.map { answers[$0] }, isScale: answers.count >= 3)
        }
        return Order(answers: answers.sorted { rank($0) < rank($1) }, isScale: false)
    }

    /// The scale that all of the answers are of.
    static func scale(of answers: [String]) -> Int? {
        var scales: Set<Int>?
        for answer in answers {
            let own = Set((places[AnswerSpellings.key(answer)] ?? [:]).keys)
            scales = scales?.intersection(own) ?? own
        }
        return scales?.min()
    }

    /// How many steps forms usually have of a scale: those of how often have several words for each of four or five, and
    /// only some forms go beyond five.
    static func usualSteps(of scale: Int) -> Int {
        let steps = AnswerScaleWords.scales[scale].count
        return steps > 6 ? 4 : min(steps, 5)
    }

    private static func rank(_ answer: String) -> (Int, Int, String) {
        let key = AnswerSpellings.key(answer)
        if yes.contains(key) { return (0, 0, key) }
        if no.contains(key) { return (1, 0, key) }
        // A2 before A10.
        let digits = answer.reversed().prefix { $0.isASCII && $0.isNumber }
        return (isOther(answer) ? 3 : 2, Int(String(digits.reversed())) ?? 0, key)
    }
}

/// An answer that is a range of numbers: `18–29 år`, `65 år eller äldre`, `Under 18 år`, `10+`.
struct AnswerRange {
    /// The lowest number, as far as order goes: before 18 for `Under 18 år`.
    let lower: Double

    private static let units: Set<String> = [
        "år", "years", "year", "yearsold", "timmar", "tim", "h", "hours", "gånger", "times", "dagar", "days", "månader",
        "months", "kr", "kronor", "procent", "%", "minuter", "minutes", "årgammal",
    ]
    private static let upwards: Set<String> = [
        "elleräldre", "ochäldre", "ochuppåt", "elleröver", "ellermer", "ellerfler", "ochmer", "ochfler", "orolder",
        "andolder", "ormore", "andmore", "orover", "andover", "+", "-", "ochöver",
    ]
    private static let below: Set<String> = ["under", "yngreän", "mindreän", "färreän", "<", "lessthan", "youngerthan"]
    private static let above: Set<String> = [
        "över", "äldreän", "merän", "flerän", ">", "morethan", "olderthan", "over",
    ]

    init?(_ answer: String) {
        var text = AnswerSpellings.key(answer)[...]
        guard text.count <= 30 else { return nil }
        func word() -> String {
            let word = text.prefix { !($0.isASCII && $0.isNumber) }
            text = text.dropFirst(word.count)
            return String(word)
        }
        func number() -> Int? {
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            text = text.dropFirst(digits.count)
            return digits.count <= 3 ? Int(digits) : nil
        }
        let before = word()
        guard let first = number() else { return nil }
        let between = word()
        if text.isEmpty {
            let isOpen = Self.upwards.contains(Self.withoutUnit(between))
            if Self.below.contains(before), between.isEmpty || Self.units.contains(between) {
                lower = Double(first) - 1000
            } else if Self.above.contains(before), between.isEmpty || Self.units.contains(between) {
                lower = Double(first) + 0.5
            } else if before.isEmpty, isOpen {
                lower = Double(first)
            } else {
                return nil
            }
            return
        }
        guard before.isEmpty, ["-", "till", "to"].contains(Self.withoutUnit(between)), number() != nil else {
            return nil
        }
        guard text.isEmpty || Self.units.contains(String(text)) else { return nil }
        lower = Double(first)
    }

    private static func withoutUnit(_ words: String) -> String {
        let unit = units.filter { words.hasPrefix($0) }.max { $0.count < $1.count }
        return String(words.dropFirst(unit?.count ?? 0))
    }
}
