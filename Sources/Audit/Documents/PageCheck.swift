// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// Holds the pages against the tables: every number on a page must be one that the tables show, of the board the page
/// or the line is about, or of the whole town.
struct PageCheck {
    /// A number on a page that no table shows.
    struct Finding: Hashable {
        let page: String
        let number: String
        let context: String
    }

    private(set) var findings: [Finding] = []
    /// How many rows of the files each reason was given for, by the reason's words.
    private var rowsOfFiles: [(reason: String, rows: Double)] = []
    private var town = ExplainedNumbers()
    private var boards: [String: ExplainedNumbers] = [:]
    private var names: [String] = []
    /// Codes of classes, as pages write them: `10–19`.
    private var codes: Set<String> = []
    /// Names with digits in them, of boards, providers and questions; the longest first.
    private var namesWithNumbers: [String] = []

    init(_ report: PublishedReport) {
        for table in report.tables { enter(table, report.threshold) }
        names = boards.keys.sorted { ($0.count, $1) > ($1.count, $0) }
        namesWithNumbers = Self.namesWithNumbers(report.tables)
        // How many were hidden, of how many, is told in the method annex.
        let rows = report.tables.filter { !$0.isComparison }.flatMap(\.rows)
        let hidden = rows.count { $0.status == "hidden" }
        let onPages = report.hiddenOnPages ?? hidden
        for count in [hidden, onPages, rows.count, rows.count - onPages] { town.addPlain(Double(count)) }
        for correction in report.packages.compactMap(\.correction) { enter(correction) }
        rowsOfFiles = report.packages.flatMap { $0.rows_of_files ?? [] }.flatMap { item in
            [item.reason_sv, item.reason_en].compactMap { reason in reason.map { ($0, item.rows ?? 0) } }
        }
        let languages = PageLanguage(report.pages)
        for page in report.pages { check(page, in: languages[page]) }
    }

    /// What a corrected edition says of the one before it: how many numbers differ, and some as they were.
    private mutating func enter(_ correction: PublishedPackage.Correction) {
        for count in [correction.numbers, correction.changed, correction.shown, correction.hidden] {
            if let count { town.addPlain(count) }
        }
        for number in correction.told ?? [] {
            guard let before = number.before, let codes = number.codes else { continue }
            // The code after the year is that of a board.
            let board = codes.dropFirst().first ?? "total"
            let isShare = number.unit == "share"
            if board == "total" {
                town.add(before, isShare: isShare)
            } else {
                boards[board, default: ExplainedNumbers()].add(before, isShare: isShare)
            }
        }
    }

    /// A number in a name is no value: it is what the name is until something else says that it is a number of something.
    private static func namesWithNumbers(_ tables: [PublishedTable]) -> [String] {
        var names: Set<String> = []
        for table in tables {
            let labels = table.declared?.schema?.fields?.flatMap { $0.categories ?? [] }.map(\.label) ?? []
            for name in table.rows.flatMap(\.codes) + labels
            where name.contains(where: \.isNumber) && name.contains(where: \.isLetter) {
                names.insert(name)
            }
        }
        return names.sorted { ($0.count, $1) > ($1.count, $0) }
    }

    /// The text without the digits of names.
    private func withoutNames(_ text: String) -> String {
        guard text.contains(where: \.isNumber) else { return text }
        var text = text
        for name in namesWithNumbers where text.contains(name) {
            text = text.replacing(name, with: String(name.map { $0.isNumber ? "#" : $0 }))
        }
        return text
    }

    private mutating func enter(_ table: PublishedTable, _ threshold: Double) {
        let change = table.largestChange
        let board = table.dimensions.firstIndex { $0 == "district" || $0 == "district_then" }
        var earlier: [[String]: PublishedTable.Row] = [:]
        let year = table.dimensions.firstIndex(of: "year")
        for row in table.rows {
            for code in row.codes where code.contains(where: { $0.isNumber }) {
                codes.insert(String(code.map { $0 == "-" ? "–" : $0 }))
            }
            var key = row.codes
            if let year { key[year] = "" }
            let name = board.map { row.codes[$0] } ?? "total"
            if name == "total" {
                town.add(row, change: change, threshold: threshold)
                if let before = earlier[key] { town.add(before, row, change: change, threshold: threshold) }
            } else {
                var numbers = boards[name] ?? ExplainedNumbers()
                numbers.add(row, change: change, threshold: threshold)
                if let before = earlier[key] { numbers.add(before, row, change: change, threshold: threshold) }
                boards[name] = numbers
            }
            earlier[key] = row
        }
    }

