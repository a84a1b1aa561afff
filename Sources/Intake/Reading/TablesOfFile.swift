// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The tables that a file holds, each with what it was taken for: one in delimited text, the sheets of a workbook, the
/// members of a zip.
struct TablesOfFile {
    struct Entry {
        let address: TableAddress
        /// What it was taken for; nil for a hidden sheet, which is never chosen by itself.
        let answer: Recognition.Answer?
    }

    let entries: [Entry]

    init(_ path: String, file: String, options: ReaderOptions = ReaderOptions()) throws(IntakeFileError) {
        let places = try Self.places(path)
        let areSeveral = places.count { !$0.isHidden } > 1
        var entries: [Entry] = []
        /// The headers of those that are of a kind, and those of text alone with what their cells are.
        var headers: [Set<String>] = []
        var texts: [(entry: Int, answer: Recognition.Answer, rows: [Set<String>])] = []
        for place in places {
            let isText = place.sheet == nil && place.member == nil
            let address = TableAddress(file: file, place: isText ? nil : place)
            guard !place.isHidden else {
                entries.append(Entry(address: address, answer: nil))
                continue
            }
            var options = options
            options.table = address.place
            // What a table is shows in its first records.
            options.mayReadAhead = false
            do throws(IntakeFileError) {
                let table = try OpenTable(path, name: address.name, options: options)
                let named = Self.kind(address, areSeveral: areSeveral)
                let isNamedSurvey = FileNames.isSurvey(Paths.name(of: file))
                let found = Recognition(of: table, kind: named, isNamedSurvey: isNamedSurvey)
                let isText = areSeveral && found.answer.isUnknown && !Self.holdsData(table)
                if isText { texts.append((entries.count, found.answer, Self.words(table))) }
                if let header = found.found?.header { headers.append(Set(header.fields.map { HeaderIndex.key($0) })) }
                entries.append(Entry(address: address, answer: isText ? .noTable : found.answer))
            } catch {
                // An empty sheet beside others is no error.
                guard error == .empty, areSeveral else { throw error }
                entries.append(Entry(address: address, answer: .noTable))
            }
        }
        for (entry, answer, rows) in texts where Self.isLike(rows, headers) {
            entries[entry] = Entry(address: entries[entry].address, answer: answer)
        }
        self.entries = entries
    }

    /// Whether a row has half or more of the words of a header that another of the tables has: a month in which little
    /// happened, with a header that was misspelt, is no cover sheet.
    private static func isLike(_ rows: [Set<String>], _ headers: [Set<String>]) -> Bool {
        headers.contains { header in
            let words = header.subtracting([""])
            return rows.contains { row in
                let common = row.intersection(words).count
                return common >= 2 && common * 2 >= words.count
            }
        }
    }

    private static func words(_ table: borrowing OpenTable) -> [Set<String>] {
        table.leadRecords(OpenTable.searched).map { Set($0.cells.map { HeaderIndex.key($0) }) }
    }

    /// Whether any of them is of a kind, or a survey.
    var holdsKnown: Bool {
        entries.contains { entry in
            switch entry.answer {
            case .kind?, .survey?: true
            case .noTable?, .unknown?, nil: false
            }
        }
    }

    /// What keeps the first of them that is like a table from being of a kind.
    var firstObstacle: IntakeFileError? {
        for case .unknown(_, let reason)? in entries.map(\.answer) { return reason }
        return nil
    }

    /// Whether the first rows hold data: rows of several cells with digits in them. A cover sheet explains, and has none.
    private static func holdsData(_ table: borrowing OpenTable) -> Bool {
        let rows = table.leadRecords(OpenTable.searched).count { cells, _ in
            let full = cells.filter { !$0.isEmpty }
            return full.count >= 3 && full.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
        }
        return rows >= 2
    }

    static func places(_ path: String) throws(IntakeFileError) -> [TablePlace] {
        do throws(ReadError) {
            return try TableSource.tables(in: path)
        } catch {
            throw IntakeFileError(error)
        }
    }

    /// The kind that a name tells: the sheet's, the member's, and the file's where it holds but one table.
    static func kind(_ address: TableAddress, areSeveral: Bool) -> SourceKind? {
        if let sheet = address.place?.sheet, let kind = FileNames.kind(ofSheet: sheet) { return kind }
        if let member = address.place?.member, let kind = FileNames.kind(of: Paths.name(of: member)) { return kind }
        return areSeveral ? nil : FileNames.kind(of: Paths.name(of: address.file))
    }

    /// Those that a source of a kind reads when it names no sheet: those taken for it; else those most like it.
    func tables(of kind: SourceKind) -> [TableAddress] {
        guard entries.count > 1 else { return entries.map(\.address) }
        let taken = entries.filter { entry in
            switch entry.answer {
            case .kind(kind)?: true
            case .survey?: kind == .survey
            case .kind?, .noTable?, .unknown?, nil: false
            }
        }
        guard taken.isEmpty else { return taken.map(\.address) }
        let alike = entries.filter { entry in
            if case .unknown(kind?, _)? = entry.answer { true } else { false }
        }
        let open = entries.filter { $0.answer != nil }
        return (alike.isEmpty ? Array(open.prefix(1)) : alike).map(\.address)
    }
}
