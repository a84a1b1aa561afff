// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// Decodes a field written as a string.
func decoding<Value>(
    _ text: String, _ decode: (Span<UInt8>) throws(FaultRule) -> Value
) throws(FaultRule) -> Value {
    let bytes = Array(text.utf8)
    return try decode(bytes.span)
}

/// The rule by which a field cannot be decoded, or nil when it can.
func fault<Value>(of text: String, _ decode: (Span<UInt8>) throws(FaultRule) -> Value) -> FaultRule? {
    do {
        _ = try decoding(text, decode)
        return nil
    } catch {
        return error
    }
}

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate { CivilDate(year: year, month: month, day: day)! }
