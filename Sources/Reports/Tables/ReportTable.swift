// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Scoped {
    /// A table in the report's name. Whom it speaks of, when, and from where are the report's own where they are not
    /// given; of a table of survey answers they are those asked, the waves and the surveys. A table that has intervals
    /// says what they show.
    func table<Row>(
        _ id: String, _ title: String, unit: String, population: String? = nil, year: String? = nil,
        base: ReleasedCell? = nil, source: String? = nil, notes: [RichText] = [], rows: [Row],
        columns: [TableSpec<Row>.Column], kind: (Row) -> Table.Row.Kind = { _ in .plain }, total: [Cell]? = nil,
        headerColumns: Int = 1, of surveys: [SurveyFacts] = []
    ) -> Table {
        let spec = TableSpec(rows: rows, columns: columns, kind: kind, total: total, headerColumns: headerColumns)
        let notes = notes + (spec.hasInterval ? [surveys.isEmpty ? intervalNote : surveyIntervalNote] : [])
        guard !surveys.isEmpty else {
            return Table(
                spec, id: id, title: title, unit: unit, population: population ?? self.population,
                year: year ?? yearsWritten, source: source ?? self.source, notes: notes)
        }
        var waves: [String] = []
        for survey in surveys where !waves.contains(survey.wave) { waves.append(survey.wave) }
        let groups = joined(surveys.map { said($0.name.indefinite) })
        return Table(
            spec, id: id, title: title, unit: unit, population: groups, year: joined(waves),
            base: base.map { .value($0) },
            source: said(
                sv: "\(facts.municipalityGenitive) enkät till \(groups); egen bearbetning",
                en: "survey of \(groups) by \(facts.municipality); own processing"), notes: notes)
    }

    /// The notes of the answers a table is made of, each once. What intervals show stands beside the tables that print
    /// them.
    func notes(of asked: [Question], in released: Released) -> [RichText] {
        var seen: Set<Phrase> = [.naturalVariation]
        return asked.flatMap { released[$0]?.notes ?? [] }.filter { seen.insert($0).inserted }
            .map { RichText(said($0)) }
    }

    /// After "Källa: ".
    var source: String {
        scope.basis == .surveys
            ? said(sv: "enkätfilerna; egen bearbetning", en: "the survey files; own processing")
            : said(
                sv: "\(facts.municipalityGenitive) verksamhetssystem; egen bearbetning",
                en: "case management system of \(facts.municipality); own processing")
    }

    /// Who the tables speak of.
    var population: String {
        said(
            sv: "personer som beviljats \(facts.service.swedish) någon gång under året",
            en: "persons granted \(facts.service.english) at some time during the year")
    }

    var intervalNote: RichText {
        phrase(
            sv: """
                Uppgifterna är en totalräkning. Intervallet (95 procent) visar den naturliga variationen: hur mycket \
                värdet kan skilja sig mellan år och platser om bara slumpen skiljer dem åt.
                """,
            en: """
                The figures are a full count. The interval (95%) shows natural variation: how much the value may \
                differ between years and places if only chance is at work.
                """)
    }

    private var surveyIntervalNote: RichText {
        phrase(
            sv: "Intervallet (95 procent) visar osäkerheten som beror på vilka som har svarat.",
            en: "The interval (95%) shows the uncertainty that comes from who has answered.")
    }

    /// What a row of places is called: the whole area by its own name.
    func place(_ category: Terms.Category) -> String {
        category.kind == .total ? wholePlace : said(category.label)
    }
}
