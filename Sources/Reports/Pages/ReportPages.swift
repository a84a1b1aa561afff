// SPDX-License-Identifier: EUPL-1.2
import Disclosure
package import Documents
package import Terms

/// The pages of a report, what they ask of the data together, and the documents they become once that is released.
package struct ReportPages: Sendable {
    package let scope: ReportScope

    package init(_ scope: ReportScope) {
        self.scope = scope
    }

    /// The page to open first comes first.
    var all: [any Page] {
        if let quarter = scope.quarter { return [QuarterReport(scope: scope, quarter: quarter)] }
        return scope.basis == .surveys
            ? [SurveyFollowUp(scope: scope)]
            : [FollowUp(scope: scope)] + scope.facts.boards.map { AreaReport(scope: scope, area: $0) }
    }

    // MARK: Asking

    /// Every question that a chapter of any page requests and the data can answer, once, in the order their tables are
    /// published in: of the whole municipality, of what does not fit together, of boards, of surveys.
    package var questions: [Question] {
        // The chapter on surveys comes first, because it requests every question about surveys that the others do.
        let chapters: [any Chapter] =
            (scope.quarter == nil ? [SurveyChapter(scope: scope)] : []) + all.flatMap(\.requesting)
        let questions = answerable(chapters.flatMap(\.requests))
        let misfits: Set<Question> = scope.quarter != nil ? [] : Set(DataChapter(scope: scope).misfits)
        return Subject.allCases.flatMap { subject in questions.filter { Subject($0, misfits: misfits) == subject } }
    }

    /// What a table is of.
    private enum Subject: CaseIterable {
        case municipality, misfits, boards, surveys

        init(_ question: Question, misfits: Set<Question>) {
            if question.dimensions.contains(.group) {
                self = .surveys
            } else if question.dimensions.contains(.district) || question.dimensions.contains(.districtThen) {
                self = .boards
            } else {
                self = misfits.contains(question) ? .misfits : .municipality
            }
        }
    }

    /// Inner cells that no page prints and that disclosure control must know of.
    package var innerQuestions: [Question] { answerable(all.flatMap(\.requesting).flatMap(\.innerRequests)) }

    /// Those that the data can answer, each once.
    private func answerable(_ questions: [Question]) -> [Question] {
        var seen: Set<Question> = []
        return questions.filter { scope.canAnswer($0) && seen.insert($0).inserted }
    }

    /// What boards are compared by.
    package var compared: [Question] { scope.quarter == nil ? scope.compared : [] }
    package var comparedItems: [ComparedItem] { scope.quarter == nil ? scope.comparedItems : [] }
    /// Where the release has the shares of an item that is compared, and the response rate of each board.
    package func shares(of item: ComparedItem) -> Question? { scope.shares(of: item) }
    package var responseRates: Question? { scope.responseRateByDistrict }

    // MARK: Documents

    /// A page as data, ready to be rendered.
    package struct PageDocument: Sendable {
        /// Of its files, before year and ending.
        package let name: String
        /// The board it is of; nil for the municipality's.
        package let board: String?
        package let document: Document
    }

    /// `correction` is what page one says of an edition in the place of another.
    package func documents(
        from released: Released, correcting correction: CorrectedEdition? = nil
    ) -> [PageDocument] {
        all.map { page in
            PageDocument(
                name: page.name, board: page.board, document: page.document(released, correcting: correction))
        }
    }

    /// The corrected numbers that some page tells on page one.
    package func headlines(of correction: CorrectedEdition) -> [CorrectedEdition.Change] {
        all.flatMap { page in
            CorrectionNotice(scope: scope, correction: correction, board: page.board).headlines.map(\.change)
        }
    }
}
