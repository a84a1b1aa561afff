// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// Drafts of codebooks for the surveys among a project's exports that have none: `ledsaga init` writes them among the
/// ready surveys, where they are found without a word in the project file.
struct DraftedCodebooks {
    let folder: String
    let template: ProjectTemplate

    /// What became of each. A file that cannot be read is told of by `check`.
    func write() throws(WriteFailure) -> [ProjectTemplate.Outcome] {
        var outcomes: [ProjectTemplate.Outcome] = []
        // What the project file says, or what lies there: another file that cannot be read is no matter here.
        let named = InferredSettings.isOpen(folder) ? nil : (try? Project.load(folder: folder))?.sources
        let sources = named ?? InferredSources(gathering: folder).sources
        for source in sources where source.kind == .survey && source.codebook == nil {
            for table in source.tables {
                let file = table.file
                guard PersonMask.shown(path: file) == file,
                    let draft = try? CodebookDraft(
                        path: Paths.joined(folder, file), name: file, options: source.readerOptions(table))
                else { continue }
                let name = Paths.name(of: CodebookPlace.beside(file))
                let path = SurveyTemplate.folder(in: template.language) + "/" + name
                try ProjectTemplate.write(
                    Array(draft.text(in: template.language).utf8), to: Paths.joined(folder, path), replacing: .nothing)
                outcomes.append(ProjectTemplate.Outcome(path: path, wasThere: false))
            }
        }
        return outcomes
    }
}
