// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport
import Testing

/// The promise that nothing leaves past the gate is kept by the compiler: here it is asked.
@Suite struct `By construction` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// Where the modules of this very build lie.
    private static let modules = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "Modules")

    /// What the compiler says of a program in this package that imports the rooms; empty when it compiles.
    private func complaints(about code: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "snippet.swift")
        try Data("import Disclosure\nimport Measures\nimport Terms\n\(code)\n".utf8).write(to: file)
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        let maps = ["CGLPK", "CLibCSV", "CRmath", "CSodium"].flatMap { name in
            ["-Xcc", "-fmodule-map-file=" + Self.root.appending(path: "Sources/\(name)/module.modulemap").path]
        }
        // The package manager names a package after its folder.
        compiler.arguments =
            [
                "swiftc", "-typecheck", "-package-name", Self.root.lastPathComponent.lowercased(), "-I",
                Self.modules.path,
            ]
            + maps + [file.path]
        let output = Pipe()
        compiler.standardError = output
        compiler.standardOutput = FileHandle.nullDevice
        try compiler.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        compiler.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: modules.path)),
        arguments: [
            ("ReleasedValue(value: 3, persons: 3, unit: .persons)", "inaccessible due to 'internal' protection level"),
            ("ReleasedTable.Row(key: [], cell: .hidden, unit: .hours)", "inaccessible due to 'internal'"),
            ("ReleasedCell.shown(3)", "cannot convert value of type 'Int' to expected argument type 'ReleasedValue'"),
            ("decode(ReleasedValue.self)", "requires that 'ReleasedValue' conform to 'Decodable'"),
            ("show(unreleased)", "cannot convert value of type 'Measurement' to expected argument type 'ReleasedCell'"),
        ])
    func `a number that is not released cannot be made to look so`(_ expression: String, _ complaint: String) throws {
        let frame = """
            func decode<Value: Decodable>(_: Value.Type) {}
            func show(_ cell: ReleasedCell) {}
            let unreleased = Measurement(kind: .count, unit: .persons, value: 3, persons: 3)
            """
        try #require(try complaints(about: frame) == "")
        let said = try complaints(about: frame + "\nlet made: Any = \(expression)")
        #expect(said.contains("error:"))
        #expect(said.contains(complaint))
    }
}
