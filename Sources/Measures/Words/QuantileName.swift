// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Phrase {
    /// What a quantile is called at the start of a sentence: "Nedre kvartilen".
    static func quantile(_ p: Double) -> Phrase {
        switch p {
        case 0.25: Phrase(sv: "Nedre kvartilen", en: "The lower quartile")
        case 0.5: Phrase(sv: "Medianen", en: "The median")
        case 0.75: Phrase(sv: "Övre kvartilen", en: "The upper quartile")
        default:
            Phrase(
                sv: "Kvantilen vid \(NumberStyle(.swedish).text(p, .percent()))",
                en: "The quantile at \(NumberStyle(.english).text(p, .percent()))")
        }
    }
}
