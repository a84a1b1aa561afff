// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Decodes a column of dates: one in the same month as the row before (`2019-03-`) costs its two last digits.
struct DateMemo {
    private var prefix: UInt64 = 0
    private var month = YearMonth(index: 0)
    private var dayBefore: Int32 = 0
    private var days = 0

    /// The date and its month. Throws as `DateField`, and `outOfRange` outside 1900–2200.
    @inline(__always)
    mutating func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> (date: CivilDate, month: YearMonth) {
        if bytes.count == 10 {
            let start = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            if start == prefix, let day = Digits.two(bytes, at: 8), day >= 1, day <= days {
                return (CivilDate(daysSince1970: dayBefore + Int32(day)), month)
            }
        }
        return try decodeSlowly(bytes)
    }

    private mutating func decodeSlowly(_ bytes: Span<UInt8>) throws(FaultRule) -> (date: CivilDate, month: YearMonth) {
        let date = try DateField.decode(bytes)
        let parts = date.components
        guard (1900...2200).contains(parts.year) else { throw .outOfRange }
        let month = YearMonth(year: parts.year, month: parts.month)
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D {
            prefix = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            self.month = month
            dayBefore = date.daysSince1970 - Int32(parts.day)
            days = month.days
        }
        return (date, month)
    }
}
