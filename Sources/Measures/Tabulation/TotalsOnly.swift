// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Answers from a table of totals (*sammanställd statistik*), where no person rows may leave the system: what
/// totals allow, without intervals that need persons.
struct TotalsOnly {
    private let question: Question
    private let dataset: Dataset
    private let settings: MeasureSettings
    private let breakdown: Breakdown
    private let measure: @Sendable (Total, _ level: Double) -> Measurement
    private let value: Measure.Value

    /// Whether totals are all there is.
    static func applies(to dataset: Dataset) -> Bool {
        dataset.decisions.isEmpty && dataset.performed.isEmpty && !dataset.statistics.isEmpty
    }

    init(_ question: Question, dataset: Dataset, settings: MeasureSettings) throws(QuestionError) {
        let known: [Dimension] = [.year, .month, .district, .districtThen, .law, .service]
        guard question.aspect == .headline, let measure = Catalogue[question.measure].ofTotals else {
            throw .needsPersonRows(question.measure)
        }
        for dimension in question.dimensions + question.filters.map(\.dimension) where !known.contains(dimension) {
            throw .notBrokenDown(question.measure, dimension)
        }
        var dataset = dataset
        // The rows stand for nobody in particular: one unnamed person carries the traits of each.
        dataset.persons = [Person()]
        self.question = question
        self.measure = measure
        self.value = Catalogue.aspect(of: question).value
        self.dataset = dataset
        self.settings = settings
        self.breakdown = try Breakdown(
            Catalogue.dimensions(of: question), question: question, dataset: dataset, settings: settings,
            years: question.years)
    }

    struct Total {
        var persons = 0
        var granted = Hours.zero
        var performed = Hours.zero
        /// nil as soon as one row does not tell.
        var flexible: Int? = 0

        mutating func add(_ row: StatisticsRow) {
            persons += row.persons
            granted += row.granted
            performed += row.performed
            if let known = flexible, let more = row.flexiblePersons { flexible = known + more } else { flexible = nil }
        }
    }

    func answer() -> Tabulation {
        var totals: [Int: Total] = [:]
        for row in dataset.statistics where question.years.contains(row.year) && counts(row) {
            guard let cell = breakdown.cell(of: Traits(row)) else { continue }
            for cell in breakdown.withTotals(cell) {
                totals[cell, default: Total()].add(row)
            }
        }
        let rows = breakdown.rowCells(totals.keys).map { cell in
            Tabulation.Row(
                key: breakdown.key(of: cell),
                measurement: totals[cell].map { measure($0, question.level) }
                    ?? .notDefined(unit: value.unit, kind: value.kind, Reasons.notInTotals))
        }
        return Tabulation(
            question: question, dimensions: Catalogue.dimensions(of: question), rows: rows,
            from: .unknown, definition: Catalogue.definition(of: question, settings: settings),
            notes: [Self.note])
    }

    /// Rows of months answer questions by month; else rows of years, and where a year has none the sum of its
    /// months' hours (persons of different months cannot be added).
    private func counts(_ row: StatisticsRow) -> Bool {
        if breakdown.usesMonths { return row.month != nil }
        if row.month == nil { return true }
        switch value {
        case .sum, .ratio: break
        case .count, .share, .mean, .quantile, .difference, .byItem: return false
        }
        return !dataset.statistics.contains { $0.year == row.year && $0.month == nil }
    }

    private static let note = Phrase(
        sv: "Ur sammanställd statistik: en person som står på flera rader räknas på var och en av dem.",
        en: "From a table of totals: a person who is in several of its rows counts in each of them.")
}

extension Traits {
    fileprivate init(_ row: StatisticsRow) {
        self.init(
            Decision(
                person: 0, service: row.service, law: row.law, district: row.district,
                from: YearMonth(year: row.year, month: row.month ?? 1).firstDay, hours: .zero),
            year: row.year, month: row.month.map { YearMonth(year: row.year, month: $0) })
    }
}
