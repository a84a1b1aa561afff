// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Exports in, data set out: every row kept, kept with a remark, or set aside with a reason.
package struct Intake: Sendable {
    private let project: Project
    private let key: SecretKey

    /// Nothing that is printed depends on the key: without the project's, a random one does.
    package init(_ project: Project, key: SecretKey) {
        self.project = project
        self.key = key
    }

    /// Reads all files of the project. A file that cannot be read, or is not what the project says, stops it.
    /// `hashing` takes each file's digest as it is read. Not `correcting` is for those who look at a file as it lies.
    package func read(
        hashing: Bool = false, correcting: Bool = true, progress: ((IntakeProgress) -> Void)? = nil
    ) throws(IntakeError) -> IntakeResult {
        let corrections = correcting ? try Corrections.read(project) : Corrections()
        var reading = Reading(project, corrections, key: key, hashing: hashing, progress: progress)
        reading.openVisits()
        for kind in Kinds.all { try reading.read(kind) }
        try reading.readSurveys()
        try reading.checkPersons()
        return reading.result()
    }
}
