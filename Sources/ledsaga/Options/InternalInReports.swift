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

/// An internal result on its way into the project's `reports/`, where everything may be published.
struct InternalInReports: UserFacingError {
    let file: String

    /// nil when the file lies elsewhere, whatever links lead there.
    init?(_ file: String, of project: Project) {
        guard let reports = Self.resolved(project.path(of: "reports")),
            let folder = Self.resolved(Paths.folder(of: file)),
            (folder + "/").hasPrefix(reports + "/")
        else { return nil }
        self.file = file
    }

    var exitCode: ExitCode { .usage }

    private static func resolved(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
