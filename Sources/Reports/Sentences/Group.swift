// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What a share is a share of, in the forms that sentences need.
struct Group: Sendable, Hashable {
    /// After *av*: "de personer som beviljats insatsen någon gång under året".
    let definite: Phrase
    /// After a number: "personer som beviljats insatsen någon gång under året". Not used in English.
    let counted: String
    /// The Swedish word for none of them: *ingen* of persons, *inga* of hours.
    var none = "ingen"

    /// "hälften av de personer som …", "sex av tio personer som …", "half of those who …".
    func part(_ share: ShareWording, in language: Language) -> String {
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
    static let grantedDuringTheYear = Group(
        definite: Phrase(
            sv: "de personer som beviljats insatsen någon gång under året",
            en: "those who had been granted the service at some time during the year"),
        counted: "personer som beviljats insatsen någon gång under året")

    /// The hours granted in the report's year.
    static let grantedHours = Group(
        definite: Phrase(sv: "de beviljade timmarna", en: "the granted hours"), counted: "beviljade timmar",
        none: "inga")
}
