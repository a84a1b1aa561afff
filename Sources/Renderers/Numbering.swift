// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// The number of each table and figure, in the order they stand.
struct Numbering: Sendable {
    private enum Kind: Sendable {
        case table
        case figure
    }

    private var places: [String: (kind: Kind, number: Int)] = [:]
    private let language: Language

    init(of document: Document) {
        language = document.language
        var counts = (tables: 0, figures: 0)
        add(document.introduction, &counts)
        add(document.sections, &counts)
    }

    /// Of a table that stands alone.
    init(of page: TablePage) {
        language = page.language
        places[page.table.id] = (.table, 1)
    }

    private mutating func add(_ sections: [Section], _ counts: inout (tables: Int, figures: Int)) {
        for section in sections {
            add(section.blocks, &counts)
            add(section.sections, &counts)
        }
    }

    private mutating func add(_ blocks: [Block], _ counts: inout (tables: Int, figures: Int)) {
        for block in blocks {
            switch block {
            case .table(let table):
                counts.tables += 1
                places[table.id] = (.table, counts.tables)
            case .figure(let figure):
                counts.figures += 1
                places[figure.table.id] = (.figure, counts.figures)
            default: break
            }
        }
    }

    /// "tabell 3", within a sentence.
    func reference(to id: String) -> String {
        guard let place = places[id] else { preconditionFailure("no table or figure has the id '\(id)'") }
        let words: Phrase =
            switch place.kind {
            case .table: Phrase(sv: "tabell", en: "table")
            case .figure: Phrase(sv: "figur", en: "figure")
            }
        return "\(words[language])\(NumberStyle.noBreakSpace)\(place.number)"
    }

    /// "Tabell 3.", before its title.
    func label(of id: String) -> String {
        let reference = reference(to: id)
        return reference.prefix(1).uppercased() + reference.dropFirst() + "."
    }
}
