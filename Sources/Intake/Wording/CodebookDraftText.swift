// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Tabular
package import Terms

extension CodebookDraft {
    /// The first words of every draft, after the sign of a comment.
    private static let opening = Phrase(sv: "Utkast till kodbok ur", en: "Draft of a codebook from")
    private static let emptyTitle = "title: \"\""

    /// A draft that nobody has begun to work on: its title is still empty.
    package static let untouched = OwnOutput { file in
        [opening.swedish, opening.english].contains { file.start.hasPrefix("# \($0) ") }
            && file.start.split(separator: "\n").contains { $0 == emptyTitle }
    }

    /// The draft as YAML, with comments in a language on what is left to do. It is a codebook as it stands.
    package func text(in language: Language) -> String {
        var lines = head(language)
        if !batteries.isEmpty {
            lines += ["", "batteries:"]
            for battery in batteries {
                lines.append("  - {name: \(Self.quoted(battery.name)), question: \(Self.quoted(battery.text))}")
            }
        }
        lines += ["", "fields:"]
        for (place, question) in questions.enumerated() {
            if place > 0 { lines.append("") }
            lines += field(question, language)
        }
        if questions.isEmpty { lines[lines.count - 1] = "fields: []" }
        return lines.map(\.withoutControls).joined(separator: "\n") + "\n"
    }

    private func head(_ language: Language) -> [String] {
        var lines = [
            "# "
                + Phrase(
                    sv: "\(Self.opening.swedish) \(Paths.name(of: file)) (\(platform.title)). Se igenom varje fråga.",
                    en:
                        "\(Self.opening.english) \(Paths.name(of: file)) (\(platform.title)). Look each question over."
                )[
                    language],
            "# "
                + Phrase(
                    sv: "Skriv vilka som svarat, rätt svar på kunskapsfrågor (right:), skalornas riktning (direction:)",
                    en: "Say who answered, the right answers to knowledge questions (right:), the scales' direction")[
                    language],
            "# "
                + Phrase(
                    sv:
                        "och vilka frågor som bara ställts till en del (not_asked_if:). docs/kodbok.md förklarar orden.",
                    en: "(direction:), and which questions only some were asked (not_asked_if:).")[language],
        ]
        if !personal.isEmpty {
            let names = personal.joined(separator: ", ")
            lines.append(
                "# "
                    + Phrase(
                        sv: "Läses inte, eftersom de visar vem som svarat: \(names).",
                        en: "Not read, since they tell who answered: \(names).")[language])
        }
        lines += [Self.emptyTitle, "group: \(group.code)"]
        if let year { lines.append("wave: \(year)") }
        if platform != .generic { lines.append("platform: \(platform.rawValue)") }
        if !columns.isEmpty {
            lines += ["", "columns:"]
            for (column, header) in columns where header != "…" {
                lines.append("  \(column.rawValue): \(Self.quoted(header))")
            }
        }
        return lines
    }

    private func field(_ question: Question, _ language: Language) -> [String] {
        var lines = [
            "  - name: \(question.name)", "    header: \(Self.quoted(question.header))",
            "    type: \(question.kind.rawValue)",
        ]
        if question.kind == .scale {
            lines.append(
                "    # direction: higher-is-better   # "
                    + Phrase(sv: "eller lower-is-better", en: "or lower-is-better")[language])
        }
        if let battery = question.battery { lines.append("    battery: \(Self.quoted(battery))") }
        lines.append("    question: \(Self.quoted(question.text))")
        if question.isUnclear, let separator = question.separator {
            lines += asked(question, separator, language)
        } else if let separator = question.separator {
            lines.append("    separator: \(separator == "\n" ? "\"\\n\"" : Self.quoted(separator))")
        }
        guard !question.answers.isEmpty else { return lines }
        lines.append("    categories:")
        for answer in question.answers {
            var parts = ["value: \(Self.quoted(answer.value))", "label: \(Self.quoted(answer.label))"]
            if let missing = answer.missing { parts.append("missing: \(missing)") }
            if answer.isOther { parts.append("other: true") }
            if let score = answer.score { parts.append("score: \(score)") }
            lines.append("      - {\(parts.joined(separator: ", "))}")
        }
        if let unchosen = question.unchosen { lines.append("      # \(unchosen.words[language])") }
        if question.hasOthers {
            lines.append(
                "      # "
                    + Phrase(
                        sv: "Fler svar finns i filen. De visas inte här, eftersom få har gett dem.",
                        en: "There are more answers in the file. They are not shown here, since few gave them.")[
                        language])
        }
        return lines
    }

    /// What must be answered before the question is read: whether a cell holds several answers.
    private func asked(_ question: Question, _ separator: String, _ language: Language) -> [String] {
        var lines = [
            "    # "
                + Phrase(
                    sv: "Kan ett fält ha flera svar? Ta då bort frågetecknet, och se efter att svaren är formulärets.",
                    en:
                        "May a cell hold several answers? If so, remove the question mark, and see that the answers are "
                        + "the form's.")[language],
            "    # "
                + Phrase(
                    sv: "Annars: skriv type: single, ta bort raden separator och skriv svaren som de står i filen.",
                    en:
                        "If not: write type: single, remove the line separator and write the answers as the file has them."
                )[language],
        ]
        if !question.wholes.isEmpty, question.wholes.count <= 10 {
            let wholes = question.wholes.map(Self.quoted).joined(separator: ", ")
            lines.append("    # categories: [\(wholes)]")
        }
        return lines + ["    separator: \(Self.quoted(CodebookField.asked + separator))"]
    }

    /// A text in double quotes, on one line.
    private static func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}

extension UnchosenSteps {
    /// What to do with the steps that the file cannot show.
    fileprivate var words: Phrase {
        switch self {
        case .ofOtherQuestions(let answers):
            Phrase(
                sv:
                    "Ingen har valt \(answers.map { "”\($0)”" }.joined(separator: ", ")), som andra frågor i filen har. "
                    + "Hade frågan det svaret: lägg till det på sin plats. Ordningen är skalans.",
                en:
                    "Nobody chose \(answers.map { "“\($0)”" }.joined(separator: ", ")), which other questions of the file "
                    + "have. If the question had it, add it in its place. The order is the scale's.")
        case .somewhere:
            Phrase(
                sv: "Svar som ingen har valt finns inte i filen. Hade frågan fler svar: lägg till dem på sin plats. "
                    + "Ordningen är skalans.",
                en:
                    "Answers that nobody chose are not in the file. If the question had more, add them in their places. "
                    + "The order is the scale's.")
        }
    }
}
