// SPDX-License-Identifier: EUPL-1.2
import CaseData

extension Dataset {
    /// Whether surveys are all there is.
    var isOfSurveys: Bool { decisions.isEmpty && performed.isEmpty && statistics.isEmpty && !surveys.isEmpty }
}

/// Which years the data of a project can speak of.
struct ReportYears {
    private let dataset: Dataset

    init(_ dataset: Dataset) {
        self.dataset = dataset
    }

    /// The years the performed hours touch; without such files those of the totals, else those decisions begin in.
    /// Where there are surveys alone, the years of these. nil without any of them.
    var span: ClosedRange<Int>? {
        if let window = dataset.observationWindow { return window.lowerBound.year...window.upperBound.year }
        let years =
            dataset.isOfSurveys
            ? dataset.surveys.map(\.year)
            : dataset.statistics.isEmpty ? dataset.decisions.map(\.from.year) : dataset.statistics.map(\.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }

    /// Whether there are data to say anything of a year.
    func reach(_ year: Int) -> Bool { span?.contains(year) ?? false }

    /// Whether the performed hours cover a year whole.
    func cover(_ year: Int) -> Bool {
        guard let window = dataset.observationWindow else { return false }
        return window.lowerBound <= YearMonth(year: year, month: 1)
            && YearMonth(year: year, month: 12) <= window.upperBound
    }

    /// The first of at most five years up to this one that the data cover whole, one after another.
    func first(before year: Int) -> Int {
        let hasWindow = dataset.observationWindow != nil
        var first = year
        while first > year - 4, hasWindow ? cover(first - 1) : reach(first - 1) { first -= 1 }
        return first
    }

    /// The last year the performed hours cover whole; when there is none, the last with data.
    var latest: Int? {
        guard let span else { return nil }
        return span.last { cover($0) } ?? span.upperBound
    }
}
