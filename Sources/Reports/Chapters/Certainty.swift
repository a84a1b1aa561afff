// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// How sure the number of a card is.
extension Scoped {
    /// A count is a full count, or it is not shown, and why.
    func certainty(ofCount cell: ReleasedCell) -> RichText? {
        switch cell {
        case .shown: phrase(sv: "Totalräkning", en: "Full count")
        case .hidden:
            phrase(
                sv: "Visas inte, för att ingen enskild ska kunna kännas igen",
                en: "Not shown, so that nobody can be recognised")
        case .notApplicable(let reason): RichText(said(reason))
        }
    }

    /// "59,1–62,8 % med naturlig variation"
    func certainty(of cell: ReleasedCell) -> RichText? {
        certainty(of: cell, Phrase(sv: "med naturlig variation", en: "with natural variation"))
    }

    /// "55,1–67,0 % med osäkerheten i enkäten"
    func certainty(ofAnswers cell: ReleasedCell) -> RichText? {
        certainty(of: cell, Phrase(sv: "med enkätens osäkerhet", en: "with the survey's uncertainty"))
    }

    private func certainty(of cell: ReleasedCell, _ kind: Phrase) -> RichText? {
        guard let value = cell.shown else { return certainty(ofCount: cell) }
        guard value.lower != nil, value.upper != nil else { return nil }
        return "\(value, .percent(), part: .interval) \(said(kind))"
    }
}
