// SPDX-License-Identifier: EUPL-1.2

/// Alphabetical order of Swedish names: case and accents aside, å ä ö after z.
package enum SwedishOrder {
    /// Names that differ only in case or accents keep the order of their scalars, so the order is total.
    package static func isBefore(_ left: String, _ right: String) -> Bool {
        let (a, b) = (key(left), key(right))
        return a == b
            ? left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) : a.lexicographicallyPrecedes(b)
    }

    package static func sorted(_ names: [String]) -> [String] { names.sorted(by: isBefore) }

    private static func key(_ name: String) -> [UInt32] {
        name.lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "å": 0x7B
            case "ä", "æ": 0x7C
            case "ö", "ø": 0x7D
            case "é", "è", "ê", "ë": 0x65
            case "á", "à", "â": 0x61
            case "ü": 0x79
            case "-": 0x20
            default: scalar.value < 0x7B ? scalar.value : scalar.value + 3
            }
        }
    }
}
