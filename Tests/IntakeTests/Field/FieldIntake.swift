// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import TestSupport

@testable import Intake

/// Reads exports in a folder that is there for as long.
enum FieldIntake {
    static func read(_ files: [(name: String, bytes: [UInt8])], key: SecretKey) throws -> IntakeResult {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files { try Data(file.bytes).write(to: data.appending(path: file.name)) }
        var project = try Project.load(folder: folder.path)
        // Record keys tell whose each person of the data set is.
        project.disclosure.method = .cellKey
        return try Intake(project, key: key).read()
    }
}
