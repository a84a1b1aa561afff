// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// What became of the rows of the exports, as it may be published: the technical half of the integrity table.
///
/// Rows are counted by file and by reason, never by person, district or any other property of a person. A person
/// has from one to some hundred rows, a row set aside is one whose content could not be read, and the reasons are
/// about form: such a count tells nothing of anyone, so it is shown however small. Counts of persons and hours that
/// the integrity table also has (persons without district, hours without a decision, decisions without hours) are
/// questions like others, and go through `ReleasePolicy.release` with everything else.
package struct ReleasedIntegrity: Sendable, Encodable {
    package struct File: Sendable, Hashable, Encodable {
        package let file: String
        /// The workbook that it is a sheet of.
        package let book: String?
        package let kind: String
        package let rows: Int
        package let kept: Int
        package let setAside: Int
        package let remarks: Int

        init(_ tally: FileTally) {
            file = tally.file
            book = tally.book
            kind = tally.kind.rawValue
            rows = tally.rows
            kept = tally.kept
            setAside = tally.setAside
            remarks = tally.remarks
        }
    }

    /// Why rows were set aside, or kept with a remark.
    package struct Reason: Sendable, Hashable, Encodable {
        package let text: Phrase
        package let rows: Int

        init(text: Phrase, rows: Int) {
            self.text = text
            self.rows = rows
        }

        private enum CodingKeys: CodingKey { case sv, en, rows }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(text.swedish, forKey: .sv)
            try container.encode(text.english, forKey: .en)
            try container.encode(rows, forKey: .rows)
        }
    }

    /// A cell that was read as the project's list of corrections says: where it is, who says so and when, never its
    /// value.
    package struct Correction: Sendable, Hashable {
        package let file: String
        package let line: Int
        package let column: String
        package let who: String
        package let when: String

        package init(file: String, line: Int, column: String, who: String, when: String) {
            self.file = file
            self.line = line
            self.column = column
            self.who = who
            self.when = when
        }
    }

    package let files: [File]
    package let setAside: [Reason]
    package let remarks: [Reason]
    /// What the answers hang on: columns that are missing, and columns that are not read although they look as if they
    /// mattered. They speak of headers, never of a row.
    package let cautions: [Phrase]
    /// In the order of files and lines.
    package let corrections: [Correction]

    private enum CodingKeys: CodingKey { case files, setAside, remarks }

    init(
        files: [File], setAside: [Reason], remarks: [Reason], cautions: [Phrase] = [], corrections: [Correction] = []
    ) {
        self.corrections = corrections
        self.files = files
        self.setAside = setAside
        self.remarks = remarks
        self.cautions = cautions
    }

    package var rows: Int { files.reduce(0) { $0 + $1.rows } }
    package var kept: Int { files.reduce(0) { $0 + $1.kept } }
    package var setAsideRows: Int { files.reduce(0) { $0 + $1.setAside } }
}

extension ReleasePolicy {
    /// Row tallies of the files read, with the reasons in the order given.
    package func integrity(
        _ tallies: [FileTally], setAside: [(text: Phrase, rows: Int)] = [], remarks: [(text: Phrase, rows: Int)] = [],
        cautions: [Phrase] = [], corrections: [ReleasedIntegrity.Correction] = []
    ) -> ReleasedIntegrity {
        ReleasedIntegrity(
            files: tallies.map { ReleasedIntegrity.File($0) },
            setAside: setAside.map { ReleasedIntegrity.Reason(text: $0.text, rows: $0.rows) },
            remarks: remarks.map { ReleasedIntegrity.Reason(text: $0.text, rows: $0.rows) }, cautions: cautions,
            corrections: corrections)
    }
}
