// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// The columns of the design that the case names under `design`, so that a design can be made of some of the rows.
struct SurveyColumns {
    private var strata: [String]?
    private var weights: [Double]?
    private var clusters: [[String]]
    private var populations: [[Double]]
    private var isNested: Bool
    private var lonelyRule: LonelyStratumRule

    init(_ reference: ConformanceCase, _ table: CaseTable) throws {
        guard let block = reference.parameters["design"] else { throw CaseError.missingMember("parameters.design") }
        let strata = try (block["strata"]?.names ?? []).map { name in try table.texts(name) }
        if let first = strata.first {
            self.strata = first.indices.map { row in strata.map { $0[row] }.joined(separator: ".") }
        }
        self.weights = try block["weights"]?.text.map { name in try table.numbers(name) }
        self.clusters = try (block["ids"]?.names ?? []).map { name in try table.texts(name) }
        self.populations = try (block["fpc"]?.names ?? []).map { name in try table.numbers(name) }
        self.isNested = block["nest"]?.boolean ?? false
        self.lonelyRule = block["lonely_psu"]?.text.flatMap(LonelyStratumRule.init) ?? .fail
    }

    /// The design of the rows.
    /// - Parameters:
    ///   - adjusted: weights in place of the columns', one place a row of the table.
    ///   - isFinite: whether the populations count.
    func design(
        rows: [Int], adjusted: [Double]? = nil, isFinite: Bool = true, lonelyRule: LonelyStratumRule? = nil
    ) throws -> SurveyDesign {
        func of<Value>(_ column: [Value]) -> [Value] { rows.map { column[$0] } }
        return try SurveyDesign(
            count: rows.count, strata: strata.map(of), weights: (adjusted ?? weights).map(of),
            clusters: clusters.map(of), populations: isFinite ? populations.map(of) : [], isNested: isNested,
            lonelyRule: lonelyRule ?? self.lonelyRule)
    }
}
