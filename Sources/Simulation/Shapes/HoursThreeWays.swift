// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// Sums of a month, their hours written in three ways: with a colon, in minutes, in words. Each third of a year has
    /// its own way and its own file.
    package static let hoursThreeWays = ExportShape(
        "hours-three-ways",
        Phrase(
            sv: "månadssummor som 12:30, som minuter och som 12 tim 30 min",
            en: "sums of a month as 12:30, as minutes and as 12 tim 30 min"),
        loses: [.visits, .visitsNotPerformed, .providers, .providerTypes, .applications], adds: [.minutes]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 5)
        let words = ValueWords.drawn(&draw)
        var written = words
        written.person = .hyphen
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "stadsdelsnamnd", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar",
                "enhet", "fri", "skyddad",
            ], HeaderWords(.decisions, .swedish, &draw), written)
        let dialect = ExportDialect(encoding: .utf8WithMark, lineEnding: .crlf)
        var sheet = TextSheet(dialect)
        let decisions = municipality.shapedDecisions
        sheet.append(decisions, of: grants)
        var files = [
            ShapedFile(
                "beslut-\(municipality.yearsInWords).csv", .decisions, ShapedFile.RowCount(decisions), sheet.bytes)
        ]
        for year in municipality.parameters.years {
            let months = municipality.shapedMonths(of: year)
            for (place, way) in WayOfHours.allCases.enumerated() {
                let part = months.filter { ($0.visit.day.month.month - 1) / 4 == place }
                guard !part.isEmpty else { continue }
                let headers = HeaderWords(.visits, .swedish, measure: way.measure, &draw)
                var table = ShapedTable<ShapedVisit>(["person", "insats", "manad"], headers, words)
                table.add(way.header(headers["timmar"])) { .text(way.text($0.visit.minutes)) }
                var sheet = TextSheet(dialect)
                sheet.append(part, of: table)
                files.append(
                    ShapedFile(
                        "utforda-\(year)-\(place + 1).csv", .visits, ShapedFile.RowCount(part), sheet.bytes))
            }
        }
        return files
    }
}

/// A way to write an amount of time.
private enum WayOfHours: CaseIterable {
    case colon, minutes, words

    var measure: TimeMeasure {
        switch self {
        case .colon, .words: .clock
        case .minutes: .minutes
        }
    }

    /// Words in the cells need no unit in the header.
    func header(_ word: String) -> String {
        switch self {
        case .colon: "\(word) (\(FieldVocabulary.words(for: .clock).first { $0.contains(":") && $0.count > 5 } ?? ""))"
        case .minutes: "\(word) (\(FieldVocabulary.words(for: .minutes)[0]))"
        case .words: word
        }
    }

    func text(_ minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        switch self {
        case .colon: return "\(hours):\(twoDigits(rest))"
        case .minutes: return String(minutes)
        case .words:
            let hour = FieldVocabulary.words(for: .hours).first { $0.count == 3 } ?? ""
            let minute = FieldVocabulary.words(for: .minutes)[0]
            return rest == 0 ? "\(hours) \(hour)" : "\(hours) \(hour) \(rest) \(minute)"
        }
    }
}
