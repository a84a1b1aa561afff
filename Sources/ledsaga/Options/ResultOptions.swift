// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Tabular
import Disclosure
import Renderers
import Queries
import Terms

/// How a result is laid out, and where it goes.
struct ResultOptions: ParsableArguments {
    @Option(
        help: QueryHelp.format.help)
    var format: ResultFormat?

    @Option(help: QueryHelp.sort.help)
    var sort = QueryResult.Order.asAsked

    @Option(help: QueryHelp.limit.help)
    var limit: Int?

    @Option(
        name: [.short, .long], help: QueryHelp.output.help, completion: .file())
    var output: String?

    @Flag(name: .customLong("internal"), help: QueryHelp.isInternal.help)
    var isInternal = false

    /// Throws when the limit would leave nothing.
    func judge() throws(OptionRangeError) {
        if let limit { try OptionRangeError.check("--limit", limit, in: 1...Int.max) }
    }

    /// The file asked for, which is judged before anything is read; nil when the result goes to standard output.
    func place(for work: Workplace) throws -> OutputPlace? {
        guard let output, output != "-" else { return nil }
        if isInternal, let reports = InternalInReports(output, of: work.project) { throw reports }
        return try work.outputGuard.place(output, replacing: .result)
    }

    /// Writes the result where it was asked for.
    func write(
        _ released: ReleasedResult, totals: Bool, rowsSetAside: Int, to place: OutputPlace?, for work: Workplace
    ) throws {
        let console = work.console
        let result = QueryResult(
            released.table, comparison: released.comparison, leftOut: released.leftOut, order: sort, limit: limit,
            totals: totals, rowsSetAside: rowsSetAside)
        let toFile = place != nil
        let format = format ?? (console.answersReachTerminal && !toFile ? .table : .csv)
        let look = TerminalLook(width: console.width, hasColor: console.usesColor && !toFile)
        let text = result.terminalText(format, in: console.language, terminal: look)
        defer { if rowsSetAside > 0 { console.note(Notes.setAside(rowsSetAside)) } }
        guard let place else {
            console.answer(text)
            if format.isForPrograms {
                for remark in result.remarks(in: console.language) { console.tell(remark) }
            }
            return
        }
        try OutputFile.write(Array(text.text.utf8), to: place)
        console.note(Notes.wrote(place.path))
    }
}

extension ResultFormat: ExpressibleByArgument {}
extension QueryResult.Order: ExpressibleByArgument {}
