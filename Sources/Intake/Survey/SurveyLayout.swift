// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Where in one file the codebook's items and columns are.
struct SurveyLayout {
    /// The columns of one item.
    enum Place {
        /// One column holds the answer; another may hold the respondent's own words.
        case cell(Int, other: Int?)
        /// A column for each answer that can be chosen; `isText` when it holds the respondent's own words.
        case options([(column: Int, option: Int, isText: Bool)])
        /// The file was made without the item.
        case absent
    }

    let items: [Place]
    private(set) var columns: [SurveyColumn: Int]
    /// Columns that neither the codebook nor the tool speaks of, as they may be shown.
    let ignored: [String]

    init(_ table: SurveyTable, _ codebook: Codebook) throws(IntakeFileError) {
        if let expected = codebook.platform, table.platform != expected, table.platform != .generic {
            throw .otherPlatform(found: table.platform, expected: expected)
        }
        var taken: Set<Int> = []
        var places = [Place](repeating: .absent, count: codebook.items.count)
        var open = Set(codebook.items.indices)
        let batteries = Dictionary(codebook.batteries.map { ($0.name, $0) }) { first, _ in first }
        // The codebook's headers first, for all items, then names, then the words of the questions.
        for level in ItemHeaders.Level.allCases {
            for index in codebook.items.indices where open.contains(index) {
                let headers = ItemHeaders(codebook.items[index], batteries, level)
                guard let place = try headers.place(in: table, taken: taken) else { continue }
                places[index] = place
                taken.formUnion(place.columns)
                open.remove(index)
            }
        }
        for asked in codebook.open {
            for level in ItemHeaders.Level.allCases {
                guard let place = try ItemHeaders(asked.item, batteries, level).place(in: table, taken: taken) else {
                    continue
                }
                taken.formUnion(place.columns)
                break
            }
        }
        columns = try Self.columns(table, codebook, &taken)
        items = places
        let free = table.titles.indices.filter { !taken.contains($0) }
        ignored = free.filter { !table.titles[$0].isOne(of: SurveyMarks.passedOver) }.map { table.titles[$0].shown }
        try Self.check(open, codebook, table, free)
    }

    /// The columns that are no questions: those the codebook names must be there, others are known by their headers.
    private static func columns(
        _ table: SurveyTable, _ codebook: Codebook, _ taken: inout Set<Int>
    ) throws(IntakeFileError) -> [SurveyColumn: Int] {
        var columns: [SurveyColumn: Int] = [:]
        for column in SurveyColumn.allCases {
            if let header = codebook.columns[column] {
                let key = AnswerSpellings.key(header)
                let matches = table.columns.named(key)
                guard let match = matches.first else {
                    throw .missingSurveyColumn(
                        canonical: column.rawValue, nearest: NearestName.to(header, among: table.titles.map(\.shown)))
                }
                guard matches.count == 1 else {
                    throw .ambiguousColumn(canonical: column.rawValue, headers: matches.map { table.titles[$0].shown })
                }
                columns[column] = match
                continue
            }
            let known = SurveyMarks.headers(of: column, table.platform)
            columns[column] = table.columns.named(oneOf: known).first { !taken.contains($0) }
        }
        taken.formUnion(columns.values)
        return columns
    }

    /// An item without a column stops the reading, unless the codebook says that files may be without it.
    private static func check(
        _ open: Set<Int>, _ codebook: Codebook, _ table: SurveyTable, _ free: [Int]
    ) throws(IntakeFileError) {
        let missing = codebook.items.indices.filter { open.contains($0) && !codebook.items[$0].isOptional }
        guard let first = missing.first else {
            guard open.count < codebook.items.count || codebook.items.isEmpty && !codebook.open.isEmpty else {
                throw .otherSurvey(found: table.platform, missing: open.count, of: codebook.items.count)
            }
            return
        }
        let needed = codebook.items.count { !$0.isOptional }
        guard missing.count * 2 <= needed || missing.count == 1 && needed == 1 else {
            throw .otherSurvey(found: table.platform, missing: missing.count, of: needed)
        }
        let item = codebook.items[first]
        let headers = free.map { table.titles[$0].shown }
        let wanted = item.headers + [item.item.name, item.item.question.swedish, item.item.question.english]
        let nearest = wanted.lazy.compactMap { NearestName.to($0, among: headers) }.first
        throw .itemWithoutColumn(item: item.item.name, others: missing.count - 1, nearest: nearest)
    }
}

extension SurveyLayout.Place {
    var columns: [Int] {
        switch self {
        case .cell(let column, let other): [column] + (other.map { [$0] } ?? [])
        case .options(let options): options.map(\.column)
        case .absent: []
        }
    }
}
