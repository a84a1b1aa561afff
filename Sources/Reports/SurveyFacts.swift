// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What a report says of a survey (*enkät*) beside its numbers: who was asked, in which wave, and what.
package struct SurveyFacts: Sendable, Hashable {
    /// How a question is answered.
    package enum Kind: Sendable, Hashable {
        case single
        case multiple
        /// Categories in order, lowest first.
        case scale
        case number
        /// Free text: counted, never printed.
        case text
    }

    package enum Role: Sendable, Hashable {
        case opinion
        case knowledge
        case background
    }

    /// What better and worse are of an answer: the favourable end, or the right answer of a knowledge item.
    package enum Side: Sendable, Hashable {
        case favourable
        case neither
        case unfavourable
    }

    /// One answer that can be chosen.
    package struct Category: Sendable, Hashable {
        package let code: String
        package let label: Phrase
        package let side: Side
        package let isRight: Bool

        package init(code: String, label: Phrase, side: Side = .neither, isRight: Bool = false) {
            self.code = code
            self.label = label
            self.side = side
            self.isRight = isRight
        }
    }

    /// One question, as it was put.
    package struct Item: Sendable, Hashable {
        /// As in the codebook: `time-enough`.
        package let name: String
        package let question: Phrase
        package let kind: Kind
        package let role: Role
        package let battery: String?
        /// In the codebook's order; empty for numbers and texts.
        package let categories: [Category]
        /// The free-text item whose coded themes this one holds.
        package let themesOf: String?

        package init(
            name: String, question: Phrase, kind: Kind, role: Role = .opinion, battery: String? = nil,
            categories: [Category] = [], themesOf: String? = nil
        ) {
            self.name = name
            self.question = question
            self.kind = kind
            self.role = role
            self.battery = battery
            self.categories = categories
            self.themesOf = themesOf
        }
    }

    /// How those who were asked were chosen.
    package enum Selection: Sendable, Hashable {
        /// Everyone in the frame (*totalundersökning*).
        case everyone
        /// A sample, from so many strata.
        case sample(strata: Int)
        /// The codebook does not say.
        case notGiven
    }

    /// `users`, `providers`, `case-officers`, or the project's own.
    package let group: String
    /// "Brukare"
    package let label: Phrase
    /// "2019", "2019 vår"
    package let wave: String
    package let year: Int
    package let items: [Item]
    package let selection: Selection
    /// Whether it is known in which districts the respondents are.
    package let hasDistricts: Bool
    /// Whether the strata are districts, so that response rates are known for each.
    package let strataAreDistricts: Bool
    /// Answers set aside because the same respondent gave another. A count of rows in a file, not of persons.
    package let hasDuplicates: Bool

    package init(
        group: String, label: Phrase, wave: String, year: Int, items: [Item], selection: Selection = .notGiven,
        hasDistricts: Bool = false, strataAreDistricts: Bool = false, hasDuplicates: Bool = false
    ) {
        self.group = group
        self.label = label
        self.wave = wave
        self.year = year
        self.items = items
        self.selection = selection
        self.hasDistricts = hasDistricts
        self.strataAreDistricts = strataAreDistricts
        self.hasDuplicates = hasDuplicates
    }

    /// Items with a right answer, in the order of the form.
    var knowledge: [Item] { items.filter(\.isKnowledge) }

    func item(_ name: String) -> Item? { items.first { $0.name == name } }
}

extension SurveyFacts.Item {
    var isKnowledge: Bool { role == .knowledge && categories.contains(where: \.isRight) }
    /// Whether it asks of the rule on companions' expenses, by the name that the templates give it.
    var isOfExpenses: Bool { name == RuleName.expenseItem }

    /// Whether it has better and worse answers, so that groups and waves can be compared by it.
    var isJudged: Bool { role == .opinion && categories.contains { $0.side == .favourable } }

    /// Whether its answers are parts of a whole, so that they fill a bar: one answer each, with a better and a worse end.
    var fillsBar: Bool {
        isJudged && (kind == .scale || kind == .single) && (2...5).contains(categories.count)
    }

    /// The categories from the best end to the worst.
    var bestFirst: [SurveyFacts.Category] {
        if categories.last?.side == .favourable, categories.first?.side != .favourable { return categories.reversed() }
        if categories.first?.side == .favourable, categories.last?.side != .favourable { return categories }
        return [.favourable, .neither, .unfavourable].flatMap { side in categories.filter { $0.side == side } }
    }
}
