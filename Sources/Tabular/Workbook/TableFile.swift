// SPDX-License-Identifier: EUPL-1.2

/// A file opened as far as its tables (tabellfil): what kind it is, and which tables it holds.
enum TableFile: ~Copyable {
    case delimited(ByteSource)
    case xlsx(XLSXWorkbook)

    init(_ source: consuming ByteSource) throws(ReadError) {
        let start = try source.bytes(at: 0, count: 8)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            let archive = try ZipArchive(FileBytes(source))
            if let workbook = try XLSXWorkbook(archive) {
                self = .xlsx(workbook)
            } else {
                throw .workbook(path: archive.path)
            }
        } else {
            self = .delimited(source)
        }
    }

    var path: String {
        switch self {
        case .delimited(let source): source.path
        case .xlsx(let workbook): workbook.archive.path
        }
    }

    /// The tables, in the file's order.
    borrowing func tables() throws(ReadError) -> [TablePlace] {
        switch self {
        case .delimited: [TablePlace()]
        case .xlsx(let workbook):
            workbook.sheets.map { TablePlace(sheet: $0.name, isHidden: $0.isHidden) }
        }
    }

    /// The one table that is not hidden.
    borrowing func onlyTable() throws(ReadError) -> TablePlace {
        let visible = try tables().filter { !$0.isHidden }
        guard let first = visible.first else { throw .noSheet(path: path) }
        guard visible.count == 1 else { throw .severalSheets(path: path) }
        return first
    }

    /// The reader of a table, and what else is known of its sheet.
    consuming func open(
        _ place: TablePlace, _ options: ReaderOptions
    ) throws(ReadError) -> OpenedTable {
        let path = self.path
        switch consume self {
        case .delimited(let source):
            guard place.member == nil, place.sheet == nil else { throw .noSheet(path: path) }
            return OpenedTable(
                reader: .delimited(try RecordReader(source, options, hashes: options.wantsDigest)), shape: nil)
        case .xlsx(let workbook):
            guard place.member == nil, let sheet = workbook.sheets.first(where: { $0.name == place.sheet }) else {
                throw .noSheet(path: path)
            }
            let reader = try XLSXSheet(workbook, sheet)
            return OpenedTable(
                reader: .packed(PackedReader(reader, of: workbook.archive.file, options)), shape: reader)
        }
    }
}

/// A table that is ready to be read.
struct OpenedTable: ~Copyable {
    var reader: TableReader
    var shape: (any SheetShape)?
}
