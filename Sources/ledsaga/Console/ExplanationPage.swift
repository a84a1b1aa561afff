// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Terms

/// What is known of one item of the surveys, laid out for a terminal.
struct ItemPage {
    private let item: ItemExplanation
    private let language: Language

    init(_ item: ItemExplanation, _ language: Language) {
        self.item = item
        self.language = language
    }

    func text(width: Int) -> String {
        var text = "\(MeasureName.item.rawValue):\(item.name)\n"
        text += Paragraph.wrapped(item.question[language], width: width, indent: 2)
        for line in item.lines {
            text += "\n\(line.label[language])\n" + Paragraph.wrapped(line.text[language], width: width, indent: 2)
        }
        if !item.answers.isEmpty {
            text += "\n\(ExplanationHeading.answers[language])\n"
            text += item.answers.map { Paragraph.wrapped($0[language], width: width, indent: 2) }.joined()
        }
        return text
    }
}

/// An explanation laid out for a terminal.
struct ExplanationPage {
    private let name: String
    private let summary: Phrase
    private let definition: [Phrase]
    private let formula: [Phrase]
    private let settings: [Definition.Setting]
    private let example: [Phrase]
    private let source: Phrase
    private let seeAlso: [String]
    private let language: Language

    /// Of a measure, a variant or a building block.
    init(_ explanation: Explanation, settings: MeasureSettings, _ language: Language) {
        name = explanation.name
        summary = explanation.summary
        definition = explanation.definition
        formula = explanation.formula
        self.settings = explanation.settings(in: settings)
        example = explanation.example
        source = explanation.source
        seeAlso = explanation.seeAlso
        self.language = language
    }

    /// Of a rule of disclosure control.
    init(_ explanation: DisclosureExplanation, _ language: Language) {
        name = explanation.name
        summary = explanation.summary
        definition = explanation.definition
        formula = explanation.formula
        settings = explanation.settings
        example = explanation.example
        source = explanation.source
        seeAlso = explanation.seeAlso
        self.language = language
    }

    func text(width: Int) -> String {
        var text = name + "\n"
        text += Paragraph.wrapped(summary[language], width: width, indent: 2)
        text += section(ExplanationHeading.definition, definition, width)
        if !formula.isEmpty {
            text += "\n" + ExplanationHeading.formula[language] + "\n"
            text += formula.map { "  \($0[language])\n" }.joined()
        }
        if !settings.isEmpty {
            text += "\n" + ExplanationHeading.settings[language] + "\n"
            text += settings.map { "  \($0.key): \($0.value)\n" }.joined()
        }
        text += section(ExplanationHeading.example, example, width)
        text += section(ExplanationHeading.source, [source], width)
        if !seeAlso.isEmpty {
            text += section(ExplanationHeading.seeAlso, [ExplanationHeading.list(seeAlso)], width)
        }
        return text
    }

    private func section(_ heading: Phrase, _ paragraphs: [Phrase], _ width: Int) -> String {
        guard !paragraphs.isEmpty else { return "" }
        return "\n\(heading[language])\n"
            + paragraphs.map { Paragraph.wrapped($0[language], width: width, indent: 2) }.joined()
    }
}
