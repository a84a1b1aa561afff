// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Names for folders and files that a test makes and takes away again.
public enum ScratchName {
    /// A name that nobody has. It is all letters: eight digits of a random name may be somebody's birthday, and then the
    /// program, which shows no such name, masks it in what it says of the file.
    public static func next() -> String {
        let letters = UUID().uuidString.utf8.filter { $0 != UInt8(ascii: "-") }.map { digit in
            Character(UnicodeScalar(digit <= UInt8(ascii: "9") ? digit + 49 : digit + 42))
        }
        return "ledsaga-" + String(letters)
    }
}
