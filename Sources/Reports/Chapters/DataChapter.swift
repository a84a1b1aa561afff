// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Underlaget: what was read, what could not be used and why, and what does not fit together.
struct DataChapter: Chapter {
    let scope: ReportScope

    /// What does not fit together between decisions and performed hours.
    private var consistency: [YearRow] {
        func row(
            _ measure: MeasureName, _ aspect: Question.Aspect, _ name: Phrase, _ form: NumberForm = .count
        ) -> YearRow {
            YearRow(name: said(name), question: scope.ask(measure, aspect), form: form)
        }
        return [
            row(
                .persons, .withoutDistrict,
                Phrase(
                    sv: "Personer med beslut utan stadsdelsnämnd", en: "Persons with a decision but no district board")),
            row(
                .persons, .outsideDecisions,
                Phrase(sv: "Personer med utförda timmar utan beslut", en: "Persons with hours but no decision")),
            row(
                .performedHours, .outsideDecisions,
                Phrase(sv: "Utförda timmar utan beslut", en: "Hours without a decision"), .hours()),
            row(
                .persons, .withoutPerformed,
                Phrase(sv: "Personer med beslut men utan utförda timmar", en: "Persons with a decision but no hours")),
            // The decisions are counted.
            row(
                .grantedHours, .withoutPerformed,
                Phrase(sv: "Beslut utan utförda timmar", en: "Decisions without hours")),
        ]
    }

    /// The questions about what does not fit together; the open tables have them apart from the others.
    var misfits: [Question] { consistency.map(\.question) }

    var requests: [Question] { misfits + [scope.responseRate].compactMap(\.self) }

    func section(_ released: Released) -> Section? {
        let integrity = released.integrity
        let base = base(integrity)
        let tables = [
            files(integrity),
            reasons(
                "asidosatta-rader", integrity.setAside,
                Phrase(sv: "Skäl till att rader inte kunnat användas", en: "Why rows could not be used")),
            reasons(
                "anmarkningar", integrity.remarks,
                Phrase(sv: "Anmärkningar på rader som använts", en: "Remarks on rows that were used")),
            corrections(integrity.corrections), consistency(released),
        ]
        let opening = text(
            sv: """
                Rapporten bygger på \(base). Varje läst rad är antingen använd eller åsidosatt med ett skäl.
                """, en: "The report is built on \(base). Every row read is either used or set aside with a reason.")
        let window = Trust(scope: scope, released: released).windowCaution ?? wholeWindow
        return Section(
            id: "underlag", heading: said(sv: "Underlaget", en: "The data"),
            blocks: [.paragraph(opening)] + tables.compactMap { $0.map { .table($0) } }
                + [window, lawBreak].compactMap { $0.map { .paragraph($0) } }
                + blocks(scope.currentSurveys.map { responseFinding($0, in: released) }))
    }

