// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
struct Program {
    struct Result {
        let code: Int32
        let output: String
        let messages: String
    }

    /// The release build when `make test` names it, else the one built with the tests.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["LEDSAGA_PROGRAM"] { return named }
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return tests.appendingPathComponent("ledsaga").path
    }()

    /// Runs it in a folder and waits. Output is read to the end whatever its size.
    @discardableResult
    static func run(
        _ arguments: [String], in folder: URL = Repository.root, environment: [String: String] = [:]
    ) throws -> Result {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(ScratchName.next())
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let outputFile = scratch.appendingPathComponent("out")
        let messageFile = scratch.appendingPathComponent("err")
        for file in [outputFile, messageFile] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: messageFile)
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messageFile), as: UTF8.self))
    }
}

/// The repository the tests stand in, which is also the sample project.
enum Repository {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()
}

/// A folder of a test's own, removed when the test is done.
struct Scratch: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(ScratchName.next())
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file of the folder, making the folders above it.
    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Every file below the folder: path and bytes, sorted by path.
    func files(below path: String = "") throws -> [(path: String, bytes: Data)] {
        let base = path.isEmpty ? url : url.appendingPathComponent(path)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return try names.sorted().compactMap { name in
            let file = base.appendingPathComponent(name)
            let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
            return isFolder ? nil : (name, try Data(contentsOf: file))
        }
    }
}
