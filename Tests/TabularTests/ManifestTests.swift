// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
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
                version: "0.1.0", municipality: "Stockholms stad", year: 2019, language: .swedish,
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

    @Test func `a manifest is read back as it was written, and no other is taken for one`() throws {
        let manifest = Manifest(
            version: "0.1.0", municipality: "Stockholms stad", year: 2019, language: .swedish,
            settings: [Definition.Setting("disclosure.threshold", "5")],
            inputs: [Manifest.File(named: "rattelser.csv")],
            outputs: [Manifest.File(path: "uppfoljning-2019.md", bytes: 3, sha256: "02")])
        let written = try #require(Manifest.Written(Array(manifest.json.utf8)))
        #expect(written.year == 2019)
        #expect(written.outputs.map(\.path) == ["uppfoljning-2019.md"])
        #expect(written.outputs.map(\.sha256) == ["02"])
        #expect(written.setting("disclosure.threshold") == "5")
        #expect(written.setting("disclosure.p_percent") == nil)
        #expect(Manifest.begins(manifest.json))
        let other = manifest.json.replacing("\"Ledsaga\"", with: "\"annat\"")
        #expect(Manifest.Written(Array(other.utf8)) == nil && !Manifest.begins(other))
        #expect(Manifest.Written([]) == nil)
    }
}
