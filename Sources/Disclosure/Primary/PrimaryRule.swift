// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// A reason of its own for a number to be hidden (*primär prickning*).
package enum PrimaryRule: String, Sendable, CaseIterable {
    /// A count above zero and below the threshold.
    case smallCount = "small-count"
    /// A share whose numerator is above zero and below the threshold.
    case smallNumerator = "small-numerator"
    /// A share that all but a few have.
    case smallComplement = "small-complement"
    /// A share of too few; with it all-or-nothing answers of small groups.
    case smallBase = "small-base"
    /// A sum that one or two persons make up: the p % rule.
    case dominance
    /// Nothing at all in a small group, which tells of everyone in it.
    case nothingInSmallGroup = "nothing-in-small-group"
    /// A median or another quantile of too few.
    case smallOrderStatistic = "small-order-statistic"
    /// A difference of two numbers of which one is hidden.
    case hiddenComparison = "hidden-comparison"
    /// A number that came without what its rule needs to know, so that nobody can say it is safe.
    case notVerifiable = "not-verifiable"

    /// The rule in a sentence, with the settings in force: for the method annex and `explain`.
    package func text(_ settings: DisclosureSettings) -> Phrase {
        let threshold = settings.threshold
        let base = settings.minimumBase
        switch self {
        case .smallCount:
            return Phrase(
                sv: "Ett antal personer, beslut eller svar under \(threshold) visas inte, utom noll.",
                en: "A count of persons, decisions or answers below \(threshold) is not shown, unless it is zero.")
        case .smallNumerator:
            return Phrase(
                sv: "En andel visas inte när färre än \(threshold) personer, men någon, hör till den.",
                en: "A share is not shown when fewer than \(threshold) persons, but at least one, belong to it.")
        case .smallComplement:
            return Phrase(
                sv: "En andel visas inte när alla utom högst \(threshold - 1) personer hör till den.",
                en: "A share is not shown when all but at most \(threshold - 1) persons belong to it.")
        case .smallBase:
            return Phrase(
                sv: "En andel av färre än \(base) personer visas inte, inte heller när den är 0 eller 100 procent.",
                en: "A share of fewer than \(base) persons is not shown, not even when it is 0 or 100 per cent.")
        case .dominance:
            let percent = settings.percentOfLargest
            return Phrase(
                sv:
                    "En summa visas inte när det som återstår utan de två största bidragen är mindre än \(percent.swedish) procent av det största bidraget (p-procentregeln).",
                en:
                    "A sum is not shown when what remains without the two largest contributions is less than \(percent.english) per cent of the largest (the p % rule)."
            )
        case .nothingInSmallGroup:
            return Phrase(
                sv: "Att en grupp på färre än \(base) personer inte har några timmar alls visas inte.",
                en: "That a group of fewer than \(base) persons has no hours at all is not shown.")
        case .smallOrderStatistic:
            return Phrase(
                sv: "Median och andra kvantiler visas inte för färre än \(base) personer.",
                en: "Medians and other quantiles are not shown for fewer than \(base) persons.")
        case .hiddenComparison:
            return Phrase(
                sv: "En skillnad visas inte när något av de två värdena är dolt.",
                en: "A difference is not shown when either of its two values is hidden.")
        case .notVerifiable:
            return Phrase(
                sv: "Ett värde visas inte när det saknas uppgifter för att pröva reglerna.",
                en: "A value is not shown when what the rules need is missing.")
        }
    }
}

extension DisclosureSettings {
    /// p of the p % rule as it is printed: 10, 12,5.
    var percentOfLargest: Phrase {
        if pPercent == pPercent.rounded() {
            let whole = String(Int(pPercent))
            return Phrase(sv: whole, en: whole)
        }
        let text = String(pPercent)
        return Phrase(sv: text.split(separator: ".").joined(separator: ","), en: text)
    }
}
