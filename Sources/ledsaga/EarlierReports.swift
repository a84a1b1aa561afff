// SPDX-License-Identifier: EUPL-1.2
import Measures
import Published
import Terms

/// The tables of reports published before, as far as they answer what this report answers too: the other years' rows
/// of the same tables, and other breakdowns of the same numbers.
struct EarlierReports {
    private(set) var tabulations: [Tabulation] = []
    /// What their tables answer, of the years the data still reach: what they hid must not be had from what is
    /// published now, whether it stands in a table of this year or not.
    private(set) var questions: [Question] = []

    /// Reads the folders; `beside` are the tables of the report that is being made, of data that reach the `years`.
    /// - Parameter questions: those of a whole report, whose order gives its tables their names; nil where `own` are all.
    init(
        _ folders: [String], beside own: [Tabulation], among questions: [Question]? = nil, years: ClosedRange<Int>?
    ) throws(PublishedReportError) {
        if folders.isEmpty { return }
        var byName: [String: Tabulation] = [:]
        var bySubject: [String: Tabulation] = [:]
        var names = OpenTableNames()
        let named = (questions ?? own.map(\.question)).map { (question: $0, name: names.next($0)) }
        let nameOf = Dictionary(named.map { ($0.question, $0.name) }, uniquingKeysWith: { first, _ in first })
        let isPart = questions != nil
        for tabulation in own {
            if let name = nameOf[tabulation.question] { byName[name] = tabulation }
            let subject = OpenTableNames.subject(of: tabulation.question)
            if bySubject[subject] == nil, tabulation.question.filters.isEmpty { bySubject[subject] = tabulation }
        }
        for folder in folders {
            for table in try PublishedReport(folder: folder).tables {
                guard let like = byName[table.name] ?? (isPart ? nil : bySubject[table.subject]) else { continue }
                if let tabulation = Self.tabulation(table, like: like, isSame: byName[table.name] != nil) {
                    tabulations.append(tabulation)
                    if let question = Self.question(of: table, tabulation.question, within: years),
                        !self.questions.contains(question)
                    {
                        self.questions.append(question)
                    }
                }
            }
        }
    }

    private static func tabulation(_ table: PublishedTable, like: Tabulation, isSame: Bool) -> Tabulation? {
        let dimensions = table.dimensions.compactMap { name in
            Dimension(rawValue: String(name.map { $0 == "_" ? "-" : $0 }))
        }
        guard dimensions.count == table.dimensions.count,
            let model = like.rows.first(where: { $0.measurement.value != nil })?.measurement
        else { return nil }
        // What every row of the table is about beside its key is not in the file.
        let implied = isSame ? like.rows.first?.implied ?? [] : []
        // A rounded number is neither known nor hidden.
        let rows = table.rows.filter { !$0.isChanged }.map { row in
            Tabulation.Row(
                key: zip(dimensions, row.codes).map { category($0, $1) }, measurement: measurement(row, like: model),
                implied: implied)
        }
        let question = Question(
            like.question.measure, like.question.aspect, by: dimensions.filter { $0 != .year },
            where: isSame ? like.question.filters : [], years: like.question.years)
        return Tabulation(
            question: question, dimensions: dimensions, rows: rows, from: .unknown,
            definition: like.definition)
    }

    /// The question as it is asked anew; nil when the data do not reach its years any more.
    private static func question(
        of table: PublishedTable, _ question: Question, within years: ClosedRange<Int>?
    ) -> Question? {
        guard Catalogue[question.measure].isOfRegister else { return question }
        guard let years, let place = table.dimensions.firstIndex(of: "year") else { return nil }
        let reached = table.rows.compactMap { Int($0.codes[place]) }.filter(years.contains)
        guard let first = reached.min(), let last = reached.max() else { return nil }
        return Question(
            question.measure, question.aspect, by: question.dimensions, where: question.filters, years: first...last)
    }

    private static func category(_ dimension: Dimension, _ code: String) -> Category {
        switch code {
        case "total": .total(of: dimension)
        case "unknown": .unknown(in: dimension)
        default: Category(dimension, named: Category.name(of: code), rank: 0)
        }
    }

    private static func measurement(_ row: PublishedTable.Row, like model: Measurement) -> Measurement {
        let isOfParts = model.unit == .share
        let numerator = row.numbers[.numerator]
        // A share without its parts is rounded, which is no exact number.
        let isRounded = isOfParts && numerator == nil
        var measurement = Measurement(
            kind: model.kind, unit: model.unit, value: isRounded ? nil : row.numbers[.value],
            persons: Int(row.numbers[.n] ?? 0), numerator: numerator, denominator: row.numbers[.denominator])
        if isRounded { measurement.publishedShare = row.numbers[.value] }
        return measurement
    }
}
