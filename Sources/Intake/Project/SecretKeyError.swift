// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What is wrong with the project's key file.
package struct SecretKeyError: UserFacingError, Equatable {
    package enum Fact: Sendable, Equatable {
        /// No key file, where a command insists on one.
        case missing
        case unreadable(FileTrouble)
        case readableByOthers
        /// Not 64 hexadecimal digits.
        case damaged
        case alreadyThere
        /// With the system's number (`errno`).
        case cannotWrite(Int32)
    }

    package let fact: Fact
    package let file: String

    package init(_ fact: Fact, file: String) {
        self.fact = fact
        self.file = file
    }

    package var exitCode: ExitCode {
        switch fact {
        case .missing, .unreadable: .inputMissing
        case .readableByOthers, .damaged: .configuration
        case .alreadyThere, .cannotWrite: .cannotWrite
        }
    }
}
