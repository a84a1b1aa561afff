// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The laws told as classes that each person stands in once, where few have both.
extension Tabulator {
    /// The same answers with who has both laws in LSS alone, where fewer numbers are then below the threshold. Those that
    /// are told apart by the same dimensions are told so together, since they stand beside each other. Hours stand in the
    /// law of their decision anyhow.
    ///
    /// - Returns: all answers as they are told, and beside them the overlapping ones of those that are told apart: nobody
    ///   prints these, but other numbers are of the same persons.
    package func tellingLawsApart(
        _ tabulations: [Tabulation], threshold: Int
    ) throws(QuestionError) -> (told: [Tabulation], overlapping: [Tabulation]) {
        var few: [Set<Dimension>: (overlapping: Int, apart: Int)] = [:]
        var haveOneOfEach: Set<Set<Dimension>> = []
        for tabulation in tabulations where isToldOfPersons(tabulation.question) {
            let laws = LawsOfRows(tabulation)
            let own = laws.few(below: threshold)
            if laws.hasOneOfEach { haveOneOfEach.insert(Set(tabulation.dimensions)) }
            let others = few[Set(tabulation.dimensions)] ?? (0, 0)
            few[Set(tabulation.dimensions)] = (others.overlapping + own.overlapping, others.apart + own.apart)
        }
        var told: [Tabulation] = []
        var replaced: [Tabulation] = []
        for tabulation in tabulations {
            let dimensions = Set(tabulation.dimensions)
            let numbers = few[dimensions] ?? (0, 0)
            guard isToldOfPersons(tabulation.question), numbers.apart < numbers.overlapping,
                !haveOneOfEach.contains(dimensions)
            else {
                told.append(tabulation)
                continue
            }
            told.append(try tabulate(tabulation.question, tellingLawsApart: true))
            replaced.append(tabulation)
        }
        return (told, replaced)
    }

    /// Whether it counts persons by law, or says a share of them.
    private func isToldOfPersons(_ question: Question) -> Bool {
        guard question.dimensions.contains(.law), !question.filters.contains(where: { $0.dimension == .law }),
            case .persons = Catalogue.aspect(of: question).count, !TotalsOnly.applies(to: dataset)
        else { return false }
        switch Catalogue.aspect(of: question).value {
        case .count(.persons), .share: return true
        case .count, .sum, .ratio, .mean, .quantile, .difference, .byItem: return false
        }
    }
}

/// Who of the rows of a table has which laws.
private struct LawsOfRows {
    /// Of each group, how many have SoL alone, LSS alone, and both.
    private var groups: [(sol: Int, lss: Int, both: Int)] = []

    init(_ tabulation: Tabulation) {
        guard let law = tabulation.dimensions.firstIndex(of: .law) else { return }
        var persons = [Set<Contributor>](repeating: [], count: tabulation.rows.count)
        for entry in tabulation.contributors.entries {
            for row in tabulation.contributors.rowSets[entry.rows] { persons[row].insert(entry.unit) }
        }
        var places: [[Category]: Int] = [:]
        var withLaw: [(sol: Set<Contributor>, lss: Set<Contributor>)] = []
        for (row, content) in tabulation.rows.enumerated() {
            let code = content.key[law].code
            guard content.key[law].kind == .value else { continue }
            var rest = content.key
            rest.remove(at: law)
            let place = places[rest] ?? withLaw.count
            if place == withLaw.count {
                places[rest] = place
                withLaw.append(([], []))
            }
            // By combination, who has both stands in a row of its own.
            if code != Law.lss.rawValue, code != LawCombination.only(.lss) {
                withLaw[place].sol.formUnion(persons[row])
            }
            if code != Law.sol.rawValue, code != LawCombination.only(.sol) {
                withLaw[place].lss.formUnion(persons[row])
            }
        }
        groups = withLaw.map { laws in
            let both = laws.sol.intersection(laws.lss).count
            return (laws.sol.count - both, laws.lss.count - both, both)
        }
    }

    /// Whether one with SoL alone and one with LSS are all of a group: told apart, each of them being at least one says that
    /// the group is no fewer than two.
    var hasOneOfEach: Bool { groups.contains { $0.sol == 1 && $0.lss + $0.both == 1 } }

    /// How many numbers are below the threshold and not zero: of those that follow from the laws as they overlap, and of
    /// those told apart.
    func few(below threshold: Int) -> (overlapping: Int, apart: Int) {
        func isFew(_ count: Int) -> Bool { count > 0 && count < threshold }
        return groups.reduce((0, 0)) { few, group in
            let overlapping =
                [group.sol, group.lss, group.both]
                + (group.both > 0 ? [group.sol + group.both, group.lss + group.both] : [])
            return (
                few.0 + overlapping.count(where: isFew),
                few.1 + [group.sol, group.lss + group.both].count(where: isFew)
            )
        }
    }
}
