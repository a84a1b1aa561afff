// SPDX-License-Identifier: EUPL-1.2

/// Everything the field does to a file of visits, in either form.
struct VisitFaults {
    let parameters: SimulationParameters
    /// Whether the file's encoding has every character.
    let hasUnicode: Bool
    /// The decimal sign that the file does not use.
    let otherDecimalSign: String

    private var isVisits: Bool { parameters.form == .visits }
    private var hasClock: Bool { isVisits && parameters.hasClockTimes }
    private var day: String { isVisits ? "datum" : "manad" }

    func plant(in planter: inout Planter) {
        plantQuirks(in: &planter)
        if hasClock { plantClock(in: &planter) }
        plantFaults(in: &planter)
    }

    private func isPerformed(_ sheet: FaultySheet, _ row: Int) -> Bool {
        !isVisits || sheet[row, "status"] == "Utförd"
    }

    // MARK: Read right, and nothing said

    private func plantQuirks(in planter: inout Planter) {
        func has(_ years: ClosedRange<Int>) -> (FaultySheet, Int) -> Bool {
            { sheet, row in
                PersonKeyForms.years(of: sheet[row, "person"], at: sheet[row, day].prefix(4)).map(years.contains)
                    ?? false
            }
        }
        planter.quirk("twelve-digits", "person", where: has(3...97)) { PersonKeyForms.twelve($0, separator: "-") }
        planter.quirk("ten-digits", "person", where: has(3...97)) { PersonKeyForms.ten($0, separator: "-") }
        planter.quirk("ten-digits", "person", where: has(3...97)) { PersonKeyForms.ten($0, separator: "") }
        planter.quirk("plus-separator", "person", where: has(101...119)) { PersonKeyForms.ten($0, separator: "+") }
        planter.quirk("customer-number", "person", where: has(0...119)) { "\($0) (31877)" }

        let sol = { (sheet: FaultySheet, row: Int) in sheet[row, "insats"] == "Ledsagning" }
        planter.quirk("service-alias", "insats", where: sol) { _ in "SoL Ledsagning" }
        planter.quirk("service-alias", "insats", where: sol) { _ in " LEDSAGNING " }

        let whole = { (sheet: FaultySheet, row: Int) in
            isPerformed(sheet, row) && sheet[row, "timmar"].allSatisfy(\.isWholeNumber)
        }
        let half = { (sheet: FaultySheet, row: Int) in
            isPerformed(sheet, row) && (sheet[row, "timmar"].hasSuffix(",5") || sheet[row, "timmar"].hasSuffix(".5"))
        }
        planter.quirk("clock-hours", "timmar", where: half) { "0\($0.dropLast(2)):30" }
        planter.quirk("clock-hours", "timmar", where: whole) { "\($0):00:00" }
        planter.quirk("decimals", "timmar", where: half) { "\($0)0" }
        planter.quirk("other-decimal-sign", "timmar", where: half) { "\($0.dropLast(2))\(otherDecimalSign)5" }
        for column in ["timmar", "person", day, "regi"] { planter.blanksRound(column) }
        if isVisits {
            func parts(_ date: String) -> [Int] { date.split(separator: "-").compactMap { Int($0) } }
            planter.quirk("date-compact", "datum") { $0.filter { $0 != "-" } }
            planter.quirk("date-swedish", "datum") { "\(parts($0)[2])/\(parts($0)[1]) \(parts($0)[0])" }
            planter.quirk("date-with-clock", "datum") { "\($0) 00:00" }
            for word in ["Genomförd", "Verkställd", "utförd"] {
                planter.quirk("status-alias", "status", where: isPerformed) { _ in word }
            }
            let paid = { (sheet: FaultySheet, row: Int) in !sheet[row, "omkostnad"].isEmpty }
            planter.quirk("thousands-no-break-space", "omkostnad", where: paid) { _ in "1\u{A0}250" }
            let without = { (sheet: FaultySheet, row: Int) in !isPerformed(sheet, row) }
            planter.quirk("line-break-in-quotes", "orsak", where: without) { "\($0),\nringde \"sent\"" }
        } else {
            planter.quirk("month-compact", "manad") { $0.filter { $0 != "-" } }
            planter.quirk("month-by-name", "manad") {
                "\(Self.monthNames[(Int($0.suffix(2)) ?? 1) - 1]) \($0.prefix(4))"
            }
        }
    }

