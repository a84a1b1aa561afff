// SPDX-License-Identifier: EUPL-1.2

/// A language Ledsaga writes in.
package enum Language: String, Sendable, CaseIterable {
    /// Swedish, the default.
    case swedish = "sv"
    case english = "en"
}

/// The same words in every language Ledsaga writes in.
package struct Phrase: Sendable, Hashable {
    package let swedish: String
    package let english: String

    package init(sv swedish: String, en english: String) {
        self.swedish = swedish
        self.english = english
    }

    package subscript(language: Language) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    /// One after the other, in every language.
    package static func + (first: Phrase, second: Phrase) -> Phrase {
        Phrase(sv: first.swedish + second.swedish, en: first.english + second.english)
    }
}
