// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// A file after it has been read: its rows accounted for, and how it was read.
struct TableFile: Sendable {
    var log: RowLog
    var format: FileFormat
    /// Headers that mean nothing to the reader, as they may be shown.
    var ignoredColumns: [String]
    /// What is worth saying of the whole file.
    var notes: [FileNote] = []
    var digest: FileDigest?
    var corrections: [AppliedCorrection] = []
}
