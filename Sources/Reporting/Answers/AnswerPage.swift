// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// An answer as the table a person reads, in Markdown or HTML: the report's own table with what must be known below.
struct AnswerPage {
    let answer: Answer
    let language: Language
    let words: AnswerWords

    init(_ answer: Answer, _ language: Language) {
        self.answer = answer
        self.language = language
        words = AnswerWords(answer.table, language)
    }

    /// Names of the row, value, interval where there is one, and n where the value is not itself a number of persons.
    var table: Table { table(hasVerdicts: false) }

    /// With the verdict of each group in a comparison as its last column.
    private func table(hasVerdicts: Bool) -> Table {
        let compared = hasVerdicts ? answer.comparison : nil
        let records = AnswerRecords(answer)
        let names = records.dimensions.isEmpty ? [Dimension.year] : records.dimensions
        let unit = answer.rows.first?.unit ?? .persons
        let form = words.words.form(of: unit)
        let hasInterval = answer.rows.contains { $0.shown?.lower != nil && $0.shown?.upper != nil }
        let hasBase = answer.rows.contains(where: \.hasBaseOfItsOwn)
        var columns = names.map { Table.Column(AnswerWords.heading($0)[language], alignment: .start) }
        columns.append(Table.Column(AnswerWords.heading(unit)[language]))
        if hasInterval { columns.append(Table.Column(words.intervalHeading)) }
        if hasBase { columns.append(Table.Column("n")) }
        let leftOut = answer.leavesOutAlike ? nil : answer.leftOut
        if leftOut != nil { columns += LeftOutAnswers.headings.map { Table.Column($0[language]) } }
        if compared != nil { columns.append(Table.Column(Self.verdict[language], alignment: .start)) }

        var above: [Category] = []
        let rows = answer.rows.map { row in
            let key = records.dimensions.isEmpty ? Array(row.key.prefix(1)) : records.categories(of: row)
            // A name that stands for several rows is written once; the last name is always there.
            let same = zip(key, above).prefix { $0 == $1 }.count
            above = key
            var cells = key.enumerated().map { place, category in
                place < same && place < key.count - 1 ? Cell.empty : .text(RichText(category.label[language]))
            }
            cells.append(.value(row.cell, form))
            if hasInterval { cells.append(.interval(row.cell, form)) }
            if hasBase { cells.append(.persons(row.cell)) }
            if let leftOut {
                // The answers of the same respondents leave out the same: it is written once.
                let isRepeated = same == key.count - 1 && key.last?.dimension == .answer && same > 0
                cells += leftOut.cells(of: row).map { isRepeated ? .empty : .released($0, .numerator, .count) }
            }
            if let compared { cells.append(verdict(of: row, in: compared)) }
            return Table.Row(row.isTotal ? .total : .plain, cells)
        }
        return Table(
            id: answer.table.question.measure.rawValue, title: words.title, unit: "", population: words.population,
            year: "", columns: columns, rows: rows, headerColumns: names.count, source: Self.source[language],
            notes: notes)
    }

    private static let verdict = Phrase(sv: "Bedömning", en: "Verdict")

    /// What chance says of a group in the year compared, or why nothing is said; empty for other rows.
    private func verdict(of row: ReleasedTable.Row, in comparison: ReleasedComparison) -> Cell {
        guard row.shown != nil, row.key.contains(where: { $0.dimension == .year && $0.code == "\(comparison.year)" }),
            let category = row.key.first(where: { $0.dimension == comparison.dimension }),
            let group = comparison[category],
            let words = ComparisonVerdict(group)?.words ?? group.notCompared
        else { return .empty }
        return .text(RichText(words[language]))
    }

    /// Definition, notes and disclosure status.
    private var notes: [RichText] { (["\(definition)"] + answer.remarks(in: language)).map { RichText($0) } }

    /// "Definition (utilisation): Utförda timmar delat med … Inställningar: pro_rating days."
    var definition: String {
        let definition = answer.table.definition
        var text = "Definition (\(definition.id)): \(definition.text[language])"
        if !definition.settings.isEmpty {
            let settings = definition.settings.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
            text += (language == .swedish ? " Inställningar: " : " Settings: ") + settings + "."
        }
        return text
    }

    private static let source = Phrase(
        sv: "kommunens verksamhetssystem; egen bearbetning med Ledsaga",
        en: "the municipality's own system; processed with Ledsaga")

    private var restricted: String? {
        answer.table.isInternal ? AnswerNotes.restricted[language] : nil
    }

    private var document: Document {
        let publisher = "Ledsaga"
        let metadata = Document.Metadata(
            publisher: publisher, period: words.years, generator: publisher, summary: words.title)
        return Document(
            title: words.title, language: language, metadata: metadata,
            introduction: [.table(table(hasVerdicts: true))], sections: [])
    }

    var markdown: String {
        let text = MarkdownText(language: language, numbering: Numbering(of: document), linked: [])
        let mark: [Markdown] = restricted.map { ["**\($0)**"] } ?? []
        let blocks =
            mark + [MarkdownTable(table: table(hasVerdicts: true), text: text).lines.joined(separator: "\n")] + mark
        return blocks.joined(separator: "\n\n").source + "\n"
    }

    /// A page of its own that needs nothing else.
    var html: String {
        let text = HTMLText(language: language, numbering: Numbering(of: document))
        let mark = restricted.map { [Markup.tag("p", ["class": "note restricted"], [.tag("strong", [:], $0)])] } ?? []
        let head = Markup.tag(
            "head", [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                    ]),
                .tag("title", [:], words.title), .tag("link", ["rel": "icon", "href": "data:,"]),
                .tag("style", [:], [.style]),
            ])
        let main = Markup.tag(
            "main", ["id": "main"],
            mark + [.tag("h1", [:], words.title), HTMLTable(table: table(hasVerdicts: true), text: text).standing]
                + mark)
        var output = "<!DOCTYPE html>\n"
        Markup.tag("html", ["lang": language.rawValue], [head, .tag("body", [:], [main])]).write(to: &output)
        return output
    }
}
