// SPDX-License-Identifier: EUPL-1.2
import Disclosure
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

    /// What to do when a quarter of the release or more is hidden: larger groups. nil when less is.
    var mergingAdvice: RichText? {
        guard release.hidden > 0, release.hidden * 4 >= release.cells else { return nil }
        return text(
            sv: """
                \(count: release.hidden) av \(count: release.cells) uppgifter visas inte, eftersom de gäller få personer. \
                Större grupper gör att fler tal kan visas: slå ihop åldersgrupper (\(code: "age_groups")) och timklasser \
                (\(code: "hour_classes")) i projektfilen och gör om rapporten.
                """,
            en: """
                \(count: release.hidden) of \(count: release.cells) figures are not shown, since they speak of few persons. \
                Larger groups let more numbers be shown: merge age groups (\(code: "age_groups")) and hour classes \
                (\(code: "hour_classes")) in the project file and make the report anew.
                """)
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
