// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Why a folder cannot be audited.
package enum AuditError: UserFacingError {
    case unreadable(path: String)
    case noTables(folder: String)

    package var exitCode: ExitCode { .inputMissing }
}
