// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

extension TotalsDifference {
    /// For those who work with the exports: of the whole municipality the two numbers, of a board that they differ.
    func words(_ style: NumberStyle) -> Phrase {
        let what = totalWords
        switch place {
        case .municipality(let official, let rows):
            let form: NumberForm = total == .persons ? .count : .hours(abs(official - rows) < 10 ? 2 : 0)
            let (official, rows) = (style.text(official, form), style.text(rows, form))
            return Phrase(
                sv: "kontroll mot statistik: \(year), \(what.swedish): \(official) i statistiken, "
                    + "\(rows) enligt raderna",
                en: "check against statistics: \(year), \(what.english): \(official) in the statistics, "
                    + "\(rows) by the rows")
        case .board(let board):
            return Phrase(
                sv: "kontroll mot statistik: \(year), \(what.swedish), \(board): statistiken och raderna skiljer sig",
                en: "check against statistics: \(year), \(what.english), \(board): the statistics and the rows differ")
        }
    }

    /// For the first page of a report, without a number; nil of a board, and of what rounding makes.
    package var caution: Phrase? {
        guard isLarge, case .municipality = place else { return nil }
        return Phrase(
            sv: "Den sammanställda statistiken för \(year) stämmer inte med raderna: \(totalWords.swedish)",
            en: "The statistics for \(year) do not agree with the rows: \(totalWords.english)")
    }

    private var totalWords: Phrase { total.words }
}

extension [TotalsAgreement] {
    /// A line a year.
    var words: [Phrase] {
        Set(map(\.year)).sorted().map { year in
            let totals = filter { $0.year == year }.map(\.total.words)
            return Phrase(
                sv: "kontroll mot statistik: \(year): raderna stämmer för "
                    + totals.map(\.swedish).joined(separator: ", "),
                en: "check against statistics: \(year): the rows agree on "
                    + totals.map(\.english).joined(separator: ", "))
        }
    }
}

extension OfficialTotal {
    fileprivate var words: Phrase {
        switch self {
        case .persons: Phrase(sv: "antal personer", en: "number of persons")
        case .grantedHours: Phrase(sv: "beviljade timmar", en: "granted hours")
        case .performedHours: Phrase(sv: "utförda timmar", en: "performed hours")
        }
    }
}
