// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Documents
package import Terms

/// The yearly follow-up of the whole municipality: what the council reads.
package struct CityReport: Sendable {
    private let chapters: Chapters

    /// - Parameters:
    ///   - questions: those whose answers the release holds.
    ///   - release: everything that is published together, boards included.
    ///   - advice: which coarser classes were found to show more.
    package init(
        _ questions: ReportQuestions, release: Release, comparisons: [ReleasedComparison] = [],
        advice: [CoarserTable] = [], integrity: ReleasedIntegrity, facts: ReportFacts, language: Language
    ) {
        chapters = Chapters(
            questions: questions, release: release, comparisons: comparisons, advice: advice, integrity: integrity,
            facts: facts, language: language)
    }

    /// The report as data, ready to be rendered.
    package var document: Document {
        let facts = chapters.facts
        let year = chapters.year
        if chapters.questions.isOfSurveys { return ofSurveys }
        let main = [
            chapters.summary(), chapters.data(), chapters.personsAndHours(), chapters.flexible(),
            chapters.districts(), chapters.survey(), chapters.limits(),
        ].compactMap { $0 }
        let numbered = main.enumerated().map { place, section in section.numbered(place + 1) }
        return Document(
            title: chapters.said(
                sv: "Uppföljning av \(facts.service.swedish) \(year)",
                en: "Follow-up of \(facts.service.english) \(year)"),
            subtitle: facts.municipality, language: chapters.language,
            metadata: Document.Metadata(
                publisher: facts.municipality, period: "\(year)", generator: facts.generator,
                summary: chapters.said(
                    sv: """
                        Hur många som haft \(facts.service.swedish) under \(year), hur många timmar som beviljats och utförts, \
                        och hur flexibelt timmarna använts.
                        """,
                    en: """
                        How many persons had \(facts.service.english) during \(year), how many hours were granted and \
                        performed, and how flexibly the hours were used.
                        """)),
            sections: numbered
                + [chapters.method(), chapters.quality(), chapters.tables(), chapters.disclosure()].compactMap { $0 })
    }
}

extension CityReport {
    /// The report of a project that has surveys alone: nothing of persons and hours.
    private var ofSurveys: Document {
        let facts = chapters.facts
        let year = chapters.year
        let main = [chapters.surveySummary(), chapters.data(), chapters.survey(), chapters.limits()].compactMap { $0 }
        let numbered = main.enumerated().map { place, section in section.numbered(place + 1) }
        return Document(
            title: chapters.said(
                sv: "Enkätsvar om \(facts.service.swedish) \(year)",
                en: "Survey answers about \(facts.service.english) \(year)"),
            subtitle: facts.municipality, language: chapters.language,
            metadata: Document.Metadata(
                publisher: facts.municipality, period: "\(year)", generator: facts.generator,
                summary: chapters.said(
                    sv: "Vad de som svarat på enkäter om \(facts.service.swedish) \(year) tycker.",
                    en: "What those think who answered surveys about \(facts.service.english) \(year).")),
            sections: numbered
                + [chapters.method(), chapters.quality(), chapters.disclosure()].compactMap { $0 })
    }
}

extension Section {
    /// "3 Personer och timmar", and "3.1 Personer med ledsagning" under it.
    func numbered(_ number: Int) -> Section {
        Section(
            id: id, heading: "\(number) \(heading)", blocks: blocks,
            sections: sections.enumerated().map { place, section in
                Section(
                    id: section.id, heading: "\(number).\(place + 1) \(section.heading)", blocks: section.blocks,
                    sections: section.sections)
            })
    }
}
