// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The corrections of a project, by the table they are of.
package struct Corrections: Sendable {
    /// The name of the file, in the project folder.
    package static let fileName = "rattelser.csv"

    /// By the name that messages call the table.
    private var byTable: [String: [Correction]] = [:]

    /// None.
    init() {}

    /// Whether the corrections of a project folder are of a file, or may be: a list that cannot be read may be of any. For
    /// commands that read a file as it lies.
    package static func mayBe(of path: String, in folder: String) -> Bool {
        do throws(IntakeFileError) {
            let listed = try CorrectionFile(path: Paths.joined(folder, fileName)).corrections.map(\.file)
            // A sheet stands in brackets after its file.
            let files = listed.map { $0.split(separator: " [").first.map(String.init) ?? $0 }
            return files.contains { Paths.name(of: $0) == Paths.name(of: path) }
        } catch {
            return true
        }
    }

    /// Reads the file of a project; without one there are no corrections.
    static func read(_ project: Project) throws(IntakeError) -> Corrections {
        do throws(IntakeFileError) {
            let file = try CorrectionFile(path: project.path(of: fileName))
            return try Corrections(file, TableNamesOfProject(project))
        } catch {
            throw IntakeError(file: fileName, reason: error)
        }
    }

    private init(_ file: CorrectionFile, _ names: TableNamesOfProject) throws(IntakeFileError) {
        for (name, correction) in file.corrections {
            guard let table = names.table(called: name) else {
                throw .correction(
                    .unknownFile(PersonMask.shown(path: name), nearest: names.nearest(to: name)), line: correction.line)
            }
            byTable[table, default: []].append(correction)
        }
    }

    /// What is corrected in a table, in the order of `rattelser.csv`.
    func of(_ table: TableAddress) -> [Correction] { byTable[table.name] ?? [] }
}

/// What the tables of a project may be called: as messages call them, by the file alone where it holds one table, and by
/// the file's own name where no other file has it.
private struct TableNamesOfProject {
    private var tables: [String: Set<String>] = [:]
    private var shown: [String] = []

    init(_ project: Project) {
        for address in project.sources.flatMap(\.tables) {
            shown.append(PersonMask.shown(path: address.name))
            for name in [address.name, shown[shown.count - 1], address.file, Paths.name(of: address.file)] {
                tables[name, default: []].insert(address.name)
            }
        }
    }

    /// nil when no table is called so, or several are.
    func table(called name: String) -> String? {
        let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        guard let found = tables[name], found.count == 1 else { return nil }
        return found.first
    }

    func nearest(to name: String) -> String? { NearestName.to(name, among: shown) }
}
