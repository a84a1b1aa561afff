// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Intake
import Measures
import Reports
import Terms

extension ReportScope {
    /// What a report of a year can be of.
    init(_ project: Project, _ dataset: Dataset, year: Int, quarter: Int? = nil, language: Language) {
        let years = ReportYears(dataset)
        let isOfTotals = dataset.decisions.isEmpty && dataset.performed.isEmpty && !dataset.statistics.isEmpty
        self.init(
            year: year, quarter: quarter, comparesWithYearBefore: quarter == nil && years.reach(year - 1),
            firstYear: quarter == nil ? years.first(before: year) : nil,
            basis: isOfTotals ? .totals : dataset.isOfSurveys ? .surveys : .register,
            hasEntitled: dataset.population.contains { $0.base == .paratransit && $0.year <= year },
            facts: ReportFacts(project, dataset, year: year), language: language)
    }
}

extension ReportFacts {
    /// What a report of a year says of the project it is made for.
    fileprivate init(_ project: Project, _ dataset: Dataset, year: Int) {
        let years = ReportYears(dataset)
        self.init(
            municipality: project.municipality,
            boards: Self.boards(of: dataset),
            window: dataset.observationWindow.map { window in
                Window(
                    first: window.lowerBound.description, last: window.upperBound.description,
                    coversYear: years.cover(year), coversYearBefore: years.cover(year - 1))
            },
            generator: "Ledsaga \(Version.text)", settings: project.printedSettings,
            surveys: dataset.surveys.map { SurveyFacts($0) })
    }

    /// The boards of the newest division, by name in Swedish order.
    private static func boards(of dataset: Dataset) -> [String] {
        let division = dataset.division
        let newest = division.districts.indices.filter { Int(division.newest[$0]) == $0 }
        return SwedishOrder.sorted(newest.map { division.districts[$0].name }).map(Category.code(of:))
    }
}

extension Project {
    /// The settings that bear on numbers, as the project file writes them.
    var printedSettings: [Definition.Setting] {
        [
            Definition.Setting("flexible_use.definition", measures.definition.rawValue),
            Definition.Setting("flexible_use.denominator", measures.denominator.rawValue),
            Definition.Setting("flexible_use.anchor", measures.anchor.rawValue),
            Definition.Setting("flexible_use.period_months", "\(measures.periodMonths)"),
            Definition.Setting("flexible_use.tolerance_hours", "\(measures.tolerance.value)"),
            Definition.Setting("pro_rating", measures.proRating.rawValue),
            Definition.Setting("hour_classes", "\(measures.hourClasses)"),
            Definition.Setting("age_groups", "\(measures.ageGroups)"),
            Definition.Setting("disclosure.threshold", "\(disclosure.threshold)"),
            Definition.Setting("disclosure.p_percent", "\(disclosure.pPercent)"),
            Definition.Setting("disclosure.minimum_base", "\(disclosure.minimumBase)"),
            Definition.Setting("disclosure.protection", "\(disclosure.protection)"),
            Definition.Setting("disclosure.method", disclosure.method.rawValue),
        ]
            + (disclosure.method == .rounding
                ? [Definition.Setting("disclosure.rounding_base", "\(disclosure.roundingBase)")] : [])
    }
}

extension ReleasePolicy {
    /// The row tallies of a reading, reasons most frequent first.
    func integrity(_ intake: IntakeResult, _ settings: MeasureSettings) -> ReleasedIntegrity {
        let differences = TotalsControl.differences(in: intake.dataset, settings: settings)
        return integrity(
            intake.tallies,
            setAside: Self.counted(intake.faults.map(\.rule), all: FaultRule.allCases).map { ($0.problem, $1) },
            remarks: Self.counted(intake.remarks.map(\.rule), all: RemarkRule.allCases).map { ($0.problem, $1) },
            cautions: intake.files.flatMap(\.cautions) + differences.compactMap(\.caution),
            corrections: intake.files.flatMap(\.corrections).filter(\.isRead).map { correction in
                ReleasedIntegrity.Correction(
                    file: correction.file, line: correction.line, column: correction.column, who: correction.who,
                    when: correction.when.description)
            })
    }

    private static func counted<Rule: Hashable>(_ rules: [Rule], all: [Rule]) -> [(Rule, Int)] {
        var counts: [Rule: Int] = [:]
        for rule in rules { counts[rule, default: 0] += 1 }
        let found = all.enumerated().compactMap { place, rule in counts[rule].map { (place, rule, $0) } }
        return found.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { ($0.1, $0.2) }
    }
}
