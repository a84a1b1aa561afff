// SPDX-License-Identifier: EUPL-1.2

/// Why a line of `rattelser.csv` is refused. Facts only, without a value; the words are in
/// `Wording/CorrectionFaultWords.swift`. Names are as they may be shown.
package enum CorrectionFault: Error, Sendable, Hashable {
    /// The header lacks a column that is needed.
    case columnMissing(String)
    /// The header has a column that means nothing, or one twice.
    case unknownColumn(String, nearest: String?)
    /// The line is no record of as many fields as the header.
    case raggedRow
    case valueMissing(column: String)
    /// Neither a line nor a decision is given, or both are.
    case placeUnclear
    case notALine
    case notADate
    /// An identity number stands where it may be shown, or in a column that holds no persons.
    case personKey(column: String)
    /// No file of the project has the name.
    case unknownFile(String, nearest: String?)
    /// The file has no such column.
    case unknownTableColumn(String, file: String, nearest: String?)
    /// Several columns of the file have the header.
    case ambiguousTableColumn(String, file: String)
    /// The file has no column of decisions' own numbers.
    case withoutDecisionNumbers(file: String)
    /// The file has no row of data on the line.
    case lineMissing(Int, file: String)
    case decisionMissing(file: String)
    /// Several rows have the decision's number.
    case decisionTwice(file: String)
    /// The row ends before the column, or cannot be told apart into fields.
    case cellMissing(line: Int, file: String)
    /// Another line corrects the same cell.
    case cellTwice(otherLine: Int)
    /// The cell does not hold what the line says that it held.
    case beforeDiffers(line: Int, file: String)
}
