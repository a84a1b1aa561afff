// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Reporting
import Terms

/// The tables of a release as open data: a CSV each and `datapackage.json`.
struct OpenTables {
    let year: Int
    private let package: DataPackage
    private let language: Language

    init(
        _ release: Release, _ comparisons: [ReleasedComparison], facts: ReportFacts, year: Int, language: Language
    ) {
        self.year = year
        self.language = language
        var names: Set<String> = []
        let tables = release.openTables.map { table in
            OpenTable(name: Self.name(of: table.question, unlike: &names), table: table)
        }
        let compared = comparisons.filter { $0.groups.count > 1 }.map { comparison in
            OpenComparison(name: Self.name(of: comparison, unlike: &names), comparison)
        }
        package = DataPackage(
            name: "uppfoljning-\(year)",
            title: Notes.titleOfTables(of: facts.service, year: year, facts.municipality),
            license: DataPackage.publicDomain, source: facts.municipality, version: Version.text, tables: tables,
            comparisons: compared, hiddenInReport: release.hidden)
    }

    var files: [(path: String, text: String)] {
        package.tables.map { ($0.path, $0.csv) } + package.comparisons.map { ($0.path, $0.csv) }
            + [("datapackage.json", package.json(in: language))]
    }

    /// The measure, what of it is asked, and the breakdown: `utilisation-change-by-law`.
    private static func name(of question: Question, unlike names: inout Set<String>) -> String {
        var parts = [question.measure.rawValue]
        if let aspect = question.aspect.slug { parts.append(aspect) }
        if !question.dimensions.isEmpty {
            parts.append("by-" + question.dimensions.map(\.rawValue).joined(separator: "-"))
        }
        return unique(parts.joined(separator: "-"), &names)
    }

    /// `utilisation-comparison-by-district-statistic`
    private static func name(of comparison: ReleasedComparison, unlike names: inout Set<String>) -> String {
        let question = comparison.question
        let subject = [question.measure.rawValue, question.aspect.slug].compactMap { $0 }.joined(separator: "-")
        return unique("\(subject)-comparison-by-\(comparison.dimension.rawValue)-statistic", &names)
    }

    private static func unique(_ plain: String, _ names: inout Set<String>) -> String {
        var name = plain
        var number = 2
        while !names.insert(name).inserted {
            name = "\(plain)-\(number)"
            number += 1
        }
        return name
    }
}

extension Question.Aspect {
    /// As part of a file's name; nil for the headline.
    fileprivate var slug: String? {
        switch self {
        case .headline: nil
        case .onDay(let month, let day): "on-\(month)-\(day)"
        case .monthEndMean: "month-end-mean"
        case .perTenThousand: "per-10000"
        case .perThousandEntitled: "per-1000-paratransit"
        case .perPerson: "per-person"
        case .lawCombination: "law-combination"
        case .mean: "mean"
        case .quantile(let p): p == 0.5 ? "median" : "p\(Int((p * 100).rounded()))"
        case .change: "change"
        case .decisions: "decisions"
        case .outsideDecisions: "outside-decisions"
        case .part(let factor): "part-\(factor.rawValue)"
        case .flexible(let definition, let denominator, let anchor): "\(definition)-\(denominator)-\(anchor)"
        case .unlimited: "unlimited"
        case .withoutPerformed: "without-performed"
        case .withoutDistrict: "without-district"
        case .shiftedShare: "shifted-share"
        case .topBox: "top-box"
        case .netBalance: "net-balance"
        case .index: "index"
        case .answers: "answers"
        case .itemNonresponse: "nonresponse"
        case .doNotKnow: "do-not-know"
        case .worstCase: "worst-case"
        case .gap(let dimension): "gap-\(dimension.rawValue)"
        case .register: "register"
        }
    }
}
