// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// One question of a survey (*fråga*), or one row of a matrix question, as the codebook describes it.
package struct SurveyItem: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// One of the categories.
        case single
        /// Any number of the categories.
        case multiple
        /// One of the categories, which stand in order, lowest first.
        case scale
        /// A number, in the unit the question asks for.
        case number
        /// Free text (*fritext*): counted, never kept.
        case text
    }

    package enum Role: String, Sendable, CaseIterable {
        /// What the respondent thinks or has met with.
        case opinion
        /// Has a right answer.
        case knowledge
        /// Tells who the respondent is.
        case background
    }

    /// What of the register a background item tells, so that respondents can be held against it.
    package enum Trait: String, Sendable, CaseIterable {
        case age
        case birthYear = "birth-year"
        case sex
        case law
        case district
    }

    /// One answer that can be chosen.
    package struct Category: Sendable, Hashable {
        /// As the codebook names it; unique within the item.
        package var code: String
        package var label: Phrase
        /// Place on the scale: 1 for the first category unless the codebook gives numbers. Scales only.
        package var score: Double?
        /// Whether this is the right answer; knowledge items have exactly one, or several that are all right.
        package var isRight: Bool

        package init(code: String, label: Phrase, score: Double? = nil, isRight: Bool = false) {
            self.code = code
            self.label = label
            self.score = score
            self.isRight = isRight
        }
    }

    /// The item is not asked of those who answered another item so.
    package struct Filter: Sendable, Hashable {
        /// The name of the other item.
        package var item: String
        /// Codes of its categories.
        package var codes: [String]

        package init(item: String, codes: [String]) {
            self.item = item
            self.codes = codes
        }
    }

    /// Short and stable (`time-enough`): `query item:time-enough`. The same name in two codebooks is the same
    /// question, so that groups and waves can be compared.
    package var name: String
    /// The question as it was put to the respondent.
    package var question: Phrase
    package var kind: Kind
    package var role: Role
    /// In the order of the codebook; for scales from the lowest. Empty for numbers and texts. At most 64.
    package var categories: [Category]
    /// Places in `categories` of the answers that count as favourable: the top box, whichever end of the scale
    /// that is. Empty for items without better and worse answers.
    package var favourable: [Int]
    /// The opposite end: what the net balance subtracts.
    package var unfavourable: [Int]
    /// Of numbers: the smallest and the largest that can be right.
    package var range: ClosedRange<Double>?
    /// Rows of a matrix question share a battery: they are printed together, and p-values are adjusted over it.
    package var battery: String?
    package var notAskedIf: Filter?
    package var trait: Trait?
    /// The free-text item whose coded themes this item holds.
    package var themesOf: String?

    package init(
        name: String, question: Phrase, kind: Kind, role: Role = .opinion, categories: [Category] = [],
        favourable: [Int] = [], unfavourable: [Int] = [], range: ClosedRange<Double>? = nil, battery: String? = nil,
        notAskedIf: Filter? = nil, trait: Trait? = nil, themesOf: String? = nil
    ) {
        precondition(categories.count <= 64, "an item has at most 64 categories")
        self.name = name
        self.question = question
        self.kind = kind
        self.role = role
        self.categories = categories
        self.favourable = favourable
        self.unfavourable = unfavourable
        self.range = range
        self.battery = battery
        self.notAskedIf = notAskedIf
        self.trait = trait
        self.themesOf = themesOf
    }
}
