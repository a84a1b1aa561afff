// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Which years a question is about.
enum YearChoice {
    /// `2019` or `2018..2019`, as it was given to an option.
    static func parse(_ text: String, option: String) throws(QuestionArgumentError) -> ClosedRange<Int> {
        let ends = text.split(separator: ".").map { Int($0) }
        guard ends.count == (text.contains("..") ? 2 : 1), let first = ends[0], let last = ends[ends.count - 1],
            (1900...2100).contains(first), first <= last, last <= 2100
        else { throw .badYears(text, option: option) }
        return first...last
    }

    /// What a question about surveys is about without `--year`: the last year that has one with the item and group
    /// asked for, or every year when the breakdown is by year or wave. nil without surveys.
    static func standard(for question: Question, of dataset: Dataset, every: Bool) -> ClosedRange<Int>? {
        func passes(_ dimension: Dimension, _ names: [String]) -> Bool {
            question.filters.filter { $0.dimension == dimension && $0.comparison == .isOneOf }.allSatisfy { filter in
                filter.values.contains { value in
                    names.contains { NearestName.folded($0) == NearestName.folded(value) }
                }
            }
        }
        let asked = dataset.surveys.filter { survey in
            passes(.group, [survey.group.code]) && passes(.question, survey.items.map(\.name))
        }
        let years = (asked.isEmpty ? dataset.surveys : asked).map(\.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return every ? first...last : last...last
    }

    /// What a question without `--year` is about: the last whole year, or every year when the breakdown is by year
    /// or month. nil without data.
    static func standard(for dataset: Dataset, every: Bool) -> ClosedRange<Int>? {
        let years = ReportYears(dataset)
        return every ? years.span : years.latest.map { $0...$0 }
    }
}
