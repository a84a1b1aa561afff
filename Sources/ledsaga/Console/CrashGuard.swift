// SPDX-License-Identifier: EUPL-1.2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A fault of ours ends the program with one line and code 70.
///
/// The language's own report of a crash prints what is in memory and registers, and that may be what was just read of
/// a person. So its handlers are replaced before anything is read.
enum CrashGuard {
    static func install() {
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
            signal(number) { _ in
                let text = CrashWords.message
                unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
                _exit(70)
            }
        }
    }
}
