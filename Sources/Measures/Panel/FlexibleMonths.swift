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
        for period in panel.periods(anchor: anchor, length: periodMonths, window: window) {
            let inside = period.entries.filter { window.contains(panel.entries[$0].month) }
            let balance = inside.reduce(Hours.zero) {
                $0 + panel.entries[$1].performed - panel.entries[$1].granted
            }
            let mayBeFlexible = definition == .movedHoursOrOverrun || balance <= tolerance
            for index in inside {
                let entry = panel.entries[index]
                isFlexible[index] = mayBeFlexible && entry.performed > entry.granted + tolerance
                isInCompletePeriod[index] = period.isComplete
            }
        }
    }
}
