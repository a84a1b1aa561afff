// SPDX-License-Identifier: EUPL-1.2

package import CaseData
package import Tabular

/// Why a whole file could not be taken in. Facts only; the words are in `Wording/`.
package indirect enum IntakeFileError: Error, Sendable, Hashable {
    /// No such file, a directory, no permission (exit 66).
    case unreadable(UnreadableReason)
    /// Nothing in it, or nothing but blank lines (exit 65).
    case empty
    /// Bytes that are no text table, such as an Excel workbook or a picture (exit 65).
    case notText
    /// A row longer than any row of a table is, beginning on this line (exit 65).
    case recordTooLong(line: Int)
    /// A packed file that is neither a workbook nor a zip of tables (exit 65).
    case workbook
    /// A file of several tables, of which none is pointed out (exit 65).
    case severalSheets
    /// No table is in the file, or not the one asked for (exit 65).
    case noSheet
    /// A formula of a sheet, in this cell, has no value: the workbook was never calculated (exit 65).
    case uncalculated(cell: String)
    /// A workbook or a zip that is cut short or broken (exit 65).
    case damaged
    /// A workbook or a zip with a password (exit 65).
    case encrypted
    /// A binary workbook, `.xlsb`, or one of Excel 95 or older (exit 65).
    case binaryWorkbook
    /// A workbook or a zip that unpacks to more than any table (exit 65).
    case oversized
    /// A needed column is in none of the first records. The record on `line` is most like a header; `nearest` is the one
    /// of its headers most like a name of the column (exit 65).
    case missingColumn(canonical: String, nearest: String?, line: Int, headers: [String], kind: SourceKind)
    /// A column of a survey that its codebook or its frame asks for is not there (exit 65).
    case missingSurveyColumn(canonical: String, nearest: String?)
    /// Two headers mean the same column (exit 65).
    case ambiguousColumn(canonical: String, headers: [String])
    /// The first record holds a person: the file has no header (exit 65).
    case missingHeader
    /// A table of counts that tells no year, in the project file neither (exit 78).
    case yearMissing
    /// A table of hours of days, or without any day, that tells no month, in its names neither (exit 78).
    case monthMissing
    /// The project file says that the file's name or a title tells a column, and it does not (exit 78).
    case nameTellsNothing(column: String, FileValuePlace)
    /// The project file maps a column to a header that is not in the file (exit 78).
    case mappedColumnMissing(canonical: String, header: String, nearest: String?)

    /// Nothing says what the hours of a column are per (exit 65).
    case unitUnknown(column: String, header: String)
    /// A column is called as the unit of the hours is, and none of its values is a unit (exit 65).
    case unitColumnUnknown(column: String, unit: String)
    /// The values of a column cannot be in the unit they were read in; they seem to be in another (exit 65).
    case unitSeems(column: String, header: String, measure: TimeMeasure)
    /// Most hours of a column are other than their clock times say, in whatever unit (exit 65).
    case hoursContradictClock(column: String, header: String)
    /// What stands above the header of a file of performed hours says that its hours were granted or planned (exit 65).
    case otherHoursInTitle
    /// The columns of months have no header of their own for every second column: a header in two rows (exit 65).
    case headerInTwoRows
    /// JSON of another form than a list of records, or broken (exit 65).
    case notRecords(line: Int)
    /// Every row of a file of decisions or visits was set aside, so that no answer can be given (exit 65).
    case nothingKept(rows: Int)
    /// The project file gives a column a unit that is none (exit 78).
    case unitWord(column: String, word: String)
    /// Both orders of day and month fit every date of a column (exit 65).
    case dateOrderUnknown(column: String, header: String, shape: String)
    /// No one order of day and month fits all dates of a column (exit 65).
    case dateOrdersDiffer(column: String, header: String)
    /// The file has no person in common with those of another kind, and one of them is pseudonymised (exit 65).
    case otherPseudonyms(SourceKind)
    /// The file has no person in common with those of another kind (exit 65).
    case noPersonInCommon(SourceKind)

    /// A line of `rattelser.csv` cannot be made use of (exit 78).
    case correction(CorrectionFault, line: Int)

    // MARK: Surveys

    /// A survey source without codebook (exit 78).
    case codebookMissing
    /// The codebook itself is wrong, or cannot be read (exit 78 or 66).
    case codebook(ProjectError)
    /// Neither the source nor the codebook says who answered (exit 78).
    case groupMissing
    /// The source and its codebook name different groups (exit 78).
    case groupDiffers(source: String, codebook: String)
    /// A survey source that tells no year (exit 78).
    case waveYearMissing
    /// Two codebooks with different questions for the same group and wave (exit 78).
    case twoCodebooks(group: String, wave: String)
    /// A file of answers in which no column is a question that can be read (exit 65).
    case noQuestions
    /// A file that is read by a draft of a codebook, and a question of it that may have several answers in a cell
    /// (exit 78).
    case draftAsks(question: String, codebook: String)
    /// A file that is read by a draft of a codebook, and nothing tells its year (exit 78).
    case draftYearMissing(codebook: String)
    /// Two files of the same group and wave that are read by drafts of codebooks with different questions (exit 78).
    case draftsDiffer(group: String, wave: String, codebook: String)
    /// Rows of several occasions in one file (exit 65).
    case severalEvents(header: String, count: Int)
    /// The frame counts a district that is none (exit 78).
    case unknownStratum(String, nearest: String?)
    /// A question of the codebook, and perhaps others, has no column in the file (exit 65).
    case itemWithoutColumn(item: String, others: Int, nearest: String?)
    /// Several columns have the header of a question; each is shown with its number (exit 65).
    case itemColumnTwice(item: String, headers: [String])
    /// The file is from another tool than the codebook is for (exit 65).
    case otherPlatform(found: SurveyPlatform, expected: SurveyPlatform)
    /// Most questions of the codebook have no column in the file: it is another survey's (exit 65).
    case otherSurvey(found: SurveyPlatform, missing: Int, of: Int)
    /// None of the answers to a question is one that the codebook knows (exit 65).
    case noAnswerFits(item: String, header: String, line: Int)
}

