// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

/// Every measure, aspect and breakdown there is, put to every shape of data.
@Suite struct EveryQuestionTests {
    private static let aspects: [Question.Aspect] =
        [
            .headline, .onDay(month: 2, day: 29), .monthEndMean, .perTenThousand, .perThousandEntitled, .lawCombination,
            .mean, .perPerson,
            .quantile(0.5), .change, .decisions, .outsideDecisions, .unlimited, .withoutPerformed, .withoutDistrict,
            .shiftedShare, .flexible(definition: "moved-hours", denominator: "performed", anchor: "calendar"),
            .topBox, .netBalance, .index, .answers, .itemNonresponse, .doNotKnow, .worstCase, .register,
        ] + Question.DecompositionFactor.allCases.map { .part($0) } + [.gap(.group), .gap(.district), .gap(.sex)]

    private static let breakdowns: [[Dimension]] =
        Dimension.allCases.map { [$0] } + [[], [.district, .law], [.month, .law], [.law, .year, .sex]]

    /// Whole years, part of a year, no visits at all, no decisions at all, nothing at all, totals only.
    private static let shapes: [Dataset] = {
        let whole = RandomMunicipality(seed: 50, persons: 15).dataset()
        var noVisits = whole
        noVisits.performed = []
        noVisits.observationWindow = nil
        var noDecisions = whole
        noDecisions.decisions = []
        var totals = CaseBuilder.dataset([], [], window: nil)
        totals.statistics = [
            StatisticsRow(
                year: 2019, district: 0, service: 0, law: .sol, persons: 9, granted: Hours(90), performed: Hours(50))
        ]
        return [whole, noVisits, noDecisions, CaseBuilder.dataset([], []), totals]
    }()

    @Test(arguments: Catalogue.measures.map(\.name))
    func `every question is answered or refused, and what is answered holds together`(measure: MeasureName) {
        for data in Self.shapes {
            let tabulator = Tabulator(data)
            for aspect in Self.aspects {
                for dimensions in Self.breakdowns {
                    let question = Question(measure, aspect, by: dimensions, years: 2019...2020)
                    guard let answer = try? tabulator.tabulate(question) else { continue }
                    check(answer)
                }
            }
        }
    }

    private func check(_ answer: Tabulation) {
        let name = Comment(rawValue: "\(answer.question)")
        #expect(answer.dimensions.first == .year, name)
        #expect(Set(answer.codes).count == answer.rows.count, name)
        let ranks = answer.rows.map { $0.key.map(\.rank) }
        #expect(ranks == ranks.sorted { $0.lexicographicallyPrecedes($1) }, name)
        #expect(!answer.definition.id.isEmpty && !answer.definition.text.swedish.isEmpty, name)
        for row in answer.rows {
            let number = row.measurement
            #expect(row.key.map(\.dimension) == answer.dimensions, name)
            #expect((number.value == nil) == (number.notDefined != nil), name)
            #expect(number.value.map(\.isFinite) ?? true, name)
            #expect(number.persons >= 0, name)
            if let value = number.value, let lower = number.lower, let upper = number.upper {
                #expect(lower <= value && value <= upper, name)
            }
            if number.kind == .difference, number.value != nil { #expect(number.compared.count >= 2, name) }
            if number.kind == .sum || number.kind == .ratio, number.value != nil, !answer.question.isTotals(answer) {
                #expect(number.numeratorContributions != nil, name)
            }
        }
    }
}

extension Question {
    /// Answers from a table of totals know no persons.
    fileprivate func isTotals(_ answer: Tabulation) -> Bool {
        answer.notes.contains { $0.english.hasPrefix("From a table of totals") }
    }
}
