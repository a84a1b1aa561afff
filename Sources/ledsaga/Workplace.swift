// SPDX-License-Identifier: EUPL-1.2
import Intake
import Reporting
import Terms

/// A project opened for one command: its settings, where messages go, and how its exports are read.
struct Workplace {
    let project: Project
    let console: Console
    private let stopsAtFaults: Bool

    init(_ options: ProjectOptions) throws {
        let early = options.talk.console()
        do throws(ProjectError) {
            project = try Project.load(folder: options.project)
        } catch {
            // The project's language is not known yet: the one asked for, else Swedish.
            early.fail(error)
        }
        console = options.talk.console(project.language)
        stopsAtFaults = options.strict
        for note in project.notes {
            console.note(Phrase(sv: note.message(in: .swedish), en: note.message(in: .english)))
        }
    }

    /// Reads all exports. With `--strict` a row that cannot be read stops the run.
    func read() throws -> IntakeResult {
        let key: SecretKey
        do throws(SecretKeyError) {
            // Nothing that is printed depends on the key, so a run without one makes its own.
            key = try SecretKey.load(folder: project.folder) ?? SecretKey.random()
        } catch {
            console.fail(error)
        }
        var line = ProgressLine(console, total: bytesToRead)
        let result: IntakeResult
        do throws(IntakeError) {
            result = try Intake(project, key: key).read { progress in
                line.show(progress.bytes, what: progress.file)
            }
        } catch {
            line.finish()
            console.fail(error)
        }
        line.finish()
        if stopsAtFaults, let fault = result.faults.first {
            console.fail(StrictStop(fault: fault, count: result.faults.count))
        }
        return result
    }

    /// The project file and every file read, as the manifest names them.
    var inputs: [Manifest.File] {
        ([Project.fileName] + project.sources.flatMap(\.files)).compactMap { file in
            FileHash.of(path: project.path(of: file)).map {
                Manifest.File(path: file, bytes: $0.bytes, sha256: $0.sha256)
            }
        }
    }

    /// Size of all files the project reads.
    private var bytesToRead: Int {
        project.sources.flatMap(\.files).reduce(0) { $0 + (FileSize.of(project.path(of: $1)) ?? 0) }
    }
}

/// `--strict`, and a row that could not be read.
struct StrictStop: UserFacingError {
    let fault: Fault
    let count: Int

    var exitCode: ExitCode { .inputFormat }

    func message(in language: Language) -> String {
        let rest = Phrase(
            sv: "\(count) rader kunde inte läsas och --strict är satt. Se alla med: ledsaga check",
            en: "\(count) rows could not be read and --strict is set. See all with: ledsaga check")
        return fault.line(in: language) + "\n" + rest[language]
    }
}
