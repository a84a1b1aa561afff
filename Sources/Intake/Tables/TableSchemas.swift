// SPDX-License-Identifier: EUPL-1.2
package import CaseData

private let district = [
    "Stadsdelsnämnd", "stadsdelsnamnd", "Stadsdelsområde", "stadsdelsomrade", "SDN", "Nämnd", "Område", "Förvaltning",
    "Stadsdel", "Stadsdelsförvaltning",
    "District",
]
private let year = ["År", "Year"]

extension Schema {
    /// *Stadsdelsnämnder*: one row a district, past or present.
    package static let districts = Schema(
        kind: .districts,
        columns: [
            ColumnSchema("namn", ["Name"] + district, required: true),
            ColumnSchema(
                "giltig_fran",
                ["Gäller från", "galler_fran", "Giltig från", "Fr.o.m.", "Från", "Startdatum", "Valid from"]),
            ColumnSchema(
                "giltig_till", ["Gäller till", "galler_till", "Giltig till", "T.o.m.", "Till", "Slutdatum", "Valid to"]),
            ColumnSchema("efterfoljare", ["Efterföljare", "Efterträdare", "Ersätts av", "Ny nämnd", "Successor"]),
        ])

    /// *Befolkning* in its canonical long form: one row a count.
    package static let population = Schema(
        kind: .population,
        columns: [
            ColumnSchema("stadsdelsnamnd", district),
            ColumnSchema("ar", year),
            ColumnSchema("alder", ["Ålder", "Åldersgrupp", "Ålder i år", "Age"]),
            ColumnSchema("kon", ["Kön", "Juridiskt kön", "Sex"]),
            ColumnSchema("antal", ["Antal personer", "Befolkning", "Folkmängd", "Invånare", "Personer", "Count"]),
        ])

    /// *Sammanställd statistik*: one row a district, service and year or month.
    package static let statistics = Schema(
        kind: .statistics,
        columns: [
            ColumnSchema("ar", year),
            ColumnSchema("manad", ["Månad", "Month"]),
            ColumnSchema("stadsdelsnamnd", district),
            ColumnSchema("insats", ["Insatstyp", "Tjänst", "Service"], required: true),
            ColumnSchema("lagrum", ["Lag", "Lagstöd", "Law"]),
            ColumnSchema("personer", ["Antal personer", "Brukare", "Persons"], required: true),
            ColumnSchema(
                "beviljade_timmar", ["Beviljade timmar", "Beviljad tid", "Granted hours"], required: true),
            ColumnSchema(
                "utforda_timmar", ["Utförda timmar", "Utförd tid", "Performed hours"], required: true),
            ColumnSchema("flexibla_personer", ["Flexibla personer", "Personer med flexibel användning"]),
        ])

    /// *Ersättning per timme*; read in a later version, known so that `inspect` can name the file.
    package static let rates = Schema(
        kind: .rates,
        columns: [
            ColumnSchema("ar", year), ColumnSchema("band", ["Tidsband"]), ColumnSchema("regi", ["Regiform"]),
            ColumnSchema("lagrum", ["Lag"]), ColumnSchema("insats", []),
            ColumnSchema("kr_per_timme", ["Kronor per timme", "Ersättning per timme"], required: true),
        ])

    /// The schema of a kind whose columns are the same in every project; nil for surveys.
    package static func of(_ kind: SourceKind) -> Schema? {
        switch kind {
        case .decisions: decisions
        case .visits: visits
        case .statistics: statistics
        case .districts: districts
        case .population: population
        case .rates: rates
        case .survey: nil
        }
    }
}
