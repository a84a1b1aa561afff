// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// One of the few numbers on page one: for a reader with ten seconds.
package struct Card: Sendable, Hashable {
    /// What the number is, some words: "Utförda timmar".
    package let label: String
    package let number: ReleasedCell
    package let form: NumberForm
    /// One sentence.
    package let sentence: RichText
    package let change: ChangeWord?
    /// How sure the number is: "Säkert: 58,1–63,9 % om bara slumpen skilt åren åt".
    package let certainty: RichText?

    package init(
        label: String, number: ReleasedCell, form: NumberForm, sentence: RichText, change: ChangeWord? = nil,
        certainty: RichText? = nil
    ) {
        self.label = label
        self.number = number
        self.form = form
        self.sentence = sentence
        self.change = change
        self.certainty = certainty
    }
}
