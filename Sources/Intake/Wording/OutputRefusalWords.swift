// SPDX-License-Identifier: EUPL-1.2
package import Tabular
package import Terms

extension OutputRefusal: UserFacingError {
    package var exitCode: ExitCode { .cannotWrite }

    package func message(in language: Language) -> String {
        if case .unwritable(let errno) = reason {
            return WriteFailure(path: path, errno: errno).message(in: language)
        }
        return "\(path): \(words[language])"
    }

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
        case .changed:
            Phrase(
                sv: "filen är en tidigare rapports, och någon har ändrat den sedan dess.\n"
                    + "Flytta den först om ändringarna ska vara kvar, eller ta bort den.",
                en: "the file is an earlier report's, and somebody has changed it since.\n"
                    + "Move it first if the changes are to be kept, or remove it.")
        case .link:
            Phrase(
                sv:
                    "är en länk, och en rapport skrivs bara i en egen mapp.\nTa bort länken, eller välj en annan mapp med -o.",
                en: "is a link, and a report is written to a folder of its own only.\n"
                    + "Remove the link, or choose another folder with -o.")
        case .reportOf(let year):
            Phrase(
                sv: "mappen innehåller rapporten om \(year). Flytta den, eller välj en annan mapp med -o.",
                en: "the folder holds the report of \(year). Move it, or choose another folder with -o.")
        case .inUse:
            Phrase(
                sv: "en annan körning skriver där. Vänta tills den är klar och kör igen.",
                en: "another run is writing there. Wait until it is done and run again.")
        case .unwritable(let errno): preconditionFailure("system error \(errno) has its words in WriteFailure")
        }
    }
}
