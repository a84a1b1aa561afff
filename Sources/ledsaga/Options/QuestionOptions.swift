// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Measures
import Terms

/// What a question is made of, beside its measure.
struct QuestionOptions: ParsableArguments {
    @Option(help: QueryHelp.by.help)
    var by: [String] = []

    @Option(
        name: .customLong("where"),
        help: QueryHelp.filter.help)
    var filters: [String] = []

    @Option(
        help: QueryHelp.year.help)
    var year: String?

    @Option(help: QueryHelp.day.help)
    var on: String?

    @Option(help: QueryHelp.interval.help)
    var interval: Double = 95

    @Option(help: QueryHelp.compare.help)
    var compare: String?

    @Flag(help: QueryHelp.total.help)
    var total = false

    @Option(help: QueryHelp.definition.help)
    var definition: MeasureSettings.Definition?

    @Option(help: QueryHelp.denominator.help)
    var denominator: MeasureSettings.Denominator?

    @Option(help: QueryHelp.anchor.help)
    var anchor: MeasureSettings.Anchor?

    /// What was typed, judged as far as it can be before any data are read.
    func arguments(measure: String) throws(QuestionArgumentError) -> QuestionArguments {
        var years = 0...0
        if let year { years = try YearChoice.parse(year, option: "--year") }
        let arguments = QuestionArguments(
            measure: measure, by: by, filters: filters, years: years, onDay: on, level: interval / 100, totals: total)
        _ = try arguments.question()
        return arguments
    }

    /// What groups are to be compared along; nil when nothing is.
    func compared() throws(QuestionArgumentError) -> Dimension? {
        guard let compare else { return nil }
        return try QuestionArguments.dimension(named: compare, in: "--compare")
    }

    /// The question, its years filled in from the data when none were asked for.
    func question(_ arguments: QuestionArguments, of dataset: Dataset) throws -> Question {
        var question = try arguments.question()
        guard year == nil else { return question }
        let every = question.dimensions.contains { $0 == .year || $0 == .month || $0 == .wave }
        if !Catalogue[question.measure].isOfRegister,
            let years = YearChoice.standard(for: question, of: dataset, every: every)
        {
            question.years = years
            return question
        }
        guard let years = YearChoice.standard(for: dataset, every: every) else { throw NothingToMeasure() }
        question.years = years
        return question
    }

    /// The project's settings, with what was asked for otherwise.
    func settings(_ project: MeasureSettings) -> MeasureSettings {
        var settings = project
        if let definition { settings.definition = definition }
        if let denominator { settings.denominator = denominator }
        if let anchor { settings.anchor = anchor }
        return settings
    }
}

/// No decision, visit or total was kept: there is no year to speak of.
struct NothingToMeasure: UserFacingError {
    var exitCode: Terms.ExitCode { .inputFormat }
}

extension MeasureSettings.Definition: ExpressibleByArgument {}
extension MeasureSettings.Denominator: ExpressibleByArgument {}
extension MeasureSettings.Anchor: ExpressibleByArgument {}
