// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Underlaget: what was read, what could not be used and why, and what does not fit together.
    func data() -> Section {
        var blocks: [Block] = [
            .paragraph(
                text(
                    sv: """
                        Rapporten bygger på \(base). Varje läst rad är antingen använd eller åsidosatt med ett skäl.
                        """,
                    en: "The report is built on \(base). Every row read is either used or set aside with a reason.")),
            .table(fileTable),
        ]
        if let reasons = reasonTable(
            "asidosatta-rader", integrity.setAside,
            title: said(sv: "Skäl till att rader inte kunnat användas", en: "Why rows could not be used"))
        {
            blocks.append(.table(reasons))
        }
        if let remarks = reasonTable(
            "anmarkningar", integrity.remarks,
            title: said(sv: "Anmärkningar på rader som använts", en: "Remarks on rows that were used"))
        {
            blocks.append(.table(remarks))
        }
        if let correctionTable { blocks.append(.table(correctionTable)) }
        if let consistencyTable { blocks.append(.table(consistencyTable)) }
        if let windowText { blocks.append(.paragraph(windowText)) }
        blocks += questions.currentSurveys.compactMap(responseFinding).map { .finding($0) }
        return Section(id: "underlag", heading: said(sv: "Underlaget", en: "The data"), blocks: blocks)
    }

    /// `2 filer`, `1 fil med 2 blad`, `3 filer, varav 1 arbetsbok med 2 blad`.
    private var base: RichText {
        let books = Set(integrity.files.compactMap(\.book)).count
        let sheets = integrity.files.count { $0.book != nil }
        let count = integrity.files.count - sheets + books
        let files = text(
            sv: "\(count: count) \(count == 1 ? "fil" : "filer")",
            en: "\(count: count) \(count == 1 ? "file" : "files")")
        guard sheets > books else { return files }
        guard count > books else {
            return text(sv: "\(files) med \(count: sheets) blad", en: "\(files) with \(count: sheets) sheets")
        }
        return text(
            sv: """
                \(files), varav \(count: books) \(books == 1 ? "arbetsbok" : "arbetsböcker") med \(count: sheets) blad
                """,
            en: """
                \(files), of which \(count: books) \(books == 1 ? "workbook" : "workbooks") with \(count: sheets) sheets
                """)
    }

    private var fileTable: Table {
        let columns = [
            Table.Column(said(sv: "Fil", en: "File"), alignment: .start),
            Table.Column(said(sv: "Innehåll", en: "Content"), alignment: .start),
            Table.Column(said(sv: "Lästa rader", en: "Rows read")), Table.Column(said(sv: "Använda", en: "Used")),
            Table.Column(said(sv: "Åsidosatta", en: "Set aside")),
            Table.Column(said(sv: "Anmärkningar", en: "Remarks")),
        ]
        var rows = integrity.files.map { file in
            Table.Row(
                .plain,
                [
                    .text(RichText([.code(file.file)])), .text(RichText(said(Self.content(file.kind)))),
                    .count(file.rows), .count(file.kept), .count(file.setAside), .count(file.remarks),
                ])
        }
        rows.append(
            Table.Row(
                .total,
                [
                    .text(RichText(said(sv: "Alla filer", en: "All files"))), .empty, .count(integrity.rows),
                    .count(integrity.kept), .count(integrity.setAsideRows),
                    .count(integrity.files.reduce(0) { $0 + $1.remarks }),
                ]))
        return Table(
            id: "lasta-rader",
            title: integrity.setAsideRows == 0
                ? said(sv: "Alla rader har kunnat användas", en: "All rows could be used")
                : said(sv: "Lästa, använda och åsidosatta rader", en: "Rows read, used and set aside"),
            unit: said(sv: "antal rader", en: "number of rows"),
            population: said(sv: "rader i de lästa filerna", en: "rows of the files read"), year: yearsWritten,
            columns: columns, rows: rows, headerColumns: 2, source: source,
            notes: [
                RichText(
                    said(
                        sv: "Lästa rader är summan av använda och åsidosatta. En använd rad kan ha flera anmärkningar.",
                        en:
                            "Rows read are the sum of those used and those set aside. A used row may have several remarks."
                    ))
            ])
    }

    private func reasonTable(_ id: String, _ reasons: [ReleasedIntegrity.Reason], title: String) -> Table? {
        guard !reasons.isEmpty else { return nil }
        var rows = reasons.map { Table.Row(.plain, [.text(RichText(said($0.text))), .count($0.rows)]) }
        rows.append(
            Table.Row(
                .total,
                [.text(RichText(said(sv: "Summa", en: "Sum"))), .count(reasons.reduce(0) { $0 + $1.rows })]))
        return Table(
            id: id, title: title, unit: said(sv: "antal", en: "number"),
            population: said(sv: "rader i de lästa filerna", en: "rows of the files read"), year: yearsWritten,
            columns: [
                Table.Column(said(sv: "Skäl", en: "Reason"), alignment: .start),
                Table.Column(said(sv: "Antal", en: "Number")),
            ],
            rows: rows, source: source)
    }

    /// Cells that were read as the project's list of corrections says.
    private var correctionTable: Table? {
        guard !integrity.corrections.isEmpty else { return nil }
        return Table(
            id: "rattelser",
            title: said(
                sv: "Uppgifter som rättats i avvaktan på nästa utdrag",
                en: "What has been corrected until the next export"),
            unit: said(sv: "rättelser", en: "corrections"),
            population: said(sv: "rader i de lästa filerna", en: "rows of the files read"), year: yearsWritten,
            columns: [
                Table.Column(said(sv: "Fil", en: "File"), alignment: .start),
                Table.Column(said(sv: "Rad", en: "Line")),
                Table.Column(said(sv: "Kolumn", en: "Column"), alignment: .start),
                Table.Column(said(sv: "Vem", en: "Who"), alignment: .start),
                Table.Column(said(sv: "När", en: "When"), alignment: .start),
            ],
            rows: integrity.corrections.map { correction in
                Table.Row(
                    .plain,
                    [
                        .text(RichText([.code(correction.file)])), .text(RichText(String(correction.line))),
                        .text(RichText(correction.column)), .text(RichText(correction.who)),
                        .text(RichText(correction.when)),
                    ])
            },
            source: source,
            notes: [
                RichText(
                    said(
                        sv: "Rättelserna står i rattelser.csv och görs när filerna läses. Filerna är oförändrade.",
                        en: "The corrections stand in rattelser.csv and are made on reading. The files are unchanged."))
            ])
    }

    /// What does not fit together between decisions and performed hours.
    private var consistencyTable: Table? {
        let all: [(Phrase, Question, NumberForm)] = [
            (
                Phrase(
                    sv: "Personer med beslut utan stadsdelsnämnd", en: "Persons with a decision but no district board"),
                questions.ask(.persons, .withoutDistrict), .count
            ),
            (
                Phrase(sv: "Personer med utförda timmar utan beslut", en: "Persons with hours but no decision"),
                questions.ask(.persons, .outsideDecisions), .count
            ),
            (
                Phrase(sv: "Utförda timmar utan beslut", en: "Hours without a decision"),
                questions.ask(.performedHours, .outsideDecisions), .hours()
            ),
            (
                Phrase(sv: "Personer med beslut men utan utförda timmar", en: "Persons with a decision but no hours"),
                questions.ask(.persons, .withoutPerformed), .count
            ),
            (
                Phrase(sv: "Beslut utan utförda timmar", en: "Decisions without hours"),
                questions.ask(.grantedHours, .withoutPerformed), .count
            ),
        ]
        // Without boards nobody has one, and that is no fault.
        let entries = all.filter { _, question, _ in
            answers[question] != nil && (question.aspect != .withoutDistrict || !facts.boards.isEmpty)
        }
        guard !entries.isEmpty else { return nil }
        let years = Array(questions.years)
        return Table(
            id: "sammanhang",
            title: said(
                sv: "Uppgifter som inte hänger ihop mellan beslut och utförd tid",
                en: "What does not fit together between decisions and performed time"),
            unit: said(sv: "antal personer, timmar och beslut", en: "number of persons, hours and decisions"),
            population: said(
                sv: "personer, timmar och beslut i utdragen", en: "persons, hours and decisions of the exports"),
            year: yearsWritten,
            columns: [Table.Column(said(sv: "Uppgift", en: "Item"), alignment: .start)]
                + years.map { Table.Column("\($0)") },
            rows: entries.map { name, question, form in
                Table.Row(
                    .plain,
                    [.text(RichText(said(name)))] + years.map { .released(answers.cell(question, $0), .value, form) })
            },
            source: source,
            notes: [
                RichText(
                    said(
                        sv: """
                            En månad räknas som utan beslut när personen inte har några beviljade timmar för insatsen den \
                            månaden. Sådana timmar ingår i antalet utförda timmar men inte i andelen utförda timmar.
                            """,
                        en: """
                            A month counts as without a decision when the person has no granted hours of the service that \
                            month. Such hours are part of the performed hours but not of the share of performed hours.
                            """))
            ] + notes(of: entries.map(\.1)))
    }

    private var windowText: RichText? {
        if let caution = windowCaution { return caution }
        guard let window = facts.window else { return nil }
        return RichText(
            said(
                sv: """
                    Utdragen med utförda timmar räcker från \(window.months.swedish) och \
                    täcker hela \(yearsWritten).
                    """,
                en: """
                    The exports of performed hours run from \(window.months.english) and \
                    cover the whole of \(yearsWritten).
                    """))
    }

    /// What a kind of file holds, by its name in the project file.
    private static func content(_ kind: String) -> Phrase {
        switch kind {
        case "decisions": Phrase(sv: "beslut", en: "decisions")
        case "visits": Phrase(sv: "utförd tid", en: "performed time")
        case "statistics": Phrase(sv: "sammanställd statistik", en: "totals")
        case "survey": Phrase(sv: "enkätsvar", en: "survey answers")
        case "districts": Phrase(sv: "stadsdelsnämnder", en: "district boards")
        case "population": Phrase(sv: "befolkning", en: "population")
        case "rates": Phrase(sv: "ersättning", en: "rates")
        default: Phrase(sv: kind, en: kind)
        }
    }
}
