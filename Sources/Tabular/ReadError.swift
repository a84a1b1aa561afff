// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Why a file cannot be read at all: facts only, the words are the caller's.
package enum ReadError: Error, Sendable, Equatable {
    /// No file has that name.
    case missing(path: String)
    /// The name is a folder's.
    case directory(path: String)
    /// The user may not read the file.
    case noPermission(path: String)
    /// Nothing, or nothing but blank lines, is in the file.
    case empty(path: String)
    /// The file is a zip or an OLE file that is neither a workbook nor a zip of tables: a text document, a picture book.
    /// From `RecordReader`, which reads delimited text alone, also a workbook.
    case workbook(path: String)
    /// The file holds several tables and nothing says which is meant.
    case severalSheets(path: String)
    /// The file holds no visible table, or not the one that was asked for.
    case noSheet(path: String)
    /// The workbook or the zip is cut short, its checksums do not agree, or its parts contradict each other.
    case damaged(path: String)
    /// The file begins as JSON does, and is none, or is no list of records. `line` is where that shows.
    case notRecords(path: String, line: Int)
    /// The workbook or the zip is locked with a password.
    case encrypted(path: String)
    /// The file is a workbook of a kind that is not read: Excel's binary one (`.xlsb`), or one of Excel 95 or older.
    case binaryWorkbook(path: String)
    /// What is packed in the file is larger, or packed tighter, than any table.
    case oversized(path: String)
    /// The file is plainly not text: a picture, a database. `line` is where the first byte stands that no text has.
    case binary(path: String, line: Int)
    /// A row is longer than `RecordReader.longestRecord` bytes: not a table of rows. `line` is where the row starts.
    case recordTooLong(path: String, line: Int)
    /// The system refused; `errno` says how.
    case io(path: String, errno: Int32)
}

extension ReadError {
    /// What the system's error number says of opening or reading a file.
    init(errno code: Int32, path: String) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing(path: path)
            case EACCES, EPERM: .noPermission(path: path)
            case EISDIR: .directory(path: path)
            default: .io(path: path, errno: code)
            }
    }
}
