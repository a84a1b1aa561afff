// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What a count is of.
struct PopulationCell: Hashable {
    enum Place: Hashable {
        case municipality
        case district(DistrictIndex)
        /// *Okänd*: in the municipality's total, in no district.
        case withoutDistrict
    }

    var base: PopulationCount.Base
    var year: Int
    var place: Place
    /// nil is all ages.
    var ages: ClosedRange<Int>?
    /// nil is everyone.
    var sex: Sex?
}

/// The counts of population tables as one: what parts make up which whole.
struct PopulationCells {
    private let order: [PopulationCell]
    private let countOf: [PopulationCell: Int]
    /// For each base, year, place and sex the age groups there are.
    private var ages: [PopulationCell: [ClosedRange<Int>]] = [:]
    private var places: [PopulationCell: [PopulationCell.Place]] = [:]

    /// Each cell comes once.
    init(_ entries: [(cell: PopulationCell, count: Int)]) {
        order = entries.map(\.cell)
        countOf = Dictionary(entries.map { ($0.cell, $0.count) }) { first, _ in first }
        for entry in entries {
            if let range = entry.cell.ages { ages[entry.cell.with(ages: nil), default: []].append(range) }
            if entry.cell.place != .municipality {
                places[entry.cell.with(place: .municipality), default: []].append(entry.cell.place)
            }
        }
    }

    /// The counts as they stand, in their order, then the wholes that no row gives. What is of no district is only in
    /// the municipality's whole.
    var counts: [PopulationCount] {
        var result = order.compactMap { cell in count(cell, countOf[cell]) }
        var derived: Set<PopulationCell> = []
        for cell in order {
            let whole = cell.with(ages: nil).with(sex: nil)
            if countOf[whole] == nil, derived.insert(whole).inserted, let sum = sumOfAll(of: whole) {
                if let one = count(whole, sum) { result.append(one) }
            }
        }
        for cell in order where cell.place != .municipality {
            let whole = cell.with(ages: nil).with(sex: nil).with(place: .municipality)
            if countOf[whole] == nil, derived.insert(whole).inserted, let sum = municipality(whole) {
                if let one = count(whole, sum) { result.append(one) }
            }
        }
        return result
    }

    /// Whether a whole that a row gives is another number than its parts make up.
    func differsFromParts(_ cell: PopulationCell, _ count: Int) -> Bool {
        if cell.ages == nil, let sum = sumOfAges(cell), sum != count { return true }
        if cell.sex == nil, let sum = sumOfSexes(cell), sum != count { return true }
        if cell.place == .municipality, let sum = sumOfPlaces(cell), sum != count { return true }
        return false
    }

    private func sumOfAll(of cell: PopulationCell) -> Int? {
        if let count = countOf[cell] { return count }
        if let sum = sumOfAges(cell) ?? sumOfSexes(cell) { return sum }
        let sexes = Sex.allCases.compactMap { sumOfAges(cell.with(sex: $0)) }
        return sexes.count >= 2 ? sexes.reduce(0, +) : nil
    }

    private func municipality(_ whole: PopulationCell) -> Int? {
        var sum = 0
        var seen: Set<PopulationCell.Place> = []
        for cell in order where cell.base == whole.base && cell.year == whole.year && cell.place != .municipality {
            guard seen.insert(cell.place).inserted else { continue }
            guard let part = sumOfAll(of: whole.with(place: cell.place)) else { return nil }
            sum += part
        }
        return seen.contains { $0 != .withoutDistrict } ? sum : nil
    }

    /// The sum of age groups that follow each other from 0 to at least 100, or nil.
    private func sumOfAges(_ cell: PopulationCell) -> Int? {
        guard let groups = ages[cell]?.sorted(by: { $0.lowerBound < $1.lowerBound }), groups.count > 1 else {
            return nil
        }
        var next = 0
        var sum = 0
        for group in groups {
            guard group.lowerBound == next else { return nil }
            next = group.upperBound + 1
            sum += countOf[cell.with(ages: group)] ?? 0
        }
        return next > 100 ? sum : nil
    }

    private func sumOfSexes(_ cell: PopulationCell) -> Int? {
        guard let women = countOf[cell.with(sex: .female)], let men = countOf[cell.with(sex: .male)] else { return nil }
        return women + men + (countOf[cell.with(sex: .unknown)] ?? 0)
    }

    private func sumOfPlaces(_ cell: PopulationCell) -> Int? {
        guard let places = places[cell], places.count > 1 else { return nil }
        return places.reduce(0) { $0 + (countOf[cell.with(place: $1)] ?? 0) }
    }

    private func count(_ cell: PopulationCell, _ count: Int?) -> PopulationCount? {
        guard let count else { return nil }
        var district: DistrictIndex?
        switch cell.place {
        case .withoutDistrict: return nil
        case .municipality: district = nil
        case .district(let index): district = index
        }
        return PopulationCount(
            base: cell.base, district: district, year: cell.year, ages: cell.ages, sex: cell.sex, count: count)
    }
}

extension PopulationCell {
    func with(ages: ClosedRange<Int>?) -> PopulationCell {
        PopulationCell(base: base, year: year, place: place, ages: ages, sex: sex)
    }
    func with(sex: Sex?) -> PopulationCell {
        PopulationCell(base: base, year: year, place: place, ages: ages, sex: sex)
    }
    func with(place: Place) -> PopulationCell {
        PopulationCell(base: base, year: year, place: place, ages: ages, sex: sex)
    }
}
