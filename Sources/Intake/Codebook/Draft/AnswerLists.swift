// SPDX-License-Identifier: EUPL-1.2

/// Cells with several answers in each: what stands between the answers.
enum AnswerLists {
    /// What a column's cells hold.
    enum Found: Hashable {
        case oneAnswer
        /// Several answers, with this between them.
        case several(String)
        /// Perhaps several, with this between them: a comma may belong to an answer.
        case unclear(String)
    }

    /// So many cells with a separator are the least that tell anything.
    private static let fewest = 3
    /// So many different answers are the most that a question gives to choose from.
    private static let most = 20

    /// What stands between the answers of a column's cells.
    ///
    /// Cells end with `;` in Microsoft Forms. Else the same few answers must come back in other company: then there are
    /// fewer answers than cells that differ. With a comma between them that is asked about all the same.
    static func found(in values: [String], title: SurveyTitle, platform: SurveyPlatform) -> Found {
        if values.count(where: { $0.hasSuffix(";") }) * 2 > values.count { return .several(";") }
        for separator in [";", "|", "\n"] where isList(values, separator) { return .several(separator) }
        let commas = values.filter { $0.contains(",") }
        // Other tools have their own ways with several answers; codes may have been put together by hand.
        let joinsByComma = [.googleForms, .qualtrics, .generic].contains(platform)
        guard !commas.isEmpty, joinsByComma || !values.contains(where: { $0.contains(where: \.isLetter) }) else {
            return .oneAnswer
        }
        let separator = commas.allSatisfy { $0.contains(", ") } ? ", " : ","
        return mayBeList(values, separator, title) ? .unclear(separator) : .oneAnswer
    }

    private static func isList(_ values: [String], _ separator: String) -> Bool {
        guard values.count(where: { $0.contains(separator) }) >= fewest else { return false }
        var counts: [String: Int] = [:]
        for value in values { for part in parts(of: value, separator) { counts[part, default: 0] += 1 } }
        return counts.count <= most && counts.count < Set(values).count && counts.values.allSatisfy { $0 > 1 }
    }

    /// Whether cells with commas may be lists: some answer stands alone too, or two of them in several companies.
    private static func mayBeList(_ values: [String], _ separator: String, _ title: SurveyTitle) -> Bool {
        let commas = values.filter { $0.contains(separator) }
        // Answers with a comma in them, that forms commonly give.
        guard !commas.allSatisfy({ AnswerScales.isCommon($0) }), !canBeDecimals(commas, title) else { return false }
        let lists = joined(values, separator)
        var counts: [String: Int] = [:]
        var companies: [String: Set<[String]>] = [:]
        for list in lists {
            for part in Set(list) {
                counts[part, default: 0] += 1
                companies[part, default: []].insert(list)
            }
        }
        let known = counts.filter { $0.value > 1 }
        let given = known.values.reduce(0, +)
        // Words of the respondents' own come back seldom.
        guard !known.isEmpty, known.count <= most, given * 3 >= counts.values.reduce(0, +) * 2 else { return false }
        let inLists = Set(lists.filter { $0.count > 1 }.flatMap { $0 })
        let alone = lists.contains { $0.count == 1 && inLists.contains($0[0]) }
        return alone || inLists.count { (companies[$0]?.count ?? 0) > 1 } >= 2
    }

    /// The answers of a cell, and with an answer that holds the separator in pieces.
    static func parts(of value: String, _ separator: String) -> [String] {
        pieces(of: value, separator).map { SurveyTable.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// What stands between the separators, blanks with it.
    static func pieces(of value: String, _ separator: String) -> [String] {
        var pieces: [String] = []
        var rest = value[...]
        while let found = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        pieces.append(String(rest))
        return pieces.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The answers of each cell, with pieces that only stand together put together again: an answer may hold the
    /// separator.
    static func joined(_ values: [String], _ separator: String) -> [[String]] {
        var lists = values.map { pieces(of: $0, separator) }
        // Where all cells begin with a capital, what begins with a small letter goes on with what it follows; so does
        // what a blank stands before, where none stands between answers.
        let haveCapitals = lists.allSatisfy { $0.first?.first.map { !$0.isLowercase } ?? true }
        func goesOn(_ piece: String) -> Bool {
            separator == "," && piece.first?.isWhitespace ?? false
                || haveCapitals && SurveyTable.trimmed(piece).first?.isLowercase ?? false
        }
        lists = lists.map { list in
            list.reduce(into: []) { parts, part in
                if let last = parts.last, goesOn(part) {
                    parts[parts.count - 1] = last + separator + part
                } else {
                    parts.append(part)
                }
            }
        }.map { $0.map { SurveyTable.trimmed($0) } }
        while true {
            var counts: [String: Int] = [:]
            var pairs: [[String]: Int] = [:]
            for list in lists {
                for part in list { counts[part, default: 0] += 1 }
                for (one, other) in zip(list, list.dropFirst()) { pairs[[one, other], default: 0] += 1 }
            }
            let together = pairs.filter { pair, count in
                count >= fewest && pair[0] != pair[1] && counts[pair[0]] == count && counts[pair[1]] == count
            }
            guard let pair = together.keys.min(by: { $0.lexicographicallyPrecedes($1) }) else { return lists }
            lists = lists.map { list in
                guard
                    let place = zip(list, list.dropFirst()).enumerated().first(where: {
                        $0.element.0 == pair[0] && $0.element.1 == pair[1]
                    })?.offset
                else { return list }
                return Array(list[..<place]) + [pair[0] + separator + pair[1]] + Array(list[(place + 2)...])
            }
        }
    }

    /// Whether `1,2` may be a number with a decimal comma. It is two codes where the codes of every cell rise, more than
    /// one stands after the comma, and the question does not ask for a number.
    private static func canBeDecimals(_ lists: [String], _ title: SurveyTitle) -> Bool {
        let codes = lists.map { list in parts(of: list, ",").map { Int($0) } }
        // Words, or more than two parts, are no number.
        guard codes.allSatisfy({ $0.count == 2 && !$0.contains(nil) }) else { return false }
        if codes.contains(where: { $0.contains { $0 ?? 0 > 99 } }) { return true }
        if asksForNumber(title) { return true }
        let pairs = codes.map { ($0[0] ?? 0, $0[1] ?? 0) }
        return !pairs.allSatisfy { $0 < $1 } || Set(pairs.map(\.1)).count < 2
    }

    /// Whether the question asks for a number.
    static func asksForNumber(_ title: SurveyTitle) -> Bool {
        let question = AnswerSpellings.key(title.question + (title.part ?? ""))
        return numberWords.contains { question.contains($0) }
    }

    private static let numberWords = SurveyMarks.keys(
        "hur många", "antal", "timmar", "procent", "kronor", "how many", "hours", "number of", "per cent", "minuter",
        "minutes", "hur gammal", "ålder", "how old", "vilket år", "födelseår")
}
