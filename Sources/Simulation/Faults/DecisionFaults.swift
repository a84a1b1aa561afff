// SPDX-License-Identifier: EUPL-1.2

/// Everything the field does to a file of decisions.
struct DecisionFaults {
    /// Whether the file's encoding has every character.
    let hasUnicode: Bool
    let newline: String

    func plant(in planter: inout Planter) {
        plantKeys(in: &planter)
        plantNames(in: &planter)
        plantNumbers(in: &planter)
        plantDates(in: &planter)
        plantRemarks(in: &planter)
        plantFaults(in: &planter)
    }

    // MARK: Read right, and nothing said

    private func plantKeys(in planter: inout Planter) {
        func has(_ years: ClosedRange<Int>) -> (FaultySheet, Int) -> Bool {
            { sheet, row in
                PersonKeyForms.years(of: sheet[row, "person"], at: sheet[row, "from"].prefix(4))
                    .map(years.contains) ?? false
            }
        }
        planter.quirk("ten-digits", "person", where: has(3...97)) { PersonKeyForms.ten($0, separator: "-") }
        planter.quirk("ten-digits", "person", where: has(3...97)) { PersonKeyForms.ten($0, separator: "") }
        planter.quirk("plus-separator", "person", where: has(101...119)) { PersonKeyForms.ten($0, separator: "+") }
        planter.quirk("twelve-digits", "person", where: has(3...97)) { PersonKeyForms.twelve($0, separator: "") }
        planter.quirk("customer-number", "person", where: has(0...119)) { "\($0) (204518)" }
        planter.quirk("customer-number", "person", where: has(0...119)) { "\($0)(77120)" }
    }

    private func plantNames(in planter: inout Planter) {
        func named(_ part: String) -> (FaultySheet, Int) -> Bool {
            { sheet, row in sheet[row, "stadsdelsnamnd"].contains(part) }
        }
        let district = "stadsdelsnamnd"
        planter.quirk("district-spaces", district, where: named("-")) {
            $0.split(separator: "-").joined(separator: " - ")
        }
        planter.quirk("district-capitals", district, where: named("ö")) { $0.uppercased() }
        planter.quirk("district-lower-case", district, where: named("B")) { $0.lowercased() }
        planter.quirk("district-genitive", district, where: named("Farsta")) { "\($0)s stadsdelsnämnd" }
        planter.quirk("district-board", district, where: named("Kungsholmen")) { "\($0) stadsdelsnämnd" }
        planter.quirk("district-blanks", district, where: named("Bromma")) { "  \($0) " }
        if hasUnicode {
            planter.quirk("district-decomposed", district, where: named("ö")) { decomposed($0) }
            planter.quirk("district-no-break-hyphen", district, where: named("-")) {
                $0.split(separator: "-").joined(separator: "\u{2011}")
            }
        }
        let sol = { (sheet: FaultySheet, row: Int) in
            sheet[row, "insats"] == "Ledsagning" && sheet[row, "lagrum"].hasPrefix("SoL")
        }
        let lss = { (sheet: FaultySheet, row: Int) in sheet[row, "insats"] == "Ledsagarservice" }
        for name in ["ledsagning", "SoL Ledsagning", "Ledsagning enligt SoL"] {
            planter.quirk("service-alias", "insats", where: sol) { _ in name }
        }
        planter.quirk("service-alias", "insats", where: lss) { _ in "Ledsagarservice LSS" }
        for basis in ["4 kap. 1 § SoL", "SoL 4 kap 1 §", "SoL"] {
            planter.quirk("law-form", "lagrum", where: sol) { _ in basis }
        }
        for basis in ["9 § 3 LSS", "9 § p 3 LSS", "LSS 9:3"] {
            planter.quirk("law-form", "lagrum", where: lss) { _ in basis }
        }
        let granted = { (sheet: FaultySheet, row: Int) in sheet[row, "utfall"] == "bifall" }
        planter.quirk("outcome-empty", "utfall", where: granted) { _ in "" }
        planter.quirk("outcome-capitals", "utfall", where: granted) { _ in "BIFALL" }
        let monthly = { (sheet: FaultySheet, row: Int) in sheet[row, "enhet"] == "månad" }
        // Only the header `timmar` says by itself that hours are a month's.
        let plain = { (sheet: FaultySheet, row: Int) in sheet.header("timmar") == "timmar" && monthly(sheet, row) }
        planter.quirk("unit-empty", "enhet", where: plain) { _ in "" }
        planter.quirk("unit-capital", "enhet", where: monthly) { _ in "Månad" }
        planter.quirk("yes-no-written-out", "fri", where: granted) { $0.isEmpty ? "nej" : $0 }
        planter.quirk("line-break-in-quotes", "anteckning") { _ in
            "Ringde på förmiddagen;\(newline)vill ha \"samma\" ledsagare\(newline)\(newline)även på helger"
        }
        planter.quirk("line-break-in-quotes", "anteckning") { _ in "Se journal\nGod man meddelad" }
    }

