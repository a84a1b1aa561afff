// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Tabular
import Intake
import Simulation
import Terms

/// `ledsaga simulate`: a believable municipality with known truth.
struct SimulateCommand: WordedCommand {
    static let words = SimulateHelp.command
    static let configuration = CommandConfiguration("simulate", words)

    @Option(
        name: [.short, .long], help: SimulateHelp.output.help, completion: .directory)
    var output: String

    @Option(help: SimulateHelp.persons.help)
    var persons = 2500

    @Option(help: SimulateHelp.years.help)
    var years = "2018..2019"

    @Option(help: SimulateHelp.seed.help)
    var seed: UInt64 = 2018

    @Option(help: SimulateHelp.export.help)
    var export: ExportShape?

    @Flag(help: SimulateHelp.faults.help)
    var faults = false

    @Option(help: SimulateHelp.form.help)
    var form = SimulationParameters.Form.visits

    @Option(help: SimulateHelp.utilisation.help)
    var utilisation = 58

    @Option(help: SimulateHelp.flexible.help)
    var flexible = 50

    @Option(help: SimulateHelp.visitLength.help)
    var visitLength = 100

    @Option(help: SimulateHelp.surveyPlatform.help)
    var surveyPlatform: SurveyPlatform?

    @Option(help: SimulateHelp.surveyAnswers.help)
    var surveyAnswers = SurveyDialect.Answers.labels

    @Option(help: SimulateHelp.surveyWaves.help)
    var surveyWaves = 2

    @Option(help: SimulateHelp.boards.help)
    var boards = BoardNames.stockholm

    @Flag(help: SimulateHelp.waits.help)
    var waits = false

    @Flag(help: SimulateHelp.withoutTruth.help)
    var withoutTruth = false

    @OptionGroup(title: SimulateHelp.dialect[LanguageChoice.inForce]) var dialect: DialectOptions
    @OptionGroup var talk: TalkOptions

    /// Throws when a number is outside its range, or two options do not go together.
    private func judge() throws {
        try OptionRangeError.check("--persons", persons, in: 1...SimulationParameters.mostPersons)
        try OptionRangeError.check("--utilisation", utilisation, in: 0...100)
        try OptionRangeError.check("--flexible", flexible, in: 0...100)
        try OptionRangeError.check("--visit-length", visitLength, in: 10...400)
        try OptionRangeError.check("--survey-waves", surveyWaves, in: 0...10)
        if faults, dialect.isAskedFor { throw DialectWithFaults() }
        if faults, boards == .madeUp { throw MadeUpBoardsWithFaults() }
        guard let export, export.name != ExportShape.canonical.name else { return }
        if faults { throw ShapeTogetherWith(option: "--faults") }
        if dialect.isAskedFor { throw ShapeTogetherWith(option: "--encoding, --delimiter, --line-ending") }
        if form != .visits { throw ShapeTogetherWith(option: "--form") }
    }

    func run() throws {
        try judge()
        let console = talk.console()
        let municipality = SimulatedMunicipality(try parameters)
        let surveys = SurveyDialect(platform: surveyPlatform, answers: surveyAnswers)
        let exports =
            faults
            ? SimulatedExports(FaultyExport(municipality, surveys: surveys), hasTruth: !withoutTruth)
            : SimulatedExports(
                municipality, export ?? .canonical, dialect.dialect, surveys: surveys, hasTruth: !withoutTruth)
        try exports.write(into: output)
        console.note(Notes.simulated(output))
    }

    private var parameters: SimulationParameters {
        get throws {
            var parameters = SimulationParameters()
            parameters.persons = persons
            parameters.years = try YearChoice.parse(years, option: "--years")
            parameters.seed = seed
            parameters.form = form
            parameters.utilisation = utilisation * 10
            parameters.flexibleShare = flexible * 10
            parameters.visitLength = visitLength
            parameters.surveys.waves = surveyWaves
            parameters.boards = boards
            parameters.hasWaits = waits
            return parameters
        }
    }
}

/// `--faults` writes each file in a dialect of its own, so a dialect cannot be asked for.
struct DialectWithFaults: UserFacingError {
    var exitCode: Terms.ExitCode { .usage }
}

/// What `--faults` does to names and public tables it does to Stockholm's.
struct MadeUpBoardsWithFaults: UserFacingError {
    var exitCode: Terms.ExitCode { .usage }
}

/// A shape has its own dialect, its own rows and its own oddities, so nothing can be asked for beside it.
struct ShapeTogetherWith: UserFacingError, Equatable {
    let option: String

    var exitCode: Terms.ExitCode { .usage }
}

extension ExportShape: ExpressibleByArgument {
    package init?(argument: String) {
        guard let shape = Self.all.first(where: { $0.name == argument }) else { return nil }
        self = shape
    }

    package static var allValueStrings: [String] { all.map(\.name) }
}

extension BoardNames: ExpressibleByArgument {}
extension SimulationParameters.Form: ExpressibleByArgument {}
extension SurveyPlatform: ExpressibleByArgument {
    /// A platform that surveys are simulated on.
    public init?(argument: String) {
        guard let platform = SurveyDialect.platforms.first(where: { $0.rawValue == argument }) else { return nil }
        self = platform
    }

    /// The platforms that surveys are simulated on.
    public static var allValueStrings: [String] { SurveyDialect.platforms.map(\.rawValue) }
}
extension SurveyDialect.Answers: ExpressibleByArgument {}
