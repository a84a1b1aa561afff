// SPDX-License-Identifier: EUPL-1.2
package import Tabular
package import Terms

extension OutputRefusal: UserFacingError {
    package var exitCode: ExitCode { .cannotWrite }

    package func message(in language: Language) -> String { "\(path): \(words[language])" }

    private var words: Phrase {
        switch reason {
        case .spared(.input):
            Phrase(
                sv: "projektet läser den filen, och den skrivs aldrig över. Välj ett annat namn.",
                en: "the project reads that file, and it is never overwritten. Choose another name.")
        case .spared(.projectFile):
            Phrase(
                sv: "det är projektfilen, och den skrivs aldrig över. Välj ett annat namn.",
                en: "that is the project file, and it is never overwritten. Choose another name.")
        case .spared(.key):
            Phrase(
                sv: "det är projektets hemliga nyckel, och den skrivs aldrig över. Välj ett annat namn.",
                en: "that is the project's secret key, and it is never overwritten. Choose another name.")
        case .spared(.ownWork):
            Phrase(
                sv: "den filen skrivs för hand i projektet och aldrig av Ledsaga. Välj ett annat namn.",
                en: "that file is written by hand in the project and never by Ledsaga. Choose another name.")
        case .spared(.report):
            Phrase(
                sv: "filen är en del av en färdig rapport. Välj ett annat namn.",
                en: "the file is a part of a finished report. Choose another name.")
        case .foreign:
            Phrase(
                sv: "filen finns redan och är inget som det här kommandot har skrivit.\n"
                    + "Välj ett annat namn, eller ta bort filen först.",
                en: "the file is there already and is nothing that this command has written.\n"
                    + "Choose another name, or remove the file first.")
        }
    }
}
