// SPDX-License-Identifier: EUPL-1.2

extension Phrase {
    /// What a month is called in running text: "januari", "January".
    /// - Parameter month: 1–12.
    package static func month(_ month: Int) -> Phrase {
        precondition((1...12).contains(month), "a year has twelve months")
        return monthNames[month - 1]
    }

    private static let monthNames = [
        Phrase(sv: "januari", en: "January"), Phrase(sv: "februari", en: "February"), Phrase(sv: "mars", en: "March"),
        Phrase(sv: "april", en: "April"), Phrase(sv: "maj", en: "May"), Phrase(sv: "juni", en: "June"),
        Phrase(sv: "juli", en: "July"), Phrase(sv: "augusti", en: "August"),
        Phrase(sv: "september", en: "September"), Phrase(sv: "oktober", en: "October"),
        Phrase(sv: "november", en: "November"), Phrase(sv: "december", en: "December"),
    ]
}
