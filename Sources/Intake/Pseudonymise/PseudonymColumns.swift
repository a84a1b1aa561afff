// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Where in a file its persons are, and what its pseudonymised copy has beside them.
struct PseudonymColumns {
    let kind: SourceKind
    /// Headers as they may be shown.
    let shown: [String]
    let person: Int
    /// Columns that give the row's date: it settles the century of ten-digit numbers. -1 when there is none.
    let date: Int
    let month: Int
    /// *Beslutsid*, or -1.
    let decisionID: Int
    /// Columns with a respondent's name or address: masked whole.
    let isPersonal: [Bool]
    /// Settles the century of ten-digit numbers where a row needs no date: the last day of a survey's year.
    let day: CivilDate?
    /// Headers of more than one row are copied as they stand.
    let headerRows: Int
    /// Columns of a fixed form, where ten digits in a row are no identity number.
    let isTyped: [Bool]
    /// What each column is, by the names of the schema.
    private let names: [String?]
    /// Headers of the columns that the copy gets at its end.
    let added: [String]

    static let birthYear = "fodelsear"
    static let sex = "kon"

    /// Throws `missingColumn` when no column holds persons. `second` is the record after the header, which in some
    /// surveys is a header too.
    init(
        _ headers: [String], second: [String] = [], source: Source?, codebook: Codebook? = nil, file: String
    ) throws(IntakeFileError) {
        let recognition = ColumnRecognition(headers, source: source, file: file)
        shown = headers.map { PersonMask.holdsPersonKey($0) ? "…" : Header.shown($0) }
        let survey = recognition.kind == .survey ? SurveyPersons(headers, second: second, codebook) : nil
        let names = survey?.names ?? recognition.names
        isPersonal = survey?.isPersonal ?? headers.map { _ in false }
        headerRows = survey?.headerRows ?? 1
        day = survey == nil ? nil : source?.waveYear.flatMap { CivilDate(year: $0, month: 12, day: 31) }
        guard let person = names.firstIndex(of: Schema.personColumn) else {
            let nearest = NearestName.to("personnummer", among: shown) ?? NearestName.to("person", among: shown)
            throw .missingColumn(canonical: Schema.personColumn, nearest: nearest)
        }
        guard headers.allSatisfy({ !PersonMask.holdsPersonKey($0) }) else { throw .missingHeader }
        self.person = person
        self.names = names
        kind = recognition.kind ?? .visits
        func place(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
        date = place("from") >= 0 ? place("from") : place("datum")
        month = place("manad")
        decisionID = headers.firstIndex { Self.headers(of: "beslut_id").contains(FoldedWord($0)) } ?? -1
        let typed: Set<String> = [
            "from", "tom", "datum", "manad", "ansokan", "beslutsdatum", "start", "slut", "timmar", "sokta_timmar",
            "omkostnad", "kon", "fodelsear",
        ]
        isTyped = names.map { $0.map(typed.contains) ?? false }
        added =
            survey != nil
            ? []
            : [Self.birthYear, Self.sex].filter { name in
                let known = Self.headers(of: name)
                return !headers.contains { known.contains(FoldedWord($0)) }
            }
    }

    /// The place of a column of the schema; −1 where the file has none.
    func place(of name: String) -> Int { names.firstIndex(of: name) ?? -1 }

    /// Every header that stands for a column of decisions.
    private static func headers(of name: String) -> Set<FoldedWord> {
        let aliases = Schema.decisions.columns.first { $0.name == name }?.aliases ?? []
        return Set(([name] + aliases).map { FoldedWord($0) })
    }
}
