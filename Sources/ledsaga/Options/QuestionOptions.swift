// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Terms

/// What a question is made of, beside its measure.
struct QuestionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Break down by these, comma between.", valueName: "dimensions"))
    var by: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Only these: key=value[,value], key!=value, key>=value.", valueName: "filter"))
    var filters: [String] = []

    @Option(
        help: ArgumentHelp("One year or several: 2019, 2018..2019 (default: the last whole year).", valueName: "years"))
    var year: String?

    @Option(help: ArgumentHelp("persons: those with a decision on this day, as 10-01.", valueName: "day"))
    var on: String?

    @Option(help: ArgumentHelp("Level of intervals in percent.", valueName: "percent"))
    var interval: Double = 95

    @Flag(help: "Add rows for all together.")
    var total = false

    @Option(help: "Flexible use: moved-hours or moved-hours-or-overrun (default: the project's).")
    var definition: MeasureSettings.Definition?

    @Option(help: "Flexible use: granted, performed or complete-period (default: the project's).")
    var denominator: MeasureSettings.Denominator?

    @Option(help: "Flexible use: spell or calendar (default: the project's).")
    var anchor: MeasureSettings.Anchor?

    /// What was typed, judged as far as it can be before any data are read.
    func arguments(measure: String) throws(QuestionArgumentError) -> QuestionArguments {
        var years = 0...0
        if let year { years = try YearChoice.parse(year) }
        let arguments = QuestionArguments(
            measure: measure, by: by, filters: filters, years: years, onDay: on, level: interval / 100, totals: total)
        _ = try arguments.question()
        return arguments
    }

    /// The question, its years filled in from the data when none were asked for.
    func question(_ arguments: QuestionArguments, of dataset: Dataset) throws -> Question {
        var question = try arguments.question()
        guard year == nil else { return question }
        let every = question.dimensions.contains { $0 == .year || $0 == .month }
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

    func message(in language: Language) -> String {
        Phrase(
            sv: "Exporterna har inga rader att mäta på. Se vad som lästes med: ledsaga check",
            en: "The exports have no rows to measure. See what was read with: ledsaga check")[language]
    }
}

extension MeasureSettings.Definition: ExpressibleByArgument {}
extension MeasureSettings.Denominator: ExpressibleByArgument {}
extension MeasureSettings.Anchor: ExpressibleByArgument {}
