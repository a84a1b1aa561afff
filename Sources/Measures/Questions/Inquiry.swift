// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// One question being answered: the facts it speaks of, poured into its cells, and each cell made a number.
struct Inquiry {
    let question: Question
    let dataset: Dataset
    let settings: MeasureSettings
    let panel: PersonMonths
    let breakdown: Breakdown
    /// The years asked for, and the one before them when years are compared.
    let years: ClosedRange<Int>

    init(
        _ question: Question, dataset: Dataset, settings: MeasureSettings, panel: PersonMonths, years: ClosedRange<Int>
    ) throws(QuestionError) {
        self.question = question
        self.dataset = dataset
        self.settings = settings
        self.panel = panel
        self.years = years
        let dimensions = AspectRules.dimensions(of: question)
        self.breakdown = try Breakdown(
            // Who has which laws is told of a person in a cell, not of a fact.
            question.aspect == .lawCombination ? dimensions.filter { $0 != .law } : dimensions,
            question: question, dataset: dataset, settings: settings, years: years)
    }

    func rows() throws(QuestionError) -> [Tabulation.Row] {
        switch question.measure {
        case .persons: persons()
        case .grantedHours: grantedHours()
        case .performedHours: performedHours()
        case .utilisation: utilisation()
        case .decomposition: decomposition()
        case .flexibleUse: try flexibleUse()
        case .item, .awareness, .responseRate, .respondents:
            preconditionFailure("the answers of a survey have a tabulator of their own")
        }
    }
}

// MARK: Facts

extension Inquiry {
    /// Pours facts into cells, person by person.
    func gather(keepsFacts: Bool = false, _ pour: (PersonIndex, inout Cells) -> Void) -> Cells {
        var cells = Cells(breakdown, keepsFacts: keepsFacts)
        for person in dataset.persons.indices { pour(PersonIndex(person), &cells) }
        return cells
    }

    /// A person's granted decisions, once for each year (or month, when the question tells months apart) in which
    /// they are valid on at least one day.
    func eachDecision(of person: PersonIndex, _ body: (Decision, Traits) -> Void) {
        for index in panel.decisions(of: person) {
            let decision = dataset.decisions[index]
            let first = decision.from.month
            let last = decision.to?.month ?? YearMonth(year: years.upperBound, month: 12)
            for year in max(years.lowerBound, first.year)...max(years.lowerBound, first.year, years.upperBound)
            where year <= min(years.upperBound, last.year) {
                guard breakdown.usesMonths else {
                    body(decision, Traits(decision, year: year))
                    continue
                }
                let months = YearMonth.months(of: year)
                guard max(first, months.lowerBound) <= min(last, months.upperBound) else { continue }
                for month in max(first, months.lowerBound)...min(last, months.upperBound) {
                    body(decision, Traits(decision, year: year, month: month))
                }
            }
        }
    }

    /// A person's months in the years asked for.
    func eachMonth(of person: PersonIndex, _ body: (Int, PersonMonths.Entry) -> Void) {
        for place in panel.entries(of: person) {
            let entry = panel.entries[place]
            if years.contains(entry.month.year) { body(place, entry) }
        }
    }

    /// Whether performed hours of a month are known at all.
    func isObserved(_ month: YearMonth) -> Bool {
        dataset.observationWindow?.contains(month) ?? false
    }
}

// MARK: Rows

extension Inquiry {
    /// A row for each cell that occurs in the years asked for.
    func rows(of cells: Cells, _ measure: ([PersonSum]) -> Measurement) -> [Tabulation.Row] {
        breakdown.rowCells(cells.occurring).map { cell in
            Tabulation.Row(key: breakdown.key(of: cell), measurement: measure(cells[cell]))
        }
    }

    /// A row for each cell, with its number where performed hours are observed and else the reason why not.
    func observedRows(of cells: Cells, unit: Unit, _ measure: ([PersonSum]) -> Measurement) -> [Tabulation.Row] {
        breakdown.rowCells(cells.occurring).map { cell in
            let sums = cells[cell]
            let measurement =
                notObserved(cell).map { Measurement.notDefined(unit: unit, $0) } ?? measure(sums)
            return Tabulation.Row(key: breakdown.key(of: cell), measurement: measurement)
        }
    }

    /// A row for each cell that occurs in a year asked for or in the year before it.
    func changeRows(
        of cells: Cells, unit: Unit, needsPerformed: Bool = true,
        _ measure: (_ before: [PersonSum], _ after: [PersonSum]) -> Measurement
    ) -> [Tabulation.Row] {
        let shifted = cells.occurring.map { $0 + breakdown.yearStride }
            .filter { $0 / breakdown.yearStride < breakdown.axes[0].values.count }
        return breakdown.rowCells(Array(Set(cells.occurring + shifted))).map { cell in
            let before = cell - breakdown.yearStride
            let reason = needsPerformed ? notObserved(cell) ?? notObserved(before) : nil
            let measurement =
                reason.map { Measurement.notDefined(unit: unit, $0) } ?? measure(cells[before], cells[cell])
            return Tabulation.Row(key: breakdown.key(of: cell), measurement: measurement)
        }
    }

    /// Why performed hours say nothing of a cell, nil when they do.
    func notObserved(_ cell: Int) -> Phrase? {
        guard let window = dataset.observationWindow else { return Reasons.noPerformedFiles }
        if let month = breakdown.month(of: cell) {
            return window.contains(month) ? nil : Reasons.monthOutsideWindow
        }
        return window.overlaps(YearMonth.months(of: breakdown.year(of: cell))) ? nil : Reasons.yearOutsideWindow
    }
}
