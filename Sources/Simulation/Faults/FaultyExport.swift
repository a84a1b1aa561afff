// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An export with everything in it that the field does, the list of what was planted, and the truth without it.
///
/// Faulty rows are extra ones: the truth is computed from the records alone, which the sound rows hold whole.
package struct FaultyExport {
    /// In canonical form but for what is planted; each in a dialect of its own.
    package let files: [ExportFile]
    /// In order of file and line.
    package let planted: [PlantedFault]
    /// The records behind the sound rows.
    package let municipality: SimulatedMunicipality

    /// The answers that the export's sound rows give.
    package var truth: Truth { Truth(municipality) }

    /// With a dialect all files of the exports are in it (with a decimal point when commas are delimiters).
    package init(
        _ original: SimulatedMunicipality, dialect: ExportDialect? = nil, surveys: SurveyDialect = SurveyDialect()
    ) {
        var dialect = dialect
        if dialect?.delimiter == UInt8(ascii: ",") { dialect?.hasDecimalComma = false }
        let odd = OddRecords(original)
        municipality = odd.municipality
        var written: [(file: ExportFile, planted: [PlantedFault])] = []
        var knownKeys: Set<Int> = []
        for (place, year) in original.parameters.years.enumerated() {
            written.append(Self.decisions(of: year, place, dialect, odd, &knownKeys))
        }
        for (place, year) in original.parameters.years.enumerated() {
            written.append(Self.visits(of: year, place, dialect, odd.municipality))
        }
        written += Self.publicTables()
        written += Self.surveys(SimulatedSurveys(municipality), surveys)
        files = written.map(\.file)
        planted = written.flatMap(\.planted)
    }

    // MARK: Decisions

    /// Dialects and headers by turns: what a spreadsheet, a system and another one write.
    private static let decisionDialects = [
        ExportDialect(encoding: .windows1252, lineEnding: .crlf),
        ExportDialect(encoding: .utf8),
        ExportDialect(encoding: .utf16BigEndian, delimiter: 9, lineEnding: .crlf),
    ]
    private static let decisionHeaders = [
        [
            "person": "Personnummer", "beslut_id": "Beslutsnr", "stadsdelsnamnd": "Stadsdelsnämnd",
            "ansokan": "Ansökningsdatum", "sokta_timmar": "Sökta timmar", "from": "Gäller från", "tom": "Gäller till",
            "timmar": "Beviljade timmar", "fri": "Fri ledsagning", "utforare": "Utförare", "kon": "Kön",
            "fodelsear": "Födelseår", "skyddad": "Skyddade personuppgifter", "anteckning": "Anteckning",
        ],
        [
            "person": "Brukare", "stadsdelsnamnd": "SDN", "from": "STARTDATUM", "tom": "slutdatum",
            "timmar": "beviljade_timmar",
        ],
        ["person": "Klient", "stadsdelsnamnd": " Nämnd ", "from": "Fr.o.m.", "tom": "T.o.m."],
    ]

    private static func decisions(
        of year: Int, _ place: Int, _ chosen: ExportDialect?, _ odd: OddRecords, _ knownKeys: inout Set<Int>
    ) -> (ExportFile, [PlantedFault]) {
        let dialect = chosen ?? decisionDialects[place % 3]
        let table = DecisionTable(dialect: dialect)
        let municipality = odd.municipality
        let own = municipality.decisions.filter { municipality.fileYear(of: $0) == year }
        var sheet = FaultySheet(
            file: "beslut-\(year).csv", dialect: dialect,
            columns: DecisionTable.header + ["kon", "fodelsear", "anteckning"],
            headers: decisionHeaders[place % 3],
            rows: own.map { decision in
                let person = municipality.persons[decision.person]
                var row = table.row(decision, of: person)
                row.cells += [person.sex == .female ? "Kvinna" : "Man", String(person.birthYear), ""]
                return row
            })
        sheet.hasSeparatorLine = place % 3 == 1
        sheet.finalLineEndings = place % 3
        for (row, decision) in own.enumerated() where decision.board == nil {
            sheet[row, "stadsdelsnamnd"] = "Okänd"
        }
        var planter = Planter(sheet, seed: SplitMix64(seed: municipality.parameters.seed, 8, year))
        for (row, decision) in own.enumerated() {
            noteRecords(of: decision, in: row, odd, &knownKeys, &planter)
        }
        DecisionFaults(hasUnicode: dialect.encoding != .windows1252, newline: dialect.newline).plant(in: &planter)
        planter.leaveQuoteOpen(in: "utforare")
        return planter.sheet.written()
    }

    private static func noteRecords(
        of decision: SimulatedDecision, in row: Int, _ odd: OddRecords, _ knownKeys: inout Set<Int>,
        _ planter: inout Planter
    ) {
        if let remark = odd.keyRemarks.first(where: { $0.person == decision.person }),
            knownKeys.insert(decision.person).inserted
        {
            planter.note(remark.rule, at: "person", kind: .remark, row: row)
        }
        switch decision.number {
        case odd.overlapping: planter.note("overlapping-decisions", at: "from", kind: .remark, row: row)
        case odd.otherLaw: planter.note("law-differs-from-service", at: "lagrum", kind: .remark, row: row)
        case odd.withoutDistrict: planter.note("without-district", at: "stadsdelsnamnd", kind: .quirk, row: row)
        case odd.endedBoard:
            planter.sheet[row, "stadsdelsnamnd"] = OddRecords.formerBoard.name
            planter.note("ended-district", at: "stadsdelsnamnd", kind: .remark, row: row)
        default: break
        }
    }

    // MARK: Visits

    private static let visitDialects = [
        ExportDialect(encoding: .utf16LittleEndian, delimiter: 9, lineEnding: .crlf),
        ExportDialect(encoding: .utf8WithMark, delimiter: UInt8(ascii: ","), lineEnding: .crlf, hasDecimalComma: false),
        ExportDialect(encoding: .windows1252),
    ]
    private static let visitHeaders = [
        ["person": "PersonId", "timmar": "Utförda timmar", "utforare": "Utförare", "manad": "Månad"],
        ["person": "Brukare", "timmar": "Antal timmar", "datum": "DATUM"],
        ["person": "Klient", "timmar": "Tid", "stadsdelsnamnd": "Område"],
    ]

    private static func visits(
        of year: Int, _ place: Int, _ chosen: ExportDialect?, _ municipality: SimulatedMunicipality
    ) -> (ExportFile, [PlantedFault]) {
        let dialect = chosen ?? visitDialects[place % 3]
        let table = VisitTable(parameters: municipality.parameters, dialect: dialect)
        let rows = municipality.persons.indices.flatMap { person in
            municipality.visits(of: person, in: year).map { table.row($0, key: municipality.persons[person].shortKey) }
        }
        var sheet = FaultySheet(
            file: "utforda-\(year).csv", dialect: dialect, columns: table.header, headers: visitHeaders[place % 3],
            rows: rows)
        sheet.finalLineEndings = 2 - place % 3
        var planter = Planter(sheet, seed: SplitMix64(seed: municipality.parameters.seed, 9, year))
        VisitFaults(
            parameters: municipality.parameters, hasUnicode: dialect.encoding != .windows1252,
            otherDecimalSign: dialect.hasDecimalComma ? "." : ","
        ).plant(in: &planter)
        planter.leaveQuoteOpen(in: "utforare")
        return planter.sheet.written()
    }

    // MARK: Public tables

    /// As published, with a board that ended before 2007 in the table of boards, and rows after the last that must be
    /// set aside.
    private static func publicTables() -> [(ExportFile, [PlantedFault])] {
        let former = OddRecords.formerBoard
        return PublicTable.all.map { table in
            switch table.name {
            case PublicTable.boards.name:
                extended(
                    table.name, table.text + "\(former.name),\(former.from),\(former.to),\(former.successor)\r\n",
                    with: [
                        ("KUNGSHOLMEN stadsdelsnämnd,2007-01-01,,", "stadsdelsnamnd", "duplicate-name"),
                        ("Hornstull,1997-01-01,1998-12-31,Liljeholmen", "efterfoljare", "unknown-successor"),
                        ("Gröndal,2007-01-01,2006-12-31,", "galler_till", "ends-before-start"),
                    ])
            case PublicTable.inhabitants.name:
                extended(
                    table.name,
                    // Thousands apart with a no-break space, and a figure that is not known.
                    table.text.replacing("43533", with: "43\u{A0}533").replacing("25660", with: ".."),
                    with: [
                        ("Solna,56605,60575,68144,69946,80000", "stadsdelsomrade", "unknown-district"),
                        // Its people are Södermalm's already.
                        (
                            "\(former.name),40120,41890,44210,45030,47000", "stadsdelsomrade",
                            "predecessor-beside-successor"
                        ),
                    ])
            default: (ExportFile(name: table.name, bytes: Array(table.text.utf8)), [])
            }
        }
    }

    private static func extended(
        _ name: String, _ text: String, with faults: [(row: String, column: String, rule: String)]
    ) -> (ExportFile, [PlantedFault]) {
        let lines = text.utf8.count { $0 == 10 }
        let planted = faults.enumerated().map { place, fault in
            PlantedFault(
                file: name, line: lines + 1 + place, row: lines + place, column: fault.column, rule: fault.rule,
                kind: .fault)
        }
        let extra = faults.map { $0.row + "\r\n" }.joined()
        return (ExportFile(name: name, bytes: Array((text + extra).utf8)), planted)
    }

    // MARK: Surveys

    /// Each group's answers on its own platform, and the codebooks as they are.
    private static func surveys(
        _ surveys: SimulatedSurveys, _ dialect: SurveyDialect
    ) -> [(ExportFile, [PlantedFault])] {
        let answers = surveys.surveys.map { survey in
            var planter = Planter(
                surveys.sheet(of: survey, dialect, ExportDialect()),
                seed: SplitMix64(seed: surveys.municipality.parameters.seed, 26, survey.group.rawValue, survey.year))
            SurveyFaults(survey: survey, platform: dialect.platform(of: survey.group)).plant(in: &planter)
            planter.leaveQuoteOpen(in: planter.sheet.columns.last ?? "login")
            return planter.sheet.written()
        }
        return answers + surveys.codebooks(dialect).map { ($0, []) }
    }
}
