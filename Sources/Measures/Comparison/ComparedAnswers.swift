// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// What each respondent of a wave brings to a comparison: the answer as a number, and who answered as far as the register
/// or the form tells (lagrum, ålder, kön).
struct ComparedAnswers {
    typealias Stratum = ComparisonMaterial.Stratum

    /// A trait that fewer of those who answered have is not standardised for: the rest would stand as one group, as if
    /// they were alike.
    static let leastKnown = 0.8

    private let sample: SurveySample
    /// Numerator and denominator of each row without weights; nil for rows that do not count.
    private let values: [(above: Double, below: Double)?]
    private let isShare: Bool
    private let people: [Int32]
    private var strata: [Stratum]
    /// The traits that the strata tell apart, and those that too few have.
    private(set) var known: [CaseMix.Factor] = []
    private(set) var unknown: [CaseMix.Factor] = []

    /// - Parameters:
    ///   - number: of the wave among those compared, so that those who cannot be joined are persons of their own.
    ///   - factors: the traits to look for.
    init(_ sample: SurveySample, number: Int, values: [(above: Double, below: Double)?], isShare: Bool) {
        self.sample = sample
        self.values = values
        self.isShare = isShare
        // Respondents who can be joined are numbered from 0.
        var next = Int32.min + Int32(number) &* 1_000_000
        people = sample.responses.map { response in
            next += 1
            return response.respondent ?? next
        }
        strata = sample.responses.map { _ in Stratum() }
    }

    /// Tells respondents apart by each trait that enough of those who count have.
    mutating func tellApart(
        by factors: [CaseMix.Factor], _ dataset: Dataset, _ settings: MeasureSettings, years: ClosedRange<Int>
    ) {
        let traits = RespondentTraits(sample, dataset, needsLaws: factors.contains(.law))
        let counted = values.indices.filter { values[$0] != nil }
        for factor in factors {
            let axis = Axis(factor.dimension, dataset: dataset, settings: settings, years: years, totals: false)
            let places = sample.responses.indices.map { traits.places(of: $0, on: axis) }
            let withTrait = counted.count { places[$0] != [axis.unknown] }
            guard !counted.isEmpty, Double(withTrait) >= Self.leastKnown * Double(counted.count) else {
                unknown.append(factor)
                continue
            }
            known.append(factor)
            for row in places.indices {
                let isKnown = places[row] != [axis.unknown]
                switch factor {
                case .law:
                    strata[row].law = isKnown ? places[row].reduce(0) { $0 | 1 << axis.category(at: $1).rank } : 0
                case .age: strata[row].age = isKnown ? axis.category(at: places[row][0]).rank : -1
                case .sex: strata[row].sex = isKnown ? axis.category(at: places[row][0]).rank : -1
                }
            }
        }
    }

    /// Those of the rows that count, as members of a group, with how they were drawn.
    func group(
        _ members: [Bool], degreesOfFreedom: Int
    ) -> (members: [ComparisonMaterial.Member], respondents: ComparisonMaterial.Respondents) {
        let weights = sample.design.weights
        let rows = members.indices.filter { members[$0] && values[$0] != nil && weights[$0] > 0 }
        return (
            rows.map { row in
                ComparisonMaterial.Member(
                    person: people[row], numerator: weights[row] * (values[row]?.above ?? 0),
                    denominator: weights[row] * (values[row]?.below ?? 0), stratum: strata[row])
            },
            ComparisonMaterial.Respondents(
                design: sample.design, people: people, rows: rows, isShare: isShare, degreesOfFreedom: degreesOfFreedom)
        )
    }
}

extension CaseMix.Factor {
    /// The dimension that tells it.
    fileprivate var dimension: Dimension {
        switch self {
        case .law: .law
        case .age: .age
        case .sex: .sex
        }
    }
}
