// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// What a report is of: a year, or a quarter of one.
struct ReportPeriod: Hashable {
    let year: Int
    /// 1–4; nil for the whole year.
    let quarter: Int?

    init(year: Int, quarter: Int? = nil) {
        self.year = year
        self.quarter = quarter
    }

    /// `2025Q3`, `2025-Q3` or `2025q3`; nil for anything else.
    init?(quarter text: String) {
        let parts = text.uppercased().split(separator: "Q", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Int(parts[0].hasSuffix("-") ? parts[0].dropLast() : parts[0]),
            (1900...2200).contains(year), let quarter = Int(parts[1]), (1...4).contains(quarter), parts[1].count == 1
        else { return nil }
        self.init(year: year, quarter: quarter)
    }

    var kind: ReleaseLog.Kind { quarter == nil ? .year : .quarter }

    /// As the release log has it: `2025`, `2025Q3`.
    var name: String { quarter.map { "\(year)Q\($0)" } ?? "\(year)" }

    /// Its folder in `reports/`: `2025`, `2025-Q3`.
    var folder: String { quarter.map { "\(year)-Q\($0)" } ?? "\(year)" }

    /// The last day of the quarter, or of the year.
    var lastDay: CivilDate { YearMonth(year: year, month: (quarter ?? 4) * 3).lastDay }
}
