// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport

/// A folder of a test's own, removed with it.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(ScratchName.next())
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        path = place.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let place = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
    }

    /// Every file's text by its path, hidden files too.
    func contents() throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let kind = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.type]
            guard kind as? FileAttributeType == .typeRegular else { continue }
            found[name] = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        }
        return found
    }
}