    private static let monthNames = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]

    private func plantClock(in planter: inout Planter) {
        planter.quirk("clock-compact", "start") { $0.filter { $0 != ":" } }
        planter.quirk("clock-point", "slut") { $0.split(separator: ":").joined(separator: ".") }
        planter.quirk("clock-with-seconds", "start") { "\($0):00" }
        let quarters = { (sheet: FaultySheet, row: Int) in
            isPerformed(sheet, row)
                && ["00", "15", "30", "45"].contains(sheet[row, "start"].suffix(2))
                && ["00", "15", "30", "45"].contains(sheet[row, "slut"].suffix(2))
        }
        planter.quirk("hours-from-clock", "timmar", where: quarters) { _ in "" }
        let daytime = { (sheet: FaultySheet, row: Int) in
            isPerformed(sheet, row) && sheet[row, "slut"] < "22:00" && sheet[row, "start"] < sheet[row, "slut"]
        }
        planter.remark("hours-differ-from-clock", at: "timmar", where: daytime) { sheet, row in
            let end = sheet[row, "slut"]
            sheet[row, "slut"] = twoDigits((Int(end.prefix(2)) ?? 0) + 1) + end.suffix(3)
        }
    }

    // MARK: Set aside

    private func plantFaults(in planter: inout Planter) {
        let sound: (FaultySheet, Int) -> Bool = isPerformed
        func cell(_ rule: String, _ column: String, _ value: String) {
            planter.fault(rule, at: column, where: sound) { $0[$1, column] = value }
        }
        cell("excel-mangled-person", "person", "1,98E+11")
        cell("missing-value", "person", "")
        cell("missing-value", day, "")
        cell("unknown-service", "insats", "Hemtjänst")
        cell("unknown-provider-type", "regi", "stiftelse")
        cell("not-a-number", "timmar", "två")
        planter.fault("credit-without-visit", at: "timmar", where: sound) { sheet, row in
            sheet[row, "timmar"] = hasUnicode ? "\u{2212}2" : "-2"
            // At a time when nobody has a visit.
            if hasClock { (sheet[row, "start"], sheet[row, "slut"]) = ("02:30", "04:30") }
        }
        if isVisits {
            cell("unknown-status", "status", "Preliminär")
            cell("excel-serial-date", "datum", "43221")
            cell("no-such-date", "datum", "2018-02-30")
            cell("not-a-date", "datum", "i tisdags")
            cell("longer-than-a-day", "timmar", "25")
            planter.fault(hasClock ? "no-duration" : "missing-value", at: "timmar", where: sound) { sheet, row in
                sheet[row, "timmar"] = ""
                if hasClock { sheet[row, "slut"] = "" }
            }
        } else {
            cell("not-a-month", "manad", "vår")
        }
        if hasClock { cell("not-a-clock-time", "start", "25:70") }
        if parameters.visitsNameDistrict { cell("unknown-district", "stadsdelsnamnd", "Solna") }
        planter.fault("ragged-row", at: nil, where: sound) { sheet, row in sheet.rows[row].cells.removeLast(2) }
        planter.fault("ragged-row", at: nil, where: sound) { sheet, row in sheet.rows[row].cells.append("") }
        planter.fault("duplicate-row", at: nil, where: sound) { _, _ in }
        if parameters.visitsNameDistrict {
            planter.listUnderOtherName(notRead: isVisits ? "orsak" : nil, where: sound)
        }
        planter.fault("junk-after-quote", at: "utforare", where: sound) { sheet, row in
            sheet.rows[row].broken = (sheet.place(of: "utforare"), .junkAfterQuote)
        }
    }
}
