// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// As Ledsaga asks for: one table a kind and year, canonical headers, a row a visit or a month.
    package static let canonical = ExportShape(
        "canonical",
        Phrase(sv: "rubriker och former som Ledsaga ber om", en: "headers and forms as Ledsaga asks for")
    ) { municipality throws(WorkbookFailure) in
        func shaped(_ file: ExportFile, _ kind: SourceKind) -> ShapedFile {
            // The header has a line too.
            ShapedFile(file.name, kind, ShapedFile.RowCount(kept: file.bytes.count { $0 == 10 } - 1), file.bytes)
        }
        return municipality.decisionFiles().map { shaped($0, .decisions) }
            + municipality.visitFiles().map { shaped($0, .visits) }
    }
}
