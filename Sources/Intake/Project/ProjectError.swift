// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// What is wrong with a project, and where. The words are in `Wording/ProjectErrorWords.swift`.
package struct ProjectError: UserFacingError, Hashable {
    package let fact: Fact
    /// The project file or folder, as a path from where the program runs.
    package let file: String
    /// Line in the file, from 1; nil when the whole file or folder is meant.
    package let line: Int?

    init(_ fact: Fact, file: String, line: Int?) {
        self.fact = fact
        self.file = file
        self.line = line
    }

    /// The kinds of value a setting can have.
    package enum Shape: Sendable, Hashable {
        case text, number, wholeNumber, list, mapping, empty
    }

    /// What the YAML parser stumbled on.
    package enum Syntax: Sendable, Hashable {
        case tab, colonInValue, colonMissing, indentation, bracketNotClosed, quoteNotClosed, unknownAnchor
        case severalDocuments, forbiddenCharacter, other
    }

    package indirect enum Fact: Sendable, Hashable {
        case folderMissing
        case notAFolder
        /// Neither a project file nor an export where one is looked for; what lies elsewhere.
        case nothingToRead(LooseTables)
        /// A project file without `sources:`, and no export where one is looked for; what lies elsewhere.
        case noExports(LooseTables)
        /// A table in the project's folder of exports that is none of the kinds, and what is in the way of the kind it is
        /// most like.
        case unrecognised(as: SourceSite?, IntakeFileError)
        case unreadable(FileTrouble)
        /// The name of a file with exports.
        case lineBreakInName
        /// A setting holds an identity number.
        case personKey
        case notUTF8
        case empty
        case syntax(Syntax)
        case duplicateKey(String)
        /// `inside` is the key whose block it stands in; nil at the top.
        case unknownKey(String, inside: String?, nearest: String?, known: [String])
        /// A key that another kind of source takes.
        case keyOfAnotherKind(String, kind: String)
        case wrongType(String, expected: Shape, found: Shape)
        /// A number written with a decimal comma.
        case decimalComma(String, value: String)
        case badChoice(String, value: String, nearest: String?, allowed: [String])
        case outOfRange(String, value: String, low: String, high: String)
        case notAscending(String, first: String)
        case missingKey(String, inside: String)
        case noFiles(pattern: String, nearest: String?)
        /// No sheet of the files has the name.
        case noSheet(String, file: String)
        /// The same file under two sources.
        case fileTwice(String, otherLine: Int)
        /// The same export name under two services.
        case aliasTwice(String, services: [String])
        /// A survey source whose wave tells no year; nil when it has no wave.
        case waveWithoutYear(String?)
        /// What a codebook says does not hold together.
        case codebook(CodebookFault)
    }

    package var exitCode: ExitCode {
        switch fact {
        case .folderMissing, .notAFolder, .nothingToRead, .noExports, .unreadable, .noFiles, .noSheet: .inputMissing
        case .unrecognised, .lineBreakInName: .inputFormat
        default: .configuration
        }
    }
}

extension ProjectError {
    /// Throws at the path of a file that messages could not name on one line.
    static func checkName(of path: String) throws(ProjectError) {
        guard path.contains(where: \.isNewline) else { return }
        throw ProjectError(.lineBreakInName, file: path.withoutControls, line: nil)
    }
}
