// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

extension TableOverview {
    /// What it was taken for, or why it is not read.
    var words: Phrase {
        switch answer {
        case .kind(let kind)?: kind.words
        case .survey?: SourceKind.survey.words
        case nil: Phrase(sv: "läses inte: dolt blad", en: "not read: a hidden sheet")
        case .noTable?: Phrase(sv: "läses inte: ingen tabell", en: "not read: no table")
        case .unknown(nil, _)?:
            Phrase(sv: "läses inte: liknar inget slag av export", en: "not read: is like no kind of export")
        case .unknown(let nearest?, let reason)?:
            Phrase(
                sv: "läses inte: liknar \(nearest.words.swedish), men \(reason.problem.swedish)",
                en: "not read: is like \(nearest.words.english), but \(reason.problem.english)")
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
