// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
import Foundation
import Testing

/// Which places a guard lets through, and what is done to a place that is a link.
struct OutputGuardTests {
    private static let ours = OwnOutput { $0.start.hasPrefix("vår;") }

    private func reason(_ outputs: OutputGuard, _ path: String) -> OutputRefusal.Reason? {
        do {
            _ = try outputs.place(path, replacing: Self.ours)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func `a spared file is spared under every name that leads to it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("vår;fil", to: "data/a.csv")
        try FileManager.default.linkItem(atPath: folder.path + "/data/a.csv", toPath: folder.path + "/hard.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/soft.csv", withDestinationPath: folder.path + "/data/a.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/in", withDestinationPath: folder.path + "/data")
        var outputs = OutputGuard()
        outputs.spare(folder.path + "/data/a.csv", as: .input)
        for name in ["data/a.csv", "./data/../data/a.csv", "in/a.csv", "hard.csv", "soft.csv"] {
            #expect(reason(outputs, "\(folder.path)/\(name)") == .spared(.input), "\(name)")
        }
        #expect(reason(outputs, folder.path + "/data/b.csv") == nil)
    }

    @Test func `a name is spared before there is a file of that name`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "data/a.csv")
        var outputs = OutputGuard()
        outputs.spare(folder.path + "/ledsaga.key", as: .key)
        outputs.spareFiles(in: folder.path + "/data", as: .input)
        #expect(reason(outputs, folder.path + "/data/../ledsaga.key") == .spared(.key))
        #expect(reason(outputs, folder.path + "/data/ledsaga.key") == nil)
        #expect(reason(outputs, folder.path + "/data/a.csv") == .spared(.input), "an empty input is an input")
    }

    @Test func `only an empty file and one of the same kind give way`() throws {
        let folder = try TemporaryFolder()
        try folder.write("vår;1\n", to: "vår.csv")
        try folder.write("\u{FEFF}vår;1\n", to: "märkt.csv")
        try folder.write("", to: "tom.csv")
        try folder.write("annans;1\n", to: "annans.csv")
        let outputs = OutputGuard()
        for name in ["vår.csv", "märkt.csv", "tom.csv", "ny.csv"] {
            #expect(reason(outputs, "\(folder.path)/\(name)") == nil, "\(name)")
        }
        #expect(reason(outputs, folder.path + "/annans.csv") == .foreign)
        for stream in ["-", "/dev/stdout", "/dev/null"] { #expect(reason(outputs, stream) == nil, "\(stream)") }
    }

    @Test func `the files of a report do not give way to another kind of file`() throws {
        let folder = try TemporaryFolder()
        let manifest = "{\n  \"schema_version\": 1,\n  \"generator\": \"Ledsaga\"\n}\n"
        try folder.write(manifest, to: "2019/manifest.json")
        try folder.write("vår;1", to: "2019/tabeller/a.csv")
        try folder.write("egen", to: "2018/tabeller/a.csv")
        let outputs = OutputGuard()
        #expect(reason(outputs, folder.path + "/2019/tabeller/a.csv") == .spared(.report))
        #expect(reason(outputs, folder.path + "/2019/manifest.json") == .spared(.report))
        #expect(reason(outputs, folder.path + "/2018/tabeller/a.csv") == .foreign)
    }

    @Test func `a link at the place gives way, and what it led to is left alone`() throws {
        let folder = try TemporaryFolder()
        try folder.write("vår;gammal", to: "annan/fil.csv")
        for target in ["annan/fil.csv", "annan/finns-inte.csv"] {
            let link = folder.path + "/ut.csv"
            try? FileManager.default.removeItem(atPath: link)
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: folder.path + "/" + target)
            try OutputFile.write(Array("vår;ny".utf8), to: OutputGuard().place(link, replacing: Self.ours))
            #expect(try folder.contents() == ["annan/fil.csv": "vår;gammal", "ut.csv": "vår;ny"])
        }
    }
}
