// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Simulation

/// How simulated exports are written.
struct DialectOptions: ParsableArguments {
    @Option(help: "utf-8, utf-8-bom, windows-1252, utf-16le or utf-16be (default: utf-8).")
    var encoding: ExportDialect.Encoding?

    @Option(help: "semicolon, comma, tab or pipe (default: semicolon).")
    var delimiter: DelimiterName?

    @Option(help: "lf or crlf (default: lf).")
    var lineEnding: ExportDialect.LineEnding?

    var isAskedFor: Bool { encoding != nil || delimiter != nil || lineEnding != nil }

    var dialect: ExportDialect {
        ExportDialect(
            encoding: encoding ?? .utf8, delimiter: (delimiter ?? .semicolon).byte, lineEnding: lineEnding ?? .lf)
    }
}

extension ExportDialect.Encoding: ExpressibleByArgument {}
extension ExportDialect.LineEnding: ExpressibleByArgument {}