    private mutating func check(_ page: PublishedReport.Page, in language: Language) {
        let lines = PageText(page).lines
        let own =
            lines.first.flatMap { first in names.first { first.text.contains($0) } }
            ?? Self.board(of: page, names, lines)
        var files = ExplainedNumbers()
        for line in lines where Self.isOfFiles(line.text) {
            for number in PrintedNumber.all(in: line.text, language) { files.addPlain(Double(number.digits) ?? 0) }
        }
        addFileSums(lines, language, to: &files)
        for line in lines {
            var numbers = PrintedNumber.all(in: withoutNames(line.text), language)
            if line.isOnBar { for place in numbers.indices { numbers[place].isPercent = true } }
            if numbers.isEmpty || line.isScaleMark && numbers.count == 1 || Self.isOfFiles(line.text) { continue }
            let named = names.filter { line.text.contains($0) }
            // A line about some boards has their numbers; a page about a board has its own.
            let own = own.map { [$0] } ?? []
            let about = named.isEmpty ? own : named
            let explained =
                about.isEmpty ? [town, files] + boards.values : [town, files] + about.compactMap { boards[$0] }
            let reasons = rowsOfFiles.filter { line.text.contains($0.reason) }
            for number in numbers where !explained.contains(where: { $0.explains(number) }) {
                if reasons.contains(where: { Double(number.digits) == $0.rows }) { continue }
                if isCode(number) || Self.isStructure(number, in: line) { continue }
                findings.append(Finding(page: page.path, number: number.digits, context: number.context))
            }
        }
    }

    /// Part of the name of a class.
    private func isCode(_ number: PrintedNumber) -> Bool {
        func isDigit(_ sign: Character) -> Bool { sign >= "0" && sign <= "9" }
        if number.after.first == "–" {
            return codes.contains(number.digits + "–" + number.after.dropFirst().prefix(while: isDigit))
        }
        if number.before.last == "–" {
            let first = String(number.before.dropLast().reversed().prefix(while: isDigit).reversed())
            return codes.contains(first + "–" + number.digits)
        }
        let isOpen = ["+", " och mer", " or more", " och äldre", " and over"].contains { number.after.hasPrefix($0) }
        return isOpen && codes.contains(number.digits + "+")
    }

    private static func board(of page: PublishedReport.Page, _ names: [String], _ lines: [PageText.Line]) -> String? {
        guard page.path.contains("/") else { return nil }
        return lines.prefix(12).lazy.compactMap { line in names.first { line.text.contains($0) } }.first
    }

    /// A line about a file or a setting, whose numbers are of nobody.
    private static func isOfFiles(_ line: String) -> Bool { line.contains(".csv") || line.contains(".xlsx") }

    private static let settings = ["age_groups", "hour_classes", "flexible_use.", "disclosure.", "pro_rating"]

    /// What the lines about files add to: the last line of that table, and the sentence about it.
    private func addFileSums(_ lines: [PageText.Line], _ language: Language, to files: inout ExplainedNumbers) {
        var sums: [Double] = []
        for line in lines where Self.isOfFiles(line.text) {
            let numbers = PrintedNumber.all(in: Self.cells(afterFileIn: line.text), language)
                .compactMap { Double($0.digits) }
            for (place, number) in numbers.enumerated() {
                if place == sums.count { sums.append(0) }
                sums[place] += number
            }
        }
        for sum in sums { files.addPlain(sum) }
    }

    /// The line after the name of the file, which may have a year in it, with a zero for each dash that stands for one.
    private static func cells(afterFileIn line: String) -> String {
        guard let name = line.range(ofWord: ".csv") ?? line.range(ofWord: ".xlsx") else { return line }
        var before: Character = " "
        return String(
            line[name...].drop { !$0.isWhitespace }.map { sign in
                defer { before = sign }
                return sign == "–" && before.isWhitespace ? "0" : sign
            })
    }

