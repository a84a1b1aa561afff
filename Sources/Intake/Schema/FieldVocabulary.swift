// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// The words that tables of the field are read by, for those that write such tables: a simulated export says nothing in
/// words of its own that a reader has to know.
package enum FieldVocabulary {
    /// Words for a row of sums, and for a column of them.
    package static var sums: [String] { OddRow.sumWords.sorted() }

    /// Words for an open end.
    package static var openEnds: [String] {
        DateField.openEndWords.filter { word in word.contains { $0.isLetter } }.sorted()
    }

    /// Words for what time is counted in, shortest first.
    package static func words(for measure: TimeMeasure) -> [String] {
        PeriodWords.measures.filter { $0.value == measure }.keys.sorted { ($0.count, $0) < ($1.count, $1) }
    }
}

extension SourceKind {
    /// The columns that its tables may have.
    package var columns: [ColumnDeclaration] { Kinds.of(self)?.columns ?? [] }

    /// First words of file names that tell it, commonest first.
    package var fileStems: [String] { Kinds.of(self)?.stems ?? [] }
}

extension ColumnDeclaration {
    /// Whether a header is one of the column's names, as headers are compared.
    package func answers(to header: String) -> Bool { keys.contains(HeaderIndex.key(header)) }
}

extension WordField {
    /// The words with a meaning, in the order they are told of.
    package func words(where isMeant: (Meaning) -> Bool) -> [String] {
        words.filter { word in
            guard let meaning = try? decode(Array(word.utf8).span) else { return false }
            return isMeant(meaning)
        }
    }
}