    private func plantNumbers(in planter: inout Planter) {
        let hours = { (sheet: FaultySheet, row: Int) in
            sheet[row, "enhet"] == "månad" && sheet[row, "utfall"] == "bifall" && !sheet[row, "timmar"].isEmpty
        }
        let whole = { (sheet: FaultySheet, row: Int) in
            hours(sheet, row) && sheet[row, "timmar"].allSatisfy(\.isWholeNumber)
        }
        planter.quirk("clock-hours", "timmar", where: whole) { "\($0):00" }
        planter.quirk("clock-hours", "timmar", where: whole) { "\($0):00:00" }
        planter.quirk("decimals", "timmar", where: whole) { "\($0),00" }
        planter.quirk("decimals", "timmar", where: whole) { "\($0).0" }
        let thousands = { (sheet: FaultySheet, row: Int) in
            let cell = sheet[row, "timmar"]
            return sheet[row, "enhet"] == "period" && cell.count == 4 && cell.allSatisfy(\.isWholeNumber)
        }
        planter.quirk("thousands-space", "timmar", where: thousands) { "\($0.prefix(1)) \($0.dropFirst())" }
        // U+00A0 is in Windows-1252 too.
        let applied = { (sheet: FaultySheet, row: Int) in
            let cell = sheet[row, "sokta_timmar"]
            return ["period", "år"].contains(sheet[row, "enhet"]) && cell.allSatisfy(\.isWholeNumber) && !cell.isEmpty
        }
        planter.quirk("thousands-no-break-space", "timmar", where: thousands) {
            "\($0.prefix(1))\u{A0}\($0.dropFirst())"
        }
        planter.quirk("decimals", "sokta_timmar", where: applied) { "\($0),0" }
        let appliedThousands = { (sheet: FaultySheet, row: Int) in
            applied(sheet, row) && sheet[row, "sokta_timmar"].count == 4
        }
        planter.quirk("thousands-point", "sokta_timmar", where: appliedThousands) {
            "\($0.prefix(1)).\($0.dropFirst()),0"
        }
        if hasUnicode {
            planter.quirk("thousands-thin-space", "sokta_timmar", where: appliedThousands) {
                "\($0.prefix(1))\u{2009}\($0.dropFirst())"
            }
        }
        for column in ["timmar", "from", "insats", "person"] { planter.blanksRound(column) }
    }

    private func plantDates(in planter: inout Planter) {
        func parts(_ date: String) -> [Int] { date.split(separator: "-").compactMap { Int($0) } }
        planter.quirk("date-compact", "from") { $0.filter { $0 != "-" } }
        planter.quirk("date-swedish", "from") { "\(parts($0)[2])/\(parts($0)[1]) \(parts($0)[0])" }
        planter.quirk("date-with-clock", "from") { "\($0) 00:00:00" }
        planter.quirk("date-with-clock", "beslutsdatum") { "\($0) 08:15" }
        planter.quirk("date-compact", "ansokan") { $0.filter { $0 != "-" } }
        let ends = { (sheet: FaultySheet, row: Int) in !sheet[row, "tom"].isEmpty }
        planter.quirk("date-swedish", "tom", where: ends) { "\(parts($0)[2])/\(parts($0)[1]) \(parts($0)[0])" }
    }

