// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// A case of the family `survey.*`: its answers, its design, and the parameters every such case shares.
struct SurveyCase {
    let reference: ConformanceCase
    let table: CaseTable
    let design: SurveyDesign

    var parameters: CaseParameters { reference.parameters }
    var level: Double { parameters.level }

    /// - Parameter lonelyRule: in place of the one the case names.
    init(_ reference: ConformanceCase, lonelyRule: LonelyStratumRule? = nil) throws {
        let table = try reference.table()
        self.reference = reference
        self.table = table
        let columns = try SurveyColumns(reference, table)
        self.design = try columns.design(rows: Array(table.records.indices), lonelyRule: lonelyRule)
    }

    /// The column as numbers, where it has them.
    func numbers(_ parameter: String) throws -> [Double?] {
        try table.optionalNumbers(parameters.text(parameter))
    }

    /// The column as labels; nil where a cell is empty.
    func labels(_ column: String) throws -> [String?] {
        try table.texts(column).map { $0.isEmpty || $0 == "NA" ? nil : $0 }
    }

    /// The columns that a parameter names: a list or one name.
    func names(_ parameter: String) -> [String] {
        parameters[parameter]?.names ?? []
    }

    /// The degrees of freedom the case asks for: the whole design's, or those among the domain's rows.
    func degreesOfFreedom(_ domain: Domain) -> Int {
        parameters["df"]?.text == "domain"
            ? design.degreesOfFreedom(in: domain) : design.degreesOfFreedom()
    }

    /// Whether each cell is the value; nil where it is empty.
    func equals(_ column: String, _ value: JSON) throws -> [Bool?] {
        try labels(column).map { label in label.map { value.matches($0) } }
    }

    /// The rows of each combination of labels in the columns, in order; without columns all rows.
    func domains(by columns: [String]) throws -> [(labels: [String], rows: Domain)] {
        let labels = try columns.map(labels)
        guard !labels.isEmpty else { return [([], .all(design.count))] }
        let keys = table.records.indices.map { row in
            let key = labels.compactMap { $0[row] }
            return key.count == labels.count ? key : nil
        }
        let separator = "\u{1F}"
        let classes = Classes(Array(Set(keys.compactMap { $0?.joined(separator: separator) })))
        return classes.names.map { name in
            let key = name.split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
            return (key, Domain(keys.map { $0 == key }))
        }
    }

    /// The columns of an estimate with its interval on the degrees of freedom the case asks for.
    func row(_ estimate: Linearised?, in domain: Domain, design: SurveyDesign? = nil) throws -> ResultRow {
        guard let estimate else {
            return ["n": CaseValue(domain.count), "estimate": .undefined, "se": .undefined]
        }
        let result = try (design ?? self.design).inference(
            estimate, in: domain, degreesOfFreedom: degreesOfFreedom(domain), level: level)
        return [
            "n": CaseValue(domain.count), "estimate": CaseValue(result.value), "se": CaseValue(result.standardError),
            "df": CaseValue(result.degreesOfFreedom), "ci_low": CaseValue(result.lower),
            "ci_high": CaseValue(result.upper),
        ]
    }
}

extension ResultRow {
    /// The row with more columns in front of it.
    func with(_ columns: [(String, CaseValue)]) -> ResultRow {
        var row = self
        for (name, value) in columns { row[name] = value }
        return row
    }
}

extension JSON {
    /// A list of names, or one name.
    var names: [String] { text.map { [$0] } ?? elements?.compactMap(\.text) ?? [] }

    /// Whether a cell of a table says this value.
    func matches(_ cell: String) -> Bool {
        if let text { return text == cell }
        if let double { return Double(cell) == double }
        if let boolean { return ["true", "TRUE", "T", "yes", "Yes", "1"].contains(cell) == boolean }
        return false
    }
}
