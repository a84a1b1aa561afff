// SPDX-License-Identifier: EUPL-1.2
package import Tabular

extension OutputGuard {
    /// The guard of a project folder: it spares the project file, the key, the corrections, the protocol of a trial, every
    /// file in `data/`, the exports and codebooks that the project names, and `inputs`, the files a command was given.
    ///
    /// `project` is nil where the folder holds no project that can be read; what lies in it is spared all the same.
    package init(folder: String, project: Project? = nil, inputs: [String] = []) {
        self.init()
        spareFiles(in: Paths.joined(folder, "data"), as: .input)
        for source in project?.sources ?? [] {
            for file in source.files + (source.codebook.map { [$0] } ?? []) {
                spare(Paths.joined(folder, file), as: .input)
            }
        }
        for file in inputs { spare(file, as: .input) }
        for name in Self.ownWork { spare(Paths.joined(folder, name), as: .ownWork) }
        spare(Paths.joined(folder, Project.fileName), as: .projectFile)
        spare(Paths.joined(folder, SecretKey.fileName), as: .key)
    }

    /// Files that somebody writes by hand beside the project file.
    private static let ownWork = [Corrections.fileName, "trial.yaml"]
}
