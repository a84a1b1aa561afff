// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Simulation

/// How simulated exports are written.
struct DialectOptions: ParsableArguments {
    @Option(help: SimulateHelp.encoding.help)
    var encoding: ExportDialect.Encoding?

    @Option(help: SimulateHelp.delimiter.help)
    var delimiter: DelimiterName?

    @Option(help: SimulateHelp.lineEnding.help)
    var lineEnding: ExportDialect.LineEnding?

    var isAskedFor: Bool { encoding != nil || delimiter != nil || lineEnding != nil }

    var dialect: ExportDialect {
        ExportDialect(
            encoding: encoding ?? .utf8, delimiter: (delimiter ?? .semicolon).byte, lineEnding: lineEnding ?? .lf)
    }
}

extension ExportDialect.Encoding: ExpressibleByArgument {}
extension ExportDialect.LineEnding: ExpressibleByArgument {}
