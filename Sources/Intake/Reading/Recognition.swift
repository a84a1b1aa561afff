// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// What a table is, judged by its header and its name.
struct Recognition {
    enum Answer {
        case kind(SourceKind)
        case survey
        /// Text without columns.
        case noTable
        /// The kind it is most like, and what is in the way.
        case unknown(SourceKind?, IntakeFileError)

        var isUnknown: Bool {
            switch self {
            case .unknown: true
            case .kind, .survey, .noTable: false
            }
        }
    }

    let answer: Answer
    /// The header, where the table is of a kind that has one.
    let found: FoundHeader?

    /// Of a file that holds one table.
    init(of table: borrowing OpenTable, named name: String) {
        self.init(of: table, kind: FileNames.kind(of: name), isNamedSurvey: FileNames.isSurvey(name))
    }

    /// Of a table whose name tells a kind, if any.
    init(of table: borrowing OpenTable, kind named: SourceKind?, isNamedSurvey: Bool) {
        let candidates = CandidateHeaders(of: table)
        let names = table.names()
        var best: (kind: SourceKind, found: FoundHeader, score: Int)?
        var nearest: (kind: SourceKind, shape: TableShape, score: Int)?
        for kind in Kinds.all {
            guard let found = try? FoundHeader(ifIn: candidates, kind.shape, named: names) else {
                let most = candidates.singles.map { Header($0.index, kind.shape).found }.max()
                let score = (most ?? 0) * 2 + (named == kind.kind ? 1 : 0)
                if score > nearest?.score ?? 0 { nearest = (kind.kind, kind.shape, score) }
                continue
            }
            guard kind.isTold(by: found.header) || named == kind.kind else { continue }
            // Rows of persons are none of a kind that has no persons: decisions with a column that cannot be made out
            // have a board and two days too, and are no boards.
            if !kind.columns.contains(where: { $0.content == .person }), found.hasPersons { continue }
            // The file's name settles what its headers leave open.
            let score = found.header.found * 2 + (named == kind.kind ? 1 : 0)
            if score > best?.score ?? 0 { best = (kind.kind, found, score) }
        }
        let head = SurveyHead(
            table.leadRecords(OpenTable.searched).map { $0.cells.map { SurveyTable.trimmed($0) } })
        let isSurvey = isNamedSurvey || SurveyMarks.asksQuestions(head)
        // A table of persons with all that cases need is no survey, whatever else its headers are like.
        let columns = best.map { Kinds.shape(of: $0.kind).columns } ?? []
        let isOfCases = columns.contains { $0.content == .person }
        if !isOfCases && SurveyMarks.isFromTool(head) || best == nil && named == nil && isSurvey {
            answer = .survey
            found = nil
        } else if let best {
            answer = .kind(best.kind)
            found = best.found
        } else if let named {
            answer = .kind(named)
            found = nil
        } else if candidates.singles.allSatisfy({ $0.index.fields.count <= 1 }) {
            answer = .noTable
            found = nil
        } else {
            answer = .unknown(
                nearest.flatMap { $0.score >= 4 ? $0.kind : nil },
                nearest.map { Self.obstacle(candidates, $0.shape, names) } ?? .missingHeader)
            found = nil
        }
    }

    /// What keeps records from being the header of a kind.
    private static func obstacle(
        _ candidates: CandidateHeaders, _ shape: TableShape, _ names: TableNames
    ) -> IntakeFileError {
        do throws(IntakeFileError) {
            _ = try FoundHeader(in: candidates, shape, named: names)
            return .missingHeader
        } catch {
            return error
        }
    }
}
