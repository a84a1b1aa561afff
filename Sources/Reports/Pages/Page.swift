// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A page of the report: what it is called, and its chapters in order. A new page is one file that conforms to this, and
/// its place in `ReportPages.all`.
protocol Page: Scoped {
    /// Of its files, before year and ending.
    var name: String { get }
    /// The board it is of; nil for the municipality's.
    var board: String? { get }
    var title: String { get }
    var subtitle: String { get }
    /// One sentence, for search and lists.
    var abstract: String { get }
    /// The first chapter: what the others tell, in brief.
    var summary: any Chapter { get }
    var chapters: [any Chapter] { get }
    /// After the chapters, with no number of their own.
    var annexes: [any Chapter] { get }
}

extension Page {
    var board: String? { nil }
    var annexes: [any Chapter] { [] }

    /// Its chapters in the order they request. What the summary says is requested by those it sums up.
    var requesting: [any Chapter] { chapters + annexes + [summary] }

    func document(_ released: Released, correcting correction: CorrectedEdition? = nil) -> Document {
        let main = ([summary] + chapters).compactMap { $0.written(from: released) }
        return Document(
            title: title, subtitle: subtitle, language: language,
            metadata: Document.Metadata(
                publisher: facts.municipality, period: "\(year)", generator: facts.generator, summary: abstract),
            introduction: correction.map { CorrectionNotice(scope: scope, correction: $0, board: board).blocks } ?? [],
            sections: main.enumerated().map { $1.numbered($0 + 1) } + annexes.compactMap { $0.written(from: released) })
    }
}

extension Section {
    /// "3 Personer och timmar", and "3.1 Personer med ledsagning" under it.
    fileprivate func numbered(_ number: Int) -> Section {
        Section(
            id: id, heading: "\(number) \(heading)", blocks: blocks,
            sections: sections.enumerated().map { place, section in
                Section(
                    id: section.id, heading: "\(number).\(place + 1) \(section.heading)", blocks: section.blocks,
                    sections: section.sections)
            })
    }
}
