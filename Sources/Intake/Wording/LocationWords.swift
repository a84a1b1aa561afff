// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Location {
    /// `data/beslut-2019.csv:17, kolumnen Personnummer`; of a sheet `data/beslut.xlsx [Beslut], cell C17, kolumnen …`.
    package func words(in language: Language) -> String {
        let place =
            cell.map { cell in
                let word =
                    column == nil ? Phrase(sv: "rad", en: "row") : Phrase(sv: "cell", en: "cell")
                return "\(file), \(word[language]) \(cell)"
            } ?? "\(file):\(line)"
        guard let column else { return place }
        return "\(place), \(Phrase(sv: "kolumnen", en: "column")[language]) \(column)"
    }
}

extension Fault {
    /// One line: where, what is wrong, what was found, what to do. `nearest` are right names near the wrong one.
    package func line(in language: Language, nearest: [String] = []) -> String {
        var text = "\(location.words(in: language)): \(rule.problem[language])"
        if found != .empty, let shape = found.words?[language] { text += " (\(shape))" }
        return text + ". " + (NearestWords.question(nearest, in: language) ?? rule.remedy[language])
    }
}

extension Remark {
    /// One line: where, what is worth knowing, what was found.
    package func line(in language: Language) -> String {
        let shape = found.words.map { " (\($0[language]))" } ?? ""
        return "\(location.words(in: language)): \(rule.problem[language])\(shape)."
    }
}

/// "Did you mean …?" for one name or several.
enum NearestWords {
    static func question(_ names: [String], in language: Language) -> String? {
        guard let last = names.last else { return nil }
        let quoted = names.dropLast().map { Phrase(sv: "”\($0)”", en: "“\($0)”")[language] }
        let lastQuoted = Phrase(sv: "”\(last)”", en: "“\(last)”")[language]
        let list =
            quoted.isEmpty
            ? lastQuoted
            : quoted.joined(separator: ", ") + Phrase(sv: " eller ", en: " or ")[language] + lastQuoted
        return Phrase(sv: "Menade du \(list)?", en: "Did you mean \(list)?")[language]
    }
}
