// SPDX-License-Identifier: EUPL-1.2
package import Simulation
package import Terms

extension WorkbookFailure: UserFacingError {
    package var exitCode: ExitCode { .cannotWrite }

    package func message(in language: Language) -> String {
        Phrase(
            sv: """
                \(name): arbetsboken kunde inte göras.
                Se om det finns plats i mappen för tillfälliga filer (TMPDIR).
                """,
            en: """
                \(name): the workbook could not be made.
                See whether there is room in the folder for temporary files (TMPDIR).
                """)[language]
    }
}
