// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Tabular

extension Pseudonymisation {
    /// A copy written in a test's own folder, where nothing is to be spared.
    static func write(
        _ path: String, name: String, to output: String, key: SecretKey, source: Source? = nil,
        codebook: Codebook? = nil
    ) throws -> Pseudonymisation {
        try write(
            path, name: name, to: OutputGuard().place(output, replacing: .anything), key: key, source: source,
            codebook: codebook)
    }
}
