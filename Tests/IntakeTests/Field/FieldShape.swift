// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// Gives a canonical project the shape of some system's exports: header words, units, dialect and all that stands
/// between the rows, by chance.
struct FieldShape {
    let project: CanonicalProject
    var dice: Dice
    var files: [FieldFile] = []
    /// Whether the exports become sheets, whose cells more often are what a workbook takes for days and numbers.
    let isForSheets: Bool

    /// The exports of a project: one to three files of each kind, or a sheet for each month.
    static func files(of project: CanonicalProject, _ dice: Dice, forSheets: Bool = false) -> [FieldFile] {
        var shape = FieldShape(project: project, dice: dice, isForSheets: forSheets)
        shape.addDecisions()
        shape.addVisits()
        return shape.files
    }

    private init(project: CanonicalProject, dice: Dice, isForSheets: Bool) {
        self.project = project
        self.dice = dice
        self.isForSheets = isForSheets
    }

    /// Parts a list in one to three lists that are not empty.
    mutating func parts<Value>(_ all: [Value]) -> [[Value]] {
        let count = dice.chance(60) ? 1 : dice.number(2...3)
        var parts = [[Value]](repeating: [], count: count)
        for value in all { parts[dice.number(0...count - 1)].append(value) }
        return parts.filter { !$0.isEmpty }
    }
}

extension FieldShape {
    // MARK: What is common to all files

    struct TableRow {
        var cells: [String]
        var person: Int
        var minutes: Int
        var months: [Int] = []
    }

    mutating func newFile() -> FieldFile {
        var file = FieldFile()
        file.separator = dice.pick([";", ";", ";", ",", "\t", "|"])
        file.encoding = dice.pick(FieldFile.Encoding.allCases)
        file.lineEnding = dice.pick(["\n", "\r\n", "\r\n", "\r"])
        file.quotesAll = dice.chance(20)
        file.hasSeparatorLine = dice.chance(10)
        file.padsTexts = dice.chance(50)
        file.endsRows = dice.chance(15)
        file.endsHeader = file.endsRows && dice.chance(50)
        file.endsFile = dice.chance(80)
        if isForSheets { file.encoding = .utf8 }
        return file
    }

    /// Adds titles, page heads, blank rows, sums and footnotes between and round the rows.
    mutating func finish(
        _ file: inout FieldFile, _ rows: [TableRow], sums: ((Int) -> String)?, isByPerson: Bool
    ) {
        let titles = ["Utdrag ur verksamhetssystemet", "Förvaltningen för omsorg", "Konfidentiellt underlag"]
        if dice.chance(40) { file.titles = Array(dice.shuffled(titles).prefix(dice.number(1...3))) }
        let hasPages = dice.chance(25)
        let hasBlanks = dice.chance(25)
        let hasParts = sums != nil && isByPerson && dice.chance(50)
        var part = 0
        var partRows = 0
        for (place, row) in rows.enumerated() {
            file.records.append(.cells(row.cells))
            part += row.minutes
            partRows += 1
            if hasParts, place + 1 == rows.count || rows[place + 1].person != row.person {
                file.records.append(.cells(sum(part, file, sums!, mayBeBare: partRows > 1)))
                (part, partRows) = (0, 0)
            }
            if hasBlanks, dice.chance(5) { file.records.append(.blank) }
            if hasPages, dice.chance(3) {
                file.records.append(.text("Sida \(place) av \(rows.count)"))
                if !file.titles.isEmpty { file.records.append(.text(file.titles[0])) }
                file.records.append(.header)
            }
        }
        if let sums {
            if rows[0].months.isEmpty {
                file.records.append(
                    .cells(sum(rows.reduce(0) { $0 + $1.minutes }, file, sums, mayBeBare: rows.count > 1)))
            } else {
                file.records.append(.cells(sumOfMonths(rows, file, sums)))
            }
        }
        if hasBlanks { file.records.append(.blank) }
        if dice.chance(25) {
            file.records.append(
                .text(dice.pick(["Källa: verksamhetssystemet", "* Uppgifterna är preliminära", "Slut på rapporten"])))
        }
        if dice.chance(20) { for _ in 0...1 { file.records.append(.blank) } }
    }

    /// A row of sums: a word in the first column or where the person stands, or no word at all.
    mutating func sum(_ minutes: Int, _ file: FieldFile, _ text: (Int) -> String, mayBeBare: Bool) -> [String] {
        var cells = file.header.map { _ in "" }
        let person = file.columns.firstIndex(of: "person")!
        let amount = file.columns.firstIndex(of: "timmar")!
        let word = dice.pick(["Summa", "SUMMA:", "Totalt", "Delsumma", "Summa timmar"])
        if dice.chance(50), amount != 0 {
            cells[0] = word
        } else if !(mayBeBare && minutes != 0 && dice.chance(30)) {
            cells[person] = word
        }
        cells[amount] = text(minutes)
        return cells
    }

