// SPDX-License-Identifier: EUPL-1.2

extension Question.Aspect {
    /// As part of a name of files and definitions: `top-box`, `gap-sex`; nil for the headline.
    package var slug: String? {
        switch self {
        case .headline: nil
        case .onDay(let month, let day): "on-\(month)-\(day)"
        case .monthEndMean: "month-end-mean"
        case .perTenThousand: "per-10000"
        case .perThousandEntitled: "per-1000-paratransit"
        case .perPerson: "per-person"
        case .lawCombination: "law-combination"
        case .mean: "mean"
        case .quantile(let p): p == 0.5 ? "median" : "p\(Int((p * 100).rounded()))"
        case .change: "change"
        case .decisions: "decisions"
        case .outsideDecisions: "outside-decisions"
        case .part(let factor): "part-\(factor.rawValue)"
        case .flexible(let definition, let denominator, let anchor): "\(definition)-\(denominator)-\(anchor)"
        case .unlimited: "unlimited"
        case .withoutPerformed: "without-performed"
        case .withoutDistrict: "without-district"
        case .shiftedShare: "shifted-share"
        case .topBox: "top-box"
        case .netBalance: "net-balance"
        case .index: "index"
        case .answers: "answers"
        case .itemNonresponse: "nonresponse"
        case .doNotKnow: "do-not-know"
        case .worstCase: "worst-case"
        case .gap(let dimension): "gap-\(dimension.rawValue)"
        case .register: "register"
        }
    }
}
