// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Documents
@testable import Reports
import Terms
import TestSupport

/// A made-up town with four boards, one of them the heir of a fifth, and what its exports would hold of two years.
struct SmallTown: Equatable {
    var persons = 260
    var seed: UInt64 = 1
    var years = 2018...2019
    /// Performed hours in thousandths of the granted, by year.
    var utilisation = [2018: 580, 2019: 640]
    /// Of a hundred persons, those who save hours for later months.
    var savers = 55
    /// First month of performed hours.
    var windowStart = YearMonth(year: 2018, month: 1)
    /// Last month of performed hours.
    var windowEnd = YearMonth(year: 2019, month: 12)
    /// Whether the exports tell of boards at all.
    var hasBoards = true
    /// Whether some have no ceiling of hours: then n of the others is left out, board by board.
    var hasUnlimited = true
    /// Whether the number entitled to paratransit is given too.
    var hasEntitled = false

    static let boards = ["Björkliden", "Granlunda", "Havsvik", "Älvsund"]

    var dataset: Dataset {
        var random = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let merger = CivilDate(year: 2019, month: 1, day: 1)!
        let division =
            !hasBoards
            ? Division([])
            : Division(
                Self.boards.map { District(name: $0) } + [
                    District(name: "Gamla viken", validTo: merger.adding(days: -1), successor: 2)
                ])
        var people: [Person] = []
        var decisions: [Decision] = []
        var performed: [PerformedHours] = []
        for number in 0..<persons {
            let index = PersonIndex(number)
            let isProtected = draw(1...200) == 1
            people.append(
                Person(
                    birthYear: 1930 + draw(0...80), sex: draw(0...99) < 45 ? .female : .male, isProtected: isProtected))
            let board = [0, 0, 0, 1, 1, 2, 2, 2, 3, 4][draw(0...9)]
            let law: Law = draw(0...9) < 6 ? .sol : .lss
            let hours = Hours(Double(draw(2...16) * 2))
            let start = YearMonth(year: draw(0...9) < 8 ? 2017 : 2018, month: draw(1...12))
            let isUnlimited = draw(1...50) == 1 && hasUnlimited
            let provider = draw(0...2)
            let end: CivilDate? = draw(0...9) == 0 ? YearMonth(year: 2019, month: draw(1...9)).lastDay : nil
            decisions.append(
                Decision(
                    person: index, service: law == .sol ? 0 : 1, law: law,
                    district: draw(1...60) == 1 || !hasBoards ? nil : Int16(board),
                    from: start.firstDay, to: end, hours: isUnlimited ? .zero : hours, isUnlimited: isUnlimited,
                    provider: Int16(provider), providerType: provider == 0 ? .municipal : .independent))
            if draw(1...25) == 1 { continue }
            let isSaver = draw(0...99) < savers
            for month in windowStart...windowEnd where month >= start {
                guard end.map({ month.lastDay <= $0 }) ?? true || draw(0...9) == 0 else { continue }
                let share = (utilisation[month.year] ?? 600) + draw(-150...150)
                let place = (month.index - start.index) % 3
                let weight = isSaver ? [300, 700, 2000][Int(place)] : 1000
                performed.append(
                    PerformedHours(
                        person: index, service: law == .sol ? 0 : 1, month: month,
                        provider: Int16(provider), providerType: provider == 0 ? .municipal : .independent,
                        hours: hours.scaled(by: share * weight, over: 1_000_000)))
            }
        }
        return Dataset(
            municipality: "Exempelstad",
            services: [Service(name: "Ledsagning", law: .sol), Service(name: "Ledsagarservice", law: .lss)],
            division: division, providers: ["Kommunens ledsagning", "Följeslagarna AB", "Sällskapet"], persons: people,
            decisions: decisions, performed: performed,
            observationWindow: windowStart...windowEnd,
            population: !hasBoards
                ? []
                : (2018...2019).flatMap { year in
                    (0..<4).map { PopulationCount(district: Int16($0), year: year, count: 20_000 + 5000 * $0) }
                } + (hasEntitled ? (0..<4).map(Self.entitled) : []))
    }

    private static func entitled(_ board: Int) -> PopulationCount {
        PopulationCount(base: .paratransit, district: Int16(board), year: 2018, count: 700 + 150 * board)
    }

    func scope(_ language: Language = .swedish) -> ReportScope {
        ReportScope(
            year: years.upperBound, comparesWithYearBefore: years.count > 1, hasEntitled: hasEntitled, facts: facts,
            measures: .catalogue,
            language: language)
    }

    /// What the exports' rows came to, made up too.
    func integrity(_ policy: ReleasePolicy) -> ReleasedIntegrity {
        policy.integrity(
            [
                FileTally(
                    file: "data/beslut-2019.csv", kind: SourceKind(rawValue: "decisions"), rows: 262, kept: 260,
                    setAside: 2, remarks: 3),
                FileTally(
                    file: "data/utforda-2019.csv", kind: SourceKind(rawValue: "visits"), rows: 5400, kept: 5400,
                    setAside: 0, remarks: 0),
            ],
            setAside: [(Phrase(sv: "Datumet finns inte i kalendern", en: "No such date"), 2)],
            remarks: [(Phrase(sv: "Överlappar ett tidigare beslut", en: "Overlaps an earlier decision"), 3)])
    }

    var facts: ReportFacts {
        ReportFacts(
            municipality: "Exempelstad",
            boards: hasBoards ? Self.boards : [],
            window: ReportFacts.Window(
                first: "\(windowStart)", last: "\(windowEnd)",
                coversYear: windowStart <= YearMonth(year: 2019, month: 1)
                    && windowEnd == YearMonth(year: 2019, month: 12),
                coversYearBefore: windowStart <= YearMonth(year: 2018, month: 1)
                    && windowEnd >= YearMonth(year: 2018, month: 12)),
            generator: "Ledsaga 0.1.0",
            settings: [Definition.Setting("tolerance_hours", "0.5"), Definition.Setting("threshold", "5")])
    }

    /// Everything released together, by way of the gate.
    func release() throws -> (Release, ReleasedIntegrity) {
        self == SmallTown() ? try Self.released.get() : try releasedAnew()
    }

    /// The plain town's, once for all tests.
    private static let released = Result { try SmallTown().releasedAnew() }

    private func releasedAnew() throws -> (Release, ReleasedIntegrity) {
        let dataset = dataset
        let tabulator = Tabulator(dataset)
        let policy = ReleasePolicy(DisclosureSettings(), division: dataset.division)
        let release = policy.release(try ReportPages(scope()).questions.map { try tabulator.tabulate($0) })
        return (release, integrity(policy))
    }

    func cityReport(_ language: Language = .swedish) throws -> Document {
        let (release, integrity) = try release()
        return FollowUp(scope: scope(language)).document(Released(release, integrity: integrity))
    }
}

extension MeasureFacts {
    static let catalogue = MeasureFacts(
        toldAsHeadline: Catalogue.toldAsHeadline, notInTotals: Catalogue.notInTotals, adverse: Catalogue.adverse)
}
