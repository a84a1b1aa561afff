// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

extension LinkedSystem {
    /// The system of everything that is published together, beside what is `published` already; `inner` are tables of
    /// the finest groups.
    init(
        _ tabulations: [Tabulation], inner: [Tabulation] = [], published: [Tabulation] = [], kept: [Tabulation] = [],
        division: Division, rules: PrimaryRules
    ) {
        self.init(rules.settings)
        enter((tabulations + kept).map(ContributorsByRow.init))
        let latest = tabulations.map(\.question.years.upperBound).max().map { "\($0)" }
        var cellOf: [Unknown: Int] = [:]
        for (table, tabulation) in tabulations.enumerated() {
            for (row, content) in tabulation.rows.enumerated() {
                let question = tabulation.question
                let domain = Domain(content.domain, filters: question.filters)
                let quantity = Unknown(question.measure, question.aspect, .value, domain)
                if cellOf[quantity] == nil { cellOf[quantity] = cells.count }
                let worth = Worth(
                    question, domain, persons: content.measurement.persons, isThisYear: domain.year == latest)
                addCell(content, quantity, worth, table: table, row: row, rules)
            }
        }
        enterInner(kept, after: tabulations.count)
        enterPublished(published)
        enterInner(inner)
        let relations = Relations(division: division)
        relations.addBoards(to: &self)
        for tabulation in tabulations + published + inner + kept { Margins(tabulation: tabulation).add(to: &self) }
        for (index, cell) in cells.enumerated() where cell.kind == .difference {
            relateYears(index, tabulations[cell.table], row: cell.row, cellOf)
        }
        for (index, cell) in cells.enumerated() where !tabulations[cell.table].rows[cell.row].identities.isEmpty {
            let compared = relateIdentities(
                of: tabulations[cell.table].rows[cell.row], in: tabulations[cell.table], cell.quantities, cellOf)
            if cell.kind == .difference { compare(index, with: compared) }
        }
        // What surveys tell of the register, in a table that this release does not print.
        for tabulation in kept where !Catalogue[tabulation.question.measure].isOfRegister {
            for row in tabulation.rows
            where row.identities.contains(where: { $0.terms.contains { Catalogue[$0.measure].isOfRegister } }) {
                _ = relateIdentities(of: row, in: tabulation, numbers(of: row, in: tabulation), cellOf)
            }
        }
        relations.add(to: &self)
        NestedNumbers(rules).add(to: &self)
    }

    private mutating func addCell(
        _ row: Tabulation.Row, _ quantity: Unknown, _ worth: Worth, table: Int, row place: Int, _ rules: PrimaryRules
    ) {
        let number = row.measurement
        var cell = Cell(
            table: table, row: place, kind: number.kind, persons: number.persons, worth: worth,
            isDefined: number.value != nil, isRest: quantity.declared.isRest, isWeighted: number.isWeighted,
            coarseness: worth.mayBeRounded || number.isWeighted
                ? rounding.step(number.numerator, of: number.denominator) : nil,
            leastPersons: rules.leastPersons(number.kind))
        for part in Part.allCases {
            if part == .persons, number.kind == .count, number.unit == .persons {
                // How many persons there are is its own n.
                cell.quantities[part] = cell.quantities[.value]
                continue
            }
            if part == .persons, !number.tellsPersons { continue }
            guard let value = Self.value(of: part, in: number) else { continue }
            let named = Unknown(quantity.measure, quantity.aspect, part, quantity.domain).withSharedBase
            cell.quantities[part] = variable(
                named, value: value, isCount: named.isCount(number.kind),
                at: Source(
                    table: table, row: place, part: part, domain: quantity.domain,
                    isOfTwoYears: quantity.declared.isOfTwoYears(number)))
        }
        add(cell, share: number.kind == .share ? number.value : nil)
    }

    /// What a shown cell prints of a part; nil for what it does not have.
    static func value(of part: Part, in number: Measurement) -> Double? {
        guard let value = number.value else { return nil }
        switch part {
        case .value: return value
        case .numerator: return number.numerator
        // How many inhabitants there are is public.
        case .denominator: return number.unit.isPerPopulation ? nil : number.denominator
        case .persons: return Double(number.persons)
        }
    }

    /// A difference is the later year's number less the earlier year's; a cell that compares is hidden with what it
    /// compares.
    private mutating func relateYears(
        _ index: Int, _ tabulation: Tabulation, row: Int, _ cellOf: [Unknown: Int]
    ) {
        let question = tabulation.question
        let domain = Domain(tabulation.rows[row].domain, filters: question.filters)
        // Of surveys, whose waves are not years, rows say themselves what they compare.
        guard let years = Catalogue.aspect(of: question).yearsCompared,
            let year = Int(domain.year), let difference = cells[index].quantities[.value]
        else { return }
        let earlier = domain.inYear(String(year - 1))
        var compared: [Int] = []
        for number in years.numbers {
            let now = known(Unknown(number, domain))
            let before = known(Unknown(number, earlier))
            if let now, let before {
                let pairs = [(difference, 1), (now, -1), (before, 1)]
                if years.isExact { relate(pairs) } else { relateIfTrue(pairs) }
            }
            guard years.isExact else { continue }
            for year in [domain, earlier] {
                if let cell = cellOf[Unknown(number, year)] { compared.append(cell) }
            }
        }
        compare(index, with: compared)
        need(
            years.factors.flatMap { factor in [domain, earlier].compactMap { known(Unknown(factor, $0)) } }, for: index)
    }

    /// The numbers of a row that no table of this release prints, as far as they are known.
    private func numbers(of row: Tabulation.Row, in tabulation: Tabulation) -> [Part: Int] {
        let question = tabulation.question
        let domain = Domain(row.domain, filters: question.filters)
        var numbers: [Part: Int] = [:]
        for part in Part.allCases {
            numbers[part] = known(Unknown(question.measure, question.aspect, part, domain).withSharedBase)
        }
        return numbers
    }

    /// The sums that a row says its numbers are, where they bear it out. Returns the cells it speaks of: a difference is
    /// hidden with them.
    private mutating func relateIdentities(
        of row: Tabulation.Row, in tabulation: Tabulation, _ numbers: [Part: Int], _ cellOf: [Unknown: Int]
    ) -> [Int] {
        let filters = tabulation.question.filters
        var compared: [Int] = []
        for identity in row.identities where !identity.terms.isEmpty {
            guard let whole = numbers[identity.part] else { continue }
            var pairs = [(variable: whole, coefficient: 1)]
            for term in identity.terms {
                // Of the persons of the register there are no groups or waves.
                let own = filters.filter { Catalogue[term.measure].tells($0.dimension) }
                let domain = Domain(term.domain, filters: own)
                let quantity = Unknown(term.measure, term.aspect, term.part, domain).withSharedBase
                if term.part == .value, let cell = cellOf[quantity] { compared.append(cell) }
                guard let part = known(quantity) else { continue }
                pairs.append((part, -term.coefficient))
            }
            if pairs.count == identity.terms.count + 1 { relateIfTrue(pairs) }
        }
        return compared
    }
}
