// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Tells whether a granted decision overlaps an earlier one of the same person and service.
struct OverlapWatch {
    private struct Key: Hashable {
        let person: PersonIndex
        let service: Int16
    }

    /// Days covered so far, as disjoint runs in order.
    private var covered: [Key: [ClosedRange<Int32>]] = [:]

    /// Adds a decision's days, first to last; true when any of them was covered already.
    mutating func add(_ person: PersonIndex, _ service: Int16, _ days: ClosedRange<Int32>) -> Bool {
        let key = Key(person: person, service: service)
        var runs = covered.removeValue(forKey: key) ?? []
        // The first run that ends on the first day or after it.
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < days.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        var union = days
        while end < runs.count, runs[end].lowerBound <= days.upperBound {
            union = min(union.lowerBound, runs[end].lowerBound)...max(union.upperBound, runs[end].upperBound)
            end += 1
        }
        runs.replaceSubrange(low..<end, with: CollectionOfOne(union))
        covered[key] = runs
        return end > low
    }
}
