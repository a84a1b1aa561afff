// SPDX-License-Identifier: EUPL-1.2
package import Disclosure

/// A sentence bound to the values it speaks of: what its words were chosen by stands beside them, so that a test
/// can read the sentence back.
package struct Finding: Sendable, Hashable {
    package let sentence: RichText
    /// Every released value the words rest on, those printed in the sentence and those behind "något" or "hälften".
    package let values: [ReleasedValue]
    package let change: ChangeWord?

    /// - Parameter values: those behind the words; nil when they are the ones printed in the sentence.
    package init(_ sentence: RichText, values: [ReleasedValue]? = nil, change: ChangeWord? = nil) {
        self.sentence = sentence
        self.values = values ?? sentence.values
        self.change = change
    }
}
