// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Project {
    /// The language that the project file of a folder asks for; nil when there is no such file or it says none.
    ///
    /// It answers for a file that is wrong elsewhere too, for then the error is to be told in that language: nothing
    /// but a line of its own that begins with `language:` is looked at.
    package static func language(folder: String) -> Language? {
        guard let bytes = try? SmallFile.read(Paths.joined(folder, fileName)) else { return nil }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            guard text.hasPrefix("language:") else { continue }
            let value = text.dropFirst("language:".count).prefix { $0 != "#" }
            return Language(rawValue: value.filter { $0.isLetter }.lowercased())
        }
        return nil
    }
}
