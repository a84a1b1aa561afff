// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Intake
import Terms
import Testing

@Suite struct SecretKeyTests {
    @Test func `a key that was made is the key that is read, and only its owner may read it`() throws {
        let folder = try ScratchFolder()
        #expect(try SecretKey.load(folder: folder.path) == nil)
        let made = try SecretKey.create(in: folder.path)
        #expect(try SecretKey.load(folder: folder.path)?.bytes == made.bytes)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + SecretKey.fileName)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a key that is there is never replaced`() throws {
        let folder = try ScratchFolder()
        let first = try SecretKey.create(in: folder.path)
        let error = try #require(throws: SecretKeyError.self) { try SecretKey.create(in: folder.path) }
        #expect(error.fact == .alreadyThere)
        #expect(try SecretKey.load(folder: folder.path)?.bytes == first.bytes)
    }

    @Test func `a key that others may read is refused with the command that mends it`() throws {
        let folder = try ScratchFolder()
        _ = try SecretKey.create(in: folder.path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: folder.path + "/" + SecretKey.fileName)
        let error = try #require(throws: SecretKeyError.self) { try SecretKey.load(folder: folder.path) }
        #expect(error.exitCode == .configuration)
        #expect(error.message(in: .swedish).contains("chmod 600"))
    }

    @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
    func `a file that holds no key is refused`(content: String) throws {
        let folder = try ScratchFolder([SecretKey.fileName: content])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.path + "/" + SecretKey.fileName)
        let error = try #require(throws: SecretKeyError.self) { try SecretKey.load(folder: folder.path) }
        #expect(error.fact == .damaged)
    }

    @Test func `a key shows nothing of itself, and two keys differ`() {
        let key = SecretKey.random()
        #expect("\(key)" == "‹key›")
        #expect(String(reflecting: key) == "‹key›")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("bytes"))
        #expect(key.bytes != SecretKey.random().bytes)
    }
}
