// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// "Andelen utförda timmar varierar mellan 54,2 procent och 67,1 procent i de stadsdelsnämnder som kan visas." nil
    /// with fewer than two to show. It names no board, for nothing is judged against chance here.
    func districtSpread(of share: ChangedShare, _ rows: [ReleasedTable.Row]) -> Finding? {
        let shown = rows.filter { $0.key.last?.kind == .value }.compactMap(\.cell.shown)
        guard shown.count >= 2, let lowest = shown.min(by: { $0.value < $1.value }),
            let highest = shown.max(by: { $0.value < $1.value })
        else { return nil }
        let style = NumberStyle(language)
        guard style.text(lowest.value, .percent()) != style.text(highest.value, .percent()) else {
            return finding(
                sv: """
                    \(share.name.swedish.asSentenceStart) är \(percent(lowest)) i alla de stadsdelsnämnder som kan visas.
                    """,
                en: """
                    \(share.name.english.asSentenceStart) is \(percent(lowest)) in all the district boards that can be \
                    shown.
                    """)
        }
        return finding(
            sv: """
                \(share.name.swedish.asSentenceStart) varierar mellan \(percent(lowest)) och \(percent(highest)) i de \
                stadsdelsnämnder som kan visas.
                """,
            en: """
                \(share.name.english.asSentenceStart) varies between \(percent(lowest)) and \(percent(highest)) in \
                the district boards that can be shown.
                """)
    }

    /// "Andelen utförda timmar är 58,2 procent i Farsta och 60,9 procent i hela staden." Judges nothing.
    func beside(
        of share: ChangedShare, board: String, _ here: ReleasedCell, wholeArea: Phrase, _ everywhere: ReleasedCell
    ) -> Finding? {
        guard let here = here.shown, let everywhere = everywhere.shown else { return nil }
        return finding(
            sv: """
                \(share.name.swedish.asSentenceStart) är \(percent(here)) i \(board) och \(percent(everywhere)) i \
                \(wholeArea.swedish).
                """,
            en: """
                \(share.name.english.asSentenceStart) is \(percent(here)) in \(board) and \(percent(everywhere)) \
                in \(wholeArea.english).
                """)
    }

    /// "Beroende på hur flexibel användning definieras blir andelen mellan 38,2 procent och 55,0 procent." nil with
    /// fewer than two definitions to show.
    func definitionSpread(_ cells: [ReleasedCell]) -> Finding? {
        let shown = cells.compactMap(\.shown)
        guard shown.count >= 2, let lowest = shown.min(by: { $0.value < $1.value }),
            let highest = shown.max(by: { $0.value < $1.value })
        else { return nil }
        return finding(
            sv: """
                Beroende på hur flexibel användning definieras blir andelen mellan \(percent(lowest)) och \
                \(percent(highest)).
                """,
            en: """
                Depending on how flexible use is defined, the share is between \(percent(lowest)) and \
                \(percent(highest)).
                """)
    }

    /// "För hälften av personerna med utförda timmar ligger minst 4,2 procent av timmarna över det som var beviljat …"
    func shiftedShare(median cell: ReleasedCell) -> Finding? {
        guard let median = cell.shown else { return nil }
        guard NumberStyle.sign(of: median.value, .percentagePoints()) != .zero else {
            return finding(
                sv: """
                    Minst hälften av personerna med utförda timmar har inga, eller nästan inga, timmar över det som \
                    var beviljat för månaden.
                    """,
                en: """
                    At least half of the persons with performed hours have no hours, or almost none, above what was \
                    granted for the month.
                    """, values: [median])
        }
        return finding(
            sv: """
                För hälften av personerna med utförda timmar ligger minst \(percent(median)) av timmarna över det \
                som var beviljat för månaden.
                """,
            en: """
                For half of the persons with performed hours, at least \(percent(median)) of the hours lie above \
                what was granted for the month.
                """)
    }

    /// "Andelen med flexibel användning är 52,1 procent (LSS) och 49,0 procent (SoL)." nil with fewer than two
    /// groups to show. Names the groups and judges nothing.
    func groups(of share: ChangedShare, _ rows: [ReleasedTable.Row]) -> Finding? {
        let parts = rows.compactMap { row -> RichText? in
            guard let category = row.key.last, category.kind == .value, let value = row.cell.shown else { return nil }
            return "\(percent(value)) (\(category.label[language]))"
        }
        guard parts.count >= 2, let last = parts.last else { return nil }
        var list = parts[0]
        for part in parts.dropFirst().dropLast() { list = list + ", " + part }
        list = list + text(sv: " och ", en: " and ") + last
        return finding(
            sv: "\(share.name.swedish.asSentenceStart) är \(list).",
            en: "\(share.name.english.asSentenceStart) is \(list).")
    }
}
