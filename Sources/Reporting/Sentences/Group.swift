// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What a share is a share of, in the forms that sentences need.
package struct Group: Sendable, Hashable {
    /// After *av*: "de personer som beviljats insatsen någon gång under året".
    package let definite: Phrase
    /// After a number: "personer som beviljats insatsen någon gång under året". Not used in English.
    package let counted: String
    /// The Swedish word for none of them: *ingen* of persons, *inga* of hours.
    package let none: String

    package init(definite: Phrase, counted: String, none: String = "ingen") {
        self.definite = definite
        self.counted = counted
        self.none = none
    }

    /// "hälften av de personer som …", "sex av tio personer som …", "half of those who …".
    package func part(_ share: ShareWording, in language: Language) -> String {
        switch language {
        case .english: "\(share.words.english) of \(definite.english)"
        case .swedish:
            switch share.form {
            case .part:
                "\(share == .none ? none : share.words.swedish) av \(definite.swedish)"
            case .counted: "\(share.words.swedish) \(counted)"
            }
        }
    }

    /// Persons granted the service on at least one day of the report's year (denominator D1).
    package static let grantedDuringTheYear = Group(
        definite: Phrase(
            sv: "de personer som beviljats insatsen någon gång under året",
            en: "those who had been granted the service at some time during the year"),
        counted: "personer som beviljats insatsen någon gång under året")

    /// The hours granted in the report's year.
    package static let grantedHours = Group(
        definite: Phrase(sv: "de beviljade timmarna", en: "the granted hours"),
        counted: "beviljade timmar", none: "inga")
}
