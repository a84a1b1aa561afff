// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import TestSupport
import Testing

@testable import Simulation

/// The naive estimates are a second computation of question 11; the measures must agree with it.
struct SurveyOracleTests {
    /// A municipality of one or two waves of any kind.
    private static func municipality(_ number: Int) -> SimulatedMunicipality {
        var generator = SeededGenerator(seed: UInt64(number) &+ 900)
        var parameters = SimulationParameters()
        parameters.seed = generator.next()
        parameters.persons = Int.random(in: 5...500, using: &generator)
        let first = Int.random(in: 2017...2022, using: &generator)
        parameters.years = first...first + Int.random(in: 0...2, using: &generator)
        parameters.surveys.usersSent = Int.random(in: 300...1000, using: &generator)
        parameters.surveys.usersAnswer = Int.random(in: 300...900, using: &generator)
        parameters.surveys.itemNonresponse = Int.random(in: 0...200, using: &generator)
        parameters.surveys.breakOff = Int.random(in: 0...150, using: &generator)
        parameters.surveys.emptyForms = Int.random(in: 0...100, using: &generator)
        parameters.surveys.providerStaff = Int.random(in: 10...150, using: &generator)
        parameters.surveys.caseOfficersPerBoard = Int.random(in: 2...12, using: &generator)
        parameters.surveys.weighting = SurveyParameters.Weighting.allCases.randomElement(using: &generator)!
        return SimulatedMunicipality(parameters)
    }

    /// The naive estimates of each survey of a data set, with the weights its frame asks for.
    private struct Oracle {
        let estimates: SurveyEstimates
        let weights: [Double]

        /// nil when the frame's counts cannot be met with the answers as they are, and classes are put together.
        init?(_ survey: Survey) {
            estimates = SurveyEstimates(survey: survey)
            switch survey.frame.rule {
            case .strata, .given: weights = estimates.byStratum
            case .classes(let margin):
                guard estimates.canMeet(margin) else { return nil }
                weights = estimates.byClasses(margin)
            case .raking(let margins):
                guard margins.allSatisfy(estimates.canMeet) else { return nil }
                weights = estimates.raked(to: margins)
            }
        }
    }

    private struct Comparison {
        var compared = 0
        var disagreements: [String] = []

        mutating func check(_ what: String, _ truth: Double?, _ measured: Double?) {
            compared += 1
            let isSame =
                switch (truth, measured) {
                case (nil, nil): true
                case (let truth?, let measured?): (truth - measured).magnitude <= 1e-9
                default: false
                }
            if !isSame { disagreements.append("\(what): truth \(truth as Any), measured \(measured as Any)") }
        }
    }

    private static func compare(_ municipality: SimulatedMunicipality) throws -> Comparison {
        var dataset = municipality.dataset()
        dataset.surveys = SimulatedSurveys(municipality).read()
        let years = municipality.parameters.years
        let tabulator = Tabulator(dataset)
        var comparison = Comparison()

        /// Each row of a table that is no total, with its survey and codes.
        func each(
            _ question: Question, _ body: (Oracle?, Survey, [Dimension: String], Double?) -> Void
        ) throws {
            for row in try tabulator.tabulate(question).rows where row.key.allSatisfy({ $0.kind == .value }) {
                let codes = Dictionary(
                    (row.key + row.implied).map { ($0.dimension, $0.code) }, uniquingKeysWith: { one, _ in one })
                let survey = dataset.surveys.first { $0.group.code == codes[.group] && $0.wave == codes[.wave] }
                guard let survey else { continue }
                body(Oracle(survey), survey, codes, row.measurement.value)
            }
        }
        func district(_ codes: [Dimension: String]) -> DistrictIndex? {
            codes[.district].flatMap { code in
                dataset.division.districts.firstIndex { $0.name == code }.map { DistrictIndex($0) }
            }
        }

        for name in Set(dataset.surveys.flatMap { $0.items.map(\.name) }).sorted() {
            let filter = Question.Filter(.question, .isOneOf, [name])
            let item = Question(.item, by: [.group, .wave], where: [filter], years: years, totals: false)
            try each(item) { oracle, _, codes, value in
                guard let oracle, let answer = codes[.answer] else { return }
                let truth = oracle.estimates.share(of: name, in: [answer], weights: oracle.weights)
                comparison.check("\(name) \(codes)", truth, value)
            }
        }
        try each(Question(.awareness, by: [.group, .wave, .question], years: years, totals: false)) {
            oracle, _, codes, value in
            guard let oracle, let item = codes[.question] else { return }
            comparison.check("\(codes)", oracle.estimates.awareness(of: item, weights: oracle.weights), value)
        }
        try each(Question(.awareness, by: [.group, .wave, .question, .district], years: years, totals: false)) {
            oracle, _, codes, value in
            guard let oracle, let item = codes[.question], let district = district(codes) else { return }
            let truth = oracle.estimates.awareness(of: item, weights: oracle.weights, district: district)
            comparison.check("\(codes)", truth, value)
        }
        try each(Question(.responseRate, by: [.group, .wave], years: years, totals: false)) {
            _, survey, codes, value in
            comparison.check("rate \(codes)", SurveyEstimates(survey: survey).responseRate(), value)
        }
        try each(Question(.responseRate, by: [.group, .wave, .district], years: years, totals: false)) {
            _, survey, codes, value in
            let truth = SurveyEstimates(survey: survey).responseRate(stratum: codes[.district])
            comparison.check("rate \(codes)", truth, value)
        }
        return comparison
    }

    @Test(arguments: 0..<4)
    func `measures agree with the naive estimates on five random municipalities`(group: Int) throws {
        for number in group * 5..<group * 5 + 5 {
            let comparison = try Self.compare(Self.municipality(number))
            #expect(comparison.compared > 100, "municipality \(number)")
            #expect(
                comparison.disagreements.isEmpty,
                "municipality \(number), \(comparison.disagreements.count): \(comparison.disagreements.prefix(5))")
        }
    }
}
