// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// How groups are compared by the number of an aspect.
struct ComparisonRule: Sendable {
    /// What persons of the register bring to their groups.
    struct Persons: Sendable {
        let facts: Facts
        /// The inhabitants they are held against, of rates.
        let population: PopulationBase?
        /// Numerator and denominator of a person; nil for one that does not count.
        let brings: CellNumber.Brings
    }

    /// What respondents of a survey bring to their groups.
    struct Answers: Sendable {
        /// Numerator and denominator of each row without weights, nil for rows that do not count; and whether each has
        /// the thing or not.
        let values: @Sendable (SurveySample, _ items: [Int]) -> (rows: [(above: Double, below: Double)?], isShare: Bool)
        let figure: @Sendable (SurveyInquiry, SurveySample, _ items: [Int], _ members: [Bool]) -> SurveyFigure?
        /// Whether groups can be standardised for who answered.
        let canBeStandardised: Bool
    }

    enum Members: Sendable {
        case persons(Persons)
        case answers(Answers)
    }

    let kind: ComparisonMaterial.Kind
    /// Whether the number may be below zero, as a net balance: else its limits are not.
    let mayBeNegative: Bool
    /// What may be compared along.
    let dimensions: [Dimension]
    let members: Members
    /// What it is called in a report; nil for what reports do not compare, and where the item says it.
    let words: ComparedWords?
    /// The number that an item is compared by, where it is another than the one asked for.
    let key: (@Sendable (SurveyItem) throws(QuestionError) -> NumberName)?

    /// Groups of persons of the register.
    init(
        kind: ComparisonMaterial.Kind, mayBeNegative: Bool, by dimensions: [Dimension], of facts: Facts,
        population: PopulationBase? = nil,
        bringing brings: @escaping CellNumber.Brings, words: ComparedWords? = nil
    ) {
        self.kind = kind
        self.mayBeNegative = mayBeNegative
        self.dimensions = dimensions
        self.members = .persons(Persons(facts: facts, population: population, brings: brings))
        self.words = words
        self.key = nil
    }

    /// Groups of respondents.
    init(
        kind: ComparisonMaterial.Kind, mayBeNegative: Bool, answers: Answers,
        key: (@Sendable (SurveyItem) throws(QuestionError) -> NumberName)? = nil
    ) {
        self.kind = kind
        self.mayBeNegative = mayBeNegative
        self.dimensions = Self.ofSurveys
        self.members = .answers(answers)
        self.words = nil
        self.key = key
    }

    /// What persons are held against, of rates.
    var population: PopulationBase? {
        switch members {
        case .persons(let persons): persons.population
        case .answers: nil
        }
    }

    static let ofRegister: [Dimension] = [.district, .districtThen, .provider, .providerType, .law]
    static let ofSurveys: [Dimension] = [.district, .sex, .age, .law, .group]
}

extension ComparisonRule.Answers {
    /// The favourable share, of knowledge items the share right, of numbers the mean.
    static let key = ComparisonRule.Answers(
        values: { sample, items in
            if items.count > 1 { return (rightAnswers(sample, items), false) }
            let column = sample.column(items[0])
            if column.item.kind == .number { return (each(column, column.scores), false) }
            let counted = column.item.role == .knowledge ? column.right : column.item.favourable
            return (each(column, column.isOneOf(counted).map { $0.map { $0 ? 1 : 0 } }), true)
        }, figure: { inquiry, sample, items, members in inquiry.awareness(sample, items, members) },
        canBeStandardised: true)

    static let mean = ComparisonRule.Answers(
        values: { sample, items in
            let column = sample.column(items[0])
            return (each(column, column.scores), false)
        }, figure: { figures($0, $1, $2, $3).mean }, canBeStandardised: true)

    static let index = ComparisonRule.Answers(
        values: { sample, items in
            let column = sample.column(items[0])
            return (each(column, column.points), false)
        }, figure: { figures($0, $1, $2, $3).index }, canBeStandardised: true)

    /// 1 for a favourable answer, −1 for an unfavourable one.
    static let netBalance = ComparisonRule.Answers(
        values: { sample, items in
            let column = sample.column(items[0])
            let (top, bottom) = (column.isOneOf(column.item.favourable), column.isOneOf(column.item.unfavourable))
            let values = sample.responses.indices.map { row in
                top[row].map { $0 ? 1.0 : bottom[row] == true ? -1 : 0 }
            }
            return (each(column, values), false)
        }, figure: { figures($0, $1, $2, $3).netBalance }, canBeStandardised: false)

    private static func each(_ column: ItemColumn, _ values: [Double?]) -> [(above: Double, below: Double)?] {
        values.indices.map { row in column.speaks(of: row) ? values[row].map { ($0, 1) } : nil }
    }

    /// Right answers of answers, over several items.
    private static func rightAnswers(_ sample: SurveySample, _ items: [Int]) -> [(above: Double, below: Double)?] {
        let columns = items.map { sample.column($0) }
        let right = columns.map { $0.isOneOf($0.right) }
        return sample.responses.indices.map { row in
            let answers = columns.count { $0.counts(row) }
            return answers == 0 ? nil : (Double(right.count { $0[row] == true }), Double(answers))
        }
    }

    private static func figures(
        _ inquiry: SurveyInquiry, _ sample: SurveySample, _ items: [Int], _ members: [Bool]
    ) -> ItemFigures {
        ItemFigures(sample, item: items[0], members: members, level: inquiry.question.level)
    }
}
