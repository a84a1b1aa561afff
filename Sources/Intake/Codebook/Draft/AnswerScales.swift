// SPDX-License-Identifier: EUPL-1.2

/// Answers that forms commonly give to choose from, in order: a draft of a codebook knows a scale by them.
///
/// They are no one's own words, so they may be shown however few have chosen them.
enum AnswerScales {
    /// Each a kind of scale, from the lowest answer; answers on the same line stand equal.
    private static let scales: [[[String]]] = [
        [
            ["Aldrig", "Never"], ["Nästan aldrig", "Almost never"], ["Sällan", "Seldom", "Rarely"],
            ["Ibland", "Sometimes"], ["Ofta", "Often"], ["Oftast", "Usually", "Most of the time"],
            ["Nästan alltid", "Almost always"], ["Alltid", "Always"],
        ],
        [
            ["Stämmer inte alls", "Stämmer mycket dåligt", "Not true at all", "Strongly disagree"],
            ["Stämmer ganska dåligt", "Stämmer dåligt", "Not very true", "Disagree"],
            ["Stämmer delvis", "Varken eller", "Partly true", "Neither agree nor disagree", "Neutral"],
            ["Stämmer ganska bra", "Stämmer bra", "Fairly true", "Agree"],
            ["Stämmer helt", "Stämmer mycket bra", "Stämmer helt och hållet", "Entirely true", "Strongly agree"],
        ],
        [
            ["Mycket missnöjd", "Very dissatisfied"], ["Ganska missnöjd", "Missnöjd", "Dissatisfied"],
            ["Varken nöjd eller missnöjd", "Neither satisfied nor dissatisfied"],
            ["Ganska nöjd", "Nöjd", "Satisfied"], ["Mycket nöjd", "Very satisfied"],
        ],
        [
            ["Mycket dåligt", "Mycket dålig", "Very bad", "Very poor"],
            ["Ganska dåligt", "Ganska dålig", "Dåligt", "Dålig", "Bad", "Poor"],
            ["Varken bra eller dåligt", "Varken bra eller dålig", "Fair"],
            ["Ganska bra", "Bra", "Good"], ["Mycket bra", "Very good", "Excellent"],
        ],
        [
            ["Inte alls", "Nej, inte alls", "Not at all"], ["I liten grad", "I liten utsträckning", "A little"],
            ["Delvis", "Till viss del", "I viss mån", "Ja, delvis", "Somewhat", "Partly"],
            ["I stor utsträckning", "I hög grad", "Ja, till stor del", "Mostly"],
            ["Helt", "Helt och hållet", "Ja, helt", "Completely", "Fully"],
        ],
        [
            ["Färre", "Färre timmar", "Fewer"], ["Lika många", "Lika många timmar", "Samma", "Same"],
            ["Fler", "Fler timmar", "More"],
        ],
    ]

    private static let places: [String: (scale: Int, place: Int)] = {
        var places: [String: (scale: Int, place: Int)] = [:]
        for (number, scale) in scales.enumerated() {
            for (place, words) in scale.enumerated() {
                for word in words { places[AnswerSpellings.key(word)] = (number, place) }
            }
        }
        return places
    }()

    private static let yes = SurveyMarks.keys("Ja", "Yes", "Y")
    private static let no = SurveyMarks.keys("Nej", "No", "N")
    private static let traits = SurveyMarks.keys(
        "Kvinna", "Man", "Annat", "Other", "Woman", "Female", "Male", "SoL", "LSS", "Ingen", "None", "Någon annan")

    /// Whether the answer is one that forms commonly give.
    static func isCommon(_ answer: String) -> Bool {
        let key = AnswerSpellings.key(answer)
        return places[key] != nil || yes.contains(key) || no.contains(key) || traits.contains(key)
            || missing(answer) != nil
    }

    /// The kind of missing that an answer stands for in every survey.
    static func missing(_ answer: String) -> String? {
        let key = AnswerSpellings.key(answer)
        for (words, meaning) in AnswerSpellings.common where words.contains(where: { AnswerSpellings.key($0) == key }) {
            return meaning.word
        }
        return nil
    }

    /// The answers from the lowest, when three or more of them are one scale; else yes before no, then by the text with
    /// whole numbers in their order.
    static func ordered(_ answers: [String]) -> (answers: [String], isScale: Bool) {
        let found = answers.map { places[AnswerSpellings.key($0)] }
        if answers.count >= 3, let first = found.first??.scale, found.allSatisfy({ $0?.scale == first }) {
            let order = answers.indices.sorted { (found[$0]!.place, $0) < (found[$1]!.place, $1) }
            return (order.map { answers[$0] }, true)
        }
        if answers.count >= 3, answers.allSatisfy({ Int($0) != nil }) {
            return (answers.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }, true)
        }
        return (answers.sorted { rank($0) < rank($1) }, false)
    }

    private static func rank(_ answer: String) -> (Int, Int, String) {
        let key = AnswerSpellings.key(answer)
        if yes.contains(key) { return (0, 0, key) }
        if no.contains(key) { return (1, 0, key) }
        // A2 before A10.
        let digits = answer.reversed().prefix { $0.isASCII && $0.isNumber }
        return (2, Int(String(digits.reversed())) ?? 0, key)
    }
}
