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
    init(
        _ folders: [String], beside own: [Tabulation], years: ClosedRange<Int>?
    ) throws(PublishedReportError) {
        if folders.isEmpty { return }
        var byName: [String: Tabulation] = [:]
        var bySubject: [String: Tabulation] = [:]
        var names = OpenTableNames()
        for tabulation in own {
            byName[names.next(tabulation.question)] = tabulation
            let subject = OpenTableNames.subject(of: tabulation.question)
            if bySubject[subject] == nil, tabulation.question.filters.isEmpty { bySubject[subject] = tabulation }
        }
        for folder in folders {
            for table in try PublishedReport(folder: folder).tables {
                guard let like = byName[table.name] ?? bySubject[table.subject] else { continue }
                if let tabulation = Self.tabulation(table, like: like, isSame: byName[table.name] != nil) {
                    tabulations.append(tabulation)
                    if let question = Self.question(of: table, tabulation.question, within: years),
                        !questions.contains(question)
                    {
                        questions.append(question)
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
        let rows = table.rows.map { row in
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
        // A share without its parts is in whole per cent, which is no exact number.
        let value = isOfParts && numerator == nil ? nil : row.numbers[.value]
        return Measurement(
            kind: model.kind, unit: model.unit, value: value, persons: Int(row.numbers[.n] ?? 0),
            numerator: numerator, denominator: row.numbers[.denominator])
    }
}
