// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// What disclosure control leaves of a table, and what to do when it leaves little.
extension Chapters {
    /// The table, or, when none of its groups can be shown, a sentence in its place.
    func shown(_ table: Table) -> Block { Self.isHidden(table) ? omitted(table) : .table(table) }

    /// The figure, or a sentence in its place when nothing of it can be drawn.
    func shown(_ figure: Figure) -> Block { Self.isHidden(figure.table) ? omitted(figure.table) : .figure(figure) }

    /// Whether something is hidden in its rows, totals aside, and nothing shown.
    private static func isHidden(_ table: Table) -> Bool {
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

    /// How much is not shown, when that is a quarter of the release or more, and where it says what would show more. nil
    /// when less is hidden.
    var muchIsHidden: RichText? {
        guard release.hidden > 0, release.hidden * 4 >= release.cells else { return nil }
        let remedy =
            classAdvice.isEmpty
            ? said(sv: "", en: "")
            : said(
                sv: " Större grupper gör att fler tal kan visas; vilka står i bilaga D.",
                en: " Larger groups let more numbers be shown; which ones is said in annex D.")
        return text(
            sv: """
                \(count: release.hidden) av \(count: release.cells) uppgifter visas inte, eftersom de gäller få \
                personer.\(remedy)
                """,
            en: """
                \(count: release.hidden) of \(count: release.cells) figures are not shown, since they speak of few \
                persons.\(remedy)
                """)
    }

    /// What a reader may be told of the advice: classes that can be merged. Which two boards are the smallest is not for
    /// a page that hides how many persons they have.
    private var classAdvice: [CoarserTable] {
        advice.filter { if case .boards = $0.coarsening { false } else { true } }
    }

    /// The advice found by trying, a table each; none when nothing was found. How many more numbers a table would show
    /// is told at the command line only: it tells of sums of what is hidden whether they are large enough to be shown.
    func coarserClasses() -> [Block] {
        guard !classAdvice.isEmpty else { return [] }
        let list = classAdvice.map { advice -> RichText in
            let title = QuestionWords(advice.table, language).title
            let change = said(CoarseningWords.change(advice.coarsening, of: advice.table.question))
            let shown = advice.table.rows.count { if case .shown = $0.cell { true } else { false } }
            let hidden = advice.table.rows.count { $0.cell == .hidden }
            return text(
                sv: "\(title): \(count: shown) av \(count: shown + hidden) värden visas. \(change).",
                en: "\(title): \(count: shown) of \(count: shown + hidden) values are shown. \(change).")
        }
        return [
            .paragraph(
                phrase(
                    sv: """
                        Det här skulle visa mer av tabeller som till mer än en tredjedel är dolda. Det är funnet genom att \
                        prova; hur mycket mer säger ledsaga report till den som gör rapporten.
                        """,
                    en: """
                        This would show more of tables of which more than a third is hidden. It was found by trying; how \
                        much more is told by ledsaga report to those who make the report.
                        """)), .list(list),
        ]
    }

    /// The notes of the answers a table is made of, each once. What intervals show stands beside the tables that print
    /// them.
    func notes(of asked: [Question]) -> [RichText] {
        var seen: Set<Phrase> = [.naturalVariation]
        return asked.flatMap { answers[$0]?.notes ?? [] }.filter { seen.insert($0).inserted }
            .map { RichText(said($0)) }
    }

    /// Those of the breakdowns that the release has for a measure, with a named group in them.
    func available(_ dimensions: [Dimension], of measure: MeasureName = .persons) -> [Dimension] {
        dimensions.filter { dimension in
            answers.categories(questions.ask(measure, by: dimension), of: dimension).contains { $0.kind == .value }
        }
    }

    /// "lagrum, kön och ålder"
    func listed(_ dimensions: [Dimension]) -> String {
        let names = dimensions.map { said(Self.name(of: $0)).asMidSentence }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + said(sv: " och ", en: " and ") + last
    }
}
