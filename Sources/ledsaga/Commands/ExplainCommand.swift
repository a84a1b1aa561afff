// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Disclosure
import Intake
import Measures
import Terms

/// `ledsaga explain NAME`: what a number means, with the settings in force.
struct ExplainCommand: WordedCommand {
    static let words = ExplainHelp.command
    static let configuration = CommandConfiguration("explain", words, aliases: ["forklara", "förklara"])

    @Argument(help: ExplainHelp.name.help)
    var name: String

    @Option(
        name: [.customShort("C"), .customLong("project")],
        help: ExplainHelp.project.help,
        completion: .directory)
    var folder = "."

    @OptionGroup var talk: TalkOptions

    func run() throws {
        // Outside a project the defaults are in force.
        let project = try? Project.load(folder: folder)
        let console = talk.console(project?.language ?? .swedish)
        if name.hasPrefix(Self.itemPrefix) {
            // The aspects of an item are explained with it.
            let item = name.dropFirst(Self.itemPrefix.count).split(separator: ":").first.map(String.init) ?? ""
            let surveys = SurveyItems.surveys(of: project)
            guard let explanation = ItemExplanation(item, in: surveys) else {
                throw UnknownExplanation(
                    name: name,
                    nearest: NearestName.list(to: item, among: ItemExplanation.names(in: surveys)).map {
                        Self.itemPrefix + $0
                    })
            }
            return console.answer(ItemPage(explanation, console.language).text(width: min(console.width, 100)))
        }
        guard let explanation = Explanation.named(name) else {
            if let rule = DisclosureExplanation.named(name, project?.disclosure ?? DisclosureSettings()) {
                return console.answer(ExplanationPage(rule, console.language).text(width: min(console.width, 100)))
            }
            let nearest = Explanation.nearest(to: name)
            throw UnknownExplanation(
                name: name,
                nearest: nearest.isEmpty ? NearestName.list(to: name, among: DisclosureExplanation.names) : nearest)
        }
        let page = ExplanationPage(explanation, settings: project?.measures ?? MeasureSettings(), console.language)
        console.answer(page.text(width: min(console.width, 100)))
    }

    private static let itemPrefix = MeasureName.item.rawValue + ":"
}

/// A name that nothing is explained under.
struct UnknownExplanation: UserFacingError {
    let name: String
    let nearest: [String]

    var exitCode: Terms.ExitCode { .usage }
}
