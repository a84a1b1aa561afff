// SPDX-License-Identifier: EUPL-1.2

/// Why a case cannot be read or run.
package enum CaseError: Error, CustomStringConvertible {
    case unreadable(path: String)
    /// JSON that breaks off or has a wrong sign, at a byte from 0.
    case notJSON(path: String, byte: Int)
    case missingMember(String)
    case missingInput(String)
    case missingColumn(String)
    case notANumber(String, column: String)
    case unknownChoice(String)
    /// Data for which the method has no answer.
    case outsideMethod(String)

    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read"
        case .notJSON(let path, let byte): "\(path) is not JSON at byte \(byte)"
        case .missingMember(let name): "the case has no \(name)"
        case .missingInput(let name): "the case has no input named \(name)"
        case .missingColumn(let name): "the input has no column \(name)"
        case .notANumber(let text, let column): "\(text) in the column \(column) is not a number"
        case .unknownChoice(let name): "\(name) is not known to the method"
        case .outsideMethod(let why): why
        }
    }
}