    /// `2 filer`, `1 fil med 2 blad`, `3 filer, varav 1 arbetsbok med 2 blad`.
    private func base(_ integrity: ReleasedIntegrity) -> RichText {
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

    // MARK: Tables

    private var rowsOfFiles: String { said(sv: "rader i de lästa filerna", en: "rows of the files read") }

    private func files(_ integrity: ReleasedIntegrity) -> Table {
        table(
            "lasta-rader",
            integrity.setAsideRows == 0
                ? said(sv: "Alla rader har kunnat användas", en: "All rows could be used")
                : said(sv: "Lästa, använda och åsidosatta rader", en: "Rows read, used and set aside"),
            unit: said(sv: "antal rader", en: "number of rows"), population: rowsOfFiles,
            notes: [
                phrase(
                    sv: "Lästa rader är summan av använda och åsidosatta. En använd rad kan ha flera anmärkningar.",
                    en: "Rows read are the sum of those used and those set aside. A used row may have several remarks.")
            ], rows: integrity.files,
            columns: [
                .text(said(sv: "Fil", en: "File")) { RichText([.code($0.file)]) },
                .name(said(sv: "Innehåll", en: "Content")) { said(Self.content($0.kind)) },
                .count(said(sv: "Lästa rader", en: "Rows read"), \.rows),
                .count(said(sv: "Använda", en: "Used"), \.kept),
                .count(said(sv: "Åsidosatta", en: "Set aside"), \.setAside),
                .count(said(sv: "Anmärkningar", en: "Remarks"), \.remarks),
            ],
            total: [
                .text(phrase(sv: "Alla filer", en: "All files")), .empty, .count(integrity.rows),
                .count(integrity.kept), .count(integrity.setAsideRows),
                .count(integrity.files.reduce(0) { $0 + $1.remarks }),
            ], headerColumns: 2)
    }

    private func reasons(_ id: String, _ reasons: [ReleasedIntegrity.Reason], _ title: Phrase) -> Table? {
        guard !reasons.isEmpty else { return nil }
        return table(
            id, said(title), unit: said(.number), population: rowsOfFiles, rows: reasons,
            columns: [
                .name(said(sv: "Skäl", en: "Reason")) { said($0.text) },
                .count(said(sv: "Antal", en: "Number"), \.rows),
            ], total: [.text(phrase(sv: "Summa", en: "Sum")), .count(reasons.reduce(0) { $0 + $1.rows })])
    }

    /// Cells that were read as the project's list of corrections says.
    private func corrections(_ corrections: [ReleasedIntegrity.Correction]) -> Table? {
        guard !corrections.isEmpty else { return nil }
        return table(
            "rattelser",
            said(
                sv: "Uppgifter som rättats i avvaktan på nästa utdrag",
                en: "What has been corrected until the next export"), unit: said(sv: "rättelser", en: "corrections"),
            population: rowsOfFiles,
            notes: [
                phrase(
                    sv: "Rättelserna står i rattelser.csv och görs när filerna läses. Filerna är oförändrade.",
                    en: "The corrections stand in rattelser.csv and are made on reading. The files are unchanged.")
            ], rows: corrections,
            columns: [
                .text(said(sv: "Fil", en: "File")) { RichText([.code($0.file)]) },
                .init(said(sv: "Rad", en: "Line")) { .text(RichText(String($0.line))) },
                .text(said(sv: "Kolumn", en: "Column")) { RichText($0.column) },
                .text(said(sv: "Vem", en: "Who")) { RichText($0.who) },
                .text(said(sv: "När", en: "When")) { RichText($0.when) },
            ])
    }

    /// nil when nothing of it is known.
    private func consistency(_ released: Released) -> Table? {
        // Without boards nobody has one, and that is no fault.
        let rows = consistency.filter { row in
            released[row.question] != nil
                && (row.question != scope.ask(.persons, .withoutDistrict) || !facts.boards.isEmpty)
        }
        guard !rows.isEmpty else { return nil }
        return table(
            "sammanhang",
            said(
                sv: "Uppgifter som inte hänger ihop mellan beslut och utförd tid",
                en: "What does not fit together between decisions and performed time"),
            unit: said(sv: "antal personer, timmar och beslut", en: "number of persons, hours and decisions"),
            population: said(
                sv: "personer, timmar och beslut i utdragen", en: "persons, hours and decisions of the exports"),
            notes: [
                phrase(
                    sv: """
                        En månad räknas som utan beslut när personen inte har några beviljade timmar för insatsen den \
                        månaden. Sådana timmar ingår i antalet utförda timmar men inte i andelen utförda timmar.
                        """,
                    en: """
                        A month counts as without a decision when the person has no granted hours of the service that \
                        month. Such hours are part of the performed hours but not of the share of performed hours.
                        """)
            ] + notes(of: rows.map(\.question), in: released), rows: rows,
            columns: years(said(sv: "Uppgift", en: "Item"), released), kind: \.kind)
    }

    /// nil without files of performed hours.
    private var wholeWindow: RichText? {
        facts.window.map { window in
            phrase(
                sv: """
                    Utdragen med utförda timmar räcker från \(window.months.swedish) och \
                    täcker hela \(yearsWritten).
                    """,
                en: """
                    The exports of performed hours run from \(window.months.english) and \
                    cover the whole of \(yearsWritten).
                    """)
        }
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
