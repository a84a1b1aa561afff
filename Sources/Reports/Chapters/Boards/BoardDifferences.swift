// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A board's place among the others, in its own report: the three strongest differences with what may be said of them.
/// nil with fewer than two to choose from.
struct BoardDifferences: Chapter {
    let scope: ReportScope
    let board: String

    var requests: [Question] { [] }

    /// A measure with the board's place in it.
    private struct Place {
        let compared: Compared
        let group: ReleasedComparison.Group
        let verdict: ComparisonVerdict
        let test: ReleasedValue
    }

    /// What is judged of the board, the least likely by chance first.
    private func places(_ released: Released) -> [Place] {
        let places = (compared(in: released) + comparedAnswers(in: released)).compactMap { compared -> Place? in
            guard let group = compared.group(of: board), let verdict = ComparisonVerdict(group),
                let test = compared.comparison.figure(.test, of: group)
            else { return nil }
            return Place(compared: compared, group: group, verdict: verdict, test: test)
        }
        return places.enumerated().sorted { one, other in
            let (first, second) = (one.element.test, other.element.test)
            if first.p != second.p { return (first.p ?? 1) < (second.p ?? 1) }
            return first.value.magnitude != second.value.magnitude
                ? first.value.magnitude > second.value.magnitude : one.offset < other.offset
        }.map(\.element)
    }

    func section(_ released: Released) -> Section? {
        let all = places(released)
        guard all.count > 1 else { return nil }
        // All knowledge items together are no fourth beside each of them.
        let strongest = Array(all.filter { $0.compared.item.map { $0.item != nil } ?? true }.prefix(3))
        let certain = all.contains { $0.group.isNamed } ? max(1, strongest.count { $0.group.isNamed }) : 0
        return Section(
            id: "skillnader",
            heading: said(
                sv: "\(board) bland nämnderna: de största skillnaderna",
                en: "\(board) among the boards: the largest differences"),
            blocks: [
                .finding(Finding(opening(certain: certain, of: strongest.count), values: all.map(\.test))),
                .table(table(strongest)),
            ])
    }

    private func opening(certain: Int, of count: Int) -> RichText {
        switch certain {
        case 0:
            phrase(
                sv: """
                    Inget av det som har jämförts gör att \(board) säkert skiljer sig från de övriga nämnderna. Tabellen \
                    visar det som ligger längst från det gemensamma värdet; också det kan vara slump.
                    """,
                en: """
                    Nothing that was compared makes \(board) certainly different from the other boards. The table shows \
                    what lies farthest from the common value; that too may be chance.
                    """)
        case count:
            phrase(
                sv: "Det här skiljer \(board) mest från de övriga nämnderna.",
                en: "This is where \(board) differs most from the other boards.")
        default:
            phrase(
                sv: """
                    Det här skiljer \(board) mest från de övriga nämnderna. Bara där bedömningen säger mer än slumpen är \
                    skillnaden något att räkna med.
                    """,
                en: """
                    This is where \(board) differs most from the other boards. Only where the verdict says more than \
                    chance is the difference one to reckon with.
                    """)
        }
    }

    private func table(_ places: [Place]) -> Table {
        func column(_ heading: String, _ part: ReleasedPart, _ cell: @escaping (Place) -> ReleasedCell)
            -> TableSpec<Place>.Column
        {
            .init(heading) { .part(part, of: cell($0), $0.compared.measure.form) }
        }
        func limits(_ place: Place) -> ReleasedCell { place.compared.cell(.limits95, of: place.group) }
        // A table of both the register and a survey speaks of those asked too.
        let survey = places.lazy.compactMap(\.compared.item?.survey).first
        return table(
            "storsta-skillnader",
            said(
                sv: "Längst från det gemensamma värdet: störst skillnad är inte alltid en säker skillnad",
                en: "Farthest from the common value: the largest difference is not always a certain one"),
            unit: said(sv: "i måttets egen enhet", en: "in the unit of each measure"),
            population: survey.map {
                population + said(sv: " och ", en: " and ") + said($0.name.asked.definite)
            }, year: "\(year)",
            source: survey.map(\.name.indefinite).map { name in
                said(
                    sv:
                        "\(facts.municipalityGenitive) verksamhetssystem och enkät till \(name.swedish); egen bearbetning",
                    en: "case management system and survey of \(name.english) by \(facts.municipality); own processing")
            },
            notes: [
                phrase(
                    sv: """
                        Ordnade efter hur sällan slumpen ensam ger en så stor skillnad. Om bara slumpen skiljer nämnder åt \
                        hamnar nitton av tjugo lika stora nämnder inom slumpens gränser.
                        """,
                    en: """
                        In the order of how seldom chance alone gives so large a difference. If only chance sets boards \
                        apart, nineteen of twenty boards of the same size end up within the limits of chance.
                        """)
            ], rows: places,
            columns: [
                .name(said(.measure)) { said($0.compared.measure.name) }, column(board, .value, limits),
                column(said(sv: "Slumpens gränser", en: "Limits of chance"), .interval, limits),
                column(said(.commonValue), .value) { $0.compared.cell(.commonValue) },
                .name(said(.verdict)) { said($0.verdict.words) },
            ])
    }
}

extension Scoped {
    /// "Andelen utförda timmar i Farsta ligger inom det som slumpen kan förklara, jämfört med de övriga nämnderna."
    func boardVerdicts(of board: String, in released: Released) -> [Finding] {
        compared(in: released).compactMap { compared in
            guard let group = compared.group(of: board), let verdict = ComparisonVerdict(group) else { return nil }
            let subject = said(compared.measure.definite).asSentenceStart
            let here = said(sv: "i", en: "in")
            return Finding(
                RichText("\(subject) \(here) \(board) \(said(verdict.predicate))"),
                values: [.limits95, .test, .adjustedTest].compactMap { compared.comparison.figure($0, of: group) })
        }
    }
}
