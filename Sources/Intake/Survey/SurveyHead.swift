// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// The head of a survey's export: where its header stands, how many rows it takes, and the tool it is from.
///
/// A tool may write titles above the header (Webropol), the question over the columns of its answers (SurveyMonkey,
/// Webropol), or the questions and its own marks under the codes (Qualtrics).
struct SurveyHead {
    /// How the rows of a header hang together.
    enum Form {
        case oneRow
        /// The question over its answers or rows, which stand in the second row.
        case questionOverParts
        /// Codes over questions, and perhaps a row of the tool's own marks.
        case codesOverQuestions
    }

    let platform: SurveyPlatform
    let form: Form
    /// How many records stand above the header.
    let above: Int
    /// How many records the header takes.
    let rows: Int
    /// The first row of the header, and the second where there is one.
    let first: [String]
    let second: [String]
    /// What stands above the header.
    let notes: [String]

    /// So many of a file's first records are looked at.
    static let searched = OpenTable.searched

    /// - Parameter records: the first records, cells without surrounding blanks.
    init(_ records: [[String]]) {
        let place = Self.place(in: records)
        func row(_ number: Int) -> [String] { place + number < records.count ? records[place + number] : [] }
        above = place
        notes = records.prefix(place).flatMap { $0.filter { !$0.isEmpty } }
        first = row(0)
        let second = row(1)
        (platform, form, rows) = Self.kind(first, second, third: row(2), below: Array(records.dropFirst(place + 2)))
        self.second = rows > 1 ? second : []
    }

    /// How many records come before the first respondent.
    var dataStart: Int { above + rows }

    /// The first record that is no title: a title fills one cell or two at the left of a wider table.
    private static func place(in records: [[String]]) -> Int {
        let filled = records.map { record in record.count { !$0.isEmpty } }
        let firstFilled = filled.firstIndex { $0 > 0 } ?? 0
        guard let most = filled.max(), most >= 3 else { return firstFilled }
        for (place, record) in records.enumerated() {
            let isTitle = filled[place] <= 2 && !record.dropFirst(2).contains { !$0.isEmpty }
            guard filled[place] > 0, !isTitle else { continue }
            // The lower of two rows of a header has nothing over the first column.
            let hasUpper = place > 0 && filled[place - 1] > 0 && !records[place - 1][0].isEmpty
            return record[0].isEmpty && hasUpper ? place - 1 : place
        }
        return firstFilled
    }

    private static func kind(
        _ first: [String], _ second: [String], third: [String], below: [[String]]
    ) -> (SurveyPlatform, Form, Int) {
        if isImportRow(third) { return (.qualtrics, .codesOverQuestions, 3) }
        if isImportRow(second) { return (.qualtrics, .oneRow, 2) }
        let titles = first.map { SurveyTitle($0) }
        let platform = SurveyMarks.platform(titles, second: second)
        switch platform {
        case .surveyMonkey: return (platform, .questionOverParts, 2)
        case .qualtrics:
            return SurveyMarks.isQualtricsText(first, second)
                ? (platform, .codesOverQuestions, 2) : (platform, .oneRow, 1)
        case .limeSurvey, .microsoftForms, .redcap, .googleForms: return (platform, .oneRow, 1)
        case .generic, .webropol: break
        }
        if isOverParts(first, second) { return (.webropol, .questionOverParts, 2) }
        if isCodesOverQuestions(first, second, below) { return (.generic, .codesOverQuestions, 2) }
        return (.generic, .oneRow, 1)
    }

    /// Qualtrics' row of marks: `{"ImportId":"QID1"}`.
    private static func isImportRow(_ record: [String]) -> Bool {
        let filled = record.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy { $0.hasPrefix("{") && $0.contains("ImportId") }
    }

    /// Whether the second row names the answers or rows of the questions in the first: it is filled under them alone.
    private static func isOverParts(_ first: [String], _ second: [String]) -> Bool {
        guard second.first?.isEmpty ?? false, !(first.first ?? "").isEmpty else { return false }
        func question(_ place: Int) -> String { place < first.count ? first[place] : "" }
        func part(_ place: Int) -> String { place < second.count ? second[place] : "" }
        /// Whether a column belongs to the question on its left.
        func continues(_ place: Int) -> Bool {
            place > 0 && !part(place).isEmpty && (question(place).isEmpty || question(place) == question(place - 1))
        }
        let width = max(first.count, second.count)
        var spans = false
        for place in 0..<width where !part(place).isEmpty {
            if part(place) == question(place) { continue }
            if continues(place) {
                spans = true
            } else if !continues(place + 1) {
                return false
            }
        }
        return spans
    }

    /// Whether the first row has short codes and the second the questions that they stand for.
    private static func isCodesOverQuestions(_ first: [String], _ second: [String], _ below: [[String]]) -> Bool {
        guard first.count == second.count, first.count >= 2, below.count >= 2 else { return false }
        let places = first.indices.filter { !first[$0].isEmpty }
        guard !places.isEmpty, places.allSatisfy({ isCode(first[$0]) && !second[$0].isEmpty }) else { return false }
        let questions = places.filter { second[$0].hasSuffix("?") && second[$0].contains(where: \.isWhitespace) }
        // An answer comes again further down; a question does not.
        return !questions.isEmpty
            && places.allSatisfy { place in
                second[place].count < 4 || !below.contains { place < $0.count && $0[place] == second[place] }
            }
    }

    private static func isCode(_ header: String) -> Bool {
        header.count <= 24 && header.allSatisfy { $0.isLetter || $0.isNumber || "_.-[]".contains($0) }
    }
}

extension SurveyHead {
    /// The titles of the columns.
    var titles: [SurveyTitle] {
        switch form {
        case .oneRow: first.map { platform == .redcap ? .redcap($0) : SurveyTitle($0) }
        case .questionOverParts: Self.underQuestions(first, second)
        case .codesOverQuestions: CodedTitles(first, second).titles
        }
    }

    /// A blank cell over a part belongs to the question on its left; two blank cells are no question's.
    private static func underQuestions(_ questions: [String], _ parts: [String]) -> [SurveyTitle] {
        var last = ""
        return (0..<max(questions.count, parts.count)).map { place in
            let question = place < questions.count ? questions[place] : ""
            let part = place < parts.count ? parts[place] : ""
            if !question.isEmpty { last = question }
            // Cells that were one over both rows have the same text in each.
            if part.isEmpty || part == question { return SurveyTitle(question: question, part: "") }
            return SurveyTitle(question: last, part: part)
        }
    }
}
