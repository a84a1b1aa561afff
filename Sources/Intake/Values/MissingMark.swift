// SPDX-License-Identifier: EUPL-1.2

/// The signs public tables put where there is no figure.
package enum MissingMark {
    /// True of `..` (not known), `.` (not applicable), `-` and `–` (nothing), and of an empty field.
    /// Only for tables whose readers say so: in a table of persons such a sign is a fault.
    package static func isMissing(_ bytes: Span<UInt8>) -> Bool {
        switch bytes.count {
        case 0: true
        case 1: bytes[0] == 0x2E || bytes[0] == 0x2D
        case 2: bytes[0] == 0x2E && bytes[1] == 0x2E
        // U+2013 en dash, U+2212 minus, U+2026 ellipsis
        case 3:
            bytes[0] == 0xE2
                && ((bytes[1] == 0x80 && (bytes[2] == 0x93 || bytes[2] == 0xA6))
                    || (bytes[1] == 0x88 && bytes[2] == 0x92))
        default: false
        }
    }
}
