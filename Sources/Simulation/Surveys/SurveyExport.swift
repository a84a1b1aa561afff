// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

extension SimulatedSurveys {
    /// The answers as each platform writes them, and a codebook for each group. The dialect is of generic files;
    /// platforms have their own.
    package func files(_ survey: SurveyDialect = SurveyDialect(), _ dialect: ExportDialect = ExportDialect())
        -> [ExportFile]
    {
        surveys.map { sheet(of: $0, survey, dialect).written().0 } + codebooks(survey)
    }

    /// `enkat-brukare.codebook.yaml`: the template, where the columns are, and the design of each wave.
    func codebooks(_ dialect: SurveyDialect) -> [ExportFile] {
        SurveyGroup.allCases.compactMap { group in
            let own = surveys.filter { $0.group == group }
            guard let first = own.first else { return nil }
            let text = first.form.text + "\n" + CodebookAddition(surveys: own, dialect: dialect).text
            return ExportFile(name: "enkat-\(group.word).codebook.yaml", bytes: Array(text.utf8))
        }
    }

    /// The table that becomes `enkat-brukare-2019.csv`.
    func sheet(of survey: SimulatedSurvey, _ dialect: SurveyDialect, _ generic: ExportDialect) -> FaultySheet {
        let table = SurveySheet(survey, dialect, seed: municipality.parameters.seed)
        let platform = dialect.platform(of: survey.group)
        var sheet = FaultySheet(
            file: "enkat-\(survey.group.word)-\(survey.year).csv", dialect: Self.dialect(of: platform, generic),
            columns: table.columns.map(\.name), headerRows: table.headerRows,
            rows: table.rows.map { ExportRow($0) })
        if platform == .limeSurvey {
            sheet.quotesAll = true
            sheet.finalLineEndings = 2
        }
        return sheet
    }

    private static func dialect(of platform: SurveyPlatform, _ generic: ExportDialect) -> ExportDialect {
        switch platform {
        case .limeSurvey: ExportDialect(encoding: .utf8WithMark, lineEnding: .crlf)
        case .surveyMonkey: ExportDialect(encoding: .utf8WithMark, delimiter: UInt8(ascii: ","))
        case .microsoftForms:
            ExportDialect(encoding: .utf8WithMark, delimiter: UInt8(ascii: ","), lineEnding: .crlf)
        case .generic, .webropol, .googleForms, .qualtrics, .redcap: generic
        }
    }
}

/// What a codebook gets beside the template's questions.
struct CodebookAddition {
    /// The waves of one group.
    let surveys: [SimulatedSurvey]
    let dialect: SurveyDialect

    var text: String {
        var lines = ["platform: \(dialect.platform(of: surveys[0].group).rawValue)", "panel: true", "columns:"]
        for (column, header) in dialect.layout(of: surveys[0].group).specialColumns(of: surveys[0]) {
            lines.append("  \(column.rawValue): \(header)")
        }
        lines.append("designs:")
        for survey in surveys { lines += design(of: survey) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func design(of survey: SimulatedSurvey) -> [String] {
        var lines = ["  \(survey.year):", "    by: \(survey.strataAreDistricts ? "district" : "stratum")"]
        // A municipality of a few persons may have nobody to ask.
        if !survey.strata.isEmpty { lines.append("    strata:") }
        for stratum in survey.strata {
            lines.append(
                "      - {name: \(stratum.name), population: \(stratum.population), sent: \(stratum.sent), "
                    + "undeliverable: \(stratum.undeliverable)}")
        }
        switch survey.rule {
        case .strata, .given: break
        case .classes(let margin): lines += ["    nonresponse: classes", "    margins:", Self.margin(margin)]
        case .raking(let margins):
            lines += ["    nonresponse: raking", "    margins:"] + margins.map(Self.margin)
        }
        return lines
    }

    private static func margin(_ margin: SurveyFrame.Margin) -> String {
        let counts = margin.counts.map { "\($0.code): \($0.count)" }.joined(separator: ", ")
        return "      - {item: \(margin.item), counts: {\(counts)}}"
    }
}
