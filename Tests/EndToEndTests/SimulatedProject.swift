// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A small simulated project on disk, as `ledsaga simulate` writes it.
enum SimulatedProject {
    /// Writes it into the folder with further options of `simulate`.
    static func write(
        into scratch: borrowing Scratch, _ options: [String] = [], persons: Int = 60, seed: Int = 11
    ) throws {
        let result = try Program.run(
            ["simulate", "--output", scratch.url.path, "--persons", "\(persons)", "--seed", "\(seed)"] + options,
            in: scratch.url)
        try #require(result.code == 0, "\(result.messages)")
    }

    /// Every person key as it is written in the exports, and in plain digits.
    static func personKeys(of scratch: borrowing Scratch) throws -> Set<String> {
        var keys: Set<String> = []
        for (path, bytes) in try scratch.files(below: "data")
        where path.hasPrefix("beslut") || path.hasPrefix("utforda") {
            let text = String(decoding: bytes, as: UTF8.self)
            for line in text.split(whereSeparator: \.isNewline).dropFirst() {
                guard let first = line.split(separator: ";").first else { continue }
                let key = first.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
                let digits = key.filter(\.isASCIIDigit)
                if digits.count >= 10 {
                    keys.insert(key)
                    keys.insert(String(digits.prefix(12)))
                    keys.insert(String(digits.prefix(12).suffix(10)))
                }
            }
        }
        return keys
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
