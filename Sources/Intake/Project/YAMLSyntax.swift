// SPDX-License-Identifier: EUPL-1.2
import Yams

extension ProjectError {
    /// What libyaml said, as a fact with its line.
    init(yaml error: YamlError, text: String, file: String) {
        switch error {
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(.duplicateKey(duplicates.first ?? ""), file: file, line: context.mark.line)
        case .reader:
            let line = text.unicodeScalars.prefix { !Self.isForbidden($0) }.count { $0 == "\n" } + 1
            self.init(.syntax(.forbiddenCharacter), file: file, line: line)
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
            let syntax = Syntax(problem: problem, context: context?.text ?? "", line: line)
            // An unclosed quote or bracket is noticed where the text ends; what helps is where it began.
            let opensEarlier = syntax == .quoteNotClosed || syntax == .bracketNotClosed
            self.init(.syntax(syntax), file: file, line: opensEarlier ? context?.mark.line ?? mark.line : mark.line)
        default:
            self.init(.syntax(.other), file: file, line: nil)
        }
    }

    /// Characters YAML 1.2 does not allow (production 1, c-printable).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: false
        default: true
        }
    }
}

extension ProjectError.Syntax {
    fileprivate init(problem: String, context: String, line: Substring) {
        if line.prefix(while: \.isWhitespace).contains("\t") {
            self = .tab
        } else if problem.contains("mapping values are not allowed") {
            self = .colonInValue
        } else if problem.contains("end of stream"), context.contains("quoted scalar") {
            self = .quoteNotClosed
        } else if problem.contains("could not find expected ':'") {
            self = .colonMissing
        } else if [problem, context].contains(where: { $0.contains("alias") || $0.contains("anchor") }) {
            self = .unknownAnchor
        } else if context.contains("flow") {
            self = .bracketNotClosed
        } else if problem.contains("another document") || context.contains("single document") {
            self = .severalDocuments
        } else if problem.contains("did not find expected key") || problem.contains("'-' indicator")
            || problem.contains("block sequence entries")
        {
            self = .indentation
        } else {
            self = .other
        }
    }
}
