// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

extension LinkedSystem {
    /// Enters what earlier reports show: everybody knows it, whatever is hidden now. What they hide is a number like
    /// any other that is printed nowhere.
    mutating func enterPublished(_ tabulations: [Tabulation]) {
        enter(tabulations) { system, quantity, number in
            guard let number else {
                _ = system.variable(quantity)
                return
            }
            system.publish(system.variable(quantity, value: number.value, isCount: number.isCount))
        }
    }

    /// Enters the finest groups, which no table prints: what is printed is sums of them, and none is below zero.
    mutating func enterInner(_ tabulations: [Tabulation]) {
        enter(tabulations) { system, quantity, number in
            if let number { _ = system.variable(quantity, value: number.value, isCount: number.isCount) }
        }
    }

    /// Keeps what the rules hide of numbers that are printed nowhere now.
    mutating func keep(_ tabulations: [Tabulation], judging judge: (Measurement) -> PrimaryFinding) {
        for tabulation in tabulations {
            let question = tabulation.question
            for row in tabulation.rows {
                let finding = judge(row.measurement)
                guard finding.isHidden else { continue }
                let domain = Domain(row.domain, filters: question.filters)
                func number(_ part: Part) -> Int? {
                    known(Unknown(question.measure, question.aspect, part, domain).withSharedBase)
                }
                for part in finding.parts {
                    if let number = number(part) { keep(LinearForm(number)) }
                }
                if finding.guardsComplement, let x = number(.numerator), let n = number(.denominator) {
                    keep(LinearForm([(n, 1), (x, -1)]))
                }
            }
        }
    }

    private mutating func enter(
        _ tabulations: [Tabulation],
        each: (inout LinkedSystem, Unknown, (value: Double, isCount: Bool)?) -> Void
    ) {
        for tabulation in tabulations {
            let question = tabulation.question
            for row in tabulation.rows {
                let domain = Domain(row.domain, filters: question.filters)
                let kind = row.measurement.kind
                for part in Part.allCases {
                    // n is left out of some numbers that are shown.
                    if part == .persons, row.measurement.persons == 0 || kind == .count { continue }
                    let quantity = Unknown(question.measure, question.aspect, part, domain).withSharedBase
                    each(
                        &self, quantity,
                        Self.value(of: part, in: row.measurement).map { ($0, quantity.isCount(kind)) })
                }
            }
        }
    }
}
