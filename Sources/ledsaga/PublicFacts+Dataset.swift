// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Queries
import Reports
import Terms

extension PublicFacts {
    /// What is public of the data that a report of the years is made from.
    init(
        _ dataset: Dataset, _ rules: DisclosureSettings, years: ClosedRange<Int>, earlier: [String],
        _ integrity: ReleasedIntegrity
    ) {
        let window = dataset.observationWindow
        let items = dataset.surveys.flatMap(\.items)
        // An item that is one thing in one survey and another elsewhere is neither.
        func names(_ isOne: (SurveyItem) -> Bool) -> [String] {
            var names: [String] = []
            for item in items where !names.contains(item.name) {
                if items.allSatisfy({ $0.name != item.name || isOne($0) }) { names.append(item.name) }
            }
            return names
        }
        // Rows may say so themselves, whatever the codebook says.
        var notAskedOfAll: Set<String> = []
        for survey in dataset.surveys {
            for (place, item) in survey.items.enumerated()
            where survey.responses.contains(where: { $0.answers[place] == .missing(.notAsked) }) {
                notAskedOfAll.insert(item.name)
            }
        }
        self.init(
            classes: [Self.laws, Self.lawsApart, Self.boards(dataset.division), Self.providers(dataset)].filter {
                !$0.classes.isEmpty
            },
            wholeYears: years.filter { year in
                let months = YearMonth.months(of: year)
                return window.map { $0.contains(months.lowerBound) && $0.contains(months.upperBound) } ?? false
            },
            items: [
                .knowledgeItems: names { $0.role == .knowledge }, .otherItems: names { $0.role != .knowledge },
                .itemsAskedOfAll: names { $0.notAskedIf == nil && !notAskedOfAll.contains($0.name) },
                .itemsOfOneAnswer: names { $0.kind == .single || $0.kind == .scale },
            ], firstGroup: dataset.surveys.first?.group.code,
            rules: Rules(
                threshold: rules.threshold, pPercent: rules.pPercent, minimumBase: rules.minimumBase,
                leastOfRatios: ReleasePolicy(rules).leastOfRatios, shareSteps: ReleasePolicy.shareSteps,
                personsOfLimits: ComparisonMaterial.fewestOfLimits),
            earlier: earlier,
            rowsOfFiles: (integrity.setAside + integrity.remarks).map { RowsOfFiles($0.text, rows: $0.rows) },
            publicNumbers: (BaselineFacts(dataset, year: years.upperBound)?.rows ?? []).map {
                PublicNumber($0.name, year: $0.year, value: $0.perTenThousand)
            })
    }

    /// Who has one of the laws has it alone or with the other.
    private static let laws = Classes(
        DeclaredDimension(.law), of: .lawCombination, [("SoL", ["SoL-only", "both"]), ("LSS", ["LSS-only", "both"])],
        areNamesPublic: true)

    /// Where few have both laws, they stand in LSS.
    private static let lawsApart = Classes(
        .lawsApart, of: .lawCombination, [("SoL-only", ["SoL-only"]), ("LSS", ["LSS-only", "both"])],
        areNamesPublic: true)

    /// The boards of the newest division, and those whose area each has.
    private static func boards(_ division: Division) -> Classes {
        let places = division.districts.indices
        func code(_ place: Int) -> String { Category.code(of: division.districts[place].name) }
        return Classes(
            DeclaredDimension(.district), of: DeclaredDimension(.districtThen),
            places.filter { Int(division.newest[$0]) == $0 }.map { newest in
                (code(newest), places.filter { Int(division.newest[$0]) == newest }.map(code))
            }, areNamesPublic: true)
    }

    /// Whether a provider is the municipality's own is known of each that is always the same.
    private static func providers(_ dataset: Dataset) -> Classes {
        var types: [Int16: Set<ProviderType>] = [:]
        for decision in dataset.decisions {
            if let provider = decision.provider { types[provider, default: []].insert(decision.providerType) }
        }
        for hours in dataset.performed {
            if let provider = hours.provider { types[provider, default: []].insert(hours.providerType) }
        }
        guard !types.isEmpty, types.values.allSatisfy({ $0.count == 1 && !$0.contains(.unknown) }) else {
            return Classes(
                DeclaredDimension(.providerType), of: DeclaredDimension(.provider), [], areNamesPublic: false)
        }
        let known = types.keys.sorted()
        return Classes(
            DeclaredDimension(.providerType), of: DeclaredDimension(.provider),
            [ProviderType.municipal, .independent].map { type in
                (
                    type == .municipal ? "municipal" : "independent",
                    known.filter { types[$0] == [type] }.map { Category.code(of: dataset.providers[Int($0)]) }
                )
            }, perhaps: [Category.unknown(in: .provider).code], areNamesPublic: false)
    }
}
