// SPDX-License-Identifier: EUPL-1.2

/// Ages as public tables write them, in a cell or a header: `65-79`, `65–79 år`, `90+`, `90-`, `90-w`, `7`, `ar_0_64`,
/// `samtliga`.
enum AgeField {
    /// Nobody is older; the upper end of an open age group.
    static let oldest = 150

    enum Age: Hashable {
        /// All ages together.
        case all
        case ages(ClosedRange<Int>)
    }

    /// nil when the text tells no age. A lone number is that one age in a cell; in a header, where it begins an
    /// age group (`ar_90`), it is that age and all above.
    static func decode(_ text: String, isHeader: Bool) -> Age? {
        var word = ""
        for scalar in Composition.composed(text).lowercased().unicodeScalars {
            switch scalar {
            case "_", "–", "‐", "‑", "—", "\u{2212}": word.append("-")
            case " ", "\u{A0}", "\u{2009}", "\u{202F}", "\t": continue
            default: word.unicodeScalars.append(scalar)
            }
        }
        if TotalWords.all.contains(word) { return .all }
        let hadWord = word.hasPrefix("år-") || word.hasPrefix("ar-") || word.hasSuffix("år")
        for prefix in ["år-", "ar-", "ålder-", "alder-", "ålder", "alder"] where word.hasPrefix(prefix) {
            word.removeFirst(prefix.count)
            break
        }
        for suffix in ["år", "ar"] where word.hasSuffix(suffix) { word.removeLast(suffix.count) }
        for suffix in ["-w", "ochäldre", "-äldre", "ellermer", "+", "-"] where word.hasSuffix(suffix) {
            guard let low = age(word.dropLast(suffix.count)) else { return nil }
            return .ages(low...oldest)
        }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, let low = age(parts[0]), let high = age(parts[1]) {
            return low <= high ? .ages(low...high) : nil
        }
        guard parts.count == 1, let one = age(parts[0]), !isHeader || hadWord else { return nil }
        return .ages(isHeader ? one...oldest : one...one)
    }

    private static func age(_ digits: some StringProtocol) -> Int? {
        guard !digits.isEmpty, digits.count <= 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits).flatMap { $0 <= oldest ? $0 : nil }
    }
}

/// Words for all of something together.
enum TotalWords {
    /// In lower case, composed, without blanks.
    static let all: Set<String> = [
        "samtliga", "totalt", "total", "summa", "alla", "alla-åldrar", "allaåldrar", "bådakönen", "helastaden",
        "helakommunen", "staden", "kommunen", "stadentotalt", "kommunentotalt", "all",
    ]

    /// Whether a name in a district column means the whole municipality.
    static func isWholeMunicipality(_ name: String, municipality: String) -> Bool {
        let key = DistrictSpelling.key(name)
        if all.contains(key.split(separator: " ").joined()) { return true }
        guard !municipality.isEmpty else { return false }
        let own = DistrictSpelling.key(municipality)
        return key == own || own.split(separator: " ").first.map { key == $0 || key + "s" == $0 } ?? false
    }
}
