// SPDX-License-Identifier: EUPL-1.2
import Reporting
import Terms
import TestSupport
import Testing

@Suite struct RendererTests {
    @Test(arguments: Language.allCases)
    func `a document with everything is written as before`(language: Language) throws {
        let document = SampleDocument.document(language)
        try GoldenFile.expect(document.markdown(), is: "sample-\(language.rawValue).md")
        try GoldenFile.expect(document.html(), is: "sample-\(language.rawValue).html")
    }
}
