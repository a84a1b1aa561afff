// SPDX-License-Identifier: EUPL-1.2

/// A file opened as far as its tables (tabellfil): what kind it is, and which tables it holds.
enum TableFile: ~Copyable {
    case delimited(ByteSource)
    case xlsx(XLSXWorkbook)
    case ods(ODSWorkbook, [ODSWorkbook.Sheet])
    case xls(XLSWorkbook)
    /// A zip of tables.
    case zip(ZipOfTables)
    /// The answer of a statistics service.
    case json(FileBytes)

    private static let zipStarts: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    private static let oleStart: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Opens a file by its first bytes. Throws `workbook` when it is packed and holds no table.
    init(_ source: consuming ByteSource) throws(ReadError) {
        let start = try source.bytes(at: 0, count: 4)
        if start == TableFile.oleStart {
            let file = FileBytes(source)
            guard let workbook = try XLSWorkbook(file) else { throw .workbook(path: file.source.path) }
            self = .xls(workbook)
        } else if TableFile.zipStarts.contains(start) {
            let archive = try ZipArchive(FileBytes(source))
            if let workbook = try XLSXWorkbook(archive) {
                self = .xlsx(workbook)
            } else if let workbook = try ODSWorkbook(archive) {
                self = .ods(workbook, try workbook.sheets())
            } else if let zip = ZipOfTables(archive) {
                self = .zip(zip)
            } else {
                throw .workbook(path: archive.path)
            }
        } else if JSONRecords.isJSON(try source.bytes(at: 0, count: 256)) {
            self = .json(FileBytes(source))
        } else {
            self = .delimited(source)
        }
    }

    var path: String {
        switch self {
        case .delimited(let source): source.path
        case .xlsx(let workbook): workbook.archive.path
        case .ods(let workbook, _): workbook.archive.path
        case .xls(let workbook): workbook.file.source.path
        case .zip(let zip): zip.archive.path
        case .json(let file): file.source.path
        }
    }

    var isZipOfTables: Bool {
        switch self {
        case .zip: true
        default: false
        }
    }

    /// The tables, in the file's order.
    borrowing func tables() throws(ReadError) -> [TablePlace] {
        switch self {
        case .delimited: [TablePlace()]
        case .json: [TablePlace()]
        case .xlsx(let workbook): workbook.sheets.map { TablePlace(sheet: $0.name, isHidden: $0.isHidden) }
        case .ods(_, let sheets): sheets.map { TablePlace(sheet: $0.name, isHidden: $0.isHidden) }
        case .xls(let workbook): workbook.sheets.map { TablePlace(sheet: $0.name, isHidden: $0.isHidden) }
        case .zip(let zip): try zip.tables()
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
    consuming func open(_ place: TablePlace, _ options: ReaderOptions) throws(ReadError) -> OpenedTable {
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
            return OpenedTable(try XLSXSheet(workbook, sheet), of: workbook.archive.file, options)
        case .ods(let workbook, let sheets):
            guard place.member == nil, let sheet = sheets.firstIndex(where: { $0.name == place.sheet }) else {
                throw .noSheet(path: path)
            }
            return OpenedTable(try ODSSheet(workbook, table: sheet), of: workbook.archive.file, options)
        case .xls(let workbook):
            guard place.member == nil, let sheet = workbook.sheets.first(where: { $0.name == place.sheet }) else {
                throw .noSheet(path: path)
            }
            return OpenedTable(try XLSSheet(workbook, sheet), of: workbook.file, options)
        case .zip(let zip): return try zip.open(place, options)
        case .json(let file):
            guard place.member == nil, place.sheet == nil else { throw .noSheet(path: path) }
            return OpenedTable(
                reader: .packed(PackedReader(try JSONRecords(file.source), of: file, options)), shape: nil)
        }
    }
}

/// A table that is ready to be read.
struct OpenedTable: ~Copyable {
    var reader: TableReader
    var shape: (any SheetShape)?

    init(reader: consuming TableReader, shape: (any SheetShape)?) {
        self.reader = reader
        self.shape = shape
    }

    /// A sheet, with the file whose digest is taken.
    init(_ sheet: some BatchReader & SheetShape, of file: FileBytes, _ options: ReaderOptions) {
        reader = .packed(PackedReader(sheet, of: file, options))
        shape = sheet
    }
}
