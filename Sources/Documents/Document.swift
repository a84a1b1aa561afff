// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// A report as data. Every format is a pure function of it, so no number can differ between formats.
///
/// All text is in the document's language; numbers stand as values, which the renderers put into that language's form.
package struct Document: Sendable {
    /// What is said of the document outside its text.
    package struct Metadata: Sendable, Hashable {
        /// The municipality that publishes it.
        package let publisher: String
        /// The year or years it speaks of: "2019".
        package let period: String
        /// The program and its version: "Ledsaga 0.1.0".
        package let generator: String
        /// One sentence, for search and lists.
        package let summary: String

        package init(publisher: String, period: String, generator: String, summary: String) {
            self.publisher = publisher
            self.period = period
            self.generator = generator
            self.summary = summary
        }
    }

    package let title: String
    /// Under the title, smaller; may be empty.
    package let subtitle: String
    package let language: Language
    package let metadata: Metadata
    /// Before the first heading.
    package let introduction: [Block]
    package let sections: [Section]

    /// Ids are unique over sections, tables and figures, and what is linked to is there.
    package init(
        title: String, subtitle: String = "", language: Language, metadata: Metadata, introduction: [Block] = [],
        sections: [Section]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.metadata = metadata
        self.introduction = introduction
        self.sections = sections
        let ids = body.ids
        var seen: Set<String> = []
        for id in ids {
            precondition(seen.insert(id).inserted, "two parts of a document have the id '\(id)'")
        }
        for id in body.linked {
            precondition(seen.contains(id), "a document links to '\(id)', which it does not have")
        }
    }

    /// Every id its text links to.
    package var linked: Set<String> { Set(body.linked) }

    /// All of it as one section without heading.
    private var body: Section { Section(id: "", heading: "", blocks: introduction, sections: sections) }
}
