// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake

/// What a reading says of one of its files.
struct FileAccount {
    struct Log {
        let tally: FileTally
        let faults: [Fault]
        let remarks: [Remark]
    }

    let log: Log
    let ignoredColumns: [String]
}

extension IntakeResult {
    /// The files of a kind, in their order.
    func files(of kind: SourceKind) -> [FileAccount] {
        files.filter { $0.tally.kind == kind }.map { file in
            FileAccount(
                log: FileAccount.Log(
                    tally: file.tally, faults: faults.filter { $0.location.file == file.tally.file },
                    remarks: remarks.filter { $0.location.file == file.tally.file }),
                ignoredColumns: file.ignoredColumns)
        }
    }
}

extension IntakeFileError {
    /// The column that a header lacks, and the header most like it.
    var lackedColumn: (canonical: String, nearest: String?)? {
        guard case .missingColumn(let canonical, let nearest, _, _, _) = self else { return nil }
        return (canonical, nearest)
    }
}
