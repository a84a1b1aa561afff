// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// What every chapter is written from: the released answers, the words, and the facts of the project.
struct Chapters: Sendable {
    let questions: ReportQuestions
    let answers: Answers
    let release: Release
    /// How boards compare, for the measures where that was computed.
    let comparisons: [ReleasedComparison]
    /// Which coarser classes were found to show more of a table.
    let advice: [CoarserTable]
    let integrity: ReleasedIntegrity
    let facts: ReportFacts
    let writer: FindingWriter

    init(
        questions: ReportQuestions, release: Release, comparisons: [ReleasedComparison] = [],
        advice: [CoarserTable] = [], integrity: ReleasedIntegrity, facts: ReportFacts, language: Language
    ) {
        self.questions = questions
        self.answers = Answers(release)
        self.release = release
        self.comparisons = comparisons
        self.advice = advice
        self.integrity = integrity
        self.facts = facts
        self.writer = FindingWriter(
            language: language, year: questions.year, service: facts.service,
            observedPart: facts.window?.observedPart(of: questions.year))
    }

    var year: Int { questions.year }
    var language: Language { writer.language }
    /// The year before, when it is compared with.
    var before: Int? { questions.comparesYears ? year - 1 : nil }

    func said(sv swedish: String, en english: String) -> String { writer.said(sv: swedish, en: english) }
    func said(_ phrase: Phrase) -> String { phrase[language] }
    func text(sv swedish: RichText, en english: RichText) -> RichText { writer.text(sv: swedish, en: english) }

    /// The cell of the year before, nil when there is none to compare with.
    func cellBefore(_ question: Question, _ codes: String...) -> ReleasedCell? {
        before.map { answers.cell(question, $0, codes) }
    }

    /// Whether this year's performed hours can be compared with those of the year before: only when the exports cover
    /// both whole, for a year half seen would look like a fall.
    var comparesPerformed: Bool {
        guard before != nil else { return false }
        return facts.window.map { $0.coversYear && $0.coversYearBefore } ?? questions.isOfTotals
    }

    /// The cell of the year before of a measure of performed hours, nil when the years cannot be compared.
    func performedBefore(_ question: Question, _ codes: String...) -> ReleasedCell? {
        comparesPerformed ? before.map { answers.cell(question, $0, codes) } : nil
    }

    /// The change of a share of performed hours; not applicable when the years cannot be compared.
    func change(of measure: MeasureName, board: String? = nil) -> ReleasedCell {
        guard comparesPerformed else { return Answers.nobody }
        return board.map { answers.cell(questions.change(of: measure, by: .district), year, $0) }
            ?? answers.cell(questions.change(of: measure), year)
    }

    /// "2018 och 2019", or "2019".
    var yearsWritten: String {
        guard let before else { return "\(year)" }
        return said(sv: "\(before) och \(year)", en: "\(before) and \(year)")
    }

    /// After "Källa: ".
    var source: String {
        if questions.isOfSurveys {
            return said(sv: "enkätfilerna; egen bearbetning", en: "the survey files; own processing")
        }
        return said(
            sv: "\(facts.municipalityGenitive) verksamhetssystem; egen bearbetning",
            en: "case management system of \(facts.municipality); own processing")
    }

    /// Who the tables speak of.
    var population: String {
        said(
            sv: "personer som beviljats \(facts.service.swedish) någon gång under året",
            en: "persons granted \(facts.service.english) at some time during the year")
    }

    /// What the interval columns show: said under every table that has one.
    var intervalNote: RichText {
        RichText(
            said(
                sv: """
                    Uppgifterna är en totalräkning. Intervallet (95 procent) visar den naturliga variationen: hur mycket \
                    värdet kan skilja sig mellan år och platser om bara slumpen skiljer dem åt.
                    """,
                en: """
                    The figures are a full count. The interval (95%) shows natural variation: how much the value may \
                    differ between years and places if only chance is at work.
                    """))
    }
}
