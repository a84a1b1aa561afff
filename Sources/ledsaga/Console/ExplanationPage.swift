// SPDX-License-Identifier: EUPL-1.2
import CaseData
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
    private let explanation: Explanation
    private let settings: MeasureSettings
    private let language: Language

    init(_ explanation: Explanation, settings: MeasureSettings, _ language: Language) {
        self.explanation = explanation
        self.settings = settings
        self.language = language
    }

    func text(width: Int) -> String {
        var text = explanation.name + "\n"
        text += Paragraph.wrapped(explanation.summary[language], width: width, indent: 2)
        text += section(ExplanationHeading.definition, explanation.definition, width)
        if !explanation.formula.isEmpty {
            text += "\n" + ExplanationHeading.formula[language] + "\n"
            text += explanation.formula.map { "  \($0[language])\n" }.joined()
        }
        let inForce = explanation.settings(in: settings)
        if !inForce.isEmpty {
            text += "\n" + ExplanationHeading.settings[language] + "\n"
            text += inForce.map { "  \($0.key): \($0.value)\n" }.joined()
        }
        text += section(ExplanationHeading.example, explanation.example, width)
        text += section(ExplanationHeading.source, [explanation.source], width)
        if !explanation.seeAlso.isEmpty {
            text += section(ExplanationHeading.seeAlso, [ExplanationHeading.list(explanation.seeAlso)], width)
        }
        return text
    }

    private func section(_ heading: Phrase, _ paragraphs: [Phrase], _ width: Int) -> String {
        guard !paragraphs.isEmpty else { return "" }
        return "\n\(heading[language])\n"
            + paragraphs.map { Paragraph.wrapped($0[language], width: width, indent: 2) }.joined()
    }
}
