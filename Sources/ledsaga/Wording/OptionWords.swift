// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// What the help says of an option or argument, and what its value is called there.
struct OptionWords {
    let text: Phrase
    let value: Phrase?

    /// A flag, or an option whose value has the name of the option in every language.
    init(sv swedish: String, en english: String) {
        text = Phrase(sv: swedish, en: english)
        value = nil
    }

    init(_ value: Phrase, sv swedish: String, en english: String) {
        text = Phrase(sv: swedish, en: english)
        self.value = value
    }

    /// In the language in force.
    var help: ArgumentHelp {
        let language = LanguageChoice.inForce
        return ArgumentHelp(text[language], valueName: value?[language])
    }
}

/// What stands between < and > in the help.
enum ValueName {
    static let folder = Phrase(sv: "mapp", en: "dir")
    static let file = Phrase(sv: "fil", en: "file")
    static let year = Phrase(sv: "år", en: "year")
    static let years = Phrase(sv: "år", en: "years")
    static let format = Phrase(sv: "format", en: "format")
    static let rows = Phrase(sv: "rader", en: "rows")
    static let percent = Phrase(sv: "procent", en: "percent")
    static let number = Phrase(sv: "antal", en: "number")
    static let language = Phrase(sv: "språk", en: "language")
    static let encoding = Phrase(sv: "kodning", en: "encoding")
    static let sheet = Phrase(sv: "blad", en: "sheet")
    static let delimiter = Phrase(sv: "tecken", en: "delimiter")
    static let name = Phrase(sv: "namn", en: "name")
    static let measure = Phrase(sv: "mått", en: "measure")
    static let column = Phrase(sv: "kolumn", en: "column")
    static let board = Phrase(sv: "nämnd", en: "board")
    static let reason = Phrase(sv: "orsak", en: "reason")
}
