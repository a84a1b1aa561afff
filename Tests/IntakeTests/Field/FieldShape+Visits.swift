// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// Exports of performed hours: a row a visit, or a row a person's month.
extension FieldShape {
    mutating func addVisits() {
        let isByMonth = isForSheets && dice.chance(30)
        switch project.form {
        case .clockAndHours, .clock, .hours:
            for part in isByMonth ? monthly(project.visits) : parts(project.visits) {
                addVisits(part)
                if isByMonth { nameByMonth(part[0].date.month) }
            }
        case .month where isByMonth:
            let hasColumn = dice.chance(50)
            for part in monthly(months()) {
                addMonths(part, hasColumn: hasColumn)
                nameByMonth(part[0].date.month, saysKind: !hasColumn)
            }
        case .month:
            for part in parts(months()) { addMonths(part) }
        case .wide:
            for year in project.years { addWide(year) }
        }
    }

    private func monthly(_ visits: [Visit]) -> [[Visit]] {
        Dictionary(grouping: visits) { $0.date.month.index }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Calls the last file as somebody does who has a sheet for each month.
    private mutating func nameByMonth(_ month: YearMonth, saysKind: Bool = false) {
        let lead = saysKind ? "Utförd tid " : dice.pick(["", "", "Utförd tid "])
        files[files.count - 1].name = lead + Self.month(month, dice.pick([0, 2, 3])) + ".csv"
    }

    typealias Visit = CanonicalProject.FieldVisit

    /// What a row of visits may say beside its time and hours; `day` is the one that the century of a number hangs on.
    mutating func commonColumns(_ isUnicode: Bool, day: @escaping (Visit) -> CivilDate) -> FieldColumns<Visit> {
        let project = self.project
        let persons = personForms()
        let (yes, no) = yesAndNo()
        var columns = FieldColumns<Visit>(headers: headers(.visits, isUnicode), own: project.visitColumns)
        columns.add("insats") { row, dice in dice.pick(FieldWords.services[row.service]) }
        columns.addOwn("stadsdelsnamnd") { row, dice in Self.board(row.board, &dice) }
        columns.addOwn("lagrum") { row, dice in dice.pick(FieldWords.laws[row.law]!) }
        columns.addOwn("utforare") { row, _ in CanonicalProject.providers[row.provider].name }
        columns.addOwn("regi") { row, dice in
            dice.pick(FieldWords.types[CanonicalProject.providers[row.provider].type]!)
        }
        columns.addOwn("borttagen") { row, _ in row.isDeleted ? yes : no }
        columns.addOwn("installd") { row, _ in row.isPerformed ? no : yes }
        columns.addOwn("dubbelbemanning") { row, _ in row.isDouble ? yes : no }
        columns.addOwn("kon") { row, dice in dice.pick(FieldWords.sexes[project.persons[row.person].sex]!) }
        columns.addOwn("fodelsear") { row, _ in "\(project.persons[row.person].birth.year)" }
        columns.addOwn("skyddad") { row, _ in project.persons[row.person].isProtected ? yes : no }
        columns.addExtras(extras())
        columns.add("person") { row, dice in
            dice.pick(persons).text(project.persons[row.person].number, on: day(row), isUnicode: isUnicode)
        }
        return columns
    }

    private mutating func addVisits(_ part: [Visit]) {
        var file = newFile()
        var columns = commonColumns(file.isUnicode) { $0.date }
        let hasClock = project.form != .hours
        let clock = dice.pick(ClockForm.allCases)
        // A start with its date needs no other.
        if !(hasClock && clock == .withDate && dice.chance(50)) {
            let form = settled(dateForm(), part.map(\.date))
            columns.add("datum") { row, _ in form.text(row.date) }
        }
        if hasClock {
            columns.add("start") { row, _ in clock.text(row.start, on: row.date) }
            // The clock times of a row that takes a visit back are those of the visit.
            columns.add("slut") { row, _ in clock.text(row.start + abs(row.minutes), on: row.date) }
        }
        // What a row that takes a visit back is known by: its type, or hours below zero.
        let types = dice.pick([
            ["Debitering", "Kreditering"], ["Registrering", "Makulering"], ["Normal", "Återföring"],
        ])
        columns.addOwn("typ") { row, _ in types[row.minutes < 0 ? 1 : 0] }
        let isSigned = !project.visitColumns.contains("typ") || dice.chance(50)
        let way = project.form == .clock ? nil : wayOfHours(hasClock: hasClock)
        if let way {
            columns.add("timmar", header: way.header) { row, _ in
                way.form.text(isSigned ? row.minutes : abs(row.minutes))
            }
            if let words = way.unitWords { columns.add("tidsenhet") { _, dice in dice.pick(words) } }
        }
        columns.addOwn("status") { row, dice in
            dice.pick(row.isPerformed ? FieldWords.performed : FieldWords.cancelled)
        }
        columns.addOwn("orsak") { row, _ in row.isPerformed ? "" : "Sjuk" }
        addTable(&file, &columns, rows(of: part), way)
    }

    /// The rows that a system has of visits: another companion's beside some, and those that take back.
    private mutating func rows(of visits: [Visit]) -> [Visit] {
        var rows: [Visit] = []
        for visit in visits {
            rows.append(visit)
            if visit.isDouble, dice.chance(70) { rows.append(visit) }
            if visit.isTakenBack {
                var credit = visit
                credit.minutes = -visit.minutes
                rows.append(credit)
            }
        }
        return rows
    }

    private mutating func addTable(
        _ file: inout FieldFile, _ columns: inout FieldColumns<Visit>, _ all: [Visit], _ way: WayOfHours?
    ) {
        columns.shuffle(&dice)
        file.header = columns.all.map(\.header)
        file.columns = columns.all.map(\.name)
        var rows = dice.shuffled(all)
        let isByPerson = dice.chance(50)
        if isByPerson { rows.sort { $0.person < $1.person } }
        let records = rows.map { row in
            TableRow(cells: columns.cells(of: row, &dice), person: row.person, minutes: row.minutes)
        }
        let hasSums = dice.chance(40)
        let sums: ((Int) -> String)? = way.flatMap { way in
            way.unitWords == nil && hasSums ? { way.form.text($0) } : nil
        }
        finish(&file, records, sums: sums, isByPerson: isByPerson)
        name(&file, ["Utforda", "utförd tid", "besok"], year: nil)
        files.append(file)
    }

    /// How the hours of visits are written, and where their unit stands.
    private struct WayOfHours {
        var header = ""
        /// What its column of units has; nil where there is none.
        var unitWords: [String]?
        var form = AmountForm()
    }

    private mutating func wayOfHours(hasClock: Bool) -> WayOfHours {
        var way = WayOfHours()
        way.form = amountForm()
        if way.form.minus == "-", dice.chance(30), way.form.measure != .clock { way.form.minus = "\u{2013}" }
        let neutral = dice.pick(neutralHeaders("timmar", .visits))
        let place = dice.number(0...3)
        switch way.form.measure {
        case .hours:
            way.header =
                place == 0 ? dice.pick(["Utförda timmar", "Antal timmar", "Tim", "timmar", "Antal tim"]) : neutral
            if place == 1 { way.header = "\(neutral) (tim)" }
        case .minutes where place == 0: way.header = dice.pick(["Antal minuter", "Minuter", "Utförda minuter"])
        case .minutes where place == 1 && hasClock: way.header = neutral
        case .minutes:
            way.header = caseChanged(dice.pick(["\(neutral) (min)", "\(neutral), minuter", "\(neutral) i minuter"]))
        case .clock: way.header = place == 0 ? "\(neutral) (tim:min)" : neutral
        case .words: way.header = neutral
        }
        if place == 3, way.form.measure == .hours || way.form.measure == .minutes {
            way.header = neutral
            way.unitWords = FieldWords.measures[way.form.measure]!
        } else if place == 2, way.form.measure == .hours || way.form.measure == .minutes {
            way.header = neutral
            way.form.suffix =
                dice.pick([" ", ""]) + (way.form.measure == .hours ? dice.pick(["h", "tim", "timmar"]) : "min")
        }
        return way
    }

    /// What each person used in each month, as one row.
    func months() -> [Visit] {
        var months: [[Int]: Visit] = [:]
        var rows: [Visit] = []
        for visit in project.visits {
            if visit.isDeleted {
                rows.append(visit)
                continue
            }
            let key = [
                visit.person, visit.service, Int(visit.date.month.index), visit.law == .sol ? 0 : 1, visit.board,
                visit.provider,
            ]
            if months[key] == nil {
                months[key] = visit
            } else {
                months[key]!.minutes += visit.minutes
            }
        }
        rows += months.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { months[$0]! }
        return rows
    }

    private mutating func addMonths(_ part: [Visit], hasColumn: Bool = true) {
        var file = newFile()
        var columns = commonColumns(file.isUnicode) { $0.date.month.lastDay }
        let form = dice.number(0...4)
        if hasColumn { columns.add("manad") { row, _ in Self.month(row.date.month, form) } }
        let way = wayOfHours(hasClock: false)
        columns.add("timmar", header: way.header) { row, _ in way.form.text(row.minutes) }
        if let words = way.unitWords { columns.add("tidsenhet") { _, dice in dice.pick(words) } }
        addTable(&file, &columns, part, way)
    }

    private static func month(_ month: YearMonth, _ form: Int) -> String {
        let names = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december",
        ]
        let name = names[month.month - 1]
        return switch form {
        case 0: "\(month.year)-\(pad(month.month))"
        case 1: "\(month.year)\(pad(month.month))"
        case 2: "\(name) \(month.year)"
        case 3: "\(name.prefix(3))-\(month.year)"
        default: "\(pad(month.month))/\(month.year)"
        }
    }
}
