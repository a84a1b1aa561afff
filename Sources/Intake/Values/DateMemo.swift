// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Decodes a column of dates: one in the same month as the row before (`2019-03-`) costs its two last digits.
struct DateMemo {
    private var prefix: UInt64 = 0
    private var month = YearMonth(index: 0)
    private var dayBefore: Int32 = 0
    private var days = 0
    /// The order of the column's dates where the writing leaves it open; nil when it does not, or is not known.
    private let order: DateOrder?

    init(order: DateOrder? = nil) {
        self.order = order
    }

    /// The date, its month and its day of the month. Throws as `DateField`, and `outOfRange` outside 1900–2200.
    @inline(__always)
    mutating func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> (date: CivilDate, month: YearMonth, day: Int) {
        if bytes.count == 10 {
            let start = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            if start == prefix, let day = Digits.two(bytes, at: 8), day >= 1, day <= days {
                return (CivilDate(daysSince1970: dayBefore + Int32(day)), month, day)
            }
        }
        return try decodeSlowly(bytes)
    }

    private mutating func decodeSlowly(
        _ bytes: Span<UInt8>
    ) throws(FaultRule) -> (date: CivilDate, month: YearMonth, day: Int) {
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = Digits.four(bytes, at: 0),
            (1900...2200).contains(year), let number = Digits.two(bytes, at: 5), (1...12).contains(number),
            let day = Digits.two(bytes, at: 8)
        {
            let month = YearMonth(year: year, month: number)
            guard day >= 1, day <= month.days else { throw .noSuchDate }
            prefix = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            self.month = month
            dayBefore = month.firstDay.daysSince1970 - 1
            days = month.days
            return (CivilDate(daysSince1970: dayBefore + Int32(day)), month, day)
        }
        let date = try DateField.decode(bytes, order: order)
        let parts = date.components
        guard (1900...2200).contains(parts.year) else { throw .outOfRange }
        return (date, YearMonth(year: parts.year, month: parts.month), parts.day)
    }
}
