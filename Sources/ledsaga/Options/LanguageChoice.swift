// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms

/// The language of an error that ends a run, found from what was typed: the command may not have got so far.
enum LanguageChoice {
    /// `--language`, else that of the project the words point at, else Swedish.
    static func of(_ typed: [String]) -> Language {
        if let asked = value(of: ["--language"], in: typed).flatMap(Language.init(rawValue:)) { return asked }
        let folder = value(of: ["-C", "--project"], in: typed) ?? "."
        return (try? Project.load(folder: folder))?.language ?? .swedish
    }

    private static func value(of names: [String], in typed: [String]) -> String? {
        for (place, word) in typed.enumerated() {
            for name in names {
                if word == name, place + 1 < typed.count { return typed[place + 1] }
                if word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
            }
        }
        return nil
    }
}
