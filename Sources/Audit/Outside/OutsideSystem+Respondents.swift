// SPDX-License-Identifier: EUPL-1.2
import Published

/// Who answered a survey, and who they are among: shares of one base.
extension OutsideSystem {
    /// The classes of the respondents add to their base, and those of the register are the persons of the year.
    mutating func addRespondents(_ tables: [PublishedTable]) {
        for table in tables where table.subject.hasPrefix("respondents") {
            for (place, dimension) in table.dimensions.enumerated() {
                if !["year", "group", "wave"].contains(dimension) { addClasses(table, place) }
            }
            if table.subject == "respondents-register" { addPersons(table) }
        }
    }

    private mutating func addClasses(_ table: PublishedTable, _ place: Int) {
        var groups: [[String]: [PublishedTable.Row]] = [:]
        var order: [[String]] = []
        for row in table.rows {
            var key = row.codes
            key.remove(at: place)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        for key in order {
            let rows = groups[key] ?? []
            let base = rows.compactMap { variable(table.number(.denominator, of: $0)) }
                .first { printed[$0] != nil }
            let classes = rows.map { variable(table.number(.numerator, of: $0)) }
            guard let base, let total = printed[base], !classes.contains(nil) else { continue }
            let parts = classes.compactMap { $0 }
            if table.dimensions[place] == "law" {
                let laws = ["SoL", "LSS"].compactMap { law in rows.first { $0.codes[place] == law } }
                    .compactMap { variable(table.number(.numerator, of: $0)) }
                if laws.count == 2, rows.count == 2 {
                    addLaws(laws[0], laws[1], base, of: table.number(.numerator, of: rows[0]).without("law"))
                }
                continue
            }
            let known = parts.compactMap { printed[$0] }
            // Classes of two traits at once do not add to the base over one of them.
            if known.count == parts.count || known.reduce(0, +) > total { continue }
            let traits = table.dimensions.count { !["year", "group", "wave"].contains($0) }
            if traits == 1 { learn([(base, 1)] + parts.map { ($0, -1) }) }
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
