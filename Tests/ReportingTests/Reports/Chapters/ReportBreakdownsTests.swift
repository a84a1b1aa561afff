// SPDX-License-Identifier: EUPL-1.2
import DisclosureTrials
@testable import Reports
import Measures
import Terms
import Testing

@Suite struct `The report's breakdowns` {
    private let report = ReportPages(
        ReportScope(
            year: 2019, comparesWithYearBefore: true, firstYear: 2017, facts: SmallTown().facts, measures: .catalogue,
            language: .swedish))

    /// Hours of months, providers and classes of hours have tables of their own; persons overlap in them. Decisions are
    /// counted in one table only, and so is what became of them, and the month of a period.
    private var questions: [Question] {
        report.questions.filter { Catalogue[$0.measure].isOfRegister && $0.aspect != .decisions }
            + report.innerQuestions
    }

    @Test func `tell all that the finest groups could tell, so disclosure control needs no others`() {
        let overlapping: Set<Dimension> = [.month, .provider, .providerType, .periodMonth, .change, .outcome]
        let tellEverything = Breakdowns(questions, overlapping: overlapping).tellEverything
        #expect(tellEverything)
        // A table that closes a ring would have to be protected with the finest groups.
        let years = report.scope.years
        let ring = [
            Question(.persons, by: [.law, .age], years: years),
            Question(.persons, by: [.district, .age], years: years),
        ]
        #expect(!Breakdowns(questions + ring, overlapping: overlapping).tellEverything)
    }
}
