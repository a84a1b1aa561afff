// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// The door: what the exports call a person goes in, a pseudonym comes out. The number goes no further.
package struct PersonKeyDecoder: Sendable {
    private let hash: KeyedHash

    /// A decoder whose pseudonyms depend on the project's key.
    package init(key: SecretKey) {
        self.hash = KeyedHash(key)
    }

    /// The person's number for the cell key method.
    func recordKey(of key: PersonKey) -> UInt64 { hash.recordKey(of: key.pseudonym) }

    /// Decodes a person column without surrounding blanks, in a row of the given date. Once a spelling: callers
    /// remember the answer for `PersonKey.rowDates`.
    ///
    /// Unseen characters, Excel's wrappings (`="…"`, a text mark `'`, the `.0` of a number that became a float) and a
    /// *Lifecare* customer number in parentheses after it are left out. What is no identity number is an id as it then
    /// stands, capitals and all.
    ///
    /// Throws `missingValue`; `excelMangledPerson` for a number that Excel has rounded (`1,98E+11`);
    /// `placeholderPerson`, `protectedPerson` and `maskedPerson` for what is no person.
    package func decode(_ bytes: Span<UInt8>, on rowDate: CivilDate) throws(FaultRule) -> PersonKey {
        if let plain = UnseenCharacters.plain(bytes) { return try decodePlain(plain.span, on: rowDate) }
        return try decodePlain(bytes, on: rowDate)
    }

    private func decodePlain(_ bytes: Span<UInt8>, on rowDate: CivilDate) throws(FaultRule) -> PersonKey {
        let core = Self.core(of: bytes)
        guard !core.isEmpty else { throw .missingValue }
        let key = bytes.extracting(core)
        if let pseudonym = PseudonymToken.decode(key) {
            return PersonKey(
                pseudonym: pseudonym, quality: .pseudonym, birthYear: nil, born: nil, sex: .unknown,
                restoredZeros: false,
                rowDates: PersonKey.anyDate)
        }
        guard !Self.isMangledByExcel(key) else { throw .excelMangledPerson }
        if let reason = NoPerson.reason(key) { throw reason }
        if let number = IdentityNumber(key, on: rowDate) {
            return self.key(of: number, on: rowDate, restoredZeros: false)
        }
        if let number = Self.withZerosRestored(key, on: rowDate) {
            return self.key(of: number, on: rowDate, restoredZeros: true)
        }
        let message = Array("id:".utf8) + Self.id(key)
        return PersonKey(
            pseudonym: hash.pseudonym(of: message), quality: .notASwedishNumber, birthYear: nil, born: nil,
            sex: .unknown, restoredZeros: false, rowDates: PersonKey.anyDate)
    }

    private func key(of number: IdentityNumber, on rowDate: CivilDate, restoredZeros: Bool) -> PersonKey {
        let isBorn = number.birth.map { $0 <= rowDate } ?? (number.birthYear <= rowDate.year)
        let isPlausible = isBorn && rowDate.year - number.birthYear <= 120
        return PersonKey(
            pseudonym: hash.pseudonym(of: Array("se:".utf8) + number.characters),
            quality: number.hasLetters ? .reserve : number.hasRightCheckDigit ? .valid : .invalidCheckDigit,
            birthYear: isPlausible ? number.birthYear : nil,
            born: number.birth ?? CivilDate(year: number.birthYear, month: 1, day: 1),
            sex: number.sex,
            restoredZeros: restoredZeros,
            rowDates: number.rowDates)
    }

    /// A number of 7–9 digits that is one of ten whose leading zeros a spreadsheet took, when date and check digit
    /// hold: one in some hundred other numbers does so by chance, which is why the row gets a remark.
    private static func withZerosRestored(_ bytes: Span<UInt8>, on rowDate: CivilDate) -> IdentityNumber? {
        guard (7...9).contains(bytes.count), Digits.isAll(bytes), bytes[0] != 0x30 else { return nil }
        var characters = [UInt8](repeating: 0x30, count: 10 - bytes.count)
        for index in bytes.indices { characters.append(bytes[index]) }
        guard let number = IdentityNumber(characters: characters, isCentenarian: false, on: rowDate),
            number.hasRightCheckDigit
        else { return nil }
        return number
    }

    /// The bytes of an id, letters with their marks as one (NFC).
    private static func id(_ bytes: Span<UInt8>) -> [UInt8] { Array(Composition.composed(bytes.text).utf8) }

    /// The key without a customer number in parentheses after it, or what the parentheses after a name hold, without the `.0` of a float and blanks.
    private static func core(of bytes: Span<UInt8>) -> Range<Int> {
        var range = Blanks.trimming(0..<bytes.count, of: bytes)
        if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "'") {
            range = Blanks.trimming(range.lowerBound + 1..<range.upperBound, of: bytes)
        }
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "'") { return 0..<0 }
        if range.count > 3, bytes[range.upperBound - 1] == UInt8(ascii: ")") {
            var open = range.upperBound - 2
            while open > range.lowerBound, bytes[open] != UInt8(ascii: "(") { open -= 1 }
            if open > range.lowerBound {
                // `Namn (350114-9813)`: the number is in the parentheses, and a name is nobody's number.
                let (before, inner) = (range.lowerBound..<open, open + 1..<range.upperBound - 1)
                range = Blanks.trimming(hasDigit(before, bytes) || !hasDigit(inner, bytes) ? before : inner, of: bytes)
            }
        }
        return withoutFraction(range, of: bytes)
    }

    private static func hasDigit(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        range.contains { bytes[$0] &- 0x30 < 10 }
    }

    /// `195001159804.0` is a number that a spreadsheet or a data frame has kept as a float.
    private static func withoutFraction(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x30 { end -= 1 }
        guard end < range.upperBound, end - 1 > range.lowerBound, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2C,
            Digits.isAll(bytes.extracting(range.lowerBound..<end - 1))
        else { return range }
        return range.lowerBound..<end - 1
    }

    /// `1,98E+11`, `1.98001E+11`, `2E+11`, `1.98001E11`: digits, perhaps decimals, `E+`, digits. The plus may be missing
    /// after decimals; without them it is an id (`12E4`).
    private static func isMangledByExcel(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        var hasDecimals = false
        guard Digits.run(bytes, at: &index, most: 3) != nil, index < bytes.count else { return false }
        if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard Digits.run(bytes, at: &index, most: 16) != nil else { return false }
            hasDecimals = true
        }
        guard index + 1 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index += 1
        if bytes[index] == UInt8(ascii: "+") { index += 1 } else if !hasDecimals { return false }
        return Digits.run(bytes, at: &index, most: 3) != nil && index == bytes.count
    }
}