    private static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december", "January", "February", "March", "May", "June", "July", "August", "October", "November", "December",
    ]

    /// Shares in words have their limits told in the method annex: "en tredjedel: 32,5 till 34,4 procent".
    private static let fractions = [
        "femtedel", "fjärdedel", "tredjedel", "hälften", "av tio", "fifth", "quarter", "third", "half", "in ten",
        "of ten",
    ]

    /// Years, numbers of tables and chapters, steps of scales, limits in rules: what a page has of itself.
    private static func isStructure(_ number: PrintedNumber, in line: PageText.Line) -> Bool {
        if fractions.contains(where: { line.text.contains($0) }),
            number.after.hasPrefix(" till ") || number.after.hasPrefix(" to ") || number.before.hasSuffix(" till ")
                || number.before.hasSuffix(" to ")
        {
            return true
        }
        if settings.contains(where: { line.text.contains($0) }) { return true }
        // The steps of a scale of shades.
        if ["mörkare vid ", "darker at "].contains(where: { line.text.contains($0) }), number.isPercent { return true }
        // The least p that is printed.
        if number.digits == "0.001", number.before.hasSuffix("< ") { return true }
        if number.before.hasSuffix("Ledsaga ") || number.before.hasSuffix("z = ") { return true }
        // Rules and examples have numbers of nobody; what counts persons or hours is still looked at.
        // How unequal weights are, and what that means, is of the method too.
        let ofWeights = ["designeffekt", "design effect", "olikhet minskar", "unequal"]
        if number.decimals == 2, ofWeights.contains(where: { line.text.contains($0) }) { return true }
        if line.isMethod, !number.countsSomething { return true }
        if months.contains(where: { number.after.hasPrefix(" " + $0) }) { return true }
        if isOfLaw(number) { return true }
        if line.isHeading, number.before.allSatisfy({ $0 == "#" || $0 == " " }) { return true }
        // How many files were read, questions compared, bars are missing; the example in the definition of flexible use.
        let after = number.after.drop { $0 == " " }
        let things = ["filer", "files", "jämförda frågor", "frågor", "compared questions", "questions"]
        if things.contains(where: { after.hasPrefix($0) }) { return true }
        let framed = ["som visas: ", "to show: ", "initial-scale="]
        if framed.contains(where: { number.before.hasSuffix($0) }) { return true }
        if ["Exempel:", "Example:"].contains(where: { line.text.contains($0) }) { return true }
        guard number.decimals == 0, let whole = Int(number.digits) else { return false }
        if (1900...2100).contains(whole) { return true }
        let words = [
            "tgåva ", "dition ", "abell ", "igur ", "able ", "igure ", "vsnitt ", "kap. ", "apitel ", "ection ",
            "hapter ", "vartal ", "uarter ", "Dag ", "Day ", "fråga ",
            "question ", "questions ",
        ]
        // Of two numbers with a dash between, what stands before both.
        let isSecond = number.before.last == "–"
        let first = isSecond ? number.before.dropLast().reversed().drop { $0.isNumber } : []
        let before = isSecond ? String(first.reversed()) : number.before
        if words.contains(where: { before.hasSuffix($0) }) { return true }
        // The parts of a sample: boards.
        if after.hasPrefix("strata") { return true }
        // Ages: "65–79 år", "80 år och äldre".
        if ["–", "-", " år", " years", "+"].contains(where: { number.after.hasPrefix($0) }), number.isAge {
            return true
        }
        let limits = [
            "under ", "färre än ", "högst ", "minst ", "mindre än ", "fewer than ", "below ", "at most ", "at least ",
            "less than ", "än ", "more than ", "utom högst ", "alla utom ", "delat med ", "per ", "Per ", "(",
            "version ",
        ]
        return limits.contains { number.before.hasSuffix($0) }
    }
}

extension PageCheck {
    /// The number of a chapter, a section or an act: "34 kap. 3 §", "28 h §", "(2025:400)".
    private static func isOfLaw(_ number: PrintedNumber) -> Bool {
        guard number.decimals == 0 else { return false }
        let after = number.after.drop { $0 == " " }
        if after.hasPrefix("kap.") || after.hasPrefix("§") { return true }
        // A letter between.
        if let letter = after.first, letter.isLowercase, after.dropFirst().drop(while: { $0 == " " }).hasPrefix("§") {
            return true
        }
        let act = number.before.suffix(6)
        return act.first == "(" && act.last == ":" && act.dropFirst().dropLast().allSatisfy(\.isNumber)
    }
}

extension PrintedNumber {
    /// Followed by what is counted.
    var countsSomething: Bool {
        let rest = after.drop { $0 == " " }
        return ["person", "beslut", "timm", "hour", "decision", "svar", "answer"].contains { rest.hasPrefix($0) }
    }

    /// Followed by the word for years of age, at once or after a second number.
    var isAge: Bool {
        let rest = after.drop { $0 == "–" || $0 == "-" || $0 == "+" || $0 == " " || ($0 >= "0" && $0 <= "9") }
        return rest.hasPrefix("år") || rest.hasPrefix("years")
    }
}
