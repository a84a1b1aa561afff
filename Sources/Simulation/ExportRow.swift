// SPDX-License-Identifier: EUPL-1.2

/// One row of an export: a value under each header.
struct ExportRow {
    /// As written, quoted by the writer where the dialect needs it.
    var cells: [String]

    init(_ cells: [String]) {
        self.cells = cells
    }
}

/// A number of hundredths in the shortest decimal form: `12`, `2,5`, `2,33`.
func decimal(_ hundredths: Int, comma: Bool) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : twoDigits(rest)
    return "\(whole)\(comma ? "," : ".")\(digits)"
}

/// `08:15`, and past midnight the clock of the next day.
func clock(_ minutes: Int) -> String {
    "\(twoDigits(minutes / 60 % 24)):\(twoDigits(minutes % 60))"
}
