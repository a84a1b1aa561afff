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
        visitFiles(dialect) + decisionFiles(dialect) + extendedFiles(dialect) + publicFiles
            + SimulatedSurveys(self).files(surveys, dialect)
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

    /// Absences, expenses and visits without an individual test, where the exports are extended.
    package func extendedFiles(_ dialect: ExportDialect = ExportDialect()) -> [ExportFile] {
        guard parameters.isExtended else { return [] }
        func file(_ name: String, _ header: [String], _ rows: [[String]]) -> ExportFile {
            var writer = CSVWriter(style: dialect.style)
            writer.append(copying: header)
            for row in rows { writer.append(copying: row) }
            return ExportFile(name: name, bytes: dialect.byteOrderMark + dialect.encoded(writer.bytes))
        }
        let absences = persons.indices.compactMap { person in
            absence(of: person).map { [persons[person].key, $0.from.description, $0.to.description] }
        }
        let expenses = parameters.years.flatMap { self.expenses(in: $0) }.map { expense in
            [
                persons[expense.person].key, expense.day.description, String(expense.kronor), "Entréavgift",
                expense.isGranted ? "ja" : "nej",
            ]
        }
        let untested = parameters.years.flatMap { year -> [ExportFile] in
            let visits = untestedVisits(in: year)
            guard !visits.isEmpty else { return [] }
            return [
                file(
                    "utforda-utan-provning-\(year).csv", ["person", "insats", "lagrum", "datum", "timmar", "status"],
                    visits.map {
                        [
                            "", SimulatedService.ledsagning.name, "SoL 11:5", $0.day.description,
                            decimal($0.centihours, comma: dialect.hasDecimalComma), VisitStatus.performed.word,
                        ]
                    })
            ]
        }
        return [
            file("franvaro.csv", ["person", "from", "tom"], absences),
            file("omkostnader.csv", ["person", "datum", "belopp", "slag", "beviljad"], expenses),
        ] + untested
    }

    private func decisionFile(of year: Int, _ dialect: ExportDialect) -> [UInt8] {
        let table = DecisionTable(dialect: dialect)
        var writer = CSVWriter(style: dialect.style)
        let isExtended = parameters.isExtended
        writer.append(copying: DecisionTable.header + (isExtended ? DecisionTable.extendedHeader : []))
        for decision in decisions where fileYear(of: decision) == year {
            writer.append(
                copying: table.row(decision, of: persons[decision.person]).cells
                    + (isExtended ? DecisionTable.extended(decision, in: self) : []))
        }
        return dialect.byteOrderMark + dialect.encoded(writer.bytes)
    }

    func fileYear(of decision: SimulatedDecision) -> Int {
        max(decision.decided.year, parameters.years.lowerBound)
    }
}
