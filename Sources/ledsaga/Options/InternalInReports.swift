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

/// An internal answer on its way into the project's `reports/`, where everything may be published.
struct InternalInReports: UserFacingError {
    private let file: String

    /// nil when the file lies elsewhere, whatever links lead there.
    init?(_ file: String, of project: Project) {
        guard let reports = Self.resolved(project.path(of: "reports")),
            let folder = Self.resolved(Paths.folder(of: file)),
            (folder + "/").hasPrefix(reports + "/")
        else { return nil }
        self.file = file
    }

    var exitCode: ExitCode { .usage }

    func message(in language: Language) -> String {
        Phrase(
            sv: "\(file): interna svar får inte ligga i reports/, som är till för att publiceras. Välj en annan mapp.",
            en: "\(file): internal answers may not lie in reports/, which is for publishing. Choose another folder.")[
                language]
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
