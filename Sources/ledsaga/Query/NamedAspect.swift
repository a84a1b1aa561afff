// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The aspects of a measure that can be asked for by name: `granted-hours:median`.
struct NamedAspect {
    let name: String
    let aspect: Question.Aspect

    /// The aspects of a measure beside its headline, in the order they are listed.
    static func of(_ measure: MeasureName) -> [NamedAspect] {
        switch measure {
        case .persons:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "per-10000", aspect: .perTenThousand),
                NamedAspect(name: "per-1000-paratransit", aspect: .perThousandEntitled),
                NamedAspect(name: "month-end-mean", aspect: .monthEndMean),
                NamedAspect(name: "law-combination", aspect: .lawCombination),
                NamedAspect(name: "unlimited", aspect: .unlimited),
                NamedAspect(name: "without-performed", aspect: .withoutPerformed),
                NamedAspect(name: "without-district", aspect: .withoutDistrict),
                NamedAspect(name: "outside-decisions", aspect: .outsideDecisions),
            ]
        case .grantedHours:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "mean", aspect: .mean),
                NamedAspect(name: "per-person", aspect: .perPerson),
                NamedAspect(name: "median", aspect: .quantile(0.5)),
                NamedAspect(name: "lower-quartile", aspect: .quantile(0.25)),
                NamedAspect(name: "upper-quartile", aspect: .quantile(0.75)),
                NamedAspect(name: "decisions", aspect: .decisions),
                NamedAspect(name: "without-performed", aspect: .withoutPerformed),
            ]
        case .performedHours:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "outside-decisions", aspect: .outsideDecisions),
                NamedAspect(name: "unlimited", aspect: .unlimited),
            ]
        case .utilisation:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "mean", aspect: .mean),
                NamedAspect(name: "median", aspect: .quantile(0.5)),
            ]
        case .decomposition:
            Question.DecompositionFactor.allCases.map { NamedAspect(name: $0.rawValue, aspect: .part($0)) }
        case .flexibleUse:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "shifted-share", aspect: .shiftedShare),
                NamedAspect(name: "shifted-share-median", aspect: .quantile(0.5)),
                NamedAspect(name: "unlimited", aspect: .unlimited),
            ]
        case .item:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "top-box", aspect: .topBox),
                NamedAspect(name: "net-balance", aspect: .netBalance),
                NamedAspect(name: "index", aspect: .index),
                NamedAspect(name: "mean", aspect: .mean),
                NamedAspect(name: "gap-group", aspect: .gap(.group)),
                NamedAspect(name: "gap-district", aspect: .gap(.district)),
            ] + ofAnswers
        case .awareness:
            [
                NamedAspect(name: "change", aspect: .change),
                NamedAspect(name: "gap-group", aspect: .gap(.group)),
                NamedAspect(name: "gap-district", aspect: .gap(.district)),
            ] + ofAnswers
        case .responseRate: [NamedAspect(name: "answers", aspect: .answers)]
        case .respondents:
            [NamedAspect(name: "register", aspect: .register)]
        }
    }

    private static let ofAnswers = [
        NamedAspect(name: "answers", aspect: .answers), NamedAspect(name: "nonresponse", aspect: .itemNonresponse),
        NamedAspect(name: "do-not-know", aspect: .doNotKnow), NamedAspect(name: "worst-case", aspect: .worstCase),
    ]
}
