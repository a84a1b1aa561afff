// SPDX-License-Identifier: EUPL-1.2

/// The columns of a survey's export by their headers, so that a question finds its own without going through them all.
struct SurveyTitleIndex: Sendable {
    private var wholes: [String: [Int]] = [:]
    private var rows: [SurveyTitle.Name: [Int]] = [:]
    private var stems: [String: [Int]] = [:]

    init(_ titles: [SurveyTitle]) {
        for (column, title) in titles.enumerated() {
            for name in title.names {
                if name.part == nil {
                    wholes[name.stem, default: []].append(column)
                } else {
                    rows[name, default: []].append(column)
                    stems[name.stem, default: []].append(column)
                }
            }
        }
    }

    /// Columns whose header, without a part, is this, in order.
    func named(_ key: String) -> [Int] { wholes[key] ?? [] }

    /// Columns whose header, without a part, is one of these, in order.
    func named(oneOf keys: Set<String>) -> [Int] { Set(keys.flatMap { named($0) }).sorted() }

    /// Columns whose header is this question with this part.
    func row(_ name: SurveyTitle.Name) -> [Int] { rows[name] ?? [] }

    /// Columns whose header is this question with any part.
    func parts(of stem: String) -> [Int] { stems[stem] ?? [] }
}
