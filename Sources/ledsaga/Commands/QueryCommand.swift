// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Disclosure
import Intake
import Measures
import Terms

/// `ledsaga query MEASURE`: one result.
struct QueryCommand: WordedCommand {
    static let words = QueryHelp.command
    static let configuration = CommandConfiguration("query", words, aliases: ["fraga", "fråga"])

    @Argument(help: QueryHelp.measure.help)
    var measure: String

    @OptionGroup var options: ProjectOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var layout: ResultOptions

    @Option(help: QueryHelp.published.help, completion: .directory)
    var published: [String] = []

    func run() throws {
        // What was typed is judged before anything is read.
        let compared = try question.compared()
        let arguments = try question.arguments(measure: measure)
        if let compared { try ComparisonMaterial.check(arguments.question(), comparing: compared) }
        try layout.judge()
        let work = try Workplace(options)
        let place = try layout.place(for: work)
        let intake = try work.read()
        // The totals are known to whoever asks next, so disclosure control counts them in even when not shown.
        let asked = try question.question(arguments, of: intake.dataset)
        let kinds = Set(intake.tallies.map(\.kind))
        try Tabulator.checkData(
            for: asked, in: intake.dataset,
            read: Set(Measure.RegisterExport.allCases.filter { kinds.contains($0.kind) }))
        if let ask = intake.asks.first(where: { asked.isAbout($0.item) }) { throw ask.error }
        var withTotals = asked
        withTotals.totals = true
        let result = try Pipeline.result(
            withTotals, comparing: compared, of: intake.dataset, project: work.project,
            settings: question.settings(work.project.measures),
            published: PublishedReports(published, of: work.project), isInternal: layout.isInternal)
        try layout.write(
            result, totals: asked.totals || (asked.dimensions.isEmpty && compared == nil),
            rowsSetAside: intake.faults.count, to: place, for: work)
    }
}

extension Measure.RegisterExport {
    /// The kind of source that it is read from.
    fileprivate var kind: SourceKind {
        switch self {
        case .decisions: .decisions
        case .visits: .visits
        case .expenses: .expenses
        }
    }
}

extension Question {
    /// Whether an item of a survey is what is asked about.
    fileprivate func isAbout(_ item: String) -> Bool {
        filters.contains { filter in
            filter.dimension == .question
                && filter.values.contains { NearestName.folded($0) == NearestName.folded(item) }
        }
    }
}
