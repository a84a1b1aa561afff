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

    package init(id: String, text: Phrase, settings: [Setting] = []) {
        self.id = id
        self.text = text
        self.settings = settings
    }
}
