// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Terms

/// Holds the rows about persons against official totals (*sammanställd statistik*) of the same years.
///
/// Only the services that the totals name for a year are compared. As in the totals, a person who is in several of their
/// rows counts in each. Rows of years count; hours of months stand in where a year has no row of its own.
package struct TotalsControl {
    private struct Cell: Hashable {
        var service: String
        var law: String
        /// nil without a board, and where the totals name no boards.
        var board: String?
    }

    private struct Sum {
        var value = 0.0
        /// Rows of the totals, each of which may be rounded.
        var rows = 0
    }

    private let dataset: Dataset
    private let tabulator: Tabulator

    /// Where the totals and the rows differ: by year, persons before hours, the whole municipality before its boards.
    /// Nothing where the project has only one of the two.
    package static func differences(
        in dataset: Dataset, settings: MeasureSettings = MeasureSettings()
    ) -> [TotalsDifference] {
        compared(dataset, settings).flatMap(\.differences)
    }

    /// Which totals of which years are what the rows make up, of the whole municipality and of each board.
    package static func agreements(
        in dataset: Dataset, settings: MeasureSettings = MeasureSettings()
    ) -> [TotalsAgreement] {
        compared(dataset, settings).filter(\.differences.isEmpty).map(\.compared)
    }

    /// All that can be compared.
    private static func compared(
        _ dataset: Dataset, _ settings: MeasureSettings
    ) -> [(compared: TotalsAgreement, differences: [TotalsDifference])] {
        guard !dataset.statistics.isEmpty, !TotalsOnly.applies(to: dataset) else { return [] }
        let control = TotalsControl(dataset, settings)
        return Set(dataset.statistics.map(\.year)).sorted().flatMap { year in
            OfficialTotal.allCases.compactMap { total in
                control.differences(of: total, year).map { (TotalsAgreement(year: year, total: total), $0) }
            }
        }
    }

    private init(_ dataset: Dataset, _ settings: MeasureSettings) {
        var dataset = dataset
        // The totals know the board of every person; nothing but whether two numbers differ comes out of here.
        for place in dataset.persons.indices { dataset.persons[place].isProtected = false }
        self.dataset = dataset
        tabulator = Tabulator(dataset, settings: settings)
    }

    /// Nil where there is nothing to compare with.
    private func differences(of total: OfficialTotal, _ year: Int) -> [TotalsDifference]? {
        let hasRows =
            switch total {
            case .persons, .grantedHours: !dataset.decisions.isEmpty
            case .performedHours: !dataset.performed.isEmpty
            }
        guard hasRows else { return nil }
        let official = official(total, year)
        let counted = counted(total, year, official)
        // No rows at all of a year are none to compare with.
        guard !official.isEmpty, counted.values.contains(where: { $0 > 0 }) else { return nil }
        let whole = official.values.reduce(into: Sum()) { sum, one in
            sum.value += one.value
            sum.rows += one.rows
        }
        let rows = counted.values.reduce(0, +)
        var differences: [TotalsDifference] = []
        if Self.differs(whole, rows, total) {
            differences.append(
                TotalsDifference(
                    year: year, total: total, place: .municipality(official: whole.value, rows: rows),
                    isLarge: Self.isLarge(whole, rows, total)))
        }
        let boards = Set((Array(official.keys) + Array(counted.keys)).compactMap(\.board))
        for board in SwedishOrder.sorted(Array(boards)) {
            let cells = official.filter { $0.key.board == board }.values
            let sum = Sum(value: cells.reduce(0) { $0 + $1.value }, rows: cells.reduce(0) { $0 + $1.rows })
            let rows = counted.filter { $0.key.board == board }.values.reduce(0, +)
            guard Self.differs(sum, rows, total) else { continue }
            differences.append(
                TotalsDifference(
                    year: year, total: total, place: .board(board), isLarge: Self.isLarge(sum, rows, total)))
        }
        return differences
    }

    /// Persons are whole; hours may have been rounded to hundredths in each row.
    private static func differs(_ official: Sum, _ rows: Double, _ total: OfficialTotal) -> Bool {
        let slack = total == .persons ? 0.5 : 0.01 * Double(max(1, official.rows))
        return abs(official.value - rows) > slack
    }

    /// More than one per cent, and more than one person, or half an hour for each row that may be rounded.
    private static func isLarge(_ official: Sum, _ rows: Double, _ total: OfficialTotal) -> Bool {
        let rounding = total == .persons ? 1 : 0.5 * Double(max(1, official.rows))
        return abs(official.value - rows) > max(rounding, 0.01 * official.value)
    }

    /// What the totals say of a year.
    private func official(_ total: OfficialTotal, _ year: Int) -> [Cell: Sum] {
        let rows = dataset.statistics.filter { $0.year == year }
        let ofYears = rows.filter { $0.month == nil }
        let used = ofYears.isEmpty && total != .persons ? rows : ofYears
        let newest = dataset.division.newest
        var sums: [Cell: Sum] = [:]
        for row in used {
            let cell = Cell(
                service: Category.code(of: dataset.services[Int(row.service)].name), law: row.law.rawValue,
                board: row.district.map { Category.code(of: dataset.division.districts[Int(newest[Int($0)])].name) })
            sums[cell, default: Sum()].rows += 1
            switch total {
            case .persons: sums[cell, default: Sum()].value += Double(row.persons)
            case .grantedHours: sums[cell, default: Sum()].value += row.granted.value
            case .performedHours: sums[cell, default: Sum()].value += row.performed.value
            }
        }
        return sums
    }

    /// What the rows give of the services of the totals: by board where the totals have boards for the service.
    private func counted(_ total: OfficialTotal, _ year: Int, _ official: [Cell: Sum]) -> [Cell: Double] {
        var named: Set<Cell> = []
        var withBoards: Set<Cell> = []
        for cell in official.keys {
            named.insert(Cell(service: cell.service, law: cell.law))
            if cell.board != nil { withBoards.insert(Cell(service: cell.service, law: cell.law)) }
        }
        var counted: [Cell: Double] = [:]
        for byBoard in [false, true] {
            let dimensions: [Dimension] = byBoard ? [.service, .law, .district] : [.service, .law]
            let question = Question(total.measure, by: dimensions, years: year...year, totals: false)
            for row in (try? tabulator.tabulate(question))?.rows ?? [] {
                guard let value = row.measurement.value else { continue }
                func code(_ dimension: Dimension) -> String? {
                    row.key.first { $0.dimension == dimension && $0.kind == .value }?.code
                }
                let service = Cell(service: code(.service) ?? "", law: code(.law) ?? "")
                guard named.contains(service), withBoards.contains(service) == byBoard else { continue }
                counted[Cell(service: service.service, law: service.law, board: code(.district)), default: 0] += value
            }
        }
        return counted
    }
}