    // MARK: Kept, with a remark

    private func plantRemarks(in planter: inout Planter) {
        planter.remark("stray-quote", at: "anteckning") { sheet, row in
            sheet[row, "anteckning"] = "Rullstol 2"
            sheet.rows[row].broken = (sheet.place(of: "anteckning"), .strayQuote)
        }
        let secondOfPerson = { (sheet: FaultySheet, row: Int) in
            sheet[row, "person"] == sheet[row - 1, "person"] && PersonKeyForms.digits(of: sheet[row, "person"]) != nil
                && !sheet.rows[row - 1].isTaken
        }
        planter.remark("conflicting-birth-year", at: "fodelsear", where: secondOfPerson) { sheet, row in
            let year = Int(sheet[row, "fodelsear"]) ?? 1950
            sheet[row, "fodelsear"] = String(year - 1)
            sheet.rows[row - 1].isTaken = true
        }
        planter.remark("conflicting-sex", at: "kon", where: secondOfPerson) { sheet, row in
            sheet[row, "kon"] = sheet[row, "kon"] == "Kvinna" ? "Man" : "Kvinna"
            sheet.rows[row - 1].isTaken = true
        }
    }

    // MARK: Set aside

    private func plantFaults(in planter: inout Planter) {
        let granted = { (sheet: FaultySheet, row: Int) in
            sheet[row, "utfall"] == "bifall" && sheet[row, "fri"].isEmpty && sheet[row, "enhet"] == "månad"
                && !sheet[row, "tom"].isEmpty && !sheet[row, "utforare"].isEmpty
        }
        func cell(_ rule: String, _ column: String, _ value: String) {
            planter.fault(rule, at: column, where: granted) { $0[$1, column] = value }
        }
        cell("excel-mangled-person", "person", "1,98E+11")
        cell("excel-mangled-person", "person", "1.9612E+11")
        cell("missing-value", "person", "")
        cell("missing-value", "from", "")
        cell("missing-value", "timmar", "")
        cell("missing-value", "insats", "")
        cell("not-a-date", "from", "snarast")
        cell("not-a-date", "tom", "till hösten")
        cell("excel-serial-date", "from", "43160")
        cell("excel-serial-date", "beslutsdatum", "43161")
        cell("no-such-date", "from", "2019-02-29")
        cell("no-such-date", "tom", "2018-11-31")
        planter.fault("ends-before-start", at: "tom", where: granted) { $0[$1, "tom"] = "2001-12-31" }
        cell("unknown-district", "stadsdelsnamnd", "Solna")
        cell("unknown-district", "stadsdelsnamnd", "Södermlm")
        cell("unknown-service", "insats", "Boendestöd")
        cell("unknown-law", "lagrum", "HSL 3:1")
        cell("unknown-outcome", "utfall", "tillstyrkt")
        cell("unknown-unit", "enhet", "varv")
        cell("unknown-yes-no", "fri", "kanske")
        cell("unknown-provider-type", "regi", "stiftelse")
        cell("unknown-sex", "kon", "1")
        cell("not-a-number", "timmar", "tio")
        cell("out-of-range", "timmar", "-8")
        cell("out-of-range", "timmar", hasUnicode ? "\u{2212}8,5" : "-8,5")
        cell("out-of-range", "sokta_timmar", hasUnicode ? "\u{2011}12" : "-12")
        // Footnote 1 has stuck to 1200: no month has so many hours. The same with a year.
        cell("out-of-range", "timmar", "12001")
        cell("out-of-range", "fodelsear", "19471")
        planter.fault("ragged-row", at: nil, where: granted) { sheet, row in sheet.rows[row].cells.removeLast(4) }
        planter.fault("ragged-row", at: nil, where: granted) { sheet, row in sheet.rows[row].cells += ["", ""] }
        planter.fault("duplicate-row", at: nil, where: granted) { _, _ in }
        planter.listUnderOtherName(notRead: "anteckning", where: granted)
        planter.fault("junk-after-quote", at: "utforare", where: granted) { sheet, row in
            sheet.rows[row].broken = (sheet.place(of: "utforare"), .junkAfterQuote)
        }
    }
}
