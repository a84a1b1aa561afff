// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A clock time, with its date when the field has one (`2019-03-01 08:15`).
package struct Moment: Sendable, Hashable {
    /// Nil when the field has a clock time only.
    package var date: CivilDate?
    /// 0–86 400.
    package var seconds: Int

    /// Decodes a column of clock times, where some systems write date and time. Throws as `ClockField` and `DateField`.
    ///
    /// A date in 1899 or on the first day of 1900 is a spreadsheet's or a database's way of writing none.
    package init(decoding bytes: Span<UInt8>, order: DateOrder? = nil) throws(FaultRule) {
        do {
            self.init(date: nil, seconds: try ClockField.decode(bytes))
        } catch {
            guard error == .notAClockTime, bytes.count > 8 else { throw error }
            let (date, seconds) = try Self.dateAndClock(bytes, order)
            guard let seconds else { throw .notAClockTime }
            self.init(date: date > Self.lastDayForNone ? date : nil, seconds: seconds)
        }
    }

    private static func dateAndClock(
        _ bytes: Span<UInt8>, _ order: DateOrder?
    ) throws(FaultRule) -> (date: CivilDate, seconds: Int?) {
        do {
            return try DateField.decodeWithClock(bytes, order: order)
        } catch {
            throw error == .notADate ? .notAClockTime : error
        }
    }

    /// A moment with or without a date.
    package init(date: CivilDate?, seconds: Int) {
        self.date = date
        self.seconds = seconds
    }

    private static let lastDayForNone = CivilDate(year: 1900, month: 1, day: 1)!
}