extension IntakeFileError {
    /// Whether the file is packed in a way that keeps it from being read, whatever its name says.
    var isOfWorkbook: Bool {
        switch self {
        case .workbook, .severalSheets, .noSheet, .damaged, .encrypted, .binaryWorkbook, .oversized: true
        default: false
        }
    }

    /// The reader's error, without the path.
    package init(_ error: ReadError) {
        switch error {
        case .missing: self = .unreadable(.missing)
        case .directory: self = .unreadable(.directory)
        case .noPermission: self = .unreadable(.permission)
        case .io(_, let number): self = .unreadable(.system(number))
        case .empty: self = .empty
        case .binary: self = .notText
        case .workbook: self = .workbook
        case .severalSheets: self = .severalSheets
        case .noSheet: self = .noSheet
        case .damaged: self = .damaged
        case .notRecords(_, let line): self = .notRecords(line: line)
        case .encrypted: self = .encrypted
        case .binaryWorkbook: self = .binaryWorkbook
        case .oversized: self = .oversized
        case .recordTooLong(_, let line): self = .recordTooLong(line: line)
        }
    }
}

/// Why a path could not be read.
package enum UnreadableReason: Sendable, Hashable {
    case missing
    case directory
    case permission
    /// Another system error, as errno.
    case system(Int32)
}

/// A file that stops the reading, and why.
package struct IntakeError: Error, Sendable, Hashable {
    /// Path relative to the project folder, as it may be shown.
    package let file: String
    package var reason: IntakeFileError
    /// Where a setting for the file would stand; nil when it is in no project.
    let site: SourceSite?

    package init(file: String, reason: IntakeFileError, site: SourceSite? = nil) {
        self.file = PersonMask.shown(path: file)
        self.reason = reason
        self.site = site
    }
}
