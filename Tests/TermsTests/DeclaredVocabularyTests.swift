// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Terms
import Testing

@Suite struct `The vocabulary of published tables` {
    @Test func `is documented word by word, as it is declared`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/rojandekontroll.md"), encoding: .utf8)
        let lines = Set(text.split(separator: "\n").map(String.init))
        for (heading, rows) in DeclaredVocabulary.rows(in: .swedish) {
            for row in rows { #expect(lines.contains(row), "\(heading): \(row)") }
        }
    }

    @Test func `tells a role for every dimension, and one name`() {
        let names = Dimension.allCases.map { DeclaredDimension($0).name }
        #expect(Set(names).count == names.count && !names.contains(DeclaredDimension.lawCombination.name))
    }
}
