// SPDX-License-Identifier: EUPL-1.2
@testable import Reports
import Terms
import Testing

struct ManifestTests {
    @Test func `a manifest lists what was read and written, in the same bytes whatever order it was written in`() {
        let inputs = [Manifest.File(path: "data/beslut-2019.csv", bytes: 12, sha256: "ab")]
        let outputs = [
            Manifest.File(path: "uppfoljning-2019.md", bytes: 3, sha256: "02"),
            Manifest.File(path: "stadsdelar/farsta-2019.md", bytes: 2, sha256: "01"),
        ]
        func json(_ outputs: [Manifest.File]) -> String {
            Manifest(
                generator: "Ledsaga", version: "0.1.0", municipality: "Stockholms stad", year: 2019, language: .swedish,
                settings: [Definition.Setting("threshold", "5")], inputs: inputs, outputs: outputs
            ).json
        }
        #expect(json(outputs) == json(outputs.reversed()))
        #expect(
            json(outputs) == """
                {
                  "schema_version": 1,
                  "generator": "Ledsaga",
                  "version": "0.1.0",
                  "municipality": "Stockholms stad",
                  "year": 2019,
                  "language": "sv",
                  "settings": {"threshold": "5"},
                  "inputs": [
                    {"path": "data/beslut-2019.csv", "bytes": 12, "sha256": "ab"}
                  ],
                  "outputs": [
                    {"path": "stadsdelar/farsta-2019.md", "bytes": 2, "sha256": "01"},
                    {"path": "uppfoljning-2019.md", "bytes": 3, "sha256": "02"}
                  ]
                }

                """)
    }
}
