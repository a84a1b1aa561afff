// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
package import Terms

extension Tabulator {
    /// What a comparison of groups is computed from: the persons of the tabulation of the same question by the same
    /// dimension, with the law, age group and sex they may be evened out for.
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
        try ComparisonMaterial.check(question, comparing: dimension)
        if question.measure.isOfSurvey {
            return try SurveyComparison(self, question, dimension).material(remarks: remarks)
        }
        let kind = ComparisonMaterialBuilder.kind(of: question) ?? .ratio
        guard !TotalsOnly.applies(to: dataset) else { throw .needsPersonRows(question.measure) }
        var grouped = question
        grouped.dimensions = [dimension]
        try AspectRules.check(grouped)
        var fine = grouped
        fine.dimensions += [.law, .age, .sex].filter { $0 != dimension }
        fine.totals = false
        let inquiry = try Inquiry(
            fine, dataset: dataset, settings: settings, panel: panel(for: question.years), years: question.years)
        return ComparisonMaterialBuilder(inquiry, kind: kind, dimension: dimension).material(grouped)
    }
}

extension ComparisonMaterial {
    /// Whether a question can be compared along a dimension, before any data are read.
    ///
    /// - Throws: `QuestionError.notComparable`, `.needsOneItem`, `.comparedBeside`.
    package static func check(_ question: Question, comparing dimension: Dimension) throws(QuestionError) {
        let isOfSurvey = question.measure.isOfSurvey
        guard (isOfSurvey ? SurveyComparison.kind(of: question) : ComparisonMaterialBuilder.kind(of: question)) != nil
        else { throw .notComparable(question.measure, nil) }
        if question.measure == .item, question.namedItem == nil { throw .needsOneItem }
        guard (isOfSurvey ? SurveyComparison.dimensions : ComparisonMaterialBuilder.dimensions).contains(dimension)
        else {
            throw .notComparable(question.measure, dimension)
        }
        guard question.dimensions.allSatisfy({ $0 == dimension || $0 == .year }) else {
            throw .comparedBeside(dimension)
        }
    }
}

/// Pours persons into groups, each person once a group, with what they bring and which stratum they are of.
struct ComparisonMaterialBuilder {
    typealias Stratum = ComparisonMaterial.Stratum

    static let dimensions: [Dimension] = [.district, .districtThen, .provider, .providerType, .law]

    private let inquiry: Inquiry
    private let kind: ComparisonMaterial.Kind
    private let dimension: Dimension

    init(_ inquiry: Inquiry, kind: ComparisonMaterial.Kind, dimension: Dimension) {
        self.inquiry = inquiry
        self.kind = kind
        self.dimension = dimension
    }

    static func kind(of question: Question) -> ComparisonMaterial.Kind? {
        switch (question.measure, question.aspect) {
        case (.utilisation, .headline), (.utilisation, .mean), (.grantedHours, .mean), (.grantedHours, .perPerson):
            .ratio
        case (.flexibleUse, .headline), (.flexibleUse, .flexible): .share
        case (.persons, .perTenThousand), (.persons, .perThousandEntitled): .rate
        default: nil
        }
    }

    func material(_ question: Question) -> ComparisonMaterial {
        var years: [Int: [ComparisonMaterial.Group]] = [:]
        for (year, groups) in gathered() {
            years[year] = groups.sorted { $0.key.rank < $1.key.rank }.map { category, sums in
                var group = ComparisonMaterial.Group(category: category, members: members(sums))
                if kind == .rate {
                    group.exposure = exposure(year, category)
                    group.exposureByStratum = exposures(year, category)
                }
                return group
            }
        }
        return ComparisonMaterial(question: question, dimension: dimension, kind: kind, years: years)
    }

    /// A person's sums and marks in one cell, with the cell's stratum.
    private struct Fact {
        let sum: PersonSum
        let stratum: Stratum
    }

    private var cells: Cells {
        switch inquiry.question.measure {
        case .utilisation: inquiry.used()
        case .grantedHours: inquiry.granted()
        case .flexibleUse: inquiry.marked(FlexibleVariant(inquiry.question, settings: inquiry.settings))
        default: inquiry.decisions()
        }
    }

    private func gathered() -> [Int: [Category: [Fact]]] {
        let cells = cells
        let needsPerformed = inquiry.question.measure == .utilisation || inquiry.question.measure == .flexibleUse
        var years: [Int: [Category: [Fact]]] = [:]
        for cell in cells.occurring {
            if needsPerformed, inquiry.notObserved(cell) != nil { continue }
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
            // Inhabitants have no law to be evened out for.
            if kind == .rate { stratum.law = 0 }
            return value(of: sum).map { [stratum] in
                ComparisonMaterial.Member(
                    person: sum.person, numerator: $0.numerator, denominator: $0.denominator, stratum: stratum)
            }
        }
    }

    private func value(of sum: PersonSum) -> (numerator: Double, denominator: Double)? {
        let question = inquiry.question
        switch (question.measure, question.aspect) {
        case (.flexibleUse, _):
            let variant = FlexibleVariant(question, settings: inquiry.settings)
            return inquiry.isInBase(sum, variant) ? (sum.isFlexible ? 1 : 0, 1) : nil
        case (.utilisation, .mean): return (Double(sum.numerator) / Double(sum.denominator), 1)
        case (.grantedHours, .perPerson): return (Double(sum.numerator) / Measurement.hour, 1)
        case (.grantedHours, _): return (Double(sum.numerator) / Measurement.hour, Double(sum.denominator))
        case (.persons, _): return (1, 1)
        default: return (sum.contribution.numerator, sum.contribution.denominator)
        }
    }

    // MARK: Inhabitants

    private var scale: Double { Double(PopulationBase(inquiry.question.aspect).scale) }

    private func exposure(_ year: Int, _ category: Category) -> Double? {
        inquiry.inhabitants([Self.category(year), category]).map { Double($0) / scale }
    }

    /// By age group and sex; empty where the table does not tell all of them.
    private func exposures(_ year: Int, _ category: Category) -> [Stratum: Double] {
        let axes = inquiry.breakdown.axes
        guard let ages = axes.first(where: { $0.dimension == .age })?.values,
            let sexes = axes.first(where: { $0.dimension == .sex })?.values
        else { return [:] }
        var found: [Stratum: Double] = [:]
        for age in ages {
            for sex in sexes {
                guard let count = inquiry.inhabitants([Self.category(year), category, age, sex]) else { return [:] }
                found[Stratum([age, sex], without: .law)] = Double(count) / scale
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
