// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Jämfört med riket: persons with the service on 1 October per inhabitants, beside public numbers of the country and of
/// municipalities like it. nil where the project has no such numbers.
struct CountryChapter: Chapter {
    let scope: ReportScope

    /// Of the one service alone: beside the others' exact numbers those with several would be known.
    private var own: Question? {
        facts.baseline?.own.map { group in
            Question(
                .persons, .perTenThousandInOctober, where: [Question.Filter(group.dimension, .isOneOf, [group.code])],
                years: scope.years)
        }
    }

    var requests: [Question] { own.map { [$0] } ?? [] }

    func section(_ released: Released) -> Section? {
        guard let baseline = facts.baseline, !baseline.rows.isEmpty else { return nil }
        let cell = ownCell(year, released)
        return Section(
            id: "riket", heading: said(sv: "Jämfört med riket", en: "Compared with the country"),
            blocks: blocks([
                baseline.country.flatMap {
                    writer.besideCountry(
                        cell, country: $0.perTenThousand, year: $0.year, of: baseline.service, in: facts.municipality)
                }
            ]) + [.table(table(baseline, released))])
    }

    private func ownCell(_ year: Int, _ released: Released) -> ReleasedCell {
        own.map { released.cell($0, year) } ?? .nobody
    }

    private struct Row {
        let name: String
        let year: Int
        let cell: Cell
    }

    /// Never left out: what is hidden of it is one number, and the others are public.
    private func table(_ baseline: BaselineFacts, _ released: Released) -> Table {
        let form = NumberForm.decimal(1)
        let ownRows = scope.years.map { year in
            Row(
                name: said(
                    sv: "\(facts.municipality), beslut som gäller", en: "\(facts.municipality), decisions in force"),
                year: year, cell: .value(ownCell(year, released), form))
        }
        let others = baseline.rows.map { row in
            Row(name: said(row.name), year: row.year, cell: .number(row.perTenThousand, form))
        }
        let isOfOtherYear = baseline.rows.contains { $0.year != year }
        return table(
            "jamforelsetal",
            said(
                sv: "Personer med \(baseline.service.swedish) per 10\u{A0}000 invånare",
                en: "Persons with \(baseline.service.english) per 10,000 inhabitants"),
            unit: said(
                sv: "personer den 1 oktober per 10\u{A0}000 invånare den 31 december",
                en: "persons on 1 October per 10,000 inhabitants on 31 December"),
            population: said(
                sv: "personer med \(baseline.service.swedish)", en: "persons with \(baseline.service.english)"),
            year: yearsTold(baseline),
            source: joined(baseline.sources) + "; " + source,
            notes: [
                phrase(
                    sv: """
                        Kommunens egna tal räknar alla som har ett beslut som gäller den 1 oktober. Det nationella registret \
                        räknar bara dem vars beslut är verkställda den dagen, så det egna talet kan vara högre.
                        """,
                    en: """
                        The municipality's own numbers count all who have a decision in force on 1 October. The national \
                        register counts only those whose decisions are carried out that day, so the own number may be \
                        higher.
                        """),
                baseline.rows.contains { $0.place == .similar }
                    ? phrase(
                        sv: "En grupp av kommuner har medelvärdet av kommunernas tal, där varje kommun väger lika.",
                        en: "A group of municipalities has the mean of their numbers, each with the same weight.")
                    : nil,
                isOfOtherYear
                    ? phrase(
                        sv: "Där det inte finns något tal för \(year) står det från närmaste år.",
                        en: "Where there is no number of \(year) that of the nearest year stands.") : nil,
            ].compactMap(\.self) + notes(of: requests, in: released),
            rows: ownRows + others,
            columns: [
                .name(said(sv: "Område", en: "Area"), \.name),
                .text(said(sv: "År", en: "Year")) { RichText(String($0.year)) },
                .init(said(sv: "Per 10\u{A0}000 invånare", en: "Per 10,000 inhabitants"), \.cell),
            ])
    }

    /// "2018, 2019 och 2021"
    private func yearsTold(_ baseline: BaselineFacts) -> String {
        joined(Set(Array(scope.years) + baseline.rows.map(\.year)).sorted().map(String.init))
    }
}
