// SPDX-License-Identifier: EUPL-1.2

/// Two clock times in one cell (*klockslag från–till*): `08:00 - 10:00`, `8.30–9.15`, `kl 08-10`, `08:00 till 10:00`.
struct ClockInterval: Sendable, Hashable {
    /// Seconds since midnight, 0–86 400.
    let start: Int
    let end: Int

    /// Throws `notAClockTime`.
    init(decoding bytes: Span<UInt8>) throws(FaultRule) {
        var text = bytes.text.lowercased().replacing("–", with: "-").replacing("—", with: "-")
        text = text.replacing("−", with: "-").replacing(" till ", with: "-")
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .notAClockTime }
        start = try Self.seconds(parts[0])
        end = try Self.seconds(parts[1])
    }

    private static func seconds(_ part: Substring) throws(FaultRule) -> Int {
        let trimmed = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // `08-10` are whole hours.
        if trimmed.utf8.count <= 2, let hour = Int(trimmed), (0...24).contains(hour) { return hour * 3600 }
        let bytes = Array(trimmed.utf8)
        return try ClockField.decode(bytes.span)
    }
}
