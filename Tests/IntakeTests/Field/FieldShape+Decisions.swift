// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// Exports of decisions.
extension FieldShape {
    mutating func addDecisions() {
        for part in parts(project.decisions) { addDecisions(part) }
    }

    private mutating func addDecisions(_ part: [Decision]) {
        var file = newFile()
        let way = wayOfGrant(part)
        var columns = columns(of: part, way, file.isUnicode)
        columns.shuffle(&dice)
        file.header = columns.all.map(\.header)
        file.columns = columns.all.map(\.name)
        var rows = part
        for var row in part where project.decisionColumns.contains("borttagen") && dice.chance(5) {
            row.isDeleted = true
            rows.append(row)
        }
        rows = dice.shuffled(rows)
        let isByPerson = dice.chance(50)
        if isByPerson { rows.sort { $0.person < $1.person } }
        let records = rows.map { row in
            TableRow(cells: columns.cells(of: row, &dice), person: row.person, minutes: row.minutes ?? 0)
        }
        let hasSums = way.isUniform && dice.chance(40)
        finish(&file, records, sums: hasSums ? { way.form.text($0) } : nil, isByPerson: isByPerson)
        file.titles += way.title.map { [$0] } ?? []
        name(&file, ["Beslut", "beslut"], year: nil)
        files.append(file)
    }

    private typealias Decision = CanonicalProject.FieldDecision

    private mutating func columns(
        of part: [Decision], _ way: WayOfGrant, _ isUnicode: Bool
    ) -> FieldColumns<Decision> {
        let project = self.project
        let persons = personForms()
        let (yes, no) = yesAndNo()
        let form = dateForm()
        let open = dice.chance(70) ? dice.pick(FieldWords.openEnds) : nil
        let from = settled(dice.chance(70) ? form : dateForm(), part.map(\.from))
        let to = settled(dice.chance(70) ? form : dateForm(), part.compactMap(\.to))
        let applied = settled(dice.chance(70) ? form : dateForm(), part.map(\.applied))
        let decided = settled(dice.chance(70) ? form : dateForm(), part.map(\.decided))

        var columns = FieldColumns<Decision>(headers: headers(.decisions, isUnicode), own: project.decisionColumns)
        columns.add("person") { row, dice in
            dice.pick(persons).text(project.persons[row.person].number, on: row.from, isUnicode: isUnicode)
        }
        columns.add("insats") { row, dice in dice.pick(FieldWords.services[row.service]) }
        columns.add("from") { row, _ in from.text(row.from) }
        columns.add("timmar", header: way.header) { row, dice in row.minutes.map { way.text($0, row.per, &dice) } ?? ""
        }
        if way.hasUnitColumn { columns.add("enhet") { row, dice in way.unit(row.per, &dice) } }
        columns.addOwn("tom") { row, dice in row.to.map { to.text($0) } ?? open ?? dice.pick(FieldWords.openEnds) }
        columns.addOwn("stadsdelsnamnd") { row, dice in Self.board(row.board, &dice) }
        columns.addOwn("lagrum") { row, dice in dice.pick(FieldWords.laws[row.law]!) }
        columns.addOwn("utfall") { row, dice in dice.pick(FieldWords.outcomes[row.outcome]!) }
        columns.addOwn("utforare") { row, _ in CanonicalProject.providers[row.provider].name }
        columns.addOwn("regi") { row, dice in
            dice.pick(FieldWords.types[CanonicalProject.providers[row.provider].type]!)
        }
        columns.addOwn("beslut_id") { row, _ in "\(row.number)" }
        columns.addOwn("ansokan") { row, _ in applied.text(row.applied) }
        columns.addOwn("beslutsdatum") { row, _ in decided.text(row.decided) }
        columns.addOwn("sokta_timmar", header: way.appliedHeader) { row, dice in
            way.text(row.appliedMinutes, row.per, &dice)
        }
        columns.addOwn("fri") { row, _ in row.isUnlimited ? yes : no }
        columns.addOwn("borttagen") { row, _ in row.isDeleted ? yes : no }
        columns.addOwn("kon") { row, dice in dice.pick(FieldWords.sexes[project.persons[row.person].sex]!) }
        columns.addOwn("fodelsear") { row, _ in "\(project.persons[row.person].birth.year)" }
        columns.addOwn("skyddad") { row, _ in project.persons[row.person].isProtected ? yes : no }
        columns.addExtras(extras())
        return columns
    }

    /// How the hours of a file of decisions are written, and where their unit stands.
    private struct WayOfGrant {
        var header = ""
        var appliedHeader = ""
        var hasUnitColumn = false
        var title: String?
        var form = AmountForm()
        var isInCell = false
        var isUniform = false

        func text(_ minutes: Int, _ per: GrantPer, _ dice: inout Dice) -> String {
            guard isInCell else { return form.text(minutes) }
            let word = dice.pick(FieldWords.pers[per]!)
            let measure =
                form.measure == .minutes ? "min" : form.measure == .hours ? dice.pick(["tim", "h", "timmar"]) : ""
            let lead = dice.pick(["/", " per ", " i "])
            return form.text(minutes) + (measure.isEmpty ? "" : " " + measure) + lead + word
        }

        func unit(_ per: GrantPer, _ dice: inout Dice) -> String {
            let word = dice.pick(FieldWords.pers[per]!)
            return dice.pick([word, word, word.uppercased(), "per " + word, "tim/" + word])
        }
    }

    private mutating func wayOfGrant(_ part: [Decision]) -> WayOfGrant {
        var way = WayOfGrant()
        let pers = Set(part.map(\.per))
        let per = part[0].per
        way.form = amountForm()
        way.isUniform = pers.count == 1
        let measure = way.form.measure
        let told = measure == .minutes ? dice.pick(["min", "minuter"]) : dice.pick(["tim", "timmar", "h"])
        let neutral = dice.pick(neutralHeaders("timmar", .decisions))
        let applied = dice.pick(["Sökt tid", "Sökt omfattning", "Ansökt omfattning"])
        way.appliedHeader = measure == .minutes ? "\(applied) (\(told))" : applied
        let word = dice.pick(FieldWords.pers[per]!)
        switch dice.number(0...4) {
        case 0 where pers == [.month] && measure != .minutes: way.header = "timmar"
        case 0 where way.isUniform, 1 where way.isUniform:
            way.header = caseChanged(
                dice.pick([
                    "\(neutral) (\(told)/\(word))", "\(neutral), \(told)/\(word)", "\(neutral) \(told) per \(word)",
                ]))
        case 2 where way.isUniform:
            way.header = measure == .minutes ? "\(neutral) (min)" : neutral
            way.title = "Omfattning i \(told) per \(word)"
        case 3:
            way.isInCell = true
            way.isUniform = false
            way.header = neutral
            way.appliedHeader = applied
        default:
            way.header = measure == .minutes ? "\(neutral) (\(told))" : dice.chance(50) ? neutral : "timmar"
            way.hasUnitColumn = true
        }
        return way
    }
}
