// SPDX-License-Identifier: EUPL-1.2

/// What a run says to the shell when it ends (sysexits.h, where that has a word for it).
package enum ExitCode: Int32, Sendable, CaseIterable {
    case fine = 0
    /// `check` set rows aside, or `audit` could narrow a hidden value.
    case dataFoundWanting = 1
    case usage = 64
    /// The input is not in the promised format.
    case inputFormat = 65
    /// The input is missing or cannot be read.
    case inputMissing = 66
    /// A fault of Ledsaga's own.
    case ownFault = 70
    case cannotWrite = 73
    /// An optional program that the command needs is missing.
    case programMissing = 75
    case configuration = 78
}

/// An error that a person is to read: facts in its cases, words made only when they are asked for.
package protocol UserFacingError: Error {
    /// The code the program ends with when the error reaches its end.
    var exitCode: ExitCode { get }

    /// One or two lines: what is wrong, where (`file:line`, column), what to do. It holds no person key and no
    /// value of a person column.
    func message(in language: Language) -> String
}
