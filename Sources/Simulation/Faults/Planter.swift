// SPDX-License-Identifier: EUPL-1.2

/// Puts odd and faulty rows in a sheet, at places drawn from a seed.
struct Planter {
    var sheet: FaultySheet
    private var draw: SplitMix64

    init(_ sheet: FaultySheet, seed: SplitMix64) {
        self.sheet = sheet
        self.draw = seed
    }

    /// Writes a cell of some row in another way that means the same. Nothing when no row fits.
    mutating func quirk(
        _ rule: String, _ column: String, where fits: (FaultySheet, Int) -> Bool = { _, _ in true },
        _ change: (String) -> String
    ) {
        guard let row = row(where: fits) else { return }
        sheet[row, column] = change(sheet[row, column])
        note(rule, sheet.header(column), .quirk, in: row)
    }

    /// Puts blanks round a cell of some row, without quotes.
    mutating func blanksRound(_ column: String) {
        guard let row = row(where: { sheet, row in sheet[row, column].allSatisfy { $0 != "\"" && $0 != "\n" } })
        else { return }
        sheet.rows[row].broken = (sheet.place(of: column), .blanksRound)
        note("blanks-round", sheet.header(column), .quirk, in: row)
    }

    /// Changes a row so that it is kept with a remark; the change must not move any measure.
    mutating func remark(
        _ rule: String, at column: String?, where fits: (FaultySheet, Int) -> Bool = { _, _ in true },
        _ change: (inout FaultySheet, Int) -> Void
    ) {
        guard let row = row(where: fits) else { return }
        change(&sheet, row)
        note(rule, column.map(sheet.header), .remark, in: row)
    }

    /// Adds a row that must be set aside: a copy of a sound one, with something wrong.
    mutating func fault(
        _ rule: String, at column: String?, where fits: (FaultySheet, Int) -> Bool = { _, _ in true },
        _ change: (inout FaultySheet, Int) -> Void
    ) {
        guard let sound = row(where: fits) else { return }
        sheet.rows[sound].isTaken = true
        let row = sound + 1
        sheet.rows.insert(FaultySheet.Row(cells: sheet.rows[sound].cells), at: row)
        change(&sheet, row)
        note(rule, column.map(sheet.header), .fault, in: row)
    }

    /// Adds a row that lists the same thing under its board's other name, with a column that is not read written otherwise.
    mutating func listUnderOtherName(notRead column: String?, where fits: (FaultySheet, Int) -> Bool) {
        let district = "stadsdelsnamnd"
        fault("listed-under-both-names", at: district) { sheet, row in
            fits(sheet, row) && BoardTimeline.otherName(of: sheet[row, district]) != nil
        } _: { sheet, row in
            sheet[row, district] = BoardTimeline.otherName(of: sheet[row, district]) ?? ""
            if let column { sheet[row, column] = "Listad efter namnbyte" }
        }
    }

    /// Notes something that the records themselves brought about, in a row known beforehand.
    mutating func note(_ rule: String, at column: String?, kind: PlantedFault.Kind, row: Int) {
        note(rule, column.map(sheet.header), kind, in: row)
    }

    /// Adds a row near the end whose quote never closes. It comes last: a quote after it would seem to close it.
    mutating func leaveQuoteOpen(in column: String) {
        let sound = sheet.rows.count - 4
        guard sound > 0 else { return }
        var row = FaultySheet.Row(cells: sheet.rows[sound].cells)
        row.broken = (sheet.place(of: column), .unclosedQuote)
        sheet.rows.insert(row, at: sound + 1)
        note("unclosed-quote", nil, .fault, in: sound + 1)
    }

    private mutating func note(_ rule: String, _ header: String?, _ kind: PlantedFault.Kind, in row: Int) {
        sheet.rows[row].isTaken = true
        sheet.rows[row].planted.append((rule, header, kind))
    }

    /// A row without anything planted that fits: the first one from a place drawn, round the end to it again.
    /// The sheet's first and last rows are left alone: a file's dialect is told from the first.
    private mutating func row(where fits: (FaultySheet, Int) -> Bool) -> Int? {
        guard sheet.rows.count > 20 else { return nil }
        let candidates = 10..<sheet.rows.count - 5
        let start = candidates.lowerBound + draw.below(candidates.count)
        let order = Array(start..<candidates.upperBound) + Array(candidates.lowerBound..<start)
        return order.first { !sheet.rows[$0].isTaken && fits(sheet, $0) }
    }
}
