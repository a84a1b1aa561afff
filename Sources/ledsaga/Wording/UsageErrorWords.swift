// SPDX-License-Identifier: EUPL-1.2
import Terms

extension LineBreakTyped {
    func message(in language: Language) -> String {
        let shown = word.withoutControls
        return Phrase(
            sv: "ledsaga: ett ord på kommandoraden kan inte ha en radbrytning: \(shown)",
            en: "ledsaga: a word of the command line cannot have a line break in it: \(shown)")[language]
    }
}

extension UsageError {
    func message(in language: Language) -> String { "\(command): " + phrase[language] }

    private var phrase: Phrase {
        switch problem {
        case .unknownOption(let name, let nearest):
            Phrase(
                sv: "valet \(name) finns inte.\(Hint.didYouMean(nearest).swedish)\nSe alla val med: \(command) --help",
                en:
                    "there is no option \(name).\(Hint.didYouMean(nearest).english)\nSee all options with: \(command) --help"
            )
        case .missingValue(let option, let use):
            Phrase(
                sv: "\(option) saknar ett värde.\nSkriv \(use)", en: "\(option) has no value.\nWrite \(use)")
        case .unexpectedValue(let option, let value):
            Phrase(
                sv: "\(option) tar inget värde, men fick \(value).\nSkriv bara: \(option)",
                en: "\(option) takes no value, but was given \(value).\nWrite only: \(option)")
        case .unexpectedArguments(let words):
            Phrase(
                sv: "\(words.joined(separator: " ")) hör inte hit.\nSe hur kommandot skrivs med: \(command) --help",
                en:
                    "\(words.joined(separator: " ")) \(words.count == 1 ? "does" : "do") not belong here.\nSee how it is written with: \(command) --help"
            )
        case .missingArgument(let name, let example):
            Phrase(
                sv: "\(name) saknas.\nSkriv till exempel: \(example ?? command + " --help")",
                en: "\(name) is missing.\nWrite for example: \(example ?? command + " --help")")
        case .unknownValue(let value, let option, let nearest, let known):
            Phrase(
                sv: "\(option) kan inte vara \(Self.shown(value).swedish).\(Hint.didYouMean(nearest).swedish)\n"
                    + "Välj bland: \(known.joined(separator: ", "))",
                en: "\(option) cannot be \(Self.shown(value).english).\(Hint.didYouMean(nearest).english)\n"
                    + "Choose among: \(known.joined(separator: ", "))")
        case .badValue(let value, let option, let use):
            Phrase(
                sv: "\(option) kan inte vara \(Self.shown(value).swedish).\nSkriv \(use)",
                en: "\(option) cannot be \(Self.shown(value).english).\nWrite \(use)")
        case .unclear:
            Phrase(
                sv: "raden går inte att förstå.\nSe hur kommandot skrivs med: \(command) --help",
                en: "the line cannot be understood.\nSee how it is written with: \(command) --help")
        }
    }

    private static func shown(_ value: String) -> Phrase {
        value.isEmpty ? Phrase(sv: "tomt", en: "empty") : Phrase(sv: value, en: value)
    }
}
