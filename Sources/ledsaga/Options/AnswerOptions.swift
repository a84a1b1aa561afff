// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import DelimitedText
import Disclosure
import Reporting
import Terms

/// How an answer is laid out, and where it goes.
struct AnswerOptions: ParsableArguments {
    @Option(
        help: """
            table, csv, csv-excel, json, jsonl, md or html (default: table in a terminal, csv in a pipe or file).
            """)
    var format: AnswerFormat?

    @Option(help: "Order of rows: name, value (highest first) or -value.")
    var sort = Answer.Order.asAsked

    @Option(help: ArgumentHelp("At most so many rows a year, totals aside.", valueName: "rows"))
    var limit: Int?

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file; - is stdout.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(name: .customLong("internal"), help: "Show everything, small numbers too. Never to be passed on.")
    var isInternal = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    /// Writes the answer where it was asked for.
    func write(_ table: ReleasedTable, totals: Bool, for work: Workplace) throws {
        let console = work.console
        let answer = Answer(table, order: sort, limit: limit, totals: totals)
        let toFile = output != nil && output != "-"
        let format = format ?? (console.answersReachTerminal && !toFile ? .table : .csv)
        let look = TerminalLook(width: console.width, hasColor: console.usesColor && !toFile)
        let text = answer.text(format, in: console.language, terminal: look)
        guard let output, toFile else {
            console.answer(text)
            if format.isForPrograms {
                for remark in answer.remarks(in: console.language) { console.note(Phrase(sv: remark, en: remark)) }
            }
            return
        }
        if isInternal, let reports = InternalInReports(output, of: work.project) { throw reports }
        try OutputFile.write(Array(text.utf8), to: output)
        console.note(Phrase(sv: "skrev \(output)", en: "wrote \(output)"))
    }
}

extension AnswerFormat: ExpressibleByArgument {}
extension Answer.Order: ExpressibleByArgument {}
