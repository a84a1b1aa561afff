// SPDX-License-Identifier: EUPL-1.2

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
    /// The file holds bytes that no text has (NUL): a workbook, a picture, a database.
    case binary(path: String)
    /// A row is longer than `RecordReader.longestRecord` bytes: not a table of rows. `line` is where the row starts.
    case recordTooLong(path: String, line: Int)
    /// The system refused; `errno` says how.
    case io(path: String, errno: Int32)
}
