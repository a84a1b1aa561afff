// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Which person-months are flexible use, and which lie in a complete period: one place an entry of the panel.
///
/// A month is flexible when u > b + τ, and, under F1, the period it lies in has Σu ≤ Σb + τ. Only months inside
/// the observation window count, and a period is complete when all its months are in the spell and in the window.
struct FlexibleMonths: Sendable {
    private(set) var isFlexible: [Bool]
    private(set) var isInCompletePeriod: [Bool]

    init(
        _ panel: PersonMonths, window: ClosedRange<YearMonth>, definition: MeasureSettings.Definition,
        anchor: MeasureSettings.Anchor, periodMonths: Int, tolerance: Hours
    ) {
        isFlexible = [Bool](repeating: false, count: panel.entries.count)
        isInCompletePeriod = isFlexible
        for spell in panel.spells {
            // The first month of the period that a month lies in, as whole months since year 0.
            func start(of month: YearMonth) -> Int {
                let origin = anchor == .spell ? Int(spell.first.index) : 0
                return (Int(month.index) - origin) / periodMonths * periodMonths + origin
            }
            var place = spell.entries.lowerBound
            while place < spell.entries.upperBound {
                let begin = start(of: panel.entries[place].month)
                var end = place
                var balance = Hours.zero
                while end < spell.entries.upperBound, start(of: panel.entries[end].month) == begin {
                    let entry = panel.entries[end]
                    if window.contains(entry.month) { balance += entry.performed - entry.granted }
                    end += 1
                }
                let months = YearMonth(index: Int32(begin))...YearMonth(index: Int32(begin + periodMonths - 1))
                let isComplete =
                    max(spell.first, window.lowerBound) <= months.lowerBound
                    && months.upperBound <= min(spell.last, window.upperBound)
                let mayBeFlexible = definition == .movedHoursOrOverrun || balance <= tolerance
                for index in place..<end where window.contains(panel.entries[index].month) {
                    let entry = panel.entries[index]
                    isFlexible[index] = mayBeFlexible && entry.performed > entry.granted + tolerance
                    isInCompletePeriod[index] = isComplete
                }
                place = end
            }
        }
    }
}
