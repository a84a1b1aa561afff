// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms

/// The language the program speaks in a run: help, usage errors and messages alike.
enum LanguageChoice {
    /// The language of this run, found once from what was typed: help and the errors of the argument parser come
    /// before any command has begun.
    static let inForce = of(Array(CommandLine.arguments.dropFirst()))

    private static let option = "--language"

    /// `--language`, else that of the project the words point at, else Swedish.
    static func of(_ typed: [String]) -> Language {
        if let asked = value(of: [option], in: typed).flatMap(Language.init(rawValue:)) { return asked }
        return Project.language(folder: value(of: ["-C", "--project"], in: typed) ?? ".") ?? .swedish
    }

    /// The words without the choice of language, for the help of the program itself, which has no such option.
    static func removed(from typed: [String]) -> [String] {
        var kept: [String] = []
        var isValue = false
        for word in typed {
            if !isValue, word != option, !word.hasPrefix(option + "=") { kept.append(word) }
            isValue = !isValue && word == option
        }
        return kept
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
