// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// The language that pages are written in, which says how their numbers are to be read.
struct PageLanguage {
    /// Of pages that say it themselves (`<html lang="en">`), by path without suffix.
    private var told: [String: Language] = [:]

    init(_ pages: [PublishedReport.Page]) {
        for page in pages where page.isHTML {
            guard let start = page.text.range(ofWord: "lang=\"") else { continue }
            let code = page.text[start...].dropFirst(6).prefix { $0.isLetter }
            told[String(Self.stem(page))] = Language(rawValue: code.lowercased())
        }
    }

    /// What the page says, or the same page in HTML; else the language that its commonest little word is of.
    subscript(page: PublishedReport.Page) -> Language {
        if let told = told[String(Self.stem(page))] { return told }
        let words = page.text.split { $0 == " " || $0.isNewline }
        return words.count { $0 == "the" } > words.count { $0 == "och" } ? .english : .swedish
    }

    private static func stem(_ page: PublishedReport.Page) -> Substring {
        page.path.hasSuffix(".html") ? page.path.dropLast(5) : page.path.dropLast(3)
    }
}
