// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A comparison of groups in sentences that need no statistics to be read.
struct ComparisonSentences {
    let comparison: ReleasedComparison
    let language: Language
    private let style: NumberStyle

    init(_ comparison: ReleasedComparison, _ language: Language) {
        self.comparison = comparison
        self.language = language
        style = NumberStyle(language)
    }

    /// The whole, the groups named, case mix, the years, then what must be known.
    var all: [String] {
        ([differ, gap, named, caseMix, change].compactMap { $0 } + comparison.notes).map { $0[language] }
    }

    /// Whether the groups differ more than chance explains, and how much.
    var differ: Phrase? {
        guard let whole = comparison.heterogeneity, comparison.groups.count > 1 else { return nil }
        let test =
            "Q\u{A0}=\u{A0}\(text(whole.q, .decimal(1))), df\u{A0}=\u{A0}\(whole.degreesOfFreedom), \(pValue(whole.pValue))"
        if whole.pValue >= 0.05 {
            return Phrase(
                sv: "\(groups.swedish) skiljer sig inte mer än slumpen kan förklara (\(test)).",
                en: "\(groups.english) do not differ more than chance explains (\(test)).")
        }
        let interval = whole.tauLimits.map { " (\(spread($0)))" } ?? ""
        let size = text(whole.tau, spreadForm) + spreadUnit[language] + interval
        return Phrase(
            sv: "\(groups.swedish) skiljer sig mer än slumpen kan förklara (\(test)). "
                + "Standardavvikelsen mellan dem är \(size).",
            en: "\(groups.english) differ more than chance explains (\(test)). "
                + "The standard deviation between them is \(size).")
    }

    /// With two or three groups the upper limit can be beyond any shares there are: then it says nothing.
    private func spread(_ limits: ReleasedComparison.Limits) -> String {
        guard comparison.unit == .share, limits.upper > 0.5 else {
            return style.interval(limits.lower, limits.upper, spreadForm)
        }
        return Phrase(sv: "minst ", en: "at least ")[language] + text(limits.lower, spreadForm)
    }

    /// Highest less lowest, beside what chance alone gives.
    var gap: Phrase? {
        guard let year = comparison.years.last, let gap = year.gap, let chance = year.chanceGap else { return nil }
        let (size, alone) = (text(gap, spreadForm) + spreadUnit[language], text(chance, spreadForm))
        return Phrase(
            sv: "Mellan högsta och lägsta värde är det \(size). Slumpen ensam ger i medeltal \(alone), "
                + "för små grupper svänger mycket.",
            en: "Between the highest and the lowest value there are \(size). Chance alone gives \(alone) "
                + "on average, for small groups vary a lot.")
    }

    /// The groups that may be named, by the rule of the comparison.
    var named: Phrase? {
        guard comparison.groups.contains(where: { $0.plain != nil }) else { return nil }
        let names = comparison.groups.filter(\.isNamed).map { $0.category.label[language] }
        if names.isEmpty {
            return Phrase(
                sv: "Ingen av dem kan för sig sägas skilja sig från de övriga.",
                en: "None of them can be said on its own to differ from the others.")
        }
        let list = names.joined(separator: ", ")
        return Phrase(
            sv: "Skiljer sig från de övriga mer än slumpen kan förklara: \(list).",
            en: "Differ from the others more than chance explains: \(list).")
    }

    var caseMix: Phrase? {
        guard let mix = comparison.caseMix else { return nil }
        let (before, after) = (pValue(mix.crudeP), pValue(mix.standardisedP))
        let most: Phrase =
            switch mix.mattered {
            case .law: Phrase(sv: " Mest förklarar lagrummet.", en: " The law explains most.")
            case .age: Phrase(sv: " Mest förklarar åldern.", en: " Age explains most.")
            case .sex: Phrase(sv: " Mest förklarar könet.", en: " Sex explains most.")
            case nil: Phrase(sv: "", en: "")
            }
        return Phrase(
            sv: "Skillnaderna prövade före (\(before)) och efter (\(after)) utjämning för \(mix.traits.swedish)."
                + most.swedish,
            en: "The differences tested before (\(before)) and after (\(after)) evening out for \(mix.traits.english)."
                + most.english)
    }

    /// Whether the groups have grown apart.
    var change: Phrase? {
        guard let change = comparison.change else { return nil }
        let limits = change.tauLimits
        let interval = style.interval(limits.lower, limits.upper, spreadForm.signed)
        if limits.lower <= 0 && limits.upper >= 0 {
            return Phrase(
                sv: "Från \(change.from) till \(change.to) går ingen förändring av spridningen att säkerställa "
                    + "(förändring av standardavvikelsen \(interval)\(spreadUnit.swedish)).",
                en: "From \(change.from) to \(change.to) no change of the spread can be established "
                    + "(change of the standard deviation \(interval)\(spreadUnit.english)).")
        }
        let grew = limits.lower > 0
        return Phrase(
            sv: "Från \(change.from) till \(change.to) har spridningen \(grew ? "ökat" : "minskat") "
                + "(förändring av standardavvikelsen \(interval)\(spreadUnit.swedish)).",
            en: "From \(change.from) to \(change.to) the spread has \(grew ? "grown" : "shrunk") "
                + "(change of the standard deviation \(interval)\(spreadUnit.english)).")
    }

    private var groups: Phrase {
        switch comparison.dimension {
        case .district, .districtThen: Phrase(sv: "Stadsdelsnämnderna", en: "The district boards")
        case .provider: Phrase(sv: "Utförarna", en: "The providers")
        case .providerType: Phrase(sv: "Regiformerna", en: "The provider types")
        case .law: Phrase(sv: "Lagrummen", en: "The laws")
        case .age: Phrase(sv: "Åldersgrupperna", en: "The age groups")
        case .sex: Phrase(sv: "Kvinnor och män", en: "Women and men")
        default: Phrase(sv: "Grupperna", en: "The groups")
        }
    }

    private var spreadForm: NumberForm {
        comparison.unit == .share || comparison.unit == .shareDifference
            ? .percentagePoints(1) : comparison.unit == .score ? .decimal(2) : .decimal(1)
    }

    private var spreadUnit: Phrase {
        switch comparison.unit {
        case .share, .shareDifference: Phrase(sv: " procentenheter", en: " percentage points")
        case .hoursPerMonth: Phrase(sv: " timmar per månad", en: " hours a month")
        case .hoursPerPerson: Phrase(sv: " timmar per person", en: " hours a person")
        case .kronorPerPerson: Phrase(sv: " kronor per person", en: " kronor a person")
        case .kronorPerHour: Phrase(sv: " kronor per timme", en: " kronor an hour")
        case .perTenThousand: Phrase(sv: " per 10\u{A0}000 invånare", en: " per 10,000 inhabitants")
        case .perThousandEntitled:
            Phrase(sv: " per 1\u{A0}000 färdtjänstberättigade", en: " per 1,000 entitled to paratransit")
        case .points: Phrase(sv: " enheter på skalan 0–100", en: " units on the scale 0–100")
        default: Phrase(sv: "", en: "")
        }
    }

    private func text(_ value: Double, _ form: NumberForm) -> String { style.text(value, form) }

    private func pValue(_ p: Double) -> String {
        p < 0.001 ? "p\u{A0}<\u{A0}" + text(0.001, .decimal(3)) : "p\u{A0}=\u{A0}" + text(p, .decimal(3))
    }
}
