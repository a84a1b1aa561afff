// SPDX-License-Identifier: EUPL-1.2
import Documents

@testable import Reports

/// What chapters say of boards that are compared.
struct BoardsTold: Scoped {
    let scope: ReportScope
    let released: Released

    private var equality: EqualityChapter { EqualityChapter(scope: scope) }
    private var ofEquality: Released { released.limited(to: equality.requests) }

    var differences: [Block] { equality.differences(ofEquality) }
    var differenceSections: [Section] { equality.differenceSections(ofEquality) }
    var comparedAnswers: [Compared] { comparedAnswers(in: released) }

    func verdicts(_ board: String) -> [Finding] { boardVerdicts(of: board, in: released) }
    func strongest(_ board: String) -> Section? { BoardDifferences(scope: scope, board: board).written(from: released) }
    func answers(_ board: String) -> Section? { BoardAnswers(scope: scope, board: board).written(from: released) }
}
