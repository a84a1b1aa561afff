// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
package import Terms

extension Tabulator {
    /// What a comparison of groups is computed from: the persons of the tabulation of the same question by the same
    /// dimension, with the law, age group and sex they may be standardised for.
    ///
    /// Can be compared: `utilisation` and its mean, `flexible-use`, `granted-hours:mean` and `:per-person`,
    /// `persons:per-10000` and `:per-1000-paratransit`; by district, district-then, provider, provider-type and law.
    /// And of surveys an item's number and `awareness`, by district, sex, age, law and group (`SurveyComparison`).
    ///
    /// - Parameter remarks: what must be known of the question, beside what the comparison itself finds to say.
    /// - Throws: `QuestionError.notComparable` for other questions and dimensions, and what a tabulation throws.
    package func material(
        for question: Question, comparing dimension: Dimension, remarks: [Phrase] = []
    ) throws(QuestionError) -> ComparisonMaterial {
        let rule = try ComparisonMaterial.rule(for: question, comparing: dimension)
        switch rule.members {
        case .answers(let answers):
            return try SurveyComparison(self, question, rule, answers, dimension).material(remarks: remarks)
        case .persons(let persons):
            guard !TotalsOnly.applies(to: dataset) else { throw .needsPersonRows(question.measure) }
            var grouped = question
            grouped.dimensions = [dimension]
            try Catalogue.check(grouped)
            var fine = grouped
            fine.dimensions += [.law, .age, .sex].filter { $0 != dimension }
            fine.totals = false
            let inquiry = try Inquiry(
                fine, dataset: dataset, settings: settings, panel: panel(for: question.years), years: question.years)
            return ComparisonMaterialBuilder(inquiry, rule, persons, dimension).material(grouped)
        }
    }
}

extension ComparisonMaterial {
    /// Whether a question can be compared along a dimension, before any data are read.
    ///
    /// - Throws: `QuestionError.notComparable`, `.needsOneItem`, `.comparedByMore`.
    package static func check(_ question: Question, comparing dimension: Dimension) throws(QuestionError) {
        _ = try rule(for: question, comparing: dimension)
    }

    /// - Throws: as `check`.
    static func rule(
        for question: Question, comparing dimension: Dimension
    ) throws(QuestionError) -> ComparisonRule {
        let aspect = Catalogue.aspect(question.measure, question.aspect)
        guard let aspect, let rule = aspect.comparison else { throw .notComparable(question.measure, nil) }
        if aspect.count.survey?.isOfOneItem == true, question.namedItem == nil { throw .needsOneItem }
        guard rule.dimensions.contains(dimension) else { throw .notComparable(question.measure, dimension) }
        guard question.dimensions.allSatisfy({ $0 == dimension || $0 == .year }) else {
            throw .comparedByMore(dimension)
        }
        return rule
    }
}

/// Puts persons in groups, each person once a group, with what they bring and which stratum they are of.
struct ComparisonMaterialBuilder {
    typealias Stratum = ComparisonMaterial.Stratum

    private let inquiry: Inquiry
    private let rule: ComparisonRule
    private let persons: ComparisonRule.Persons
    private let dimension: Dimension

    init(
        _ inquiry: Inquiry, _ rule: ComparisonRule, _ persons: ComparisonRule.Persons, _ dimension: Dimension
    ) {
        self.inquiry = inquiry
        self.rule = rule
        self.persons = persons
        self.dimension = dimension
    }

    func material(_ question: Question) -> ComparisonMaterial {
        var years: [Int: [ComparisonMaterial.Group]] = [:]
        for (year, groups) in aggregated() {
            years[year] = groups.sorted { $0.key.rank < $1.key.rank }.map { category, sums in
                var group = ComparisonMaterial.Group(category: category, members: members(sums))
                if let population = persons.population {
                    group.exposure = exposure(year, category, population)
                    group.exposureByStratum = exposures(year, category, population)
                }
                return group
            }
        }
        return ComparisonMaterial(question: question, dimension: dimension, kind: rule.kind, years: years)
    }

    /// A person's sums and marks in one cell, with the cell's stratum.
    private struct Fact {
        let sum: PersonSum
        let stratum: Stratum
    }

    private func aggregated() -> [Int: [Category: [Fact]]] {
        let cells = inquiry.cells(of: persons.facts)
        var years: [Int: [Category: [Fact]]] = [:]
        for cell in cells.occurring {
            if persons.facts.areObserved, inquiry.notObserved(cell) != nil { continue }
            let key = inquiry.breakdown.key(of: cell)
            guard let group = key.first(where: { $0.dimension == dimension }), group.kind == .value else { continue }
            let stratum = Stratum(key, without: dimension)
            years[inquiry.breakdown.year(of: cell), default: [:]][group, default: []] +=
                cells[cell].map { Fact(sum: $0, stratum: stratum) }
        }
        return years
    }

    /// One member a person: sums added, marks and laws put together.
    private func members(_ facts: [Fact]) -> [ComparisonMaterial.Member] {
        var merged: [(sum: PersonSum, stratum: Stratum)] = []
        for fact in facts.sorted(by: { $0.sum.person < $1.sum.person }) {
            if let last = merged.last, last.sum.person == fact.sum.person {
                merged[merged.count - 1].sum.numerator += fact.sum.numerator
                merged[merged.count - 1].sum.denominator += fact.sum.denominator
                merged[merged.count - 1].sum.marks |= fact.sum.marks
                merged[merged.count - 1].stratum.law |= fact.stratum.law
            } else {
                merged.append((fact.sum, fact.stratum))
            }
        }
        return merged.compactMap { sum, stratum in
            var stratum = stratum
            // Inhabitants have no law to be standardised for.
            if persons.population != nil { stratum.law = 0 }
            return persons.brings(sum, inquiry).map { [stratum] in
                ComparisonMaterial.Member(
                    person: sum.person, numerator: $0.numerator, denominator: $0.denominator, stratum: stratum)
            }
        }
    }

    // MARK: Inhabitants

    private func exposure(_ year: Int, _ category: Category, _ population: PopulationBase) -> Double? {
        inquiry.inhabitants([Self.category(year), category], population).map {
            Double($0) / Double(population.scale)
        }
    }

    /// By age group and sex; empty where the table does not tell all of them.
    private func exposures(_ year: Int, _ category: Category, _ population: PopulationBase) -> [Stratum: Double] {
        let axes = inquiry.breakdown.axes
        guard let ages = axes.first(where: { $0.dimension == .age })?.values,
            let sexes = axes.first(where: { $0.dimension == .sex })?.values
        else { return [:] }
        var found: [Stratum: Double] = [:]
        for age in ages {
            for sex in sexes {
                guard let count = inquiry.inhabitants([Self.category(year), category, age, sex], population) else {
                    return [:]
                }
                found[Stratum([age, sex], without: .law)] = Double(count) / Double(population.scale)
            }
        }
        return found
    }

    private static func category(_ year: Int) -> Category {
        Category(.year, code: "\(year)", label: Phrase(sv: "\(year)", en: "\(year)"), rank: 0)
    }
}

extension ComparisonMaterial.Stratum {
    fileprivate init(_ key: [Category], without dimension: Dimension) {
        for category in key where category.dimension != dimension {
            switch category.dimension {
            case .law: law = category.kind == .value ? 1 << category.rank : 0
            case .age: age = category.kind == .value ? category.rank : -1
            case .sex: sex = category.kind == .value ? category.rank : -1
            default: continue
            }
        }
    }
}
