// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A board's place among the others, in its own report.
extension Chapters {
    /// A measure with the board's place in it.
    private struct Place {
        let compared: Compared
        let group: ReleasedComparison.Group
        let verdict: ComparisonVerdict
        let test: ReleasedValue
    }

    /// What is judged of a board, the least likely by chance first.
    private func places(_ board: String) -> [Place] {
        let places = (compared + comparedAnswers).compactMap { compared -> Place? in
            guard let group = compared.comparison.groups.first(where: { $0.category.code == board }),
                let verdict = ComparisonVerdict(group), let test = compared.comparison.figure(.test, of: group)
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

    /// "Andelen utförda timmar i Farsta ligger inom det som slumpen kan förklara, jämfört med de övriga nämnderna."
    func boardVerdicts(_ board: String) -> [Finding] {
        compared.compactMap { compared in
            guard let group = compared.comparison.groups.first(where: { $0.category.code == board }),
                let verdict = ComparisonVerdict(group)
            else { return nil }
            let subject = said(compared.measure.definite).asSentenceStart
            let here = said(sv: "i", en: "in")
            return Finding(
                RichText("\(subject) \(here) \(board) \(said(verdict.predicate))"),
                values: [.limits95, .test, .adjustedTest].compactMap { compared.comparison.figure($0, of: group) })
        }
    }

    /// What chance says of the board's answers to one item; nil where that is not judged.
    func verdict(_ board: String, of item: String) -> ComparisonVerdict? {
        comparedAnswers.first { $0.item?.item?.name == item }
            .flatMap { $0.comparison.groups.first { $0.category.code == board } }.flatMap(ComparisonVerdict.init)
    }

    /// The three strongest differences with what may be said of them; nil with fewer than two to choose from.
    func strongestDifferences(_ board: String) -> Section? {
        let all = places(board)
        guard all.count > 1 else { return nil }
        // All knowledge items together are no fourth beside each of them.
        let strongest = Array(all.filter { $0.compared.item.map { $0.item != nil } ?? true }.prefix(3))
        let certain = all.contains { $0.group.isNamed } ? max(1, strongest.count { $0.group.isNamed }) : 0
        let sentence =
            switch certain {
            case 0:
                Phrase(
                    sv: """
                        Inget av det som har jämförts gör att \(board) säkert skiljer sig från de övriga nämnderna. Tabellen \
                        visar det som ligger längst från det gemensamma värdet; också det kan vara slump.
                        """,
                    en: """
                        Nothing that was compared makes \(board) certainly different from the other boards. The table shows \
                        what lies farthest from the common value; that too may be chance.
                        """)
            case strongest.count:
                Phrase(
                    sv: "Det här skiljer \(board) mest från de övriga nämnderna.",
                    en: "This is where \(board) differs most from the other boards.")
            default:
                Phrase(
                    sv: """
                        Det här skiljer \(board) mest från de övriga nämnderna. Bara där bedömningen säger mer än slumpen är \
                        skillnaden något att räkna med.
                        """,
                    en: """
                        This is where \(board) differs most from the other boards. Only where the verdict says more than \
                        chance is the difference one to reckon with.
                        """)
            }
        return Section(
            id: "skillnader",
            heading: said(
                sv: "\(board) bland nämnderna: de största skillnaderna",
                en: "\(board) among the boards: the largest differences"),
            blocks: [
                .finding(Finding(RichText(said(sentence)), values: all.map(\.test))),
                .table(differenceTable(board, strongest)),
            ])
    }

    private func differenceTable(_ board: String, _ places: [Place]) -> Table {
        let rows = places.map { place -> Table.Row in
            let (comparison, measure) = (place.compared.comparison, place.compared.measure)
            func cell(_ value: ReleasedValue?) -> Cell {
                .value(value.map { .shown($0) } ?? Answers.nobody, measure.form)
            }
            return Table.Row([
                .text(RichText(said(measure.name))), cell(comparison.figure(.limits95, of: place.group)),
                .interval(
                    comparison.figure(.limits95, of: place.group).map { .shown($0) } ?? Answers.nobody, measure.form),
                cell(comparison.figure(.commonValue)), .text(RichText(said(place.verdict.words))),
            ])
        }
        let surveys = places.compactMap(\.compared.item?.survey)
        return table(
            Caption(
                id: "storsta-skillnader",
                title: said(
                    sv: "Längst från det gemensamma värdet: störst skillnad är inte alltid en säker skillnad",
                    en: "Farthest from the common value: the largest difference is not always a certain one"),
                unit: said(sv: "i måttets egen enhet", en: "in the unit of each measure"),
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
                ]),
            [
                Table.Column(said(sv: "Mått", en: "Measure"), alignment: .start), Table.Column(board),
                Table.Column(said(sv: "Slumpens gränser", en: "Limits of chance")),
                Table.Column(said(sv: "Gemensamt värde", en: "Common value")),
                Table.Column(said(sv: "Bedömning", en: "Verdict"), alignment: .start),
            ], rows, population: surveys.first.map(populationWithAnswers), year: "\(year)",
            source: surveys.first.map(sourceWithAnswers))
    }

    /// Who a table of both the register and a survey speaks of.
    private func populationWithAnswers(_ survey: SurveyFacts) -> String {
        population + said(sv: " och ", en: " and ") + said(survey.name.asked.definite)
    }

    private func sourceWithAnswers(_ survey: SurveyFacts) -> String {
        let name = survey.name.indefinite
        return said(
            sv: "\(facts.municipalityGenitive) verksamhetssystem och enkät till \(name.swedish); egen bearbetning",
            en: "case management system and survey of \(name.english) by \(facts.municipality); own processing")
    }
}
