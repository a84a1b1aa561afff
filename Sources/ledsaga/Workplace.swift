// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Intake
import Documents
import Reports
import Terms

/// A project opened for one command: its settings, where messages go, and how its exports are read.
struct Workplace {
    let project: Project
    let console: Console
    private let stopsAtFaults: Bool
    private let tellsFiles: Bool

    init(_ options: ProjectOptions) throws {
        project = try Project.load(folder: options.project)
        console = options.talk.console(project.language)
        stopsAtFaults = options.strict
        tellsFiles = options.talk.verbose
        for note in project.notes {
            console.tell(note.message(in: console.language))
        }
    }

    /// Reads all exports. With `--strict` a row that cannot be read stops the run.
    /// `hashing` takes the files' digests as they are read.
    func readForChecking(hashing: Bool = false) throws -> IntakeResult {
        // Nothing that is printed depends on the key, so a run without one makes its own.
        let key = try SecretKey.load(folder: project.folder) ?? SecretKey.random()
        var line = ProgressLine(console, total: bytesToRead)
        defer { line.finish() }
        let result = try Intake(project, key: key).read(hashing: hashing) { line.show($0.bytes, what: $0.file) }
        if tellsFiles { for file in result.files { console.note(Notes.read(file)) } }
        if stopsAtFaults, let fault = result.faults.first {
            throw StrictStop(fault: fault, count: result.faults.count)
        }
        return result
    }

    /// What a result is made of. Throws `nothingKept` where a file of cases has rows and none was kept: zero persons would
    /// be a wrong result.
    func read(hashing: Bool = false) throws -> IntakeResult {
        let result = try readForChecking(hashing: hashing)
        for tally in result.tallies
        where tally.kind.holdsCases && tally.rows > 0 && tally.kept == 0 && tally.setAside > 0 {
            throw IntakeError(file: tally.file, reason: .nothingKept(rows: tally.rows))
        }
        return result
    }

    /// What none of the command's outputs may take the place of.
    var outputGuard: OutputGuard { OutputGuard(folder: project.folder, project: project) }

    /// The project file, every file of a reading, every codebook and the corrections, as the manifest names them.
    func inputs(of intake: IntakeResult) -> [Manifest.File] {
        var codebooks: [String] = []
        for case let codebook? in project.sources.map(\.codebook) where !codebooks.contains(codebook) {
            codebooks.append(codebook)
        }
        let read = Dictionary(
            intake.files.compactMap { file in file.digest.map { (file.tally.file, $0) } },
            uniquingKeysWith: { first, _ in first })
        let names = [Project.fileName] + project.sources.flatMap(\.files) + codebooks
        let files: [Manifest.File] = names.compactMap { file in
            let shown = PersonMask.shown(path: file)
            // Names with a number in them may look alike once it is masked.
            let digest =
                (shown == file ? read[file] : nil)
                ?? (try? WholeFile.bytes(project.path(of: file))).map { FileDigest(of: $0) }
            return digest.map { Manifest.File(path: shown, bytes: $0.bytes, sha256: $0.sha256) }
        }
        // All of the corrections but their values is printed: a digest would tell whether a guessed value is right.
        let isCorrected = intake.files.contains { !$0.corrections.isEmpty }
        return files + (isCorrected ? [Manifest.File(named: Corrections.fileName)] : [])
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
}
