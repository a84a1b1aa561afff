// SPDX-License-Identifier: EUPL-1.2

/// The definition a number was computed by: what stands beside it wherever it is printed.
package struct Definition: Sendable, Hashable {
    package struct Setting: Sendable, Hashable {
        /// As in the project file: `tolerance_hours`.
        package let key: String
        package let value: String

        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// Short and stable: `utilisation`, `flexible-use F1/D1/spell`.
    package let id: String
    /// One sentence.
    package let text: Phrase
    package let settings: [Setting]
    /// What the numbers are called.
    package let words: ValueWords
    /// What is declared of the numbers where they are published; nil for numbers that are in no sum with others.
    package let declares: Declaration?

    package init(
        id: String, text: Phrase, settings: [Setting] = [], words: ValueWords, declares: Declaration? = nil
    ) {
        self.id = id
        self.text = text
        self.settings = settings
        self.words = words
        self.declares = declares
    }
}

/// What the numbers of an answer are called and how they are written, wherever they are printed.
package struct ValueWords: Sendable, Hashable {
    /// What of it is asked for, as the title of a table begins: "Personernas andel utförda timmar, median".
    package let subject: Phrase
    /// Whether the numbers are differences, which carry their sign.
    package let areDifferences: Bool
    /// Whether each number comes with a test of whether chance would make it.
    package let areTested: Bool
    /// Digits after the decimal mark, where they are not those of the unit.
    package let decimals: Int?
    /// What is said of groups that are compared by it; nil where an item says it, and for what reports do not compare.
    package let compared: ComparedWords?

    package init(
        subject: Phrase, areDifferences: Bool = false, areTested: Bool = false, decimals: Int? = nil,
        compared: ComparedWords? = nil
    ) {
        self.subject = subject
        self.areDifferences = areDifferences
        self.areTested = areTested
        self.decimals = decimals
        self.compared = compared
    }

    /// The form that numbers of the unit are printed in.
    package func form(of unit: Unit) -> NumberForm {
        if areDifferences { return unit.standardForm.signed }
        return decimals.map { .decimal($0) } ?? unit.standardForm
    }
}

/// What is compared between groups, in running text and at the head of columns.
package struct ComparedWords: Sendable, Hashable {
    /// "Andel utförda timmar"
    package let name: Phrase
    /// "andelen utförda timmar"
    package let definite: Phrase
    /// At the head of a narrow column: "Per 10 000 invånare"
    package let heading: Phrase
    /// Over a drawing: "procent av de beviljade timmarna".
    package let unit: Phrase
    /// Of its values, and of differences between them.
    package let form: NumberForm
    package let spreadForm: NumberForm
    /// After a value that is no share and after a difference, with the blank before it.
    package let valueUnit: Phrase
    package let spreadUnit: Phrase

    package init(
        name: Phrase, definite: Phrase, heading: Phrase, unit: Phrase, form: NumberForm, spreadForm: NumberForm,
        valueUnit: Phrase, spreadUnit: Phrase
    ) {
        self.name = name
        self.definite = definite
        self.heading = heading
        self.unit = unit
        self.form = form
        self.spreadForm = spreadForm
        self.valueUnit = valueUnit
        self.spreadUnit = spreadUnit
    }

    /// A share, printed in per cent, with differences in percentage points.
    package static func share(name: Phrase, definite: Phrase, unit: Phrase) -> ComparedWords {
        ComparedWords(
            name: name, definite: definite, heading: name, unit: unit, form: .percent(),
            spreadForm: .percentagePoints(), valueUnit: Phrase(sv: "", en: ""),
            spreadUnit: Phrase(sv: "\u{A0}procentenheter", en: " percentage points"))
    }
}
