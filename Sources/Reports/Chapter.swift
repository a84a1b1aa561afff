// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A chapter says what it asks, then tells it. The release is asked for the union of what the chapters of all pages
/// request, so that one disclosure control covers all that is published.
protocol Chapter: Scoped {
    /// What it looks up, and what belongs with that in the open tables.
    var requests: [Question] { get }
    /// Inner cells that no page prints and that disclosure control must know of, because they tie numbers that are
    /// printed.
    var innerRequests: [Question] { get }

    /// The chapter, from the answers to its requests; nil where there is nothing to tell.
    func section(_ released: Released) -> Section?
}

extension Chapter {
    var innerRequests: [Question] { [] }

    /// The chapter as it stands in a page. No answer is to be had in it but to what it requests.
    func written(from released: Released) -> Section? { section(released.limited(to: requests)) }
}

/// Chapters under one heading.
struct CombinedChapter: Chapter {
    let scope: ReportScope
    let id: String
    let heading: Phrase
    let chapters: [any Chapter]

    var requests: [Question] { chapters.flatMap(\.requests) }
    var innerRequests: [Question] { chapters.flatMap(\.innerRequests) }

    func section(_ released: Released) -> Section? {
        Section(id: id, heading: said(heading), sections: chapters.compactMap { $0.written(from: released) })
    }
}

/// What is written of a report has its words, its years and its names at hand.
protocol Scoped: Sendable {
    var scope: ReportScope { get }
}

extension Scoped {
    var year: Int { scope.year }
    var language: Language { scope.language }
    var facts: ReportFacts { scope.facts }
    var writer: FindingWriter { scope.writer }

    // MARK: Words

    func said(sv swedish: String, en english: String) -> String { writer.said(sv: swedish, en: english) }
    func said(_ phrase: Phrase) -> String { phrase[language] }
    func phrase(sv swedish: String, en english: String) -> RichText { RichText(said(sv: swedish, en: english)) }
    func text(sv swedish: RichText, en english: RichText) -> RichText { writer.text(sv: swedish, en: english) }

    /// "a, b och c"
    func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + said(sv: " och ", en: " and ") + last
    }

    /// "2018 och 2019", or "2019".
    var yearsWritten: String { joined(scope.years.map(String.init)) }

    /// "Hela staden"
    var wholePlace: String { said(facts.wholeArea).asSentenceStart }

    // MARK: Numbers

    /// The cell of the year before, nil when there is none to compare with.
    func cellBefore(_ question: Question, _ codes: String..., in released: Released) -> ReleasedCell? {
        scope.before.map { released.cell(question, $0, codes) }
    }

    /// The cell of the year before of a measure of performed hours, nil when the years cannot be compared.
    func performedBefore(_ question: Question, _ codes: String..., in released: Released) -> ReleasedCell? {
        scope.comparesPerformed ? scope.before.map { released.cell(question, $0, codes) } : nil
    }

    /// The change of a share of performed hours; not applicable when the years cannot be compared.
    func change(of measure: MeasureName, board: String? = nil, in released: Released) -> ReleasedCell {
        guard scope.comparesPerformed,
            let question = board == nil ? scope.change(of: measure) : scope.change(of: measure, by: .district)
        else { return .nobody }
        return released.cell(question, year, board.map { [$0] } ?? [])
    }

    /// What has become of a share of performed hours since the year before; nil when the years cannot be compared.
    func changeFinding(
        of share: FindingWriter.ChangedShare, _ measure: MeasureName, board: String? = nil, in released: Released
    ) -> Finding? {
        let question = board == nil ? scope.ask(measure) : scope.ask(measure, by: .district)
        let codes = board.map { [$0] } ?? []
        guard scope.comparesPerformed, let before = scope.before else { return nil }
        return writer.change(
            of: share, difference: change(of: measure, board: board, in: released),
            before: released.cell(question, before, codes), now: released.cell(question, year, codes))
    }

    // MARK: Blocks

    func blocks(_ findings: [Finding?]) -> [Block] { findings.compactMap { $0.map { .finding($0) } } }

    /// The table, or, when none of its groups can be shown, a sentence in its place.
    func shown(_ table: Table) -> Block { isHidden(table) ? omitted(table) : .table(table) }

    /// The figure, or a sentence in its place when nothing of it can be drawn.
    func shown(_ figure: Figure) -> Block { isHidden(figure.table) ? omitted(figure.table) : .figure(figure) }

    /// Whether something is hidden in its rows, totals aside, and nothing shown.
    private func isHidden(_ table: Table) -> Bool {
        var hides = false
        for cell in table.rows.filter({ $0.kind != .total }).flatMap(\.cells) {
            switch cell {
            case .released(.shown, _, _), .number: return false
            case .released(.hidden, _, _): hides = true
            case .released(.notApplicable, _, _), .text, .empty: continue
            }
        }
        return hides
    }

    private func omitted(_ table: Table) -> Block {
        .paragraph(
            phrase(
                sv: """
                    Tabellen ”\(table.title)” är utelämnad: talen i den kan inte visas utan att någon enskild skulle kunna \
                    kännas igen.
                    """,
                en: """
                    The table “\(table.title)” is left out: its numbers cannot be shown without a risk that somebody is \
                    recognised.
                    """))
    }
}
