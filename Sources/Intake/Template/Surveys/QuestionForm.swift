// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// A codebook's questions as a form to print or to build in a survey tool: Markdown in one language.
package struct QuestionForm: Sendable {
    let codebook: Codebook
    let language: Language
    /// Whether it is the easy-to-read (*lättläst*) form: fewer and simpler questions.
    let isEasy: Bool

    package init(_ codebook: Codebook, language: Language, isEasy: Bool = false) {
        self.codebook = codebook
        self.language = language
        self.isEasy = isEasy
    }

    private var items: [CodebookItem] {
        codebook.items.filter { $0.isInForm && (!isEasy || $0.easyQuestion != nil) }
    }

    package var markdown: String {
        var blocks = ["# \(codebook.title[language])"]
        if let intro = isEasy ? codebook.easyIntro ?? codebook.intro : codebook.intro { blocks.append(intro[language]) }
        var number = 0
        var numbers: [String: Int] = [:]
        var place = 0
        let items = items
        while place < items.count {
            number += 1
            let item = items[place]
            numbers[item.item.name] = number
            if !isEasy, let name = item.item.battery,
                let battery = codebook.batteries.first(where: { $0.name == name })
            {
                let rows = items[place...].prefix { $0.item.battery == name }
                blocks += ["## \(number). \(battery.question[language])", matrix(Array(rows))]
                place += rows.count
                continue
            }
            blocks.append("## \(number). \(question(item))")
            if let filter = filter(item, numbers) { blocks.append(filter) }
            blocks.append(answers(item))
            place += 1
        }
        blocks.append(Phrase(sv: "Tack för att du svarade!", en: "Thank you for answering!")[language])
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func question(_ item: CodebookItem) -> String {
        ((isEasy ? item.easyQuestion : nil) ?? item.item.question)[language]
    }

    private func label(_ option: CodebookItem.Option) -> String {
        ((isEasy ? option.easyLabel : nil) ?? option.label)[language]
    }

    private func answers(_ item: CodebookItem) -> String {
        switch item.item.kind {
        case .text: return "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"
        case .number: return Phrase(sv: "Svar: ", en: "Answer: ")[language] + "\\_\\_\\_\\_\\_\\_"
        case .single, .multiple, .scale:
            let several =
                isEasy
                ? Phrase(sv: "Du kan välja flera svar.", en: "You can choose several answers.")
                : Phrase(sv: "Flera svar går bra.", en: "Several answers are fine.")
            let boxes = item.options.map { option in
                "- ☐ \(label(option))" + (option.isOther ? ": \\_\\_\\_\\_\\_\\_\\_\\_" : "")
            }
            return (item.item.kind == .multiple ? several[language] + "\n\n" : "") + boxes.joined(separator: "\n")
        }
    }

    /// Rows of a battery with the answers as columns.
    private func matrix(_ rows: [CodebookItem]) -> String {
        let labels = rows[0].options.map { label($0) }
        var lines = ["| | " + labels.joined(separator: " | ") + " |"]
        lines.append("|---|" + labels.map { _ in ":-:|" }.joined())
        for row in rows {
            lines.append("| \(question(row)) | " + labels.map { _ in "☐" }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    /// Who is to pass the question over.
    private func filter(_ item: CodebookItem, _ numbers: [String: Int]) -> String? {
        guard let filter = item.item.notAskedIf, let number = numbers[filter.item],
            let other = items.first(where: { $0.item.name == filter.item })
        else { return nil }
        let labels = other.item.categories.indices.filter { filter.codes.contains(other.item.categories[$0].code) }
            .compactMap { place in other.options.first { $0.meaning == .category(place) } }
            .map { Phrase(sv: "”\(label($0))”", en: "“\(label($0))”")[language] }
        let list = labels.joined(separator: Phrase(sv: " eller ", en: " or ")[language])
        return Phrase(
            sv: "*Hoppa över frågan om du svarade \(list) på fråga \(number).*",
            en: "*Pass this question over if you answered \(list) to question \(number).*")[language]
    }
}
