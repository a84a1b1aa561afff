// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The headers that one item may stand under in an export.
struct ItemHeaders {
    /// Which of them are tried, the surest first.
    enum Level: CaseIterable {
        case header, name, question
    }

    private let item: CodebookItem
    /// Headers without a part.
    private var wholes: Set<String> = []
    /// Questions with the row as a part.
    private var rows: Set<SurveyTitle.Name> = []
    /// What can be chosen, by every spelling of it.
    private let options: [String: Int]

    init(_ item: CodebookItem, _ batteries: [String: Codebook.Battery], _ level: Level) {
        self.item = item
        options = Dictionary(
            item.options.enumerated().flatMap { place, option in
                option.spellings.map { (AnswerSpellings.key($0), place) }
            }
        ) { first, _ in first }
        switch level {
        case .header:
            wholes = Set(item.headers.map { AnswerSpellings.key($0) })
            rows = Set(item.headers.flatMap { SurveyTitle($0).names.filter { $0.part != nil } })
        case .name: wholes = [AnswerSpellings.key(item.item.name)]
        case .question:
            let questions = [item.item.question] + (item.easyQuestion.map { [$0] } ?? [])
            let rowKeys = Self.keys(questions)
            wholes = rowKeys
            guard let battery = item.item.battery.flatMap({ batteries[$0] }) else { return }
            for stem in Self.keys([battery.question]) {
                for row in rowKeys {
                    rows.insert(SurveyTitle.Name(stem: stem, part: row))
                    for sign in Self.signs { wholes.insert(stem + sign + row) }
                }
            }
        }
    }

    /// What stands between a question and its row or answer in one header, beside brackets.
    private static let signs = [".", ":", "-", "/", ""]

    private static func keys(_ phrases: [Phrase]) -> Set<String> {
        Set(phrases.flatMap { [AnswerSpellings.key($0.swedish), AnswerSpellings.key($0.english)] })
    }

    /// The item's columns; nil when none of the headers is there. Throws `itemColumnTwice` when one stands twice.
    func place(in table: SurveyTable, taken: Set<Int>) throws(IntakeFileError) -> SurveyLayout.Place? {
        let titles = table.titles
        var cells: [Int] = []
        var options: [(column: Int, option: Int, isText: Bool)] = []
        var others: [Int] = []
        for column in candidates(table.columns) where !taken.contains(column) {
            let title = titles[column]
            if title.names.contains(where: { isWhole($0) }) {
                cells.append(column)
            } else if let option = option(title) {
                options.append((column, option, item.options[option].isOther))
            } else if title.names.contains(where: { isOtherText($0) }) {
                others.append(column)
            }
        }
        if item.item.kind == .multiple, !options.isEmpty {
            if let own = item.options.firstIndex(where: \.isOther), let column = others.first {
                options.append((column, own, true))
            }
            return .options(options)
        }
        guard cells.count <= 1 else {
            throw .itemColumnTwice(item: item.item.name, headers: cells.map { titles[$0].shown })
        }
        let own = options.first { $0.isText }?.column ?? others.first
        return cells.first.map { .cell($0, other: item.otherCategory == nil ? nil : own) }
    }

    /// Every column whose header can be the item's or one of its answers', in order.
    private func candidates(_ columns: SurveyTitleIndex) -> [Int] {
        var found: Set<Int> = []
        for row in rows { found.formUnion(columns.row(row)) }
        for whole in wholes {
            found.formUnion(columns.named(whole))
            found.formUnion(columns.parts(of: whole))
            guard item.item.kind == .multiple else { continue }
            for option in options.keys {
                for sign in Self.signs where !sign.isEmpty { found.formUnion(columns.named(whole + sign + option)) }
            }
        }
        return found.sorted()
    }

    private func isWhole(_ name: SurveyTitle.Name) -> Bool {
        name.part == nil ? wholes.contains(name.stem) : rows.contains(name)
    }

    /// The answer that a column of its own is for: `B09[SQ001]`, `unused-reasons.illness`, or SurveyMonkey's two rows.
    private func option(_ title: SurveyTitle) -> Int? {
        for name in title.names {
            if let part = name.part {
                guard wholes.contains(name.stem) else { continue }
                if let option = place(ofOption: part) { return option }
            } else if item.item.kind == .multiple {
                for whole in wholes where name.stem.hasPrefix(whole) {
                    let rest = name.stem.dropFirst(whole.count)
                    guard let sign = rest.first, Self.signs.contains(String(sign)) else { continue }
                    if let option = place(ofOption: String(rest.dropFirst())) { return option }
                }
            }
        }
        return nil
    }

    private func place(ofOption key: String) -> Int? { options[key] }

    /// A column for the answer in the respondent's own words.
    private func isOtherText(_ name: SurveyTitle.Name) -> Bool {
        guard let part = name.part, wholes.contains(name.stem) else { return false }
        return part == "other" || part.hasPrefix("other(") || part == "annat" || part.hasPrefix("annat(")
            || part.hasPrefix("övrigt")
    }
}
