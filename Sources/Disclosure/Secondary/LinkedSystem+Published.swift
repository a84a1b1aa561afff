// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

extension LinkedSystem {
    /// Enters what earlier reports show: everybody knows it, whatever is hidden now. What they hide is a number like
    /// any other that is printed nowhere, and so is one that is another today: it was printed of other data, and does not
    /// tell what it is now.
    mutating func enterPublished(_ tabulations: [Tabulation]) {
        enter(tabulations) { system, quantity, number, _ in
            guard let number else {
                _ = system.variable(quantity)
                return
            }
            let variable = system.publishedVariable(quantity, value: number.value, isCount: number.isCount)
            if system.has(variable, number.value) { system.publish(variable) } else { system.noteCorrected() }
        }
    }

    /// Enters numbers that no table prints: the finest groups, which what is printed is sums of, and the true numbers of
    /// earlier tables.
    ///
    /// - Parameter tables: the place of the first of them among tables whose contributors are known; nil where they are
    ///   not looked at.
    mutating func enterInner(_ tabulations: [Tabulation], after tables: Int? = nil) {
        enter(tabulations) { system, quantity, number, place in
            guard let number else { return }
            let source = tables.map { first in
                Source(
                    table: first + place.table, row: place.row, part: quantity.part, domain: quantity.domain,
                    isOfTwoYears: place.isOfTwoYears)
            }
            _ = system.variable(quantity, value: number.value, isCount: number.isCount, at: source)
        }
    }

    /// Keeps what earlier reports hid or left out, in whichever table it stands now.
    mutating func keepHidden(_ tabulations: [Tabulation]) {
        for tabulation in tabulations {
            let question = tabulation.question
            let isEstimated = Catalogue.isEstimated(question)
            for row in tabulation.rows {
                let domain = Domain(row.domain, filters: question.filters)
                func number(_ part: Part) -> Int? {
                    known(Unknown(question.measure, question.aspect, part, domain).withSharedBase)
                }
                for part in hiddenParts(row.measurement, isEstimated: isEstimated) {
                    if let number = number(part), !isPublished[number], !isZero(number) { keep(LinearForm(number)) }
                }
                roundBefore(row.measurement, number(.numerator), number(.denominator), isEstimated: isEstimated)
            }
        }
    }

    /// What a row of an earlier report does not show, of what a reader would look for in it. An estimate beside its n shows
    /// all it has, and of a hidden one n may stand elsewhere.
    private func hiddenParts(_ number: Measurement, isEstimated: Bool) -> [Part] {
        switch number.kind {
        case .count, .sum, .quantile: number.value == nil ? [.value] : number.persons == 0 ? [.persons] : []
        case .share:
            if number.numerator != nil {
                []
            } else if isEstimated {
                number.publishedShare == nil ? [.numerator] : number.persons > 0 ? [] : [.numerator, .denominator]
            } else {
                [.numerator, .denominator]
            }
        case .ratio, .mean: number.value == nil ? [.numerator, .denominator] : number.persons == 0 ? [.persons] : []
        case .difference: number.persons == 0 ? [.persons] : []
        }
    }

    /// A share that stood without its parts was rounded, and still says what it said.
    private mutating func roundBefore(
        _ number: Measurement, _ numerator: Int?, _ denominator: Int?, isEstimated: Bool
    ) {
        guard number.kind == .share, number.numerator == nil, let x = numerator, let n = denominator,
            let having = values[x], let all = values[n], all > 0
        else { return }
        let pair = SharePair(x: x, n: n)
        guard let printed = number.publishedShare else { return hideAsBefore(pair) }
        let cell = cellsShowing[x].first { self.pair(of: $0) == pair }
        let share = cell.flatMap { shares[$0] } ?? having / all
        guard EarlierShares.isPossible(printed, of: share) else { return noteCorrected() }
        printAsBefore(printed, of: pair)
        // An estimate with n stands as it is; the weights of another keep it from telling x and n.
        if isEstimated, number.persons > 0 { return publish(x) }
        if cell.map({ cells[$0].isWeighted }) ?? false { return }
        let perCent = Int((printed * 100).rounded())
        guard let step = ShareRounding.steps.last(where: { perCent % $0 == 0 }) else { return }
        addRounded(RoundedShare(x: x, n: n, twiceR: 2 * perCent, step: step))
    }

    private mutating func enter(
        _ tabulations: [Tabulation],
        each: (
            inout LinkedSystem, Unknown, (value: Double, isCount: Bool)?, (table: Int, row: Int, isOfTwoYears: Bool)
        ) -> Void
    ) {
        for (table, tabulation) in tabulations.enumerated() {
            let question = tabulation.question
            for (place, row) in tabulation.rows.enumerated() {
                let domain = Domain(row.domain, filters: question.filters)
                let kind = row.measurement.kind
                for part in Part.allCases {
                    // n is left out of some numbers that are shown, and is the number itself where persons are counted.
                    let isOwn = kind == .count && row.measurement.unit == .persons
                    if part == .persons, row.measurement.persons == 0 || isOwn || !row.measurement.tellsPersons {
                        continue
                    }
                    let quantity = Unknown(question.measure, question.aspect, part, domain).withSharedBase
                    // A number may be hidden, or rounded, and its n be told.
                    let value =
                        part == .persons
                        ? Double(row.measurement.persons) : Self.value(of: part, in: row.measurement)
                    each(
                        &self, quantity, value.map { ($0, quantity.isCount(kind)) },
                        (table, place, Catalogue.aspect(of: question).isOfTwoYears(row.measurement)))
                }
            }
        }
    }
}
