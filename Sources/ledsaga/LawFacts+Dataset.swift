// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Reports

extension LawFacts {
    /// What of the law bears on the numbers of a data set.
    init(_ dataset: Dataset) {
        var years = Set(dataset.untested.map(\.month.year))
        for hours in dataset.performed where hours.isWithoutTest { years.insert(hours.month.year) }
        let last = dataset.decisions.map(\.from.year).max() ?? 0
        for decision in dataset.decisions where decision.basis?.isWithoutTest == true && decision.outcome.isGranted {
            let end = max(decision.from.year, min(decision.to?.year ?? .max, max(last, dataset.lastObservedYear)))
            years.formUnion(decision.from.year...end)
        }
        self.init(
            hasSoL: dataset.decisions.contains { $0.law == .sol } || !dataset.untested.isEmpty
                || dataset.performed.contains { $0.law == .sol }
                || dataset.statistics.contains { $0.law == .sol },
            yearsWithoutTest: years)
    }
}

extension Dataset {
    fileprivate var lastObservedYear: Int { observationWindow?.upperBound.year ?? 0 }
}
