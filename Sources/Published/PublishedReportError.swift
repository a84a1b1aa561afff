// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Why a published report cannot be read from its folder.
package enum PublishedReportError: UserFacingError {
    case unreadable(path: String)
    case noTables(folder: String)
    /// There are tables, and `datapackage.json` says of none what its numbers are.
    case nothingDeclared(folder: String)

    package var exitCode: ExitCode { .inputMissing }
}
