// SPDX-License-Identifier: EUPL-1.2

/// Which cells of a survey may be shown or copied: answers of a closed form, and those that cannot be one respondent's
/// own words.
struct SurveyAllowance {
    private let table: SurveyTable
    private let profile: SurveyProfile

    init(_ table: SurveyTable) {
        self.table = table
        profile = SurveyProfile(table)
    }

    func isPersonal(_ column: Int) -> Bool { profile.columns[column].content == .personal }

    /// The cell as it may be shown: itself, or a mask.
    func shown(_ cell: String, _ column: Int) -> String {
        guard !cell.isEmpty else { return cell }
        guard column < profile.columns.count else { return CellAllowance.textMask }
        let profile = profile.columns[column]
        if PersonMask.holdsPersonKey(cell), profile.content != .date { return PersonMask.mask }
        switch profile.content {
        case .personal: return PersonMask.mask
        case .text: return isPlain(cell, column) ? cell : CellAllowance.textMask
        case .choice, .choices:
            // Words of the respondent's own may stand among the answers to choose from.
            let isChoice =
                profile.answers.contains(SurveyTable.trimmed(cell))
                || cell.hasSuffix(";")
                    && cell.split(separator: ";").allSatisfy {
                        profile.answers.contains(SurveyTable.trimmed(String($0)))
                    }
            return isChoice ? cell : CellAllowance.textMask
        case .mark, .number, .date, .empty: return cell
        }
    }

    /// A tool's own column of numbers and codes: `3`, `sv`.
    private func isPlain(_ cell: String, _ column: Int) -> Bool {
        let title = table.titles[column]
        return title.isOne(of: SurveyMarks.passedOver) && !title.isOne(of: SurveyMarks.personal) && cell.count <= 24
    }
}
