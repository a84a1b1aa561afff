// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A result as the table a person reads, of the same kind as a report's, with what must be known below.
struct ResultPage {
    let result: QueryResult
    let language: Language
    let words: QuestionWords

    init(_ result: QueryResult, _ language: Language) {
        self.result = result
        self.language = language
        words = QuestionWords(result.table, language)
    }

    /// The result with all that is printed of it. On a terminal verdicts stand beside bars of their own.
    func page(hasVerdicts: Bool) -> TablePage {
        TablePage(
            table(hasVerdicts: hasVerdicts), language: language,
            mark: result.table.isInternal ? ResultNotes.restricted[language] : nil, rows: result.rows,
            comparison: result.comparison)
    }

    /// Names of the row, value, interval where there is one, and n where the value is not itself a number of persons;
    /// with the verdict of each group in a comparison as its last column.
    private func table(hasVerdicts: Bool) -> Table {
        let compared = hasVerdicts ? result.comparison : nil
        let records = ResultRecords(result)
        let names = records.dimensions.isEmpty ? [Dimension.year] : records.dimensions
        let unit = result.rows.first?.unit ?? .persons
        let form = words.words.form(of: unit)
        let hasInterval = result.rows.contains { $0.shown?.lower != nil && $0.shown?.upper != nil }
        let hasBase = result.rows.contains(where: \.hasBaseOfItsOwn)
        var columns = names.map { Table.Column(QuestionWords.heading($0)[language], alignment: .start) }
        columns.append(Table.Column(QuestionWords.heading(unit)[language]))
        if hasInterval { columns.append(Table.Column(words.intervalHeading)) }
        if hasBase { columns.append(Table.Column("n")) }
        let leftOut = result.leavesOutAlike ? nil : result.leftOut
        if leftOut != nil { columns += LeftOutAnswers.headings.map { Table.Column($0[language]) } }
        if compared != nil { columns.append(Table.Column(Self.verdict[language], alignment: .start)) }

        var above: [Category] = []
        let rows = result.rows.map { row in
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
            id: result.table.question.measure.rawValue, title: words.title, unit: "", population: words.population,
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
    private var notes: [RichText] { (["\(definition)"] + result.remarks(in: language)).map { RichText($0) } }

    /// "Definition (utilisation): Utförda timmar delat med … Inställningar: pro_rating days."
    var definition: String {
        let definition = result.table.definition
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
}
