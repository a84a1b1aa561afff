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
    /// What a source of the kind may be told of its files, beside what every source may.
    static var settings: Set<SourceSetting> { get }
    /// Whether the rows are the cases that numbers are made of. A file of them of which no row is kept stops a run.
    static var holdsCases: Bool { get }
    /// Whether a reader's `extraPlaces` are a column a month.
    static var mayHaveMonthColumns: Bool { get }

    /// The column that a header lacks for the table to be read; nil when it has what it takes.
    /// `table` is what the file's name and the titles above the header tell of all its rows.
    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration?
    /// Whether a header tells the kind apart from all others, so that a file is known by it.
    static func isTold(by header: Header) -> Bool
    /// Takes up what the first word of a file's name tells of a source that the project file does not describe.
    static func take(stem: String, into source: inout Source)
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
    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration? {
        table.firstMissing(header)
    }
    static func isTold(by header: Header) -> Bool { true }
    static func take(stem: String, into source: inout Source) {}
    static var settings: Set<SourceSetting> { [] }
    static var holdsCases: Bool { false }
    static var mayHaveMonthColumns: Bool { false }
    static var shape: TableShape { Kinds.shape(of: kind) }
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
        Expenses.self, Absences.self, Baselines.self,
    ]

    static func of(_ kind: SourceKind) -> (any TableKind.Type)? { all.first { $0.kind == kind } }

    static func shape(of kind: SourceKind) -> TableShape {
        guard let shape = shapes[kind] else { preconditionFailure("a kind of table is listed in Kinds.all") }
        return shape
    }

    private static let shapes: [SourceKind: TableShape] = Dictionary(
        all.map { kind in (kind.kind, TableShape(kind)) }, uniquingKeysWith: { first, _ in first })
}

/// A setting of a source in the project file that sources of some kinds have, by its key.
enum SourceSetting: String, CaseIterable {
    case codebook, group, wave, base, year, units, from, dates, similar
}

extension SourceKind {
    /// The settings that a source of the kind may have beside those of every source. Dates of answers are told by their
    /// codebook.
    var settings: Set<SourceSetting> {
        Kinds.of(self)?.settings.union([.dates]) ?? [.codebook, .group, .wave, .year]
    }

    /// Whether the rows are the cases that numbers are made of. A file of them of which no row is kept stops a run.
    package var holdsCases: Bool { Kinds.of(self)?.holdsCases ?? false }
}

/// What of a kind of table is needed to find its header, made once a run.
struct TableShape: Sendable {
    let kind: SourceKind
    let columns: [ColumnDeclaration]
    /// The column that the header lacks for the table to be read; nil when it has what it takes.
    let missing: @Sendable (Header, TableNames) -> ColumnDeclaration?
    /// Which columns a key is a name of, and how likely: 0 is the canonical name.
    private let names: [String: [(column: Int, rank: Int)]]

    init(_ kind: any TableKind.Type) {
        self.kind = kind.kind
        columns = kind.columns
        missing = { kind.missing($0, in: $1) }
        var names: [String: [(column: Int, rank: Int)]] = [:]
        for (place, column) in kind.columns.enumerated() {
            for (rank, key) in column.keys.enumerated() { names[key, default: []].append((place, rank)) }
        }
        self.names = names
    }

    /// The columns that headers may stand for, in the order they claim them: canonical names before all aliases, then
    /// the columns in their order, each by its likeliest alias.
    func names(in index: [String: [Int]]) -> [(key: String, column: Int)] {
        var found: [(key: String, column: Int, rank: Int)] = []
        for key in index.keys {
            for name in names[key] ?? [] { found.append((key, name.column, name.rank)) }
        }
        found.sort { ($0.rank > 0 ? 1 : 0, $0.column, $0.rank) < ($1.rank > 0 ? 1 : 0, $1.column, $1.rank) }
        return found.map { ($0.key, $0.column) }
    }
}
