// SPDX-License-Identifier: EUPL-1.2

import Tabular

extension Row {
    /// Where a cell's value lies, without surrounding blanks; empty for a column that the file has not (-1), and past
    /// the row's end.
    @inline(__always)
    func value(_ place: Int) -> Range<Int> {
        guard place >= 0 else { return 0..<0 }
        let first = Int(batch.recordEnds[record])
        let field = first + place
        guard field < Int(batch.recordEnds[record + 1]) else { return 0..<0 }
        return Blanks.trimming(Int(batch.fieldEnds[field])..<Int(batch.fieldEnds[field + 1]), of: batch.bytes.span)
    }

    /// Whether there is nothing in any cell.
    var isBlank: Bool {
        for place in 0..<fieldCount where !value(place).isEmpty { return false }
        return true
    }

    /// The shape of a cell's value, never the value.
    func shape(_ place: Int) -> ValueShape { ValueShape(of: batch.bytes.span.extracting(value(place))) }

    /// A fault at a cell, with the shape of what stands there.
    func fault(_ rule: FaultRule, at place: Int) -> RowFault { RowFault(rule, at: place, found: shape(place)) }

    /// Reads a cell by itself; nil when it is empty or the file has no such column.
    @inline(__always)
    func decoded<Value>(
        _ place: Int, by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        let range = value(place)
        guard !range.isEmpty else { return nil }
        do throws(FaultRule) {
            return try decode(batch.bytes.span.extracting(range))
        } catch {
            throw fault(error, at: place)
        }
    }

    /// A cell's text. For the few places that are not in a hurry, and never for a person key.
    func word(_ place: Int) -> String { batch.bytes.span.extracting(value(place)).text }

    /// What makes the record no row: an irregularity, or another number of fields than the header's; a stray quote only
    /// asks for a remark. `padded` is how many fields the file's rows have with the empty ones that a separator at the
    /// end of each line makes.
    @inline(__always)
    func recordFault(columns: Int, padded: Int? = nil) -> RowFault? {
        if let irregularity = batch.irregularity(of: record) {
            switch irregularity {
            case .strayQuote: break
            case .junkAfterQuote(let column): return RowFault(.junkAfterQuote, at: column)
            case .unclosedQuote: return RowFault(.unclosedQuote)
            case .invalidEncoding(let column): return RowFault(.invalidEncoding, at: column)
            case .nul(let column): return RowFault(.nulByte, at: column)
            }
        }
        // A row of a sheet ends with its last cell that holds anything.
        guard batch.cellTypes.isEmpty else { return nil }
        let count = fieldCount
        if count == columns || count == padded && isEmpty(from: columns) || isBlank { return nil }
        return RowFault(.raggedRow, found: .fields(count))
    }

    /// Whether there is nothing in the cells from a place on.
    func isEmpty(from place: Int) -> Bool {
        for place in place..<max(place, fieldCount) where !value(place).isEmpty { return false }
        return true
    }

    /// 64 bits of the cells as they are written, but those of some columns: rows alike in all the others have the same.
    func fingerprint(without left: (Int, Int), seed: UInt64) -> UInt64 {
        var hash = seed
        let first = Int(batch.recordEnds[record])
        for field in first..<Int(batch.recordEnds[record + 1]) {
            let place = field - first
            if place == left.0 || place == left.1 { continue }
            hash = ByteHash.hash(
                batch.bytes.span, Int(batch.fieldEnds[field])..<Int(batch.fieldEnds[field + 1]), seed: hash)
        }
        return hash
    }
}
