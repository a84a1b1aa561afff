// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Hur många har insatsen: question 1.
struct PersonsChapter: Chapter {
    let scope: ReportScope

    private var all: Question { scope.ask(.persons) }
    private var lawCombination: Question { scope.ask(.persons, .lawCombination, by: .law) }
    private var inOctober: Question { scope.ask(.persons, .onDay(month: 10, day: 1), by: .law) }
    private var onAverage: Question { scope.ask(.persons, .monthEndMean) }
    private var rate: Question { scope.ask(.persons, .perTenThousand) }
    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, by: [.law, .sex, .age],
            columns: scope.years.map { Measured("\($0)", .persons, year: $0, .count) })
    }

    var requests: [Question] {
        [all, scope.ask(.persons, by: .law), lawCombination] + byGroup.requests + [inOctober, onAverage, rate]
            + (scope.hasEntitled ? [scope.ask(.persons, .perThousandEntitled)] : [])
    }

    func section(_ released: Released) -> Section? {
        let findings = [
            writer.persons(
                released.cell(all, year), before: cellBefore(all, in: released), isAtLeast: personsAtLeast != nil),
            lawCombinationFinding(released), rateFinding(released),
        ]
        let byGroup = byGroup.table(released, "personer-grupper", unit: said(.numberOfPersons)) { groups in
            said(sv: "Personer efter \(groups)", en: "Persons by \(groups)")
        }
        return Section(
            id: "personer",
            heading: said(sv: "Personer med \(facts.service.swedish)", en: "Persons with \(facts.service.english)"),
            blocks: blocks(findings) + (personsAtLeast.map { [.paragraph($0)] } ?? [])
                + [byGroup, byDay(released)].compactMap { $0 }.map(shown))
    }

    /// "1 420 personer har insatsen enbart enligt SoL, 910 enbart enligt LSS och 60 enligt båda lagarna." nil when a
    /// part is hidden or nobody's.
    private func lawCombinationFinding(_ released: Released) -> Finding? {
        func part(_ code: String) -> ReleasedValue? { released.cell(lawCombination, year, code).shown }
        guard let sol = part("SoL-only"), let lss = part("LSS-only"), let both = part("both") else { return nil }
        return Finding(
            text(
                sv: """
                    \(writer.counted(sol, .person)) har haft insatsen enbart enligt SoL, \(lss, .count) enbart enligt \
                    LSS och \(both, .count) enligt båda lagarna.
                    """,
                en: """
                    \(writer.counted(sol, .person)) had the service under SoL only, \(lss, .count) under LSS only and \
                    \(both, .count) under both laws.
                    """))
    }

    /// "Det motsvarar 25,1 personer per 10 000 invånare."
    private func rateFinding(_ released: Released) -> Finding? {
        released.cell(rate, year).shown.map { value in
            Finding(
                text(
                    sv: "Det motsvarar \(value, .decimal(1)) personer per 10\u{A0}000 invånare den 31 december.",
                    en: "That is \(value, .decimal(1)) persons per 10,000 inhabitants on 31 December."))
        }
    }

    /// Other ways to count: on a day, on average. nil when only totals are known.
    private func byDay(_ released: Released) -> Table? {
        guard released[inOctober] != nil else { return nil }
        let laws = released.categories(inOctober, of: .law).filter { $0.kind != .unknown }
        let rows =
            [
                YearRow(
                    name: said(sv: "Någon gång under året", en: "At some time during the year"), question: all,
                    form: .count)
            ]
            + laws.map { law in
                let label = law.kind == .total ? said(sv: "samtliga", en: "all") : said(law.label).asMidSentence
                return YearRow(
                    name: said(sv: "Den 1 oktober, \(label)", en: "On 1 October, \(label)"), question: inOctober,
                    codes: [law.code], form: .count)
            }
            + [
                YearRow(
                    name: said(sv: "Sista dagen i månaden, i genomsnitt", en: "The last day of the month, on average"),
                    question: onAverage, form: .count)
            ]
        return table(
            "personer-matdag",
            said(sv: "Antalet beror på när det räknas", en: "The number depends on when it is counted"),
            unit: said(.numberOfPersons),
            notes: [
                phrase(
                    sv: "Socialstyrelsens register över insatser enligt LSS räknar personer den 1 oktober.",
                    en: "The national register of services under LSS counts persons on 1 October.")
            ] + notes(of: [inOctober], in: released), rows: rows, columns: years(said(sv: "När", en: "When"), released),
            kind: \.kind)
    }
}
