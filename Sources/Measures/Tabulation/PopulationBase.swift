// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What a number of persons is held against: inhabitants, or those entitled to paratransit (*färdtjänst*).
struct PopulationBase: Sendable {
    let base: PopulationCount.Base
    /// The rate is per so many.
    let scale: Int
    let unit: Unit
    let definition: Phrase
    /// "Personer med beslut per 10 000 invånare"
    let subject: Phrase
    /// "antalet personer per 10 000 invånare"
    let definite: Phrase
    /// At the head of a narrow column.
    let heading: Phrase
    /// Over a drawing.
    let axis: Phrase
    /// After a number.
    let amount: Phrase

    /// The year of the table that a year is told by: inhabitants of that year and no other; those entitled, whose tables
    /// come seldom, of the last year that is not later.
    func year(of year: Int, in table: [PopulationCount]) -> Int? {
        let years = table.filter { $0.base == base }.map(\.year)
        return base == .inhabitants ? years.first { $0 == year } : years.filter { $0 <= year }.max()
    }
}

extension Inquiry {
    /// Inhabitants, or persons entitled, of a cell's district, sex and age group; nil when the table does not tell.
    func inhabitants(_ key: [Category], _ population: PopulationBase) -> Int? {
        var slice = PopulationSlice(dataset.population.filter { $0.base == population.base })
        for category in key {
            guard category.kind != .unknown else { return nil }
            guard category.kind == .value else { continue }
            switch category.dimension {
            case .year:
                slice.year = Int(category.code).flatMap { population.year(of: $0, in: dataset.population) }
                if slice.year == nil { return nil }
            case .district:
                let newest = dataset.division.newest
                slice.districts = newest.indices.filter {
                    Category.code(of: dataset.division.districts[Int(newest[$0])].name) == category.code
                }.map { DistrictIndex($0) }
            case .sex: slice.sex = category.code == "female" ? .female : .male
            case .age:
                let lower = settings.ageGroups[category.rank]
                let upper =
                    category.rank + 1 < settings.ageGroups.count ? settings.ageGroups[category.rank + 1] - 1 : Int.max
                slice.ages = lower...upper
            default: continue
            }
        }
        return slice.count()
    }
}

/// The part of a population table that a number is per inhabitant of.
private struct PopulationSlice {
    private let table: [PopulationCount]
    var year: Int?
    /// The districts whose areas make it up; nil is the whole municipality.
    var districts: [DistrictIndex]?
    var sex: Sex?
    var ages: ClosedRange<Int>?

    init(_ table: [PopulationCount]) {
        self.table = table
    }

    /// nil when the table lacks it. A row for all is taken before the sum of rows for parts.
    func count() -> Int? {
        let rows = table.filter { $0.year == year }
        if let districts {
            return sum(districts.map { district in rows.filter { $0.district == district } }.filter { !$0.isEmpty })
        }
        let whole = rows.filter { $0.district == nil }
        if !whole.isEmpty { return part(of: whole) }
        let named = Set(rows.compactMap(\.district)).sorted()
        return sum(named.map { district in rows.filter { $0.district == district } })
    }

    private func sum(_ districts: [[PopulationCount]]) -> Int? {
        guard !districts.isEmpty else { return nil }
        var total = 0
        for rows in districts {
            guard let count = part(of: rows) else { return nil }
            total += count
        }
        return total
    }

    /// The asked sex and ages of the rows of one area.
    private func part(of rows: [PopulationCount]) -> Int? {
        let undivided = rows.filter { $0.sex == nil }
        let bySex = sex.map { sex in rows.filter { $0.sex == sex } } ?? (undivided.isEmpty ? rows : undivided)
        var chosen: [PopulationCount]
        if let ages {
            let divided = bySex.filter { $0.ages != nil }
            // A row that straddles the age group cannot be split.
            guard divided.allSatisfy({ $0.ages.map { ages.contains($0) || !ages.overlaps($0) } ?? true }) else {
                return nil
            }
            chosen = divided.filter { $0.ages.map { ages.contains($0) } ?? false }
        } else {
            chosen = bySex.filter { $0.ages == nil }
            if chosen.isEmpty { chosen = bySex }
        }
        return chosen.isEmpty ? nil : chosen.reduce(0) { $0 + $1.count }
    }
}

extension ClosedRange<Int> {
    /// `ClosedRange.contains(_: ClosedRange)` under a name of its own for older standard libraries.
    fileprivate func contains(_ other: ClosedRange<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
