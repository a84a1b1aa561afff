// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where answers (stdout) and messages (stderr) go, and what the terminal there can show.
struct Console {
    var language: Language = .swedish
    var isQuiet = false
    var allowsColor = true

    /// Whether answers go to a terminal: then they are laid out for a person.
    var answersReachTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    var messagesReachTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether colour and dim text may be used on stdout (`--no-color`, `NO_COLOR`, a pipe).
    var usesColor: Bool {
        allowsColor && answersReachTerminal && Environment.value(of: "NO_COLOR") == nil
    }

    /// Columns of the terminal, 80 when it does not say.
    var width: Int {
        if let columns = Environment.value(of: "COLUMNS").flatMap(Int.init), columns >= 20 { return columns }
        var size = winsize()
        let answered = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
        return answered == 0 && size.ws_col >= 20 ? Int(size.ws_col) : 80
    }

    /// Writes an answer to stdout. A reader that closes the pipe early (`| head`) ends the program quietly.
    func answer(_ text: TerminalText) { Self.write(text, to: STDOUT_FILENO) }

    /// Writes any text to stdout, as a terminal may get it.
    func answer(_ text: String) { answer(TerminalText(text)) }

    /// Writes a message to stderr, unless the user asked for quiet.
    func note(_ phrase: Phrase) { tell(phrase[language]) }

    /// The same with a message that another room has put in words already, in this console's language. An identity
    /// number in it, such as one that was typed as an argument, is masked: messages end up in logs.
    func tell(_ message: String) {
        guard !isQuiet else { return }
        Self.complain(message)
    }

    /// Prints an error, identity numbers masked, and ends the program with its code.
    func fail(_ error: any UserFacingError) -> Never {
        Self.complain(error.message(in: language))
        exit(error.exitCode.rawValue)
    }

    /// Ends the program with a code that is no error of the program: data found wanting.
    func end(_ code: ExitCode) -> Never {
        exit(code.rawValue)
    }

    /// Replaces the line that tells of the work under way; nil wipes it.
    func showProgress(_ text: String?) {
        Self.write(.wipedLine + TerminalText(text?.withoutControls ?? ""), to: STDERR_FILENO)
    }

    private static func complain(_ message: String) {
        write(TerminalText(IdentitySearch.masked(message, sparingTimes: true) + "\n"), to: STDERR_FILENO)
    }

    /// The only way out of the program for text: none that a terminal would obey comes through.
    private static func write(_ text: TerminalText, to descriptor: Int32) {
        let bytes = Array(text.text.utf8)
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? ExitCode.fine.rawValue : ExitCode.cannotWrite.rawValue)
            }
            start += written
        }
    }
}
