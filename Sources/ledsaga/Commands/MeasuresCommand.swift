// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
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

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let console = talk.console()
        switch format {
        case .text: console.answer(text(console))
        case .json: console.answer(json.document)
        }
    }

    private func text(_ console: Console) -> String {
        var text = ""
        let width = min(console.width, 100)
        for measure in MeasureName.allCases {
            guard let explanation = Explanation.named(measure.rawValue) else { continue }
            text += measure.rawValue + "\n"
            text += Paragraph.wrapped(explanation.summary[console.language], width: width, indent: 2)
            let aspects = NamedAspect.of(measure).map { "\(measure.rawValue):\($0.name)" }
            if !aspects.isEmpty {
                text += Paragraph.wrapped(aspects.joined(separator: "  "), width: width, indent: 2)
            }
        }
        let more = Notes.moreOfMeasures(dimensions)[console.language]
        return text + "\n" + more.split(separator: "\n").map { Paragraph.wrapped(String($0), width: width) }.joined()
    }

    private var dimensions: String { Dimension.allCases.map(\.rawValue).joined(separator: ", ") }

    private var json: JSON {
        .object([
            ("schema_version", .integer(1)),
            (
                "measures",
                .array(
                    MeasureName.allCases.map { measure in
                        let summary = Explanation.named(measure.rawValue)?.summary
                        return .object([
                            ("name", .string(measure.rawValue)),
                            ("summary_sv", .optional(summary?[.swedish])),
                            ("summary_en", .optional(summary?[.english])),
                            ("aspects", .array(NamedAspect.of(measure).map { .string($0.name) })),
                        ])
                    })
            ),
            ("dimensions", .array(Dimension.allCases.map { .string($0.rawValue) })),
        ])
    }
}
