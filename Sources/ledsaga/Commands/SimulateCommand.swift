// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import DelimitedText
import Intake
import Simulation
import Terms

/// `ledsaga simulate`: a believable municipality with known truth.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Write the exports of a made-up municipality whose true answers are known.",
        discussion: """
            EXAMPLES
              ledsaga simulate --output exempel
              ledsaga simulate --output exempel --persons 300 --faults
              ledsaga simulate --output exempel --years 2018..2020 --form months

            Writes a project: ledsaga.yaml, the exports in data/, and in facit/ the
            true answers to every question (facit.json) and, with --faults, where
            each fault was planted (planterade-fel.csv). The boards are
            Stockholm's, the persons are nobody's. The same options give the same
            bytes.
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder, made if need be.", valueName: "dir"),
        completion: .directory)
    var output: String

    @Option(help: "Persons with a decision.")
    var persons = 2500

    @Option(help: ArgumentHelp("Years with performed hours: 2019 or 2018..2019.", valueName: "years"))
    var years = "2018..2019"

    @Option(help: "Seed of all that is drawn.")
    var seed: UInt64 = 2018

    @Flag(help: "Add everything that goes wrong in the field.")
    var faults = false

    @Option(help: "visits or months: what a row of performed hours is.")
    var form = SimulationParameters.Form.visits

    @Option(help: "Performed of granted hours in the first year, percent.")
    var utilisation = 58

    @Option(help: "Persons who use their hours flexibly, percent.")
    var flexible = 50

    @Option(help: "Length of a visit, percent of the usual: lower gives more and shorter visits.")
    var visitLength = 100

    @Flag(help: "Leave facit.json out; it is reckoned slowly, on purpose, and takes its time for a large municipality.")
    var withoutTruth = false

    @OptionGroup(title: "Dialect") var dialect: DialectOptions
    @OptionGroup var talk: TalkOptions

    func validate() throws {
        guard (1...SimulationParameters.mostPersons).contains(persons) else {
            throw ValidationError("--persons must be 1 to \(SimulationParameters.mostPersons).")
        }
        for (name, value) in [("utilisation", utilisation), ("flexible", flexible)] where !(0...100).contains(value) {
            throw ValidationError("--\(name) must be 0 to 100.")
        }
        guard (10...400).contains(visitLength) else { throw ValidationError("--visit-length must be 10 to 400.") }
        if faults, dialect.isAskedFor {
            throw ValidationError("--faults writes each file in a dialect of its own; leave the dialect options out.")
        }
    }

    func run() throws {
        let console = talk.console()
        let municipality = SimulatedMunicipality(try parameters)
        let exports =
            faults
            ? SimulatedExports(FaultyExport(municipality), hasTruth: !withoutTruth)
            : SimulatedExports(municipality, dialect.dialect, hasTruth: !withoutTruth)
        try exports.write(into: output)
        console.note(
            Phrase(
                sv: "skrev \(output). Pröva: ledsaga check -C \(output)",
                en: "wrote \(output). Try: ledsaga check -C \(output)"))
    }

    private var parameters: SimulationParameters {
        get throws {
            var parameters = SimulationParameters()
            parameters.persons = persons
            parameters.years = try YearChoice.parse(years)
            parameters.seed = seed
            parameters.form = form
            parameters.utilisation = utilisation * 10
            parameters.flexibleShare = flexible * 10
            parameters.visitLength = visitLength
            return parameters
        }
    }
}

extension SimulationParameters.Form: ExpressibleByArgument {}
