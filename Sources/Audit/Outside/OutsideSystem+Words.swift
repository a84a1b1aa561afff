// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// Numbers and relations in words, as deductions are told in.
extension OutsideSystem {
    /// `tabeller/persons-by-sex.csv`; of an earlier report with the report's name before it.
    func path(ofTable place: Int) -> String {
        let table = tables[place]
        return (reportNames[place].map { $0 + "/" } ?? "") + (table.folder.isEmpty ? "" : table.folder + "/")
            + table.name + ".csv"
    }

    /// `tabeller/persons.csv:3 n`
    func place(_ stand: Stand) -> String {
        let table = tables[stand.table]
        return "\(path(ofTable: stand.table)):\(table.rows[stand.row].line) \(stand.column.rawValue)"
    }

    /// Of the places where a number is left out, the one that says most of it comes first: a row of its own, then what is
    /// divided, then whom a shown number is of.
    func rank(_ stand: Stand) -> Int {
        let isHidden = tables[stand.table].rows[stand.row].status == "hidden"
        switch stand.column {
        case .value: return 0
        case .numerator: return 1
        case .n, .denominator: return isHidden ? 3 : 2
        case .lower, .upper, .se, .p, .adjustedP: return 4
        }
    }

    /// What it is a number of, with its year and codes: "Personer med beslut [2019, Farsta]".
    func titleWords(_ variable: Int) -> Phrase {
        let number = variables[variable].number
        let codes = ([number.year].filter { !$0.isEmpty } + number.places.map(\.code)).joined(separator: ", ")
        let title = variables[variable].title
        return Phrase(sv: "\(title.swedish) [\(codes)]", en: "\(title.english) [\(codes)]")
    }

    /// A relation with its numbers: what each is, where it stands, or that it is hidden.
    func words(of constraint: Constraint) -> Phrase {
        let (low, high) = (constraint.low, constraint.high)
        func side(_ isLeft: Bool, _ language: Language) -> String {
            let terms = constraint.terms.filter { ($0.coefficient > 0) == isLeft }
            var parts = terms.map { term in
                let size = term.coefficient.magnitude
                return (size == 1 ? "" : "\(plain(size)) · ") + value(of: term.variable, language)
            }
            if !isLeft {
                let rest = low == high || low.isFinite ? low : high
                if rest.isFinite, rest != 0 || parts.isEmpty { parts.append(plain(rest)) }
            }
            return parts.isEmpty ? "0" : parts.joined(separator: " + ")
        }
        let sign = low == high ? "=" : low.isFinite ? "≥" : "≤"
        func text(_ language: Language) -> String {
            "\(constraint.why[language]): \(side(true, language)) \(sign) \(side(false, language))"
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }

    private func value(of variable: Int, _ language: Language) -> String {
        let title = titleWords(variable)[language]
        guard let printed = variables[variable].printed else {
            return title + (language == .swedish ? " (visas inte)" : " (not shown)")
        }
        let stand = variables[variable].printedAt.map { ", " + place($0) } ?? ""
        return "\(title) (\(plain(printed))\(stand))"
    }

    func twice(_ variable: Int, _ stand: Stand, _ printed: Double) -> Phrase {
        let title = titleWords(variable)
        let (known, first) = (variables[variable].printed ?? 0, variables[variable].printedAt.map { place($0) } ?? "")
        return Phrase(
            sv: "\(title.swedish) är \(plain(known)) i \(first) och \(plain(printed)) i \(place(stand))",
            en: "\(title.english) is \(plain(known)) in \(first) and \(plain(printed)) in \(place(stand))")
    }

    func plain(_ number: Double) -> String { Self.plain(number) }

    /// To four decimals at most, whatever it is.
    static func plain(_ number: Double) -> String {
        if !number.isFinite { return number > 0 ? "∞" : number < 0 ? "−∞" : "?" }
        guard number.magnitude < 1e11 else { return "\(number)" }
        let rounded = (number * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