    mutating func sumOfMonths(_ rows: [TableRow], _ file: FieldFile, _ text: (Int) -> String) -> [String] {
        var cells = file.header.map { _ in "" }
        cells[0] = dice.pick(["Summa", "TOTALT"])
        let first = file.columns.firstIndex(of: "manad")!
        for month in 0..<12 { cells[first + month] = text(rows.reduce(0) { $0 + $1.months[month] }) }
        if file.columns.last == "summa" { cells[first + 12] = text(rows.reduce(0) { $0 + $1.minutes }) }
        return cells
    }

    mutating func name(_ file: inout FieldFile, _ stems: [String], year: Int?) {
        let stem = dice.chance(50) ? dice.pick(stems) : dice.pick(FieldWords.fileWords)
        file.name =
            "\(stem) \(files.count)\(year.map { " \($0)" } ?? "").\(dice.pick(["csv", "csv", "txt", "skv", "CSV"]))"
    }

    mutating func extras() -> [(header: String, values: [String])] {
        FieldWords.extras.filter { _ in dice.chance(15) }
    }

    // MARK: Words and forms

    mutating func personForms() -> [PersonForm] {
        if isForSheets, dice.chance(50) { return [dice.pick([.twelve, .twelve, .ten, .lostZeros, .twelveDash])] }
        return dice.chance(70) ? [dice.pick(PersonForm.allCases)] : Array(dice.shuffled(PersonForm.allCases).prefix(3))
    }

    mutating func dateForm() -> DateForm {
        dice.chance(isForSheets ? 65 : 40) ? .iso : dice.pick(DateForm.allCases)
    }

    mutating func yesAndNo() -> (yes: String, no: String) {
        let words = dice.pick(FieldWords.yesAndNo)
        return (words[0], words[1])
    }

    mutating func amountForm() -> AmountForm {
        var form = AmountForm()
        form.measure = dice.pick([.hours, .hours, .hours, .minutes, .minutes, .clock, .words])
        form.hasComma = dice.chance(70)
        form.isFixed = dice.chance(40)
        form.thousands = dice.pick([nil, nil, " ", "\u{A0}"])
        return form
    }

    static func board(_ board: Int, _ dice: inout Dice) -> String {
        let name = CanonicalProject.boards[board]
        return dice.pick([name, name, name.uppercased(), name + " stadsdelsnämnd", " " + name])
    }

    /// Headers of an amount that say neither what is counted nor per what.
    func neutralHeaders(_ column: String, _ kind: SourceKind) -> [String] {
        let declaration = Kinds.shape(of: kind).columns.first { $0.name == column }!
        return declaration.aliases.filter { alias in
            let key = alias.lowercased()
            return !["tim", "hour", "minut", "vecka", "mån"].contains { key.contains($0) }
        }
    }

    /// A header for each column of a kind.
    mutating func headers(_ kind: SourceKind, _ isUnicode: Bool) -> [String: String] {
        var headers: [String: String] = [:]
        for column in Kinds.shape(of: kind).columns { headers[column.name] = header(column, isUnicode) }
        return headers
    }

    /// The form, or one that tells itself where no day tells which number it is.
    func settled(_ form: DateForm, _ days: [CivilDate]) -> DateForm {
        form.needsLateDay && !days.contains { $0.components.day > 12 } ? .iso : form
    }

    /// One of the words that the column is known by, as somebody may have typed it.
    private mutating func header(_ declaration: ColumnDeclaration, _ isUnicode: Bool) -> String {
        let word = dice.chance(25) ? declaration.name : dice.pick(declaration.aliases)
        switch dice.number(0...11) {
        case 0: return word.uppercased()
        case 1: return word.lowercased()
        case 2: return word + ":"
        case 3: return " " + word + "  "
        case 4: return word.split(separator: " ").joined(separator: "_")
        case 5: return word.split(separator: " ").joined(separator: "\u{A0}")
        case 6: return word.split(separator: " ").joined(separator: "  ")
        case 7: return Self.withoutMarks(word)
        case 8 where isUnicode: return Self.decomposed(word)
        case 9 where isUnicode: return "\u{200B}" + word
        case 10: return word + " *"
        default: return word
        }
    }

    mutating func caseChanged(_ header: String) -> String {
        dice.pick([header, header, header.uppercased(), header.lowercased()])
    }

    static func withoutMarks(_ word: String) -> String {
        let plain: [Character: Character] = ["å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O"]
        return String(word.map { plain[$0] ?? $0 })
    }

    static func decomposed(_ word: String) -> String {
        let parts: [Character: String] = [
            "å": "a\u{30A}", "ä": "a\u{308}", "ö": "o\u{308}", "Å": "A\u{30A}", "Ä": "A\u{308}", "Ö": "O\u{308}",
        ]
        return word.map { parts[$0] ?? String($0) }.joined()
    }
}
