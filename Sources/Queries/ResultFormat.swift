// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// The forms in which `query` gives its result.
package enum ResultFormat: String, Sendable, CaseIterable {
    /// Aligned for a terminal, in the language's number form.
    case table
    /// Comma, point, UTF-8, a line a row: for programs.
    case csv
    /// For Swedish Excel: byte order mark, semicolon, decimal comma, CRLF.
    case csvExcel = "csv-excel"
    case json
    /// A JSON object a line.
    case jsonl
    case markdown = "md"
    case html

    /// Whether a program reads it: what a person must know beside the numbers then goes to stderr.
    package var isForPrograms: Bool {
        switch self {
        case .csv, .csvExcel, .jsonl, .json: true
        case .table, .markdown, .html: false
        }
    }
}

/// What is said beside every result.
package enum ResultNotes {
    /// Above and below an internal result.
    package static let restricted = Phrase(sv: "INTERNT – får inte spridas", en: "INTERNAL – not to be passed on")

    /// Beside every result that disclosure control has let through.
    package static let severalResults = Phrase(
        sv: "Svaret är röjandekontrollerat för sig. Flera svar tillsammans är inte skyddade: jämför inte olika "
            + "frågors svar i något som sprids.",
        en: "This answer has passed disclosure control on its own. Several answers together are not protected: do "
            + "not combine answers to different questions in anything passed on.")

    /// How much of a result is hidden.
    package static func status(hidden: Int, of cells: Int) -> Phrase {
        if cells == 1 {
            return hidden == 0
                ? Phrase(sv: "Röjandekontroll: värdet får visas.", en: "Disclosure control: the value may be shown.")
                : Phrase(sv: "Röjandekontroll: värdet är dolt.", en: "Disclosure control: the value is hidden.")
        }
        if hidden == 0, cells == 2 {
            return Phrase(
                sv: "Röjandekontroll: båda värdena får visas.", en: "Disclosure control: both values may be shown.")
        }
        if hidden == 0 {
            return Phrase(
                sv: "Röjandekontroll: alla \(cells) värden får visas.",
                en: "Disclosure control: all \(cells) values may be shown.")
        }
        return Phrase(
            sv: "Röjandekontroll: \(hidden) av \(cells) värden är dolda.",
            en: "Disclosure control: \(hidden) of \(cells) values are hidden.")
    }
}
