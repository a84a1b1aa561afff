// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// A file of an export.
package struct ExportFile: Sendable {
    /// Canonical name, as `beslut-2019.csv`.
    package let name: String
    package let bytes: [UInt8]
}

extension SimulatedMunicipality {
    /// The exports of the municipality in canonical form, public tables and surveys beside them, without faults.
    ///
    /// A decision stands in the file of the year it was taken; those from before the first year stand in the
    /// first year's file.
    package func files(_ dialect: ExportDialect = ExportDialect(), surveys: SurveyDialect = SurveyDialect())
        -> [ExportFile]
    {
        visitFiles(dialect) + decisionFiles(dialect) + publicFiles + SimulatedSurveys(self).files(surveys, dialect)
    }

    /// Performed hours, a file a year.
    func visitFiles(_ dialect: ExportDialect = ExportDialect()) -> [ExportFile] {
        parameters.years.map { year in
            var bytes: [UInt8] = []
            writeVisits(of: year, dialect) { bytes += $0 }
            return ExportFile(name: "utforda-\(year).csv", bytes: bytes)
        }
    }

    /// Decisions, a file a year.
    package func decisionFiles(_ dialect: ExportDialect = ExportDialect()) -> [ExportFile] {
        parameters.years.map { ExportFile(name: "beslut-\($0).csv", bytes: decisionFile(of: $0, dialect)) }
    }

    /// The public tables that stand beside the exports in any shape.
    package var publicFiles: [ExportFile] {
        PublicTable.all(beside: parameters).map { ExportFile(name: $0.name, bytes: Array($0.text.utf8)) }
    }

    /// The year's visits file in pieces of about 64 kB, for files that would not fit in memory. Rows come in
    /// order of person, service and day, at most `limit` of them; the answer is how many there were.
    @discardableResult
    package func writeVisits<Failure: Error>(
        of year: Int, _ dialect: ExportDialect = ExportDialect(), limit: Int = .max,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        let table = VisitTable(parameters: parameters, dialect: dialect)
        var writer = CSVWriter(style: dialect.style)
        writer.append(copying: table.header)
        try sink(dialect.byteOrderMark)
        var rows = 0
        for person in persons.indices where rows < limit {
            let key = persons[person].shortKey
            for visit in visits(of: person, in: year).prefix(limit - rows) {
                writer.append(copying: table.row(visit, key: key).cells)
                rows += 1
            }
            if writer.bytes.count >= 65_536 { try sink(dialect.encoded(writer.takeBytes())) }
        }
        try sink(dialect.encoded(writer.takeBytes()))
        return rows
    }

    private func decisionFile(of year: Int, _ dialect: ExportDialect) -> [UInt8] {
        let table = DecisionTable(dialect: dialect, hasWaits: parameters.hasWaits)
        var writer = CSVWriter(style: dialect.style)
        writer.append(copying: parameters.hasWaits ? DecisionTable.headerOfWaits : DecisionTable.header)
        for decision in decisions where fileYear(of: decision) == year {
            writer.append(copying: table.row(decision, of: persons[decision.person]).cells)
        }
        return dialect.byteOrderMark + dialect.encoded(writer.bytes)
    }

    func fileYear(of decision: SimulatedDecision) -> Int {
        max(decision.decided.year, parameters.years.lowerBound)
    }
}
