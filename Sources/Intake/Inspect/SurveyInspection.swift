// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

extension Inspection {
    /// What stands where a respondent's own words were.
    static let textMask = "‹text›"

    /// Tells a survey's columns by its codebook, and shows no cell that may be a respondent's own words.
    mutating func showAsSurvey(
        _ path: String, _ options: ReaderOptions, _ codebook: Codebook?
    ) throws(IntakeError) {
        let table: SurveyTable
        do {
            table = try SurveyTable(file, RecordReader(path: path, options: options))
        } catch let error as ReadError {
            throw IntakeError(file: file, reason: IntakeFileError(error))
        } catch {
            // A file without header, whose cells are masked as those of any file; which are whose cannot be told.
            records = records.map { $0.map { $0.isEmpty ? $0 : Self.textMask } }
            return
        }
        let profiles = SurveyProfile(table)
        platform = table.platform
        rows = max(0, rows - (table.headerRows - 1))
        let names = Self.names(table, codebook)
        columns = table.titles.indices.map { place in
            let isPersonal = profiles.columns[place].content == .personal
            return Column(
                header: table.titles[place].shown, name: names[place],
                type: isPersonal ? .person : columns[place].type)
        }
        let headerRows = table.headerRows
        records = records.enumerated().map { number, record in
            record.enumerated().map { column, cell in
                guard number >= headerRows, column < profiles.columns.count, !cell.isEmpty else { return cell }
                switch profiles.columns[column].content {
                case .personal: return PersonMask.mask
                case .text: return Self.isPlain(cell, table.titles[column]) ? cell : Self.textMask
                case .choice, .choices:
                    // Words of the respondent's own may stand among the answers to choose from.
                    return profiles.columns[column].answers.contains(SurveyTable.trimmed(cell))
                        || cell.hasSuffix(";")
                            && cell.split(separator: ";").allSatisfy {
                                profiles.columns[column].answers.contains(SurveyTable.trimmed(String($0)))
                            }
                        ? cell : Self.textMask
                case .mark, .number, .date, .empty: return cell
                }
            }
        }
    }

    /// A tool's own column of numbers and codes: `3`, `sv`.
    private static func isPlain(_ cell: String, _ title: SurveyTitle) -> Bool {
        title.isOne(of: SurveyMarks.passedOver) && !title.isOne(of: SurveyMarks.personal) && cell.count <= 24
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
