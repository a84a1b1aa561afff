// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Utförda timmar och varför de ändrats: questions 3 and 4.
struct PerformedHoursChapter: Chapter {
    let scope: ReportScope

    private var performed: Question { scope.ask(.performedHours) }
    private var utilisation: Question { scope.ask(.utilisation) }
    private var outsideDecisions: Question { scope.ask(.performedHours, .outsideDecisions) }

    private var withoutTest: Question { scope.ask(.performedHours, .withoutTest) }
    private var hasWithoutTest: Bool { !facts.law.yearsWithoutTest.isDisjoint(with: scope.years) }

    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, measure: .performedHours, by: [.law, .sex, .age],
            columns: [
                Measured(said(.grantedHours), .grantedHours, year: year, .hours()),
                Measured(said(.performedHours), .performedHours, year: year, .hours()),
                Measured(said(.performedShare), .utilisation, year: year, .percent()),
                Measured(said(.interval), .utilisation, year: year, part: .interval, .percent()),
            ])
    }

    /// This year and the one before.
    private var byYear: GroupTable {
        GroupTable(
            scope: scope, measure: .performedHours, by: [.law],
            columns: scope.years.map { Measured("\($0)", .utilisation, year: $0, .percent()) }
        )
    }

    private func byProvider(_ dimension: Dimension) -> GroupTable {
        GroupTable(
            scope: scope, measure: .performedHours, by: [dimension],
            columns: [
                Measured(said(.performedHours), .performedHours, year: year, .hours()),
                Measured(said(.performedShare), .utilisation, year: year, .percent()),
                Measured(said(.interval), .utilisation, year: year, part: .interval, .percent()),
            ])
    }

    /// Granted hours, performed hours and the share of them, month by month.
    private var months: [Question] {
        [.grantedHours, .performedHours, .utilisation].map { scope.ask($0, by: .month) }
    }

    private func part(_ factor: Question.DecompositionFactor) -> Question {
        Question(.decomposition, .part(factor), years: year...year)
    }

    /// The change of each law is in the open tables alone.
    var requests: [Question] {
        let whole: [Dimension] = [.law, .sex, .age, .month, .providerType, .provider]
        var requests = [.performedHours, .utilisation].flatMap { scope.ask($0, byEach: whole) }
        requests += byGroup.requests + byYear.requests + months
        requests += byProvider(.providerType).requests + byProvider(.provider).requests
        if let change = scope.change(of: .utilisation), let byLaw = scope.change(of: .utilisation, by: .law) {
            requests += [change, byLaw] + [.sum, .persons, .grantedPerPerson, .utilisation].map(part)
        }
        return requests + [scope.ask(.persons), outsideDecisions] + (hasWithoutTest ? [withoutTest] : [])
    }

    /// Inner cells that no table prints and that tie two that are printed: a provider is known to be the municipality's
    /// own or not, so the hours of one kind of provider are the sum of its providers'.
    var innerRequests: [Question] {
        [.performedHours, .utilisation].map { scope.ask($0, by: .provider, .providerType) }
    }

    func section(_ released: Released) -> Section? {
        let findings = [
            writer.performedHours(
                released.cell(performed, year), before: performedBefore(performed, in: released),
                persons: released.cell(scope.ask(.persons), year)),
            writer.utilisation(released.cell(utilisation, year)),
            changeFinding(of: .utilisation, .utilisation, in: released),
            writer.outsideDecisions(released.cell(outsideDecisions, year)),
            hasWithoutTest ? writer.withoutTest(released.cell(withoutTest, year)) : nil,
        ]
        let groups = byGroup.table(released, "utforda-grupper", unit: said(.hoursAndPercent)) { groups in
            said(sv: "Beviljade och utförda timmar efter \(groups)", en: "Granted and performed hours by \(groups)")
        }
        return Section(
            id: "utforda-timmar", heading: said(.performedHours),
            blocks: blocks(findings) + years(released) + (groups.map { [shown($0)] } ?? []) + decomposition(released)
                + byMonth(released) + providers(released))
    }

    /// None in a first year, and none without laws to tell apart.
    private func years(_ released: Released) -> [Block] {
        guard scope.before != nil,
            let table = byYear.table(
                released, "andel-utforda-ar", unit: said(.percentOfGranted), notes: lawBreakNote,
                title: { _ in
                    writer.changeTitle(of: .utilisation, difference: change(of: .utilisation, in: released))
                        ?? said(.utilisation)
                })
        else { return [] }
        // Years that cannot be compared are not drawn side by side.
        return [
            scope.comparesPerformed ? shown(Figure(.dumbbell(before: 1, after: 2), of: table)) : shown(table)
        ]
    }

    private func decomposition(_ released: Released) -> [Block] {
        guard scope.comparesPerformed, released[part(.sum)] != nil else { return [] }
        func cell(_ factor: Question.DecompositionFactor) -> ReleasedCell { released.cell(part(factor), year) }
        let parts = FindingWriter.HourParts(
            sum: cell(.sum), persons: cell(.persons), grantedPerPerson: cell(.grantedPerPerson),
            utilisation: cell(.utilisation))
        let rows: [(name: Phrase, cell: ReleasedCell, kind: Table.Row.Kind)] = [
            (Phrase(sv: "Antal personer", en: "Number of persons"), parts.persons, .plain),
            (Phrase(sv: "Beviljade timmar per person", en: "Granted hours per person"), parts.grantedPerPerson, .plain),
            (.utilisation, parts.utilisation, .plain),
            (Phrase(sv: "Hela förändringen", en: "The whole change"), parts.sum, .total),
        ]
        let table = table(
            "forandring-delar",
            said(sv: "Vad förändringen av utförda timmar beror på", en: "What the change in performed hours is due to"),
            unit: said(.hours),
            notes: [
                phrase(
                    sv: "Delarna är räknade så att de tillsammans blir hela förändringen (se bilaga A).",
                    en: "The parts are computed so that together they make the whole change (see annex A).")
            ], rows: rows,
            columns: [
                .name(said(Dimension.factor.groupHeading)) { said($0.name) },
                .value(said(sv: "Förändring från \(year - 1)", en: "Change from \(year - 1)"), .hours().signed, \.cell),
            ], kind: \.kind)
        return blocks([writer.decomposition(parts)]) + [shown(table)]
    }

    /// None when no month is known: totals of whole years tell of no month.
    private func byMonth(_ released: Released) -> [Block] {
        let isKnown = released[months[0]]?.rows.contains {
            $0.key.count > 1 && $0.key[1].kind == .value && $0.cell.isKnown
        }
        guard isKnown == true else { return [] }
        func cell(_ question: Question, _ month: Terms.Category) -> ReleasedCell {
            released.cell(question, Int(month.code.prefix(4)) ?? year, month.code)
        }
        let rows = released.categories(months[0], of: .month).filter { $0.kind == .value }
        let table = table(
            "manader",
            said(sv: "Beviljade och utförda timmar månad för månad", en: "Granted and performed hours by month"),
            unit: said(.hoursAndPercent), notes: lawBreakNote + notes(of: months, in: released), rows: rows,
            columns: [
                .name(said(Dimension.month.groupHeading)) { said($0.label) },
                .value(said(.grantedHours), .hours()) { cell(months[0], $0) },
                .value(said(.performedHours), .hours()) { cell(months[1], $0) },
                .value(said(.performedShare), .percent()) { cell(months[2], $0) },
            ])
        let breaks =
            facts.law.hasSoL ? rows.indices.filter { $0 > 0 && rows[$0].code == LawFacts.firstMonth } : []
        return [shown(Figure(.months(columns: [1, 2], breaks: breaks), of: table))]
    }

    private func providers(_ released: Released) -> [Block] {
        let tables: [(Dimension, id: String, title: Phrase)] = [
            (
                .providerType, "regi",
                Phrase(
                    sv: "Utförda timmar i kommunal och enskild regi",
                    en: "Hours performed by municipal and independent providers")
            ),
            (.provider, "utforare", Phrase(sv: "Utförda timmar per utförare", en: "Performed hours by provider")),
        ]
        return tables.compactMap { dimension, id, title in
            byProvider(dimension).table(released, id, unit: said(.hoursAndPercent)) { _ in said(title) }.map(shown)
        }
    }
}
