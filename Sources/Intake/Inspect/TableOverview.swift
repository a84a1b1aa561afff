// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Tabular
package import Terms

/// A table of a file, and what it was taken for: what `inspect` shows of a workbook before its sheets.
package struct TableOverview: Sendable {
    package let address: TableAddress
    /// Nil when it is not read.
    package let kind: SourceKind?
    /// What it was taken for, or why it is not read.
    package let words: Phrase

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
        switch entry.answer {
        case .kind(let kind)?: (self.kind, words) = (kind, kind.words)
        case .survey?: (kind, words) = (.survey, SourceKind.survey.words)
        case nil: (kind, words) = (nil, Phrase(sv: "läses inte: dolt blad", en: "not read: a hidden sheet"))
        case .noTable?:
            (kind, words) = (nil, Phrase(sv: "läses inte: ingen tabell", en: "not read: no table"))
        case .unknown(let nearest, let reason)?:
            let like = nearest.map { nearest in
                Phrase(
                    sv: "läses inte: liknar \(nearest.words.swedish), men \(reason.problem.swedish)",
                    en: "not read: is like \(nearest.words.english), but \(reason.problem.english)")
            }
            let none = Phrase(
                sv: "läses inte: liknar inget slag av export", en: "not read: is like no kind of export")
            (kind, words) = (nil, like ?? none)
        }
    }
}

extension [TableOverview] {
    /// A line a table, below the file's name.
    package func text(of file: String, in language: Language) -> String {
        let names = map { PersonMask.shown(path: $0.address.inside ?? "") }
        let width = names.map(\.count).max() ?? 0
        let lines = zip(names, self).map { name, table in
            "  \(name)\(String(repeating: " ", count: width - name.count + 2))\(table.words[language])"
        }
        return ([PersonMask.shown(path: file)] + lines).joined(separator: "\n") + "\n"
    }
}
