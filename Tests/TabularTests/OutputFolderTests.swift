// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
import Foundation
import Testing

/// A report's folder is replaced as one, and loses nothing but what an earlier report put there.
struct OutputFolderTests {
    private static let old = ["2019/rapport.md": "gammal", "2019/tables/a.csv": "1"]

    /// A folder with a report of 2019, as its manifest says.
    private func folderWithOldSet(year: Int = 2019) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in Self.old { try folder.write(text, to: name) }
        try folder.write(Self.manifest(of: Self.old, year: year), to: "2019/manifest.json")
        return folder
    }

    private static func manifest(of files: [String: String], year: Int = 2019) -> String {
        let outputs = files.sorted { $0.key < $1.key }.map { name, text in
            let digest = FileDigest(of: Array(text.utf8)).sha256
            return "{\"path\": \"\(name.dropFirst(5))\", \"bytes\": \(text.utf8.count), \"sha256\": \"\(digest)\"}"
        }
        let list = outputs.joined(separator: ", ")
        return "{\"generator\": \"Ledsaga\", \"year\": \(year), \"outputs\": [\(list)]}"
    }

    /// Without the manifests.
    private func contents(_ folder: borrowing TemporaryFolder) throws -> [String: String] {
        try folder.contents().filter { !$0.key.hasSuffix("manifest.json") }
    }

    private func write(_ files: [String: String], to folder: String, guarding outputs: OutputGuard = OutputGuard())
        throws
    {
        var files = files
        files["manifest.json"] = "{}"
        var set = try OutputFolder(replacing: outputs.folder(folder, of: 2019, writing: Set(files.keys)))
        for (name, text) in files.sorted(by: { $0.key < $1.key }) { try set.write(Array(text.utf8), to: name) }
        try set.finish()
    }

    private func refusal(_ files: [String: String], to folder: String) -> OutputRefusal.Reason? {
        do {
            try write(files, to: folder)
            return nil
        } catch {
            return (error as? OutputRefusal)?.reason
        }
    }

    @Test func `what the earlier report wrote is kept under a name of its own, and a log is written with it`() throws {
        let folder = try folderWithOldSet()
        try folder.write("mitt", to: "2019/brev.docx")
        let log = OutputFolder.Beside(name: "utgavor.json", bytes: Array("2".utf8))
        for kept in ["2019-utgava-1", "2019-utgava-1", nil] {
            var set = try OutputFolder(
                replacing: OutputGuard().folder(folder.path + "/2019", of: 2019, writing: ["rapport.md"]))
            try set.write(Array("ny".utf8), to: "rapport.md")
            try set.finish(keepingOldAs: kept, with: log)
            let now = [
                "2019/rapport.md": "ny", "2019/brev.docx": "mitt", "utgavor.json": "2",
                "2019-utgava-1/rapport.md": "gammal", "2019-utgava-1/tables/a.csv": "1",
            ]
            #expect(try contents(folder) == now, "a name that is taken is left alone")
            try folder.write(Self.manifest(of: ["2019/rapport.md": "ny"]), to: "2019/manifest.json")
        }
        #expect(try folder.contents()["2019-utgava-1/manifest.json"] == Self.manifest(of: Self.old))
    }

    @Test func `a set of files takes the old one's place as one`() throws {
        let folder = try folderWithOldSet()
        let names: Set = ["rapport.md", "tables/b.csv"]
        var set = try OutputFolder(replacing: OutputGuard().folder(folder.path + "/2019/", of: 2019, writing: names))
        try set.write(Array("ny".utf8), to: "rapport.md")
        try set.write(Array("2".utf8), to: "tables/b.csv")
        let underWay = try folder.contents()
        #expect(Self.old.allSatisfy { underWay[$0] == $1 })
        try set.finish()
        #expect(try contents(folder) == ["2019/rapport.md": "ny", "2019/tables/b.csv": "2"])
    }

    @Test func `what somebody else put in the folder stays there, whatever it is called`() throws {
        let folder = try folderWithOldSet()
        let mine = [
            "2019/anteckningar/mina.txt": "min egen", "2019/tables/egna.csv": "min egen",
            "2019/rapport-utkast.docx": "min egen", "2019/.dold": "min egen", ".2019.123.part/x": "min egen",
            ".2019.1.old": "min egen",
        ]
        for (name, text) in mine { try folder.write(text, to: name) }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/2019/tom/mapp", withIntermediateDirectories: true)
        try write(["rapport.md": "ny"], to: folder.path + "/2019")
        #expect(try contents(folder) == mine.merging(["2019/rapport.md": "ny"]) { $1 })
        #expect(FileTree.isFolder(folder.path + "/2019/tom/mapp"))
    }

    @Test func `a file that is not the report's own, or no longer, stops the new set`() throws {
        let folder = try folderWithOldSet()
        try folder.write("min egen", to: "2019/ny.md")
        #expect(refusal(["ny.md": "ny"], to: folder.path + "/2019") == .foreign)
        try folder.write("gammal, rättad för hand", to: "2019/rapport.md")
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/2019") == .changed)
        #expect(refusal(["annat.md": "ny"], to: folder.path + "/2019") == nil)
        let left = try contents(folder)
        #expect(left["2019/ny.md"] == "min egen" && left["2019/rapport.md"] == "gammal, rättad för hand")
        #expect(left["2019/tables/a.csv"] == nil, "what is as the report wrote it gives way")
    }

    @Test func `a manifest of somebody else's makes nothing ours`() throws {
        for manifest in ["{}", "", "[1]", "{\"generator\": \"annat\", \"year\": 2019, \"outputs\": []}"] {
            let folder = try folderWithOldSet()
            try folder.write(manifest, to: "2019/manifest.json")
            let before = try folder.contents()
            let reason = refusal(["rapport.md": "ny"], to: folder.path + "/2019")
            #expect(reason == .foreign, "\(manifest)")
            #expect(try folder.contents() == before)
        }
    }

    @Test func `a link is not followed, neither for the folder nor in it`() throws {
        let folder = try folderWithOldSet()
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path + "/reports", withIntermediateDirectories: false)
        try files.createSymbolicLink(
            atPath: folder.path + "/reports/2019", withDestinationPath: folder.path + "/2019")
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/reports/2019") == .link)
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/reports/2019//") == .link)
        try files.removeItem(atPath: folder.path + "/2019/rapport.md")
        try folder.write("gammal", to: "annan.md")
        try files.createSymbolicLink(
            atPath: folder.path + "/2019/rapport.md", withDestinationPath: folder.path + "/annan.md")
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/2019") == .foreign)
        #expect(try folder.contents()["annan.md"] == "gammal")
        // A link that is in nobody's way goes over to the new set as it is.
        #expect(refusal(["annat.md": "ny"], to: folder.path + "/2019") == nil)
        #expect(FileTree.isLink(folder.path + "/2019/rapport.md"))
    }

    @Test func `a folder linked into the report's keeps what is in it`() throws {
        let folder = try folderWithOldSet()
        try folder.write("min egen", to: "ut/a.csv")
        try FileManager.default.removeItem(atPath: folder.path + "/2019/tables")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/2019/tables", withDestinationPath: folder.path + "/ut")
        #expect(throws: (any Error).self) { try write(["tables/a.csv": "ny"], to: folder.path + "/2019") }
        let left = try contents(folder)
        #expect(left["ut/a.csv"] == "min egen" && left["2019/rapport.md"] == "gammal")
    }

    @Test func `the report of another year is not replaced`() throws {
        let folder = try folderWithOldSet(year: 2018)
        let before = try folder.contents()
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/2019") == .reportOf(year: 2018))
        #expect(try folder.contents() == before)
    }

    @Test func `an input is spared though a manifest names it`() throws {
        let folder = try folderWithOldSet()
        var outputs = OutputGuard()
        outputs.spare(folder.path + "/2019/tables/a.csv", as: .input)
        #expect(throws: OutputRefusal(path: folder.path + "/2019/tables/a.csv", reason: .spared(.input))) {
            try write(["rapport.md": "ny"], to: folder.path + "/2019", guarding: outputs)
        }
    }

    @Test func `a new folder is made with those above it`() throws {
        let folder = try TemporaryFolder()
        try write(["rapport.md": "ny"], to: folder.path + "/reports/2019")
        #expect(try contents(folder) == ["reports/2019/rapport.md": "ny"])
    }

    @Test func `a file where the folder should be is left alone`() throws {
        let folder = try TemporaryFolder()
        try folder.write("min egen", to: "2019")
        #expect(refusal(["rapport.md": "ny"], to: folder.path + "/2019") == .unwritable(errno: ENOTDIR))
        #expect(try folder.contents() == ["2019": "min egen"])
    }

    @Test func `one set at a time is made, and each is whole`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/2019"
        await withTaskGroup { group in
            for number in 0..<6 {
                group.addTask {
                    let text = "\(number)"
                    let files = ["a.md": text, "b.md": text]
                    let json = Self.manifest(of: ["2019/a.md": text, "2019/b.md": text])
                    #expect(throws: Never.self) {
                        var set = try OutputFolder(
                            replacing: OutputGuard().folder(path, of: 2019, writing: ["a.md", "b.md", "manifest.json"]))
                        for (name, text) in files { try set.write(Array(text.utf8), to: name) }
                        try set.write(Array(json.utf8), to: "manifest.json")
                        try set.finish()
                    }
                }
            }
        }
        let left = try contents(folder)
        #expect(left.count == 2 && left["2019/a.md"] == left["2019/b.md"])
    }

    @Test func `an error half-way leaves the old set whole and nothing else`() throws {
        let folder = try folderWithOldSet()
        let before = try folder.contents()
        let name = String(repeating: "n", count: 300)
        #expect(throws: WriteFailure(path: "\(folder.path)/2019/\(name)", errno: ENAMETOOLONG)) {
            try write(["rapport.md": "ny", name: "ny"], to: folder.path + "/2019")
        }
        #expect(try folder.contents() == before)
    }

    @Test func `a disk that fills up half-way leaves the old set whole and nothing else`() async throws {
        let folder = try folderWithOldSet()
        let before = try folder.contents()
        let place = folder.path + "/2019"
        await #expect(processExitsWith: .success) { [place = place as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
            unsafe setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE: no file may grow past it
            do {
                let names: Set = ["rapport.md", "rapport.html"]
                var set = try OutputFolder(replacing: OutputGuard().folder(place, of: 2019, writing: names))
                try set.write(Array("ny".utf8), to: "rapport.md")
                try set.write([UInt8](repeating: 65, count: 1 << 20), to: "rapport.html")
                try set.finish()
            } catch {
                #expect(error as? WriteFailure == WriteFailure(path: place + "/rapport.html", errno: EFBIG))
                exit(EXIT_SUCCESS)
            }
            exit(EXIT_FAILURE)
        }
        #expect(try folder.contents() == before)
    }

    @Test func `a run killed half-way leaves the old set whole, and the next run cleans up after it`() async throws {
        let folder = try folderWithOldSet()
        let place = folder.path + "/2019"
        await #expect(processExitsWith: .signal(SIGKILL)) { [place = place as String] in
            var set = try OutputFolder(replacing: OutputGuard().folder(place, of: 2019, writing: ["rapport.md"]))
            try set.write(Array("halv".utf8), to: "rapport.md")
            kill(getpid(), SIGKILL)
            try set.finish()
        }
        let left = try contents(folder)
        #expect(Self.old.allSatisfy { left[$0] == $1 })
        #expect(left.count == Self.old.count + 1)
        try write(["rapport.md": "ny"], to: place)
        #expect(try contents(folder) == ["2019/rapport.md": "ny"])
    }
}
