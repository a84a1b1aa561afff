// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Documents
import Tabular
import Terms

/// The two numbers that an item's answer leaves out (*vet ej*, no answer), to be printed beside it. They come from tables
/// of their own that were released together with it; one that could not stand beside it without hiding more of it is
/// missing.
package struct LeftOutAnswers: Sendable {
    private let doNotKnow: ReleasedTable?
    private let nonresponse: ReleasedTable?

    package init(doNotKnow: ReleasedTable?, nonresponse: ReleasedTable?) {
        self.doNotKnow = doNotKnow
        self.nonresponse = nonresponse
    }

    /// The tables, in the order of the columns.
    private var tables: [ReleasedTable?] { [doNotKnow, nonresponse] }

    static let columns = ["do_not_know_n", "nonresponse_n"]

    static let headings = [
        Phrase(sv: "Vet ej", en: "Don’t know"), Phrase(sv: "Inget svar", en: "No answer"),
    ]

    /// The cells beside a row, in the order of the columns; their numerators are the numbers.
    func cells(of row: ReleasedTable.Row) -> [ReleasedCell] {
        tables.map { table in
            guard let table else { return .hidden }
            let key = row.key.filter { $0.dimension != .answer }
            return table.rows.first { $0.key.filter { $0.dimension != .answer } == key }?.cell ?? .hidden
        }
    }

    /// The numbers of a row; nil where one is hidden.
    func numbers(of row: ReleasedTable.Row) -> [Int?] {
        cells(of: row).map { cell in
            guard case .shown(let value) = cell else { return nil }
            return value.numerator.flatMap { Int(exactly: $0) }
        }
    }

    /// Where all rows have the same numbers: the two in a sentence.
    func sentence(of row: ReleasedTable.Row, _ language: Language) -> String {
        let words = [
            Phrase(sv: "Antal som svarat vet ej: ", en: "Answered do not know: "),
            Phrase(sv: "Antal som inte svarat på frågan: ", en: "Did not answer the item: "),
        ]
        let hidden = Phrase(sv: "visas inte", en: "not shown")
        return zip(words, numbers(of: row)).map { word, number in
            word[language] + (number.map { NumberStyle(language).text(Double($0), .count) } ?? hidden[language]) + "."
        }.joined(separator: " ")
    }
}
