// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension PublishedReportError {
    package func message(in language: Language) -> String {
        switch self {
        case .unreadable(let path):
            Phrase(sv: "\(path) går inte att läsa.", en: "\(path) cannot be read.")[language]
        case .noTables(let folder):
            Phrase(
                sv: """
                    \(folder): här finns inga publicerade tabeller.
                    Ange mappen med en rapport, den som har tabeller och datapackage.json, till exempel reports/2019.
                    """,
                en: """
                    \(folder): there are no published tables here.
                    Give the folder of a report, with its tables and datapackage.json, such as reports/2019.
                    """)[language]
        case .nothingDeclared(let folder):
            Phrase(
                sv: """
                    \(folder): datapackage.json säger inte vad tabellernas tal är, så rapporten går inte att pröva.
                    Gör om rapporten med den här versionen av Ledsaga.
                    """,
                en: """
                    \(folder): datapackage.json does not say what the numbers of the tables are, so the report cannot be tried.
                    Make the report again with this version of Ledsaga.
                    """)[language]
        }
    }
}
