// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// A kind of export (*slag av uttag*): all that is true of it, said once, in the file that declares it.
///
/// From a declaration come the reader, the header matcher's words, `inspect`, `pseudonymise`, the names that need no
/// project file, and the settings that a source of the kind may have. `Kinds.all` lists them.
protocol TableKind: Sendable {
    associatedtype Reader: KindReader
    /// What the rows of all files of the kind build together.
    associatedtype Store

    static var kind: SourceKind { get }
    /// What its files hold, in words.
    static var words: Phrase { get }
    /// First words of file names that tell the kind: `beslut` of `beslut-2019.csv`.
    static var stems: [String] { get }
    static var columns: [ColumnDeclaration] { get }

    /// The column that a header lacks for the table to be read; nil when it has what it takes.
    static func missing(_ header: Header) -> ColumnDeclaration?
    /// Whether a header tells the kind apart from all others, so that a file is known by it.
    static func isTold(by header: Header) -> Bool
    static func store(_ project: Project) -> Store
    /// Takes a row up that could be read. Throws why it is set aside all the same.
    static func settle(
        _ decoded: Reader.Decoded, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout Store,
        _ ledger: inout Ledger
    ) throws(RowFault)
    /// After the last file of the kind: sets aside what the rows together show to be wrong, and hands the rest over.
    static func finish(_ store: consuming Store, _ ledger: inout Ledger, _ dataset: inout Dataset)
}

extension TableKind {
    static func missing(_ header: Header) -> ColumnDeclaration? { header.firstMissing }
    static func isTold(by header: Header) -> Bool { true }
    static var shape: TableShape { TableShape(kind: kind, columns: columns, missing: { missing($0) }) }
}

/// The reader of one file of a kind, made once its columns are settled.
protocol KindReader: RowReader {
    /// Throws what the file as a whole does not tell: `unitUnknown`, `yearMissing`, `dateOrderUnknown` …
    init(_ table: SettledTable) throws(IntakeFileError)
    /// What only the whole file shows, once it has been read: hours that cannot be hours.
    func finish() throws(IntakeFileError)
    /// What is worth saying of how the file was read.
    var notes: [FileNote] { get }
    /// Columns that it reads beside those that the kind names: one a month, one a year or age.
    var extraPlaces: [Int] { get }
}

extension KindReader {
    func finish() throws(IntakeFileError) {}
    var notes: [FileNote] { [] }
    var extraPlaces: [Int] { [] }
}

/// All kinds of table, in the order they are read: boards first, since all others name them; decisions before visits,
/// so that persons have their column's birth year and sex from the start.
enum Kinds {
    static let all: [any TableKind.Type] = [
        Districts.self, Decisions.self, Visits.self, Statistics.self, Population.self, Rates.self,
    ]

    static func of(_ kind: SourceKind) -> (any TableKind.Type)? { all.first { $0.kind == kind } }
}
