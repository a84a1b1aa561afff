// SPDX-License-Identifier: EUPL-1.2

package import CaseData
package import Tabular

/// What was read of one file.
package struct FileIntake: Sendable {
    package var tally: FileTally
    /// Encoding, separator and line ending, as found or as told.
    package var format: FileFormat
    /// Headers that no column of the file's kind answers to, as they may be shown.
    package var ignoredColumns: [String]
    /// What is worth saying of the file as a whole.
    package var notes: [FileNote]
    /// SHA-256 and size; nil for a file that was not read to its end.
    package var digest: FileDigest?
    /// What of it was read as `rattelser.csv` says, by line.
    package var corrections: [AppliedCorrection]
    /// What decides the numbers it gives; nil of other kinds than decisions and visits.
    package var basis: FileBasis?

    package init(
        tally: FileTally, format: FileFormat, ignoredColumns: [String], notes: [FileNote] = [],
        digest: FileDigest? = nil, corrections: [AppliedCorrection] = []
    ) {
        self.corrections = corrections
        self.tally = tally
        self.format = format
        self.ignoredColumns = ignoredColumns
        self.notes = notes
        self.digest = digest
    }
}

/// Everything a reading gives: the data set, and what became of every row.
package struct IntakeResult: Sendable {
    package var dataset: Dataset
    /// In the order of the project's sources, each source's files sorted by name.
    package var files: [FileIntake]
    /// Rows set aside, in the order of files and rows.
    package var faults: [Fault]
    /// In the order of files and rows.
    package var remarks: [Remark]

    /// What the codebooks of surveys ask: the questions they ask about are left out.
    package var asks: [SurveyAsk]

    package init(
        dataset: Dataset, files: [FileIntake], faults: [Fault], remarks: [Remark], asks: [SurveyAsk] = []
    ) {
        self.asks = asks
        self.dataset = dataset
        self.files = files
        self.faults = faults
        self.remarks = remarks
    }

    package var tallies: [FileTally] { files.map(\.tally) }
}

/// How far a reading has come.
package struct IntakeProgress: Sendable, Hashable {
    /// The file being read.
    package var file: String
    /// Rows read so far, of all files.
    package var rows: Int
    /// Bytes of text read so far, of all files, about as many as the files have.
    package var bytes: Int
}
