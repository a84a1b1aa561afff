// SPDX-License-Identifier: EUPL-1.2
package import Tabular
import Glibc
package import Terms

extension WriteFailure: UserFacingError {
    package var exitCode: ExitCode { .cannotWrite }

    package func message(in language: Language) -> String {
        let words =
            switch errno {
            case ENOSPC, EDQUOT, EFBIG:
                Phrase(
                    sv: "disken är full. Det som fanns är orört. Frigör plats och kör igen.",
                    en: "the disk is full. What was there is untouched. Make room and run again.")
            case EACCES, EPERM, EROFS:
                Phrase(
                    sv: "får inte skrivas. Välj en mapp du får skriva i, eller be om behörighet.",
                    en: "may not be written. Choose a folder you may write in, or ask for permission.")
            case EISDIR:
                Phrase(
                    sv: "är en mapp. Ange ett filnamn.", en: "is a folder. Give the name of a file.")
            case ENOTDIR, EEXIST:
                Phrase(
                    sv: "en fil står där en mapp behövs. Flytta filen eller välj en annan plats.",
                    en: "a file stands where a folder is needed. Move the file or choose another place.")
            case ENOENT:
                Phrase(
                    sv: "mappen finns inte. Skapa den eller välj en annan plats.",
                    en: "the folder does not exist. Make it or choose another place.")
            default:
                Phrase(
                    sv: "kan inte skrivas (systemfel \(errno)). Det som fanns är orört.",
                    en: "cannot be written (system error \(errno)). What was there is untouched.")
            }
        return "\(path): \(words[language])"
    }
}
