// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Questions 1–4 straight from their definitions, one year and one category at a time.
struct TruthQuestions {
    let records: TruthRecords
    let months: [TruthPersonMonth.Key: TruthPersonMonth]
    /// The keys in a fixed order: sums of floating-point numbers are then the same in every run.
    let keys: [TruthPersonMonth.Key]
    private let groups: [Group: [TruthPersonMonth.Key]]
    private let holders: [Group: Set<Int>]

    /// A year and a category in it.
    private struct Group: Hashable {
        let year: Int
        let breakdown: TruthBreakdown
        let category: String
    }

    init(_ records: TruthRecords) {
        self.records = records
        months = TruthPersonMonth.all(of: records)
        keys = months.keys.sorted {
            ($0.person, $0.service, $0.month.index) < ($1.person, $1.service, $1.month.index)
        }
        var groups: [Group: [TruthPersonMonth.Key]] = [:]
        for key in keys {
            for breakdown in TruthBreakdown.allCases {
                let year = key.month.year
                let month = months[key]!
                let category = breakdown.category(
                    district: month.district, law: month.law, of: records.persons[key.person], in: year)
                groups[Group(year: year, breakdown: breakdown, category: category), default: []].append(key)
            }
        }
        self.groups = groups
        holders = Self.holders(in: records)
    }

    /// For each year and category the persons with a granted decision in it on at least one day.
    private static func holders(in records: TruthRecords) -> [Group: Set<Int>] {
        var holders: [Group: Set<Int>] = [:]
        for decision in records.decisions where decision.isGranted {
            for year in records.years {
                let days = CivilDate(year: year, month: 1, day: 1)!...CivilDate(year: year, month: 12, day: 31)!
                var day = days.lowerBound
                while day <= days.upperBound, !decision.covers(day) { day = day.adding(days: 1) }
                guard day <= days.upperBound else { continue }
                for breakdown in TruthBreakdown.allCases {
                    let category = breakdown.category(
                        district: decision.district, law: decision.law, of: records.persons[decision.person], in: year)
                    let group = Group(year: year, breakdown: breakdown, category: category)
                    holders[group, default: []].insert(decision.person)
                }
            }
        }
        return holders
    }

    /// The person-months of a year that count in a category.
    func keys(of year: Int, _ breakdown: TruthBreakdown, _ category: String) -> [TruthPersonMonth.Key] {
        groups[Group(year: year, breakdown: breakdown, category: category)] ?? []
    }

    func categories(of year: Int, _ breakdown: TruthBreakdown) -> [String] {
        Set((Array(groups.keys) + holders.keys).filter { $0.year == year && $0.breakdown == breakdown }.map(\.category))
            .sorted()
    }

    func isInsideWindow(_ month: YearMonth) -> Bool {
        records.window?.contains(month) ?? false
    }

    // MARK: Question 1

    /// Distinct persons with a granted decision on at least one day of the year.
    func persons(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        let found = personsWithDecision(year, breakdown, category)
        return TruthFigure(
            measure: "persons", breakdown: breakdown, category: category, year: year, value: Double(found.count),
            persons: found.count)
    }

    /// Those with a granted decision of the category on at least one day of the year.
    func personsWithDecision(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> Set<Int> {
        holders[Group(year: year, breakdown: breakdown, category: category)] ?? []
    }

    // MARK: Question 2

    func grantedHours(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        var sum: Int64 = 0
        var found: Set<Int> = []
        for key in keys(of: year, breakdown, category) where months[key]!.granted > 0 {
            sum += months[key]!.granted
            found.insert(key.person)
        }
        return TruthFigure(
            measure: "granted-hours", breakdown: breakdown, category: category, year: year, value: hours(sum),
            persons: found.count)
    }

    // MARK: Question 3

    func performedHours(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        var sum: Int64 = 0
        var found: Set<Int> = []
        for key in keys(of: year, breakdown, category) where months[key]!.performed > 0 {
            sum += months[key]!.performed
            found.insert(key.person)
        }
        // Of a group without a performed hour the zero speaks of all who have the service.
        if found.isEmpty { found = personsWithDecision(year, breakdown, category) }
        return TruthFigure(
            measure: "performed-hours", breakdown: breakdown, category: category, year: year, value: hours(sum),
            persons: found.count)
    }

    /// Each person's Σu and Σb in milliseconds, over person-months with b > 0 inside the window.
    func totals(
        _ year: Int, _ breakdown: TruthBreakdown, _ category: String
    ) -> (performed: [Int: Int64], granted: [Int: Int64]) {
        var performed: [Int: Int64] = [:]
        var granted: [Int: Int64] = [:]
        for key in keys(of: year, breakdown, category) {
            let month = months[key]!
            guard month.granted > 0, isInsideWindow(key.month) else { continue }
            performed[key.person, default: 0] += month.performed
            granted[key.person, default: 0] += month.granted
        }
        return (performed, granted)
    }

    func utilisation(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        let (performed, granted) = totals(year, breakdown, category)
        let sumPerformed = sum(performed)
        let sumGranted = sum(granted)
        let count = granted.count
        let ratio = sumPerformed / sumGranted
        var squares = 0.0
        for person in granted.keys.sorted() {
            let residual = hours(performed[person]!) - ratio * hours(granted[person]!)
            squares += residual * residual
        }
        let variance = Double(count) / Double(count - 1) * squares / (sumGranted * sumGranted)
        return TruthFigure(
            measure: "utilisation", breakdown: breakdown, category: category, year: year,
            value: count > 0 ? ratio : nil, standardError: count > 1 ? variance.squareRoot() : nil, persons: count,
            numerator: sumPerformed, denominator: sumGranted)
    }

    /// R of the year less R of the year before; persons in either year, a missing year counting 0.
    func utilisationChange(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure? {
        let now = totals(year, breakdown, category)
        let before = totals(year - 1, breakdown, category)
        guard !now.granted.isEmpty, !before.granted.isEmpty else { return nil }
        let ratioNow = sum(now.performed) / sum(now.granted)
        let ratioBefore = sum(before.performed) / sum(before.granted)
        let everyone = Set(now.granted.keys).union(before.granted.keys).sorted()
        var squares = 0.0
        for person in everyone {
            var contribution = 0.0
            if let granted = now.granted[person] {
                contribution += (hours(now.performed[person]!) - ratioNow * hours(granted)) / sum(now.granted)
            }
            if let granted = before.granted[person] {
                contribution -= (hours(before.performed[person]!) - ratioBefore * hours(granted)) / sum(before.granted)
            }
            squares += contribution * contribution
        }
        let count = Double(everyone.count)
        return TruthFigure(
            measure: "utilisation-change", breakdown: breakdown, category: category, year: year,
            value: ratioNow - ratioBefore,
            standardError: everyone.count > 1 ? (count / (count - 1) * squares).squareRoot() : nil,
            persons: everyone.count)
    }

    // MARK: Small sums

    func hours(_ milliseconds: Int64) -> Double { Double(milliseconds) / 3_600_000 }

    /// Hours of all persons.
    func sum(_ values: [Int: Int64]) -> Double {
        var sum: Int64 = 0
        for (_, value) in values { sum += value }
        return hours(sum)
    }
}
