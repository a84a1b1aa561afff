// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// What is worth saying of how a whole file was read. The words are in `Wording/FileNoteWords.swift`.
package enum FileNote: Sendable, Hashable {
    /// The unit of a column was told by the clock times beside it.
    case unitByClock(header: String, TimeMeasure)
    /// The order of day and month of a column was told by its own values.
    case dateOrder(header: String, DateOrder)
    /// The header stands further down, on this line.
    case headerOnLine(Int)
    /// The file's text had been encoded as UTF-8 twice, and is read as it was meant.
    case doubleEncoded
    /// A column that the answer hangs on is not there.
    case columnAbsent(String)
    /// A column that is not read looks as if it mattered: dates, hours, a unit, a status.
    case columnUnread(header: String, looksLike: ColumnContent)
    /// Hours of rows set aside because the person's identity is protected and the number left out.
    case protectedHours(Hours)
    /// Answers are read by a draft of a codebook, made from the file.
    case codebookDrafted(questions: Int, file: String, path: String)
    /// The board of all rows is told by the file's name or by a title above the header.
    case boardOfFile(String)
    /// Columns that are hidden in the sheet, and not read.
    case hiddenColumns([String])
    /// So many rows are hidden in the sheet, and count all the same.
    case hiddenRows(Int)
    /// The month of all rows is told by the file's name or by a title above the header.
    case monthOfFile(YearMonth)
}
