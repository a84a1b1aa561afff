// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Terms

extension FindingWriter {
    /// "Andelen utförda timmar varierar från 54,2 procent (Farsta) till 67,1 procent (Bromma)." nil with fewer than two
    /// districts to show. It names the ends and judges nothing.
    package func districtSpread(of share: ChangedShare, _ rows: [ReleasedTable.Row]) -> Finding? {
        let shown = rows.compactMap { row -> (name: String, value: ReleasedValue)? in
            guard let category = row.key.last, category.kind == .value, let value = row.cell.shown else { return nil }
            return (category.label[language], value)
        }
        guard shown.count >= 2,
            let lowest = shown.min(by: { $0.value.value < $1.value.value }),
            let highest = shown.max(by: { $0.value.value < $1.value.value })
        else { return nil }
        return Finding(
            text(
                sv: """
                    \(share.name.swedish.asSentenceStart) varierar från \(percent(lowest.value)) (\(lowest.name)) till \
                    \(percent(highest.value)) (\(highest.name)).
                    """,
                en: """
                    \(share.name.english.asSentenceStart) varies from \(percent(lowest.value)) (\(lowest.name)) to \
                    \(percent(highest.value)) (\(highest.name)).
                    """))
    }

    /// "Beroende på hur flexibel användning definieras blir andelen mellan 38,2 procent och 55,0 procent." nil with
    /// fewer than two definitions to show.
    package func definitionSpread(_ cells: [ReleasedCell]) -> Finding? {
        let shown = cells.compactMap(\.shown)
        guard shown.count >= 2, let lowest = shown.min(by: { $0.value < $1.value }),
            let highest = shown.max(by: { $0.value < $1.value })
        else { return nil }
        return Finding(
            text(
                sv: """
                    Beroende på hur flexibel användning definieras blir andelen mellan \(percent(lowest)) och \
                    \(percent(highest)).
                    """,
                en: """
                    Depending on how flexible use is defined, the share is between \(percent(lowest)) and \
                    \(percent(highest)).
                    """))
    }

    /// "Bland personer med utförda timmar är medianen att 4,2 procent av timmarna ligger över det som var beviljat …"
    package func shiftedShare(median cell: ReleasedCell) -> Finding? {
        guard let median = cell.shown else { return nil }
        return Finding(
            text(
                sv: """
                    Bland personer med utförda timmar är medianen att \(percent(median)) av timmarna ligger över det \
                    som var beviljat för månaden.
                    """,
                en: """
                    Among persons with performed hours, the median is that \(percent(median)) of the hours lie above \
                    what was granted for the month.
                    """))
    }

    /// "Andelen med flexibel användning är 52,1 procent (LSS) och 49,0 procent (SoL)." nil with fewer than two
    /// groups to show. Names the groups and judges nothing.
    package func groups(of share: ChangedShare, _ rows: [ReleasedTable.Row]) -> Finding? {
        let parts = rows.compactMap { row -> RichText? in
            guard let category = row.key.last, category.kind == .value, let value = row.cell.shown else { return nil }
            return "\(percent(value)) (\(category.label[language]))"
        }
        guard parts.count >= 2, let last = parts.last else { return nil }
        var list = parts[0]
        for part in parts.dropFirst().dropLast() { list = list + ", " + part }
        list = list + text(sv: " och ", en: " and ") + last
        return Finding(
            text(
                sv: "\(share.name.swedish.asSentenceStart) är \(list).",
                en: "\(share.name.english.asSentenceStart) is \(list)."))
    }
}
