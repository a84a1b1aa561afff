// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Intake
import Measures
import Terms

/// `ledsaga measures`: what can be asked for.
struct MeasuresCommand: WordedCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let words = MeasuresHelp.command
    static let configuration = CommandConfiguration("measures", words, aliases: ["matt", "mått"])

    @Option(help: SharedHelp.textFormat.help)
    var format = Format.text

    @Option(
        name: [.customShort("C"), .customLong("project")], help: MeasuresHelp.project.help, completion: .directory)
    var folder = "."

    @OptionGroup var talk: TalkOptions

    func run() throws {
        // Outside a project there are no items to list.
        let project = try? Project.load(folder: folder)
        let console = talk.console(project?.language ?? LanguageChoice.inForce)
        let items = self.items(SurveyItems.surveys(of: project))
        switch format {
        case .text: console.answer(text(console, items))
        case .json: console.answer(json(items).document)
        }
    }

    private func items(_ surveys: [Survey]) -> [ItemExplanation] {
        ItemExplanation.names(in: surveys).compactMap { ItemExplanation($0, in: surveys) }
    }

    private func text(_ console: Console, _ items: [ItemExplanation]) -> String {
        var text = ""
        let width = min(console.width, 100)
        for measure in Catalogue.measures {
            let name = measure.name.rawValue
            text += name + "\n"
            text += Paragraph.wrapped(measure.explanation.summary[console.language], width: width, indent: 2)
            let aspects = measure.spellings.map { "\(name):\($0.name)" }
            if !aspects.isEmpty {
                text += Paragraph.wrapped(aspects.joined(separator: "  "), width: width, indent: 2)
            }
        }
        if !items.isEmpty {
            text += "\n" + Notes.itemsOfSurveys[console.language] + "\n"
            for item in items {
                text += Paragraph.wrapped(
                    "\(MeasureName.item.rawValue):\(item.name)  \(item.question[console.language])", width: width,
                    indent: 2)
            }
        }
        let more = Notes.moreOfMeasures(dimensions)[console.language]
        return text + "\n" + more.split(separator: "\n").map { Paragraph.wrapped(String($0), width: width) }.joined()
    }

    private var dimensions: String { Dimension.allCases.map(\.rawValue).joined(separator: ", ") }

    private func json(_ items: [ItemExplanation]) -> JSON {
        .object([
            ("schema_version", .integer(1)),
            (
                "measures",
                .array(
                    Catalogue.measures.map { measure in
                        let summary = measure.explanation.summary
                        return .object([
                            ("name", .string(measure.name.rawValue)),
                            ("summary_sv", .string(summary[.swedish])),
                            ("summary_en", .string(summary[.english])),
                            ("aspects", .array(measure.spellings.map { .string($0.name) })),
                        ])
                    })
            ),
            (
                "items",
                .array(
                    items.map { item in
                        .object([
                            ("name", .string("\(MeasureName.item.rawValue):\(item.name)")),
                            ("question_sv", .string(item.question[.swedish])),
                            ("question_en", .string(item.question[.english])),
                        ])
                    })
            ),
            ("dimensions", .array(Dimension.allCases.map { .string($0.rawValue) })),
        ])
    }
}
