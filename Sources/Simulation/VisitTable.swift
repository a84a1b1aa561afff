// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Performed hours as a canonical table (*utförd tid*): one row a visit, or one a month.
struct VisitTable {
    let parameters: SimulationParameters
    let dialect: ExportDialect

    var header: [String] {
        var names = ["person", "insats"]
        switch parameters.form {
        case .months: names += ["manad", "timmar"]
        case .visits:
            names.append("datum")
            if parameters.hasClockTimes { names += ["start", "slut"] }
            names += ["timmar", "status", "orsak"]
        }
        if parameters.visitsNameDistrict { names.append("stadsdelsnamnd") }
        names += ["utforare", "regi"]
        if hasExpenses { names.append("omkostnad") }
        return names
    }

    /// Whether expenses stand with the visits: an extended export has a file of them.
    private var hasExpenses: Bool { parameters.form == .visits && !parameters.isExtended }

    /// The row of a visit by the person with this key.
    func row(_ visit: SimulatedVisit, key: String) -> ExportRow {
        let provider = Provider.all[visit.provider]
        let hours = decimal(visit.centihours, comma: dialect.hasDecimalComma)
        var cells = [key, visit.service.name]
        switch parameters.form {
        case .months: cells += [visit.day.month.description, hours]
        case .visits:
            cells.append(visit.day.description)
            if parameters.hasClockTimes {
                let start = visit.startMinute
                cells += [start.map(clock) ?? "", start.map { clock($0 + visit.minutes) } ?? ""]
            }
            cells += [hours, visit.status.word, visit.reason]
        }
        if parameters.visitsNameDistrict { cells.append(visit.board?.name(on: visit.day) ?? "") }
        cells += [provider.name, provider.typeWord]
        if hasExpenses { cells.append(visit.expense == 0 ? "" : String(visit.expense)) }
        return ExportRow(cells)
    }
}
