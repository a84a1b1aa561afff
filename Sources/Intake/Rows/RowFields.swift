// SPDX-License-Identifier: EUPL-1.2

import Tabular

extension RecordBatch {
    /// Where a field's value lies, without surrounding blanks; empty for a column that the file has not (-1).
    @inline(__always)
    func value(_ place: Int, of record: Int) -> Range<Int> {
        guard place >= 0 else { return 0..<0 }
        // The stored ends, and not `range(of:in:)`, which would be a call for each field.
        let field = Int(recordEnds[record]) + place
        return Blanks.trimming(Int(fieldEnds[field])..<Int(fieldEnds[field + 1]), of: bytes.span)
    }

    /// Decodes a field; nil when it is empty, or the file has no such column. A field that cannot be decoded becomes a
    /// fault with its shape.
    @inline(__always)
    func decoded<Value>(
        _ place: Int, of record: Int, by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        let value = value(place, of: record)
        guard !value.isEmpty else { return nil }
        do {
            return try decode(bytes.span.extracting(value))
        } catch {
            throw RowFault(error, at: place, found: ValueShape(of: bytes.span.extracting(value)))
        }
    }

    /// Decodes a field of a column of words, whose fault may show the word: but not when it is also the row's person.
    @inline(__always)
    func decodedWord<Value>(
        _ place: Int, of record: Int, person: Int, digits: Int = 0,
        by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        let value = value(place, of: record)
        guard !value.isEmpty else { return nil }
        do {
            return try decode(bytes.span.extracting(value))
        } catch {
            throw RowFault(error, at: place, found: wordShape(value, of: record, person: person, digits: digits))
        }
    }

    private func wordShape(_ value: Range<Int>, of record: Int, person: Int, digits: Int) -> ValueShape {
        let key = self.value(person, of: record)
        guard bytes[value] != bytes[key] else { return ValueShape(of: bytes.span.extracting(value)) }
        return ValueShape(ofWord: bytes.span.extracting(value), digits: digits)
    }

    /// What makes the record no row: an irregularity, or another number of fields than the header's. A stray quote
    /// only asks for a remark.
    @inline(__always)
    func recordFault(of record: Int, columns: Int) -> RowFault? {
        if let irregularity = irregularity(of: record) {
            switch irregularity {
            case .strayQuote: break
            case .junkAfterQuote(let column): return RowFault(.junkAfterQuote, at: column)
            case .unclosedQuote: return RowFault(.unclosedQuote)
            case .invalidEncoding(let column), .nul(let column): return RowFault(.invalidEncoding, at: column)
            }
        }
        let count = Int(recordEnds[record + 1] - recordEnds[record])
        return count == columns ? nil : RowFault(.raggedRow, found: .fields(count))
    }

    /// 64 bits of the record's fields and where they end; records alike in both have the same.
    @inline(__always)
    func fingerprint(of record: Int, seed: UInt64) -> UInt64 {
        let (first, end) = (Int(recordEnds[record]), Int(recordEnds[record + 1]))
        guard first < end else { return seed }
        let start = fieldEnds[first]
        var lengths = seed
        for field in first..<end {
            lengths = (lengths << 7 | lengths >> 57) ^ UInt64(fieldEnds[field + 1] &- start)
        }
        return ByteHash.hash(bytes.span, Int(start)..<Int(fieldEnds[end]), seed: lengths)
    }

    /// 64 bits of the record's fields without one of them.
    func fingerprint(of record: Int, without place: Int, seed: UInt64) -> UInt64 {
        var hash = seed
        for field in Int(recordEnds[record])..<Int(recordEnds[record + 1])
        where field != Int(recordEnds[record]) + place {
            hash = ByteHash.hash(bytes.span, Int(fieldEnds[field])..<Int(fieldEnds[field + 1]), seed: hash)
        }
        return hash
    }
}

extension Header {
    /// A column's place in the file, -1 when it is not there.
    func placeOrNone(_ name: String) -> Int { self[name] ?? -1 }

    /// The same for files with the same headers: where an exact duplicate can be.
    var seed: UInt64 {
        fields.reduce(UInt64(fields.count)) { seed, field in
            let bytes = Array(field.utf8)
            return ByteHash.hash(bytes.span, 0..<bytes.count, seed: seed &+ 1)
        }
    }
}
