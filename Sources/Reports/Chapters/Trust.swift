// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// How far a report can be trusted: rows set aside, numbers hidden, months without performed hours. Page one says it,
/// and the chapters on the data, on limits and on disclosure control say more.
struct Trust: Scoped {
    let scope: ReportScope
    let released: Released
    /// Whether the page has annex D, which tells what would show more.
    var hasAnnex = true

    private var integrity: ReleasedIntegrity { released.integrity }
    private var release: Release { released.release }

    /// What page one says.
    var notes: [Note] {
        let rows =
            integrity.setAsideRows > 0
            ? text(
                sv: """
                    Av \(count: integrity.rows) lästa rader har \(count: integrity.setAsideRows) inte kunnat användas. \
                    Skälen står i avsnittet Underlaget.
                    """,
                en: """
                    Of \(count: integrity.rows) rows read, \(count: integrity.setAsideRows) could not be used. \
                    The reasons are given in the section on the data.
                    """)
            : text(
                sv: "Alla \(count: integrity.rows) lästa rader har kunnat användas.",
                en: "All \(count: integrity.rows) rows read could be used.")
        let cautions = integrity.cautions.map { phrase(sv: "\($0.swedish).", en: "\($0.english).") }
        return (windowCaution.map { [Note(.caution, $0)] } ?? [])
            + ([lawBreak, muchIsHidden, rows].compactMap(\.self) + cautions).map { Note(.remark, $0) }
    }

    /// nil when the performed hours cover every year the report speaks of.
    var windowCaution: RichText? {
        guard let window = facts.window else {
            guard scope.basis == .register else { return nil }
            return phrase(
                sv: """
                    Utdragen har inga utförda timmar. Andelen utförda timmar och den flexibla användningen kan \
                    därför inte räknas.
                    """,
                en: """
                    The exports hold no performed hours, so neither the share of performed hours nor flexible use \
                    can be computed.
                    """)
        }
        let missing = [scope.before.flatMap { window.coversYearBefore ? nil : $0 }, window.coversYear ? nil : year]
            .compactMap(\.self)
        guard !missing.isEmpty else { return nil }
        let years = joined(missing.map { "\($0)" })
        return phrase(
            sv: """
                Utdragen med utförda timmar räcker från \(window.months.swedish) och täcker inte hela \
                \(years). Mått som bygger på utförda timmar gäller bara de månader som täcks, och jämförs \
                inte mellan åren.
                """,
            en: """
                The exports of performed hours run from \(window.months.english) and do not cover the \
                whole of \(years). Measures built on performed hours speak only of the months covered and are not \
                compared between the years.
                """)
    }

    // MARK: What is hidden

    /// How much is not shown, when that is a quarter of the release or more, and where it says what would show more. nil
    /// when less is hidden.
    private var muchIsHidden: RichText? {
        guard release.hidden > 0, release.hidden * 4 >= release.cells else { return nil }
        let remedy =
            !hasAnnex || classAdvice.isEmpty
            ? ""
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
        released.advice.filter { if case .boards = $0.coarsening { false } else { true } }
    }

    /// The advice found by trying, a table each; none when nothing was found. How many more numbers a table would show
    /// is told at the command line only: it tells of sums of what is hidden whether they are large enough to be shown.
    var coarserClasses: [Block] {
        guard !classAdvice.isEmpty else { return [] }
        let list = classAdvice.map { advice -> RichText in
            let title = QuestionWords(advice.table, language).title
            let change = said(CoarseningWords.change(advice.coarsening, of: advice.table.question))
            let shown = advice.table.rows.count { $0.shown != nil }
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

    /// The breakdowns that are left out whole, and why; none where none is.
    var leftOutBreakdowns: [Block] {
        guard !release.leftOut.isEmpty else { return [] }
        return [
            .paragraph(
                phrase(
                    sv: """
                        Tabeller där de flesta av talen skulle behöva döljas är utelämnade i sin helhet, också i de \
                        öppna tabellerna. Då behöver färre tal döljas i de andra. Utelämnade är:
                        """,
                    en: """
                        Tables of which most numbers would have to be hidden are left out whole, from the open tables too. \
                        Fewer numbers then have to be hidden in the others. Left out are:
                        """)),
            .list(release.leftOut.map { RichText(QuestionWords($0, language).title) }),
        ]
    }

    /// What disclosure control and rows set aside leave out.
    var leftOut: [RichText] {
        var list: [RichText] = []
        if release.hidden > 0 {
            list.append(
                text(
                    sv: """
                        \(count: release.hidden) av \(count: release.cells) uppgifter visas inte, för att ingen enskild \
                        ska kunna kännas igen. De är markerade med två punkter (..).
                        """,
                    en: """
                        \(count: release.hidden) of \(count: release.cells) figures are not shown, so that nobody can be \
                        recognised. They are marked with two dots (..).
                        """))
        }
        if integrity.setAsideRows > 0 {
            list.append(
                text(
                    sv: "Vad som står i de \(count: integrity.setAsideRows) rader som inte kunnat användas.",
                    en: "What the \(count: integrity.setAsideRows) rows that could not be used say."))
        }
        return list
    }
}
