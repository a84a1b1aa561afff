// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

/// The coarser breakdowns that a question has, each ready to be tried.
struct CoarseningCandidates {
    struct Candidate {
        let coarsening: Coarsening
        let tabulator: Tabulator
        let question: Question
    }

    private(set) var all: [Candidate] = []

    init(_ question: Question, _ tabulator: Tabulator, mayMergeBoards: Bool) {
        let settings = tabulator.settings
        let asked = question.dimensions
        if asked.contains(.age), settings.ageGroups.count > 2 {
            for run in Self.runs(of: settings.ageGroups.count) {
                var coarser = settings
                coarser.ageGroups.removeSubrange(run.dropFirst())
                let merged = run.map { Self.name($0, settings.ageGroups) }
                add(.ageGroups(merged, limits: coarser.ageGroups), tabulator.grouping(coarser), question)
            }
        }
        if asked.contains(.hourClass), settings.hourClasses.count > 1 {
            let limits = [0] + settings.hourClasses
            for run in Self.runs(of: limits.count) {
                var coarser = settings
                coarser.hourClasses.removeSubrange(run.dropLast())
                let merged = run.map { Self.name($0, limits) }
                add(.hourClasses(merged, limits: coarser.hourClasses), tabulator.grouping(coarser), question)
            }
        }
        if mayMergeBoards, asked.contains(.district), let pair = Self.smallest(question, tabulator) {
            let merged = tabulator.merging(pair.indices)
            add(.boards(pair.names), merged, question)
        }
        let traits: [Dimension] = [.district, .districtThen, .law, .service, .sex, .age, .provider, .hourClass]
        let isPlain =
            question.aspect == .headline && question.filters.isEmpty && Catalogue[question.measure].isOfRegister
        // What can be asked for instead.
        if isPlain, asked.count(where: { traits.contains($0) }) > 1 {
            for dimension in asked where traits.contains(dimension) {
                var less = question
                less.dimensions.removeAll { $0 == dimension }
                add(.without(dimension), tabulator, less)
            }
        }
    }

    private mutating func add(_ coarsening: Coarsening, _ tabulator: Tabulator, _ question: Question) {
        all.append(Candidate(coarsening: coarsening, tabulator: tabulator, question: question))
    }

    /// Neighbouring classes that can become one, the fewest first; never all of them.
    private static func runs(of classes: Int) -> [Range<Int>] {
        guard classes > 2 else { return [] }
        return (2..<classes).flatMap { length in (0...classes - length).map { $0..<$0 + length } }
    }

    /// `0–22`, `80+`.
    private static func name(_ place: Int, _ limits: [Int]) -> String {
        guard place + 1 < limits.count else { return "\(limits[place])+" }
        let (low, high) = (limits[place], limits[place + 1] - 1)
        return low == high ? "\(low)" : "\(low)–\(high)"
    }

    /// The two boards of the newest division with fewest persons in the question's last year.
    private static func smallest(
        _ question: Question, _ tabulator: Tabulator
    ) -> (indices: [DistrictIndex], names: [String])? {
        let year = question.years.upperBound
        let persons = Question(Catalogue.everyone.measure, by: [.district], years: year...year, totals: false)
        guard let rows = try? tabulator.tabulate(persons).rows else { return nil }
        let boards = rows.compactMap { row -> (name: String, size: Double)? in
            guard let category = row.key.first(where: { $0.dimension == .district }), category.kind == .value,
                let size = row.measurement.value
            else { return nil }
            return (category.code, size)
        }
        let names = boards.sorted { ($0.size, $0.name) < ($1.size, $1.name) }.prefix(2).map(\.name)
        let division = tabulator.division
        let indices = names.compactMap { name in division.districts.firstIndex { $0.name == name } }
        guard boards.count > 3, indices.count == 2 else { return nil }
        return (indices.map { DistrictIndex($0) }, names)
    }
}
