// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// The door: what the exports call a person goes in, a pseudonym comes out. The number goes no further.
package struct PersonKeyDecoder: Sendable {
    private let hash: KeyedHash

    package init(key: SecretKey) {
        self.hash = KeyedHash(key)
    }

    /// The person's number for the cell key method.
    func recordKey(of key: PersonKey) -> UInt64 { hash.recordKey(of: key.pseudonym) }

    /// Decodes a person column without surrounding blanks, in a row of the given date.
    ///
    /// A *Lifecare* customer number in parentheses after it, and Excel's text mark `'` before it, are left out. What
    /// is no identity number is an id as it stands, capitals and all. Throws `missingValue`, or `excelMangledPerson`
    /// for a number that Excel has rounded (`1,98E+11`).
    package func decode(_ bytes: Span<UInt8>, on rowDate: CivilDate) throws(FaultRule) -> PersonKey {
        let core = Self.core(of: bytes)
        guard !core.isEmpty else { throw .missingValue }
        let key = bytes.extracting(core)
        if let pseudonym = PseudonymToken.decode(key) {
            return PersonKey(
                pseudonym: pseudonym, quality: .pseudonym, birthYear: nil, sex: .unknown, rowDates: PersonKey.anyDate)
        }
        guard !Self.isMangledByExcel(key) else { throw .excelMangledPerson }
        if let number = IdentityNumber(key, on: rowDate) {
            let isPlausible = number.birth <= rowDate && rowDate.year - number.birth.year <= 120
            return PersonKey(
                pseudonym: hash.pseudonym(of: Array("se:".utf8) + number.characters),
                quality: number.hasLetters ? .reserve : number.hasRightCheckDigit ? .valid : .invalidCheckDigit,
                birthYear: isPlausible ? number.birth.year : nil,
                sex: number.sex,
                rowDates: number.rowDates)
        }
        var message = Array("id:".utf8)
        for index in key.indices { message.append(key[index]) }
        return PersonKey(
            pseudonym: hash.pseudonym(of: message), quality: .notASwedishNumber, birthYear: nil, sex: .unknown,
            rowDates: PersonKey.anyDate)
    }

    /// The key without a customer number in parentheses after it and without Excel's text mark.
    private static func core(of bytes: Span<UInt8>) -> Range<Int> {
        var range = 0..<bytes.count
        if range.count > 1, bytes[0] == UInt8(ascii: "'") { range = 1..<bytes.count }
        if range.count > 3, bytes[range.upperBound - 1] == UInt8(ascii: ")") {
            var open = range.upperBound - 2
            while open > range.lowerBound, bytes[open] != UInt8(ascii: "(") { open -= 1 }
            if open > range.lowerBound { range = range.lowerBound..<open }
        }
        return Blanks.trimming(range, of: bytes)
    }

    /// `1,98E+11`, `1.98001E+11`, `2E+11`: digits, perhaps decimals, `E+`, digits.
    private static func isMangledByExcel(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        guard Digits.run(bytes, at: &index, most: 3) != nil, index < bytes.count else { return false }
        if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard Digits.run(bytes, at: &index, most: 16) != nil else { return false }
        }
        guard index + 2 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e"), bytes[index + 1] == UInt8(ascii: "+")
        else { return false }
        index += 2
        return Digits.run(bytes, at: &index, most: 3) != nil && index == bytes.count
    }
}
