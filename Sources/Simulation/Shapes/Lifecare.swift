// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// As the public interface of Lifecare names and marks things: field names in English, granted hours with their unit
    /// in a column, visits in minutes, cancelled and deleted rows that come along, other services beside those followed
    /// up, and a last day in the year 9999.
    package static let lifecare = ExportShape(
        "lifecare",
        Phrase(
            sv: "engelska fältnamn, minuter, inställda och borttagna rader",
            en: "English field names, minutes, cancelled and deleted rows"),
        loses: [.providerTypes, .applications], adds: [.minutes]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 1)
        var words = ValueWords()
        // An interface writes yes and no as a programming language does.
        (words.yes, words.no, words.writesNo) = ("\(true)", "\(false)", true)
        words.hasActs = true
        words.openEnd = draw.chance(500) ? .empty : .day(CivilDate(year: 9999, month: 12, day: 31)!)
        let decisions = LifecareRows.decisions(of: municipality, &draw)
        let visits = LifecareRows.visits(of: municipality, &draw)
        let grants = ShapedTable<ShapedDecision>(
            [
                "beslut_id", "person", "insats", "lagrum", "beslutsdatum", "from", "tom", "utfall", "timmar", "enhet",
                "fri", "stadsdelsnamnd", "utforare", "skyddad", "borttagen",
            ], HeaderWords(.decisions, .fields, &draw), words)
        var done = ShapedTable<ShapedVisit>(
            [
                "person", "insats", "datum", "start", "slut", "timmar", "installd", "orsak", "dubbelbemanning",
                "utforare",
            ],
            HeaderWords(.visits, .fields, measure: .minutes, &draw), words, measure: .minutes)
        done.add("ReportingSystem") { .text($0.visit.minutes % 15 == 0 ? "Manuell" : "Mobil") }
        done.add("IterationNumber") { _ in .count(1) }
        done.add(HeaderWords(.visits, .fields, &draw)["borttagen"]) { .text(words.said($0.isDeleted)) }
        let dialect = ExportDialect(encoding: .windows1252, lineEnding: .crlf)
        return [
            LifecareRows.file("Beslut_Lifecare.csv", .decisions, decisions, grants, dialect),
            LifecareRows.file("Utforda_Lifecare.csv", .visits, visits, done, dialect),
        ]
    }
}

/// The rows that such a system gives: with those that were deleted and those of other services.
enum LifecareRows {
    private static let otherServices = ["Avlösarservice i hemmet", "Kontaktperson", "Korttidsvistelse"]

    static func file<Row: ShapedRow>(
        _ name: String, _ kind: SourceKind, _ rows: [Row], _ table: ShapedTable<Row>, _ dialect: ExportDialect
    ) -> ShapedFile {
        var sheet = TextSheet(dialect)
        sheet.append(rows, of: table)
        return ShapedFile(name, kind, ShapedFile.RowCount(rows), sheet.bytes)
    }

    static func decisions(of municipality: SimulatedMunicipality, _ draw: inout SplitMix64) -> [ShapedDecision] {
        municipality.shapedDecisions.flatMap { row in
            var rows = [row]
            var other = row
            if draw.chance(80) {
                other.decision.number += 60_000
                other.otherService = draw.pick(otherServices)
                rows.append(other)
            } else if draw.chance(60) {
                // Registered with other hours, and deleted.
                other.decision.number += 40_000
                other.decision.centihours += 300
                other.isDeleted = true
                rows.append(other)
            }
            return rows
        }
    }

    static func visits(of municipality: SimulatedMunicipality, _ draw: inout SplitMix64) -> [ShapedVisit] {
        municipality.parameters.years.flatMap { year in
            municipality.shapedVisits(of: year).flatMap { row in
                var rows = [row]
                var other = row
                switch draw.below(100) {
                case ..<2:
                    other.otherService = draw.pick(otherServices)
                    rows.append(other)
                case ..<4:
                    other.visit.startMinute = row.visit.startMinute.map { $0 - 120 }
                    other.isDeleted = true
                    rows.append(other)
                case ..<6 where row.visit.status == .performed:
                    rows[0].isDoubled = true
                    rows.append(rows[0])
                default: break
                }
                return rows
            }
        }
    }
}
