// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// One question about the register being answered: the data, the breakdown, and the facts of each person.
struct Inquiry {
    let question: Question
    let dataset: Dataset
    let settings: MeasureSettings
    let panel: PersonMonths
    let breakdown: Breakdown
    /// The years asked for, and the one before them when years are compared.
    let years: ClosedRange<Int>
    /// Whether who has both laws stands in LSS alone.
    let tellsLawsApart: Bool

    init(
        _ question: Question, dataset: Dataset, settings: MeasureSettings, panel: PersonMonths,
        years: ClosedRange<Int>, tellsLawsApart: Bool = false
    ) throws(QuestionError) {
        self.question = question
        self.dataset = dataset
        self.settings = settings
        self.panel = panel
        self.years = years
        self.tellsLawsApart = tellsLawsApart
        let dimensions = Catalogue.dimensions(of: question)
        self.breakdown = try Breakdown(
            // Who has which laws is told of a person in a cell, not of a fact.
            Catalogue.aspect(of: question).tellsLawsApart ? dimensions.filter { $0 != .law } : dimensions,
            question: question, dataset: dataset, settings: settings, years: years, lawsApart: tellsLawsApart)
    }
}

// MARK: Facts

extension Inquiry {
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
