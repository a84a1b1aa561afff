// SPDX-License-Identifier: EUPL-1.2

/// Cells with several answers in each: what stands between the answers.
enum AnswerLists {
    /// So many cells with a separator are the least that tell anything.
    private static let fewest = 3
    /// So many different answers are the most that a question gives to choose from.
    private static let most = 20

    /// The separator of a column's answers; nil when each cell is one answer.
    ///
    /// Most cells end with `;` in Microsoft Forms. Else the same few answers must come back in other company: then there
    /// are fewer answers than cells that differ, which is not so of answers that merely hold a comma.
    static func separator(of values: [String], title: SurveyTitle) -> Character? {
        if values.count(where: { $0.hasSuffix(";") }) * 2 > values.count { return ";" }
        return [";", "|", "\n", ","].first { separator in
            let lists = values.filter { $0.contains(separator) }
            guard lists.count >= fewest else { return false }
            var counts: [String: Int] = [:]
            for value in values { for part in parts(of: value, separator) { counts[part, default: 0] += 1 } }
            guard counts.count <= most, counts.count < Set(values).count, counts.values.allSatisfy({ $0 > 1 }) else {
                return false
            }
            return separator != "," || !canBeDecimals(lists, title)
        }
    }

    /// The answers of a cell.
    static func parts(of value: String, _ separator: Character) -> [String] {
        value.split(separator: separator).map { SurveyTable.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// Whether `1,2` may be a number with a decimal comma. It is two codes where the codes of every cell rise, more than
    /// one stands after the comma, and the question does not ask for a number.
    private static func canBeDecimals(_ lists: [String], _ title: SurveyTitle) -> Bool {
        let codes = lists.map { list in parts(of: list, ",").map { Int($0) } }
        // Words, or more than two parts, are no number.
        guard codes.allSatisfy({ $0.count == 2 && !$0.contains(nil) }) else { return false }
        if codes.contains(where: { $0.contains { $0 ?? 0 > 99 } }) { return true }
        let question = AnswerSpellings.key(title.question)
        if asksForNumber.contains(where: { question.contains($0) }) { return true }
        let pairs = codes.map { ($0[0] ?? 0, $0[1] ?? 0) }
        return !pairs.allSatisfy { $0 < $1 } || Set(pairs.map(\.1)).count < 2
    }

    private static let asksForNumber = SurveyMarks.keys(
        "hur många", "antal", "timmar", "procent", "kronor", "betyg", "how many", "hours", "number", "per cent")
}
