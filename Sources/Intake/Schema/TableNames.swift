// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What a file is called and what stands above its header: names that often tell the year, the month or the board of all
/// its rows.
struct TableNames: Sendable {
    /// Relative to the project folder.
    var file: String
    /// The sheet's name, in a workbook.
    var sheet: String?
    /// The titles above the header.
    var titles: [String] = []
    /// The columns that the project file says stand there, and where.
    var told: [String: FileValuePlace] = [:]
    /// The year that the project file gives the file.
    var givenYear: Int?

    /// The year of the whole table: the project file's, or the one in the sheet's or the file's name, or the one that
    /// the titles name.
    var year: Int? {
        if let givenYear { return givenYear }
        for name in [sheet, Paths.name(of: file)] {
            if let year = name.flatMap({ NamedPeriods(in: $0).year }) { return year }
        }
        return NamedPeriods(in: titles.joined(separator: "\n")).year
    }

    /// The month of the whole table, where just one is named: by the sheet, else by the file, else by the titles; or only
    /// by what the project file points out.
    var month: YearMonth? {
        let (place, year) = (told[Visits.month.name], year)
        if place != .title {
            for name in [sheet, Paths.name(of: file)] {
                if let month = name.flatMap({ NamedPeriods(in: $0).month(year: year) }) { return month }
            }
        }
        return place == .filename ? nil : NamedPeriods(in: titles.joined(separator: "\n")).month(year: year)
    }

    /// The first required column that the header has not and nothing else tells.
    func firstMissing(_ header: Header) -> ColumnDeclaration? {
        zip(header.columns, header.places).first { $0.0.isRequired && $0.1 == nil && told[$0.0.name] == nil }?.0
    }
}
