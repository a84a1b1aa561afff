// SPDX-License-Identifier: EUPL-1.2
import Published

/// Who answered a survey, and who they are among: shares of one base.
extension OutsideSystem {
    /// The classes of the respondents add to their base, and those of the register are the persons of the year.
    mutating func addRespondents(_ tables: [PublishedTable]) {
        for table in tables where table.subject.hasPrefix("respondents") {
            let traits = table.dimensions.indices.filter { !["year", "group", "wave"].contains(table.dimensions[$0]) }
            // Classes of two traits at once do not add to the base over one of them.
            if traits.count == 1 { addClasses(table, traits[0]) }
            if table.subject == "respondents-register" { addPersons(table) }
        }
    }

    private mutating func addClasses(_ table: PublishedTable, _ trait: Int) {
        var groups: [[String]: [PublishedTable.Row]] = [:]
        var order: [[String]] = []
        for row in table.rows {
            var key = row.codes
            key.remove(at: trait)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        for key in order {
            let rows = groups[key] ?? []
            let base = rows.compactMap { variable(table.number(.denominator, of: $0)) }.first { printed[$0] != nil }
            let classes = rows.compactMap { variable(table.number(.numerator, of: $0)) }
            guard let base, let total = printed[base], classes.count == rows.count else { continue }
            if table.dimensions[trait] == "law" {
                let laws = ["SoL", "LSS"].compactMap { law in rows.firstIndex { $0.codes[trait] == law } }
                if laws.count == 2, rows.count == 2 {
                    let everyone = table.number(.numerator, of: rows[0]).without("law")
                    addLaws(classes[laws[0]], classes[laws[1]], base, of: everyone)
                }
                continue
            }
            let known = classes.compactMap { printed[$0] }
            if known.count < classes.count, known.reduce(0, +) <= total {
                learn([(base, 1)] + classes.map { ($0, -1) })
            }
        }
    }

    /// By year and trait alone, where no number that is printed of both says otherwise.
    private mutating func addPersons(_ table: PublishedTable) {
        var pairs: [(register: Int, persons: Int)] = []
        for row in table.rows {
            for column in [PublishedTable.Column.numerator, .denominator] {
                var number = table.number(column, of: row).without("group").without("wave")
                if column == .denominator {
                    for dimension in table.dimensions { number = number.without(dimension) }
                }
                guard let register = variable(table.number(column, of: row)),
                    let persons = variable(number.of(Number.Series(subject: "persons", column: .value)))
                else { continue }
                pairs.append((register, persons))
            }
        }
        let differ = pairs.contains { pair in
            printed[pair.register].map { register in printed[pair.persons].map { $0 != register } ?? false } ?? false
        }
        if differ { return }
        for pair in pairs where printed[pair.register] == nil || printed[pair.persons] == nil {
            learn([(pair.register, 1), (pair.persons, -1)])
        }
    }
}
