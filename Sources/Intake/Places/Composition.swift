// SPDX-License-Identifier: EUPL-1.2

/// Letters with their marks as one scalar (Unicode NFC), for the Latin letters that Nordic names are written with.
///
/// Files that have been on a Mac hold `a` + U+030A where others hold `å`. Comparison needs no help: Swift's strings
/// are equal when canonically equivalent. What is printed needs it, since the bytes must be the same.
enum Composition {
    static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ("\u{300}"..."\u{30A}").contains($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if ("\u{300}"..."\u{30A}").contains(scalar), let base = result.last, let one = composed(base, scalar) {
                result.removeLast()
                result.append(one)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        // All of these stand in Latin-1, so the candidate is found by asking which letter is equal to the pair.
        let pair = String(Character(base)) + String(Character(mark))
        for value in UInt32(0xC0)...0xFF {
            if let scalar = Unicode.Scalar(value), String(Character(scalar)) == pair { return scalar }
        }
        return nil
    }
}
