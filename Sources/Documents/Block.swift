// SPDX-License-Identifier: EUPL-1.2

/// A piece of a document between two headings.
package enum Block: Sendable {
    case paragraph(RichText)
    case finding(Finding)
    /// At most five, side by side where there is room.
    case cards([Card])
    case table(Table)
    case figure(Figure)
    case note(Note)
    case list([RichText])
    /// Steps, in their order.
    case steps([RichText])
    /// Terms and what they mean.
    case definitions([DefinedTerm])
    /// A formula, in plain text on a line of its own.
    case formula(String)

    /// All running text in it.
    var texts: [RichText] {
        switch self {
        case .paragraph(let text): [text]
        case .finding(let finding): [finding.sentence]
        case .cards(let cards): cards.flatMap { [$0.sentence] + ($0.certainty.map { [$0] } ?? []) }
        case .table(let table): table.texts
        case .figure(let figure): figure.table.texts
        case .note(let note): [note.text]
        case .list(let items), .steps(let items): items
        case .definitions(let terms): terms.flatMap(\.meaning)
        case .formula: []
        }
    }
}

/// A term and its meaning.
package struct DefinedTerm: Sendable, Hashable {
    package let term: String
    package let meaning: [RichText]

    package init(_ term: String, _ meaning: RichText...) {
        self.term = term
        self.meaning = meaning
    }

    package init(_ term: String, meaning: [RichText]) {
        self.term = term
        self.meaning = meaning
    }
}
