// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The cells a question asks for: its axes, year first, and which facts its filters let through.
///
/// A cell is a whole number, the places on the axes written in mixed radix with the first axis most significant,
/// so that cells sort as rows are printed: years first, unknown and total last.
struct Breakdown: Sendable {
    let axes: [Axis]
    private let filters: [(axis: Axis, passes: [Bool])]
    /// For each year whether it has rows. A filter on years chooses rows, not facts: a change into a year needs the
    /// facts of the year before.
    private let hasRows: [Bool]
    private let strides: [Int]
    private let persons: [Person]

    /// - Parameter lawsApart: whether who has both laws stands in LSS alone.
    /// - Throws: `QuestionError.unknownCategory`, `.notOrdered`.
    init(
        _ dimensions: [Dimension], question: Question, dataset: Dataset, settings: MeasureSettings,
        years: ClosedRange<Int>, lawsApart: Bool = false
    ) throws(QuestionError) {
        var axes: [Axis] = []
        for dimension in [.year] + dimensions.filter({ $0 != .year }) {
            axes.append(
                Axis(
                    dimension, dataset: dataset, settings: settings, years: years, totals: question.totals,
                    lawsApart: lawsApart))
        }
        var filters: [(axis: Axis, passes: [Bool])] = []
        var hasRows = axes[0].values.map { question.years.contains(Int($0.code) ?? 0) }
        for filter in question.filters {
            let axis = Axis(filter.dimension, dataset: dataset, settings: settings, years: years, totals: false)
            let passes = try axis.places(passing: filter)
            if filter.dimension == .year {
                for place in hasRows.indices { hasRows[place] = hasRows[place] && passes[place] }
            } else {
                filters.append((axis, passes))
            }
        }
        var strides = [Int](repeating: 1, count: axes.count)
        for place in axes.indices.dropLast().reversed() {
            strides[place] = strides[place + 1] * axes[place + 1].count
        }
        self.axes = axes
        self.filters = filters
        self.hasRows = hasRows
        self.strides = strides
        self.persons = dataset.persons
    }

    /// From a cell to the same one of the year before.
    var yearStride: Int { strides[0] }

    func recordKey(of person: PersonIndex) -> UInt64 { persons[Int(person)].recordKey }

    /// The finest cell of a fact, nil when a filter stops it.
    func cell(of traits: Traits) -> Int? {
        let person = persons[Int(traits.person)]
        for filter in filters where !filter.passes[filter.axis.place(of: traits, person: person)] { return nil }
        var cell = 0
        // A span: taking an axis out of the array would count its arrays up and down for each fact.
        let axes = axes.span
        for place in axes.indices { cell += axes[place].place(of: traits, person: person) * strides[place] }
        return cell
    }

    /// The finest cells of a unit that may belong to several categories of an axis, as a respondent with both laws; none
    /// when a filter stops it.
    func cells(at places: (Axis) -> [Int]) -> [Int] {
        guard filters.allSatisfy({ filter in places(filter.axis).contains { filter.passes[$0] } }) else { return [] }
        return axes.indices.reduce([0]) { cells, place in
            let here = places(axes[place])
            return cells.flatMap { cell in here.map { cell + $0 * strides[place] } }
        }
    }

    /// The cell itself and all totals it is part of.
    func withTotals(_ cell: Int) -> [Int] {
        var cells = [cell]
        for place in axes.indices where axes[place].hasTotal {
            let here = cell / strides[place] % axes[place].count
            let step = (axes[place].total - here) * strides[place]
            cells += cells.map { $0 + step }
        }
        return cells
    }

    func key(of cell: Int) -> [Category] {
        axes.indices.map { axes[$0].category(at: cell / strides[$0] % axes[$0].count) }
    }

    /// The cell of those with LSS beside one of those with SoL; nil for another.
    func besideSoL(_ cell: Int) -> Int? {
        guard let axis = axes.firstIndex(where: { $0.dimension == .law }),
            cell / strides[axis] % axes[axis].count == Axis.place(of: .sol)
        else { return nil }
        return cell + (Axis.place(of: .lss) - Axis.place(of: .sol)) * strides[axis]
    }

    /// Whether rows or filters tell a dimension apart.
    func tells(_ dimension: Dimension) -> Bool {
        axes.contains { $0.dimension == dimension } || filters.contains { $0.axis.dimension == dimension }
    }

    /// Whether facts must be told by month.
    var usesMonths: Bool { tells(.month) }

    func year(of cell: Int) -> Int {
        axes[0].year(at: cell / strides[0])
    }

    /// The month a cell is about; nil for one of a whole year.
    func month(of cell: Int) -> YearMonth? {
        guard let place = axes.firstIndex(where: { $0.dimension == .month }) else { return nil }
        return YearMonth(year: axes[0].year(at: 0), month: 1).advanced(by: cell / strides[place] % axes[place].count)
    }

    /// Of the cells that occur those with a row of their own, and those that have one even when nothing occurs in
    /// them: every year and month asked for, over all. In the order rows are printed.
    func rowCells(_ occurring: some Sequence<Int>) -> [Int] {
        Set(occurring).union(alwaysShown).filter { hasRows[$0 / strides[0]] }.sorted()
    }

    private var alwaysShown: [Int] {
        let monthPlace = axes.firstIndex { $0.dimension == .month }
        return axes[0].values.indices.flatMap { year -> [Int] in
            guard let cell = overAll(year: year, month: 0) else { return [] }
            guard let monthPlace else { return [cell] }
            return (year * 12..<year * 12 + 12).filter { month in
                filters.allSatisfy { $0.axis.dimension != .month || $0.passes[month] }
            }.map { cell + $0 * strides[monthPlace] }
        }
    }

    /// The cell of everyone at a place of the year axis (and of the month axis, where there is one); nil where a
    /// dimension has no total.
    func overAll(year: Int, month: Int = 0) -> Int? {
        guard axes.allSatisfy({ $0.hasTotal || $0.dimension == .year || $0.dimension == .month }) else { return nil }
        return axes.indices.reduce(year * strides[0]) { cell, place in
            if axes[place].hasTotal { return cell + axes[place].total * strides[place] }
            return axes[place].dimension == .month ? cell + month * strides[place] : cell
        }
    }
}
