// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

extension Inspection {
    /// Tells a survey's columns by its codebook, and shows no cell that may be a respondent's own words.
    mutating func showAsSurvey(
        _ path: String, _ options: ReaderOptions, _ codebook: Codebook?
    ) throws(IntakeFileError) {
        let table: SurveyTable
        do throws(IntakeFileError) {
            table = try SurveyTable(OpenTable(path, name: file, options: options))
        } catch {
            guard error == .missingHeader else { throw error }
            // A file without header, whose cells are masked as those of any file; which are whose cannot be told.
            records = records.map { $0.map { $0.isEmpty ? $0 : CellAllowance.textMask } }
            return
        }
        let allowance = SurveyAllowance(table)
        platform = table.platform
        rows = max(0, rows - (table.headerRows - 1))
        let names = Self.names(table, codebook)
        columns = table.titles.indices.map { place in
            let isPersonal = allowance.isPersonal(place)
            return Column(
                header: table.titles[place].shown, name: names[place],
                type: isPersonal ? .person : columns[place].type)
        }
        let headerRows = table.headerRows
        records = records.enumerated().map { number, record in
            record.enumerated().map { column, cell in
                number < headerRows ? Header.shown(cell) : allowance.shown(cell, column)
            }
        }
    }

    /// What each column is to the reader: the item's name, or the name of a column that is no question.
    private static func names(_ table: SurveyTable, _ codebook: Codebook?) -> [String?] {
        var names = [String?](repeating: nil, count: table.titles.count)
        if let codebook, let layout = try? SurveyLayout(table, codebook) {
            for (column, place) in layout.columns { names[place] = column.rawValue }
            for (item, place) in zip(codebook.items, layout.items) {
                for column in place.columns { names[column] = item.item.name }
            }
            return names
        }
        for column in SurveyColumn.allCases {
            let known = SurveyMarks.headers(of: column, table.platform)
            if let place = table.titles.firstIndex(where: { $0.isOne(of: known) }), names[place] == nil {
                names[place] = column.rawValue
            }
        }
        return names
    }
}

extension Project {
    /// The codebook of a source; nil when it names none, or one that is wrong.
    package func codebook(of source: Source?) -> Codebook? {
        source?.codebook.flatMap { try? Codebook.read(path(of: $0)) }
    }
}
