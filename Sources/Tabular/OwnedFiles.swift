// SPDX-License-Identifier: EUPL-1.2
/// Which files of a folder a report wrote there, by the manifest it left: nothing else tells a file of ours.
struct OwnedFiles: Sendable {
    /// What a file is to the report that the manifest is of.
    enum Standing {
        /// It is as the report wrote it.
        case ours
        /// The report wrote it, and somebody has changed it since.
        case changed
        /// Somebody else put it there, or it is no file.
        case foreign
    }

    /// The year of the report; nil where there is no manifest of ours.
    let year: Int?
    private let folder: String
    private let digests: [String: String]

    /// Of a folder that need not be there.
    init(in folder: String) {
        self.folder = folder
        let path = "\(folder)/\(Manifest.fileName)"
        guard FileTree.isFile(path), let bytes = try? WholeFile.bytes(path), let manifest = Manifest.Written(bytes)
        else {
            year = nil
            digests = [:]
            return
        }
        year = manifest.year
        digests = Dictionary(manifest.outputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the file of a name in the folder is. A link is never ours, whatever it leads to.
    func standing(of name: String) -> Standing {
        let path = "\(folder)/\(name)"
        guard FileTree.isFile(path) else { return .foreign }
        if name == Manifest.fileName { return year == nil ? .foreign : .ours }
        guard let digest = digests[name] else { return .foreign }
        guard let bytes = try? WholeFile.bytes(path) else { return .changed }
        return FileDigest(of: bytes).sha256 == digest ? .ours : .changed
    }
}
