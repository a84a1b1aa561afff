// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// One column of an export whose header says nothing.
struct FieldRenaming {
    private static let nonsense = "Kolumn X7"

    /// What the column was called.
    let header: String
    /// What it stands for.
    let column: String

    init(_ file: inout FieldFile, _ dice: inout Dice) {
        let place = dice.pick(file.header.indices.filter { [columns = file.columns] in columns[$0] != nil })
        header = file.header[place]
        column = file.columns[place] ?? ""
        file.header[place] = Self.nonsense
    }

    /// Whether `check` says what is wrong: rows of the table are set aside or remarked on, or a note names the column as
    /// one that looks as if it mattered or as one that is missing.
    func isTold(_ result: IntakeResult, _ table: String) -> Bool {
        guard let intake = result.files.first(where: { $0.tally.file == table }) else { return false }
        if intake.tally.setAside > 0
            || result.remarks.contains(where: { $0.location.file == table && $0.rule == .sumDiffers })
        {
            return true
        }
        // A column of names or free text may be anything: of such it is said that they are not read, and no more.
        let declaration = Kinds.shape(of: intake.tally.kind).columns.first { $0.name == column }
        if let declaration, !declaration.content.isClosed || column == "sokta_timmar" {
            return intake.ignoredColumns.contains(Self.nonsense)
        }
        return intake.notes.contains { note in
            switch note {
            case .columnUnread(let header, _): header == Self.nonsense
            case .columnAbsent(let absent): absent == column
            default: false
            }
        }
    }
}
