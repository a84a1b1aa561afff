// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// The laws told as classes that each person stands in once, where few have both.
extension Tabulator {
    /// Answers as they are told: with who has both laws in LSS alone where fewer numbers are then below the threshold.
    ///
    /// Those that are told apart by the same dimensions are told so together, since they stand beside each other, and as
    /// reports that are published already tell them. Hours stand in the law of their decision anyhow.
    package struct Laws: Sendable {
        package let told: [Tabulation]
        /// Nobody prints these, but other numbers are of the same persons: the overlapping answers to what is told apart, and
        /// what the questions of published tables have for answers as these tables tell them.
        package let beside: [Tabulation]
    }

    /// - Parameters:
    ///   - published: tables of reports that everybody has read.
    ///   - questions: what those tables answer.
    package func tellingLawsApart(
        _ tabulations: [Tabulation], threshold: Int, asIn published: [Tabulation] = [], of questions: [Question] = []
    ) throws(QuestionError) -> Laws {
        let isApart = dimensionsApart(tabulations, threshold: threshold, asIn: published)
        var told: [Tabulation] = []
        var beside: [Tabulation] = []
        for tabulation in tabulations {
            guard isToldOfPersons(tabulation.question), isApart.contains(Set(tabulation.dimensions)) else {
                told.append(tabulation)
                continue
            }
            told.append(try tabulate(tabulation.question, tellingLawsApart: true))
            beside.append(tabulation)
        }
        for question in questions
        where isToldOfPersons(question) && isApart.contains(Set(Catalogue.dimensions(of: question))) {
            beside.append(try tabulate(question, tellingLawsApart: true))
        }
        return Laws(told: told, beside: beside)
    }

    /// The dimensions of the tables that tell the laws apart.
    private func dimensionsApart(
        _ tabulations: [Tabulation], threshold: Int, asIn published: [Tabulation]
    ) -> Set<Set<Dimension>> {
        var few: [Set<Dimension>: (overlapping: Int, apart: Int)] = [:]
        var haveOneOfEach: Set<Set<Dimension>> = []
        for tabulation in tabulations where isToldOfPersons(tabulation.question) {
            let laws = LawsOfRows(tabulation)
            let own = laws.few(below: threshold)
            if laws.hasOneOfEach { haveOneOfEach.insert(Set(tabulation.dimensions)) }
            let others = few[Set(tabulation.dimensions)] ?? (0, 0)
            few[Set(tabulation.dimensions)] = (others.overlapping + own.overlapping, others.apart + own.apart)
        }
        var isApart = Set(few.filter { $0.value.apart < $0.value.overlapping }.keys).subtracting(haveOneOfEach)
        var overlap: Set<Set<Dimension>> = []
        for table in published where isToldOfPersons(table.question) {
            let codes = Set(table.rows.flatMap { row in row.key.filter { $0.dimension == .law }.map(\.code) })
            if codes.contains(Law.sol.rawValue) || codes.contains(LawCombination.both) {
                overlap.insert(Set(table.dimensions))
            } else if codes.contains(LawCombination.apart(.sol)) {
                isApart.insert(Set(table.dimensions))
            }
        }
        return isApart.subtracting(overlap)
    }

    /// Whether it counts the persons of the year by law. Who uses the hours flexibly is judged of each law anew, so that
    /// its classes make up nothing.
    private func isToldOfPersons(_ question: Question) -> Bool {
        guard question.dimensions.contains(.law), !question.filters.contains(where: { $0.dimension == .law }),
            case .persons = Catalogue.aspect(of: question).count, !TotalsOnly.applies(to: dataset)
        else { return false }
        // Of other numbers, as of those on a day, the persons with SoL alone are others than those of the year.
        let aspect = Catalogue.aspect(of: question)
        return aspect.tellsLawsApart || aspect.quantities[.value] == .persons
            || aspect.quantities[.value] == .unlimitedPersons
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
