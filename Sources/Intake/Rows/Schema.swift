// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A column that a kind of table may have.
package struct ColumnSchema: Sendable, Hashable {
    /// Its canonical header.
    package let name: String
    /// Headers seen in the field, likeliest first.
    package let aliases: [String]
    package let isRequired: Bool

    package init(_ name: String, _ aliases: [String] = [], required: Bool = false) {
        self.name = name
        self.aliases = aliases
        self.isRequired = required
    }
}

/// The columns of a kind of table, in canonical order.
package struct Schema: Sendable, Hashable {
    package let kind: SourceKind
    package let columns: [ColumnSchema]

    package init(kind: SourceKind, columns: [ColumnSchema]) {
        self.kind = kind
        self.columns = columns
    }

    /// The place of a column by its canonical header; a bug when there is none.
    package func place(of name: String) -> Int {
        guard let place = columns.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("the schema has no column \(name)")
        }
        return place
    }

    /// The canonical name of the column that holds person keys.
    package static let personColumn = "person"
}

private let person = ColumnSchema(
    "person",
    [
        "Personnummer", "PersonId", "Person-id", "Klient", "Brukare", "Pnr", "Personnr", "Person nr", "Klient-id",
        "Brukar-id", "Pseudonym",
    ], required: true)
private let service = ColumnSchema("insats", ["Insatstyp", "Aktivitet", "Tjänst", "Service"], required: true)
private let law = ColumnSchema("lagrum", ["Lag", "Lagstöd", "Law"])
private let district = ColumnSchema(
    "stadsdelsnamnd",
    [
        "Stadsdelsnämnd", "SDN", "Nämnd", "Område", "Förvaltning", "Stadsdel", "Stadsdelsområde",
        "Stadsdelsförvaltning", "District",
    ])
private let provider = ColumnSchema("utforare", ["Utförare", "Utförarens namn", "Leverantör", "Provider"])
private let providerType = ColumnSchema("regi", ["Regiform", "Driftsform"])
private let sex = ColumnSchema("kon", ["Kön", "Juridiskt kön", "Sex"])
private let birthYear = ColumnSchema("fodelsear", ["Födelseår", "Född år", "Birth year"])
private let protected = ColumnSchema(
    "skyddad",
    [
        "Skyddad identitet", "Skyddade personuppgifter", "Skyddad personuppgift", "Sekretess", "Sekretessmarkering",
        "Protected",
    ])

extension Schema {
    /// *Beslut*: one row a decision.
    package static let decisions = Schema(
        kind: .decisions,
        columns: [
            person,
            ColumnSchema("beslut_id", ["Beslutsid", "Beslutsnummer", "Beslutsnr", "Beslut nr"]),
            district, service, law,
            ColumnSchema("ansokan", ["Ansökan", "Ansökningsdatum", "Ansökan inkom", "Ansökt", "Inkommen"]),
            ColumnSchema("sokta_timmar", ["Sökta timmar", "Ansökta timmar"]),
            ColumnSchema("beslutsdatum", ["Beslutsdag", "Beslutat"]),
            ColumnSchema("utfall", ["Beslutstyp", "Beslutsutfall", "Outcome"]),
            ColumnSchema(
                "from",
                [
                    "Gäller från", "Gäller fr.o.m.", "Gäller fr o m", "Startdatum", "Fr.o.m.", "Fr.o.m", "Fr o m",
                    "Från",
                    "Fran", "Från och med",
                ], required: true),
            ColumnSchema(
                "tom",
                [
                    "Gäller till", "Gäller t.o.m.", "Gäller t o m", "Slutdatum", "T.o.m.", "T.o.m", "T o m", "Till",
                    "Till och med",
                ]),
            ColumnSchema("timmar", ["Beviljade timmar", "Beviljad tid", "Timmar per månad", "Hours"], required: true),
            ColumnSchema("enhet", ["Timmar per", "Tidsenhet", "Unit"]),
            ColumnSchema("fri", ["Fri ledsagning", "Utan timtak"]),
            provider, providerType, sex, birthYear, protected,
        ])

    /// *Utförd tid*: one row a visit, or a month of one person.
    package static let visits = Schema(
        kind: .visits,
        columns: [
            person, service,
            ColumnSchema("datum", ["Besöksdatum", "Utförd datum", "Utförandedatum", "Dag", "Date"]),
            ColumnSchema("manad", ["Månad", "Period", "Month"]),
            ColumnSchema("start", ["Starttid", "Start tid", "Klockslag start", "Från kl", "Från klockan"]),
            ColumnSchema("slut", ["Sluttid", "Slut tid", "Klockslag slut", "Till kl", "Till klockan"]),
            ColumnSchema(
                "timmar", ["Utförda timmar", "Antal timmar", "Utförd tid", "Tid", "Hours"]),
            ColumnSchema("status", ["Besöksstatus", "Utförandestatus"]),
            ColumnSchema("orsak", ["Avbokningsorsak", "Reason"]),
            district, law, provider, providerType,
            ColumnSchema("omkostnad", ["Omkostnader", "Omkostnadsersättning", "Utlägg"]),
            sex, birthYear, protected,
        ])
}
