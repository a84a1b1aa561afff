// SPDX-License-Identifier: EUPL-1.2
package import Tabular
package import Terms

/// Why no pseudonymised copy was written.
package enum PseudonymiseError: UserFacingError {
    case input(IntakeError)
    case output(WriteFailure)
    /// The copy would take the place of the file it is made of.
    case sameFile(String)

    package var exitCode: ExitCode {
        switch self {
        case .input(let error): error.exitCode
        case .output(let error): error.exitCode
        case .sameFile: .usage
        }
    }
}
