// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Tabular

/// A table of a file, and what it was taken for: what `inspect` shows of a workbook before its sheets.
package struct TableOverview: Sendable {
    package let address: TableAddress
    /// What it was taken for; nil of a hidden sheet.
    let answer: Recognition.Answer?

    /// Nil when it is not read.
    package var kind: SourceKind? {
        switch answer {
        case .kind(let kind)?: kind
        case .survey?: .survey
        case .noTable?, .unknown?, nil: nil
        }
    }

    /// The tables of a file in its order. `name` is what messages call the file.
    package static func all(path: String, name: String) throws(IntakeError) -> [TableOverview] {
        do throws(IntakeFileError) {
            return try TablesOfFile(path, file: name).entries.map { TableOverview($0) }
        } catch {
            throw IntakeError(file: name, reason: error)
        }
    }

    /// The sheet, or the member, of a name in the file at `path`. Throws `noSheet`.
    package static func place(named name: String, path: String) throws(IntakeError) -> TablePlace {
        do throws(IntakeFileError) {
            let places = try TablesOfFile.places(path)
            guard let place = places.first(where: { ($0.sheet ?? $0.member) == name }) else { throw .noSheet }
            return place
        } catch {
            throw IntakeError(file: path, reason: error)
        }
    }

    private init(_ entry: TablesOfFile.Entry) {
        address = entry.address
        answer = entry.answer
    }
}
