// SPDX-License-Identifier: EUPL-1.2

/// What a field is in its workbook (cellslag). The field's bytes say the value; this says what the workbook took it for.
@usableFromInline package enum CellType: UInt8, Sendable {
    /// Text, or an empty cell.
    case text
    /// A number: `7,5`, with a decimal comma and at most 15 significant digits.
    case number
    /// A day: `2019-03-01`.
    case date
    /// A day and a clock time: `2019-03-01 08:15`, with seconds when there are any.
    case dateTime
    /// A clock time: `08:15`, with seconds when there are any.
    case clock
    /// A length of time that may pass a day: `26:30`, with seconds when there are any.
    case duration
    /// A truth value, as a Swedish Excel shows it: `SANT` or `FALSKT`.
    case boolean
    /// An error, such as `#N/A`; `#DATUM` where a cell has the format of a date and no day there is.
    case error
    /// A formula whose value was never calculated. The field is empty.
    case uncalculated
}
