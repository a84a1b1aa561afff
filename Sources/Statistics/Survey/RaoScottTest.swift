// SPDX-License-Identifier: EUPL-1.2

/// Tests of independence in a table of two questions under a design.
package struct RaoScottTest: Sendable {
    /// A statistic with the distribution it is judged by: F with two degrees of freedom, χ² with one.
    package struct Result: Sendable, Hashable {
        package let value: Double
        package let numeratorDegrees: Double
        package let denominatorDegrees: Double?
        package let p: Double
    }

    private let cells: [[Linearised]]
    private let count: Int
    private let degreesOfFreedom: Int
    private let covariance: [[Double]]
    private let design: SurveyDesign

    /// nil when either question has fewer than two answers among the rows that have both.
    package init?(
        rows: [String?], columns: [String?], _ design: SurveyDesign, in domain: Domain? = nil
    ) throws(SurveyDesignError) {
        let inDomain = Domain(
            rows.indices.map { rows[$0] != nil && columns[$0] != nil && domain?.contains[$0] != false })
        let members = rows.indices.filter { inDomain.contains[$0] }
        let rowNames = Classes(members.compactMap { rows[$0] }).names
        let columnNames = Classes(members.compactMap { columns[$0] }).names
        guard rowNames.count > 1, columnNames.count > 1 else { return nil }
        self.cells = rowNames.map { row in
            columnNames.compactMap { column in
                design.share(rows.indices.map { rows[$0] == row && columns[$0] == column }, in: inDomain)
            }
        }
        guard cells.allSatisfy({ $0.count == columnNames.count }) else { return nil }
        self.count = inDomain.count
        self.degreesOfFreedom = design.degreesOfFreedom(in: inDomain)
        self.covariance = try design.covariance(Array(cells.joined()))
        self.design = design
    }

    private var shape: (rows: Int, columns: Int) { (cells.count, cells[0].count) }

    private func margins() -> (rows: [Double], columns: [Double]) {
        let rows = cells.map { ExactSum.sum(of: $0.map(\.value)) }
        let columns = cells[0].indices.map { column in ExactSum.sum(of: cells.map { $0[column].value }) }
        return (rows, columns)
    }

    /// Pearson's X² = n·Σ(p_ij − p_i.p_.j)² ÷ (p_i.p_.j) of the weighted table. Uncorrected: its own χ² is not valid.
    package var pearson: Double {
        let (rows, columns) = margins()
        let terms = cells.indices.flatMap { i in
            cells[i].indices.map { j -> Double in
                let expected = rows[i] * columns[j]
                let gap = cells[i][j].value - expected
                return expected > 0 ? gap * gap / expected : 0
            }
        }
        return Double(count) * ExactSum.sum(of: terms)
    }

    /// The second-order correction of Rao & Scott (1984), Ann. Stat. 12:46, as F: X² ÷ tr Δ on
    /// tr(Δ)² ÷ tr(Δ²) and that times the design's degrees of freedom. The default of R, Stata and SUDAAN.
    /// nil when the cells' covariance leaves nothing to test with (empty cells, a complete count).
    package var secondOrder: Result? {
        guard let delta = effects(), degreesOfFreedom > 0 else { return nil }
        let trace = delta.indices.reduce(0.0) { $0 + delta[$1][$1] }
        let squared = delta.indices.reduce(0.0) { sum, i in
            sum + delta.indices.reduce(0.0) { $0 + delta[i][$1] * delta[$1][i] }
        }
        guard trace > 0, squared > 0 else { return nil }
        let numerator = trace * trace / squared
        let denominator = numerator * Double(degreesOfFreedom)
        let value = pearson / trace
        return Result(
            value: value, numeratorDegrees: numerator, denominatorDegrees: denominator,
            p: FisherF.upperTail(value, numerator, denominator))
    }

    /// The first-order correction: p of X² divided by the mean design effect, on (r − 1)(c − 1). `value` is X² itself,
    /// as R prints it.
    package var firstOrder: Result? {
        guard let delta = effects() else { return nil }
        let degrees = Double(delta.count)
        let mean = delta.indices.reduce(0.0) { $0 + delta[$1][$1] } / degrees
        guard mean > 0 else { return nil }
        let tail = ChiSquared.upperTail(pearson / mean, degreesOfFreedom: degrees)
        return Result(value: pearson, numeratorDegrees: degrees, denominatorDegrees: nil, p: tail)
    }

    /// Wald's test of p_ij − p_i.p_.j = 0 as F (Koch, Freeman & Freeman 1975); with `adjusted` the denominator's
    /// correction of Thomas & Rao (1987). Unreliable when the table has many cells for the design's degrees of freedom.
    package func wald(adjusted: Bool) throws(SurveyDesignError) -> Result? {
        let (rows, columns) = shape
        let zero = Linearised(value: 0, scores: cells[0][0].scores.map { _ in 0 })
        let rowShares = cells.map { $0.reduce(zero, +) }
        let columnShares = (0..<columns).map { column in cells.map { $0[column] }.reduce(zero, +) }
        var gaps: [Linearised] = []
        for i in 0..<(rows - 1) {
            for j in 0..<(columns - 1) { gaps.append(cells[i][j] - rowShares[i] * columnShares[j]) }
        }
        guard let solved = LinearSystem.solve(try design.covariance(gaps), gaps.map(\.value)) else { return nil }
        let statistic = zip(gaps, solved).reduce(0.0) { $0 + $1.0.value * $1.1 }
        let numerator = Double(gaps.count)
        let df = Double(degreesOfFreedom)
        let denominator = adjusted ? df - numerator + 1 : df
        guard denominator > 0 else { return nil }
        let value = adjusted ? statistic * denominator / (numerator * df) : statistic / numerator
        return Result(
            value: value, numeratorDegrees: numerator, denominatorDegrees: denominator,
            p: FisherF.upperTail(value, numerator, denominator))
    }

    /// Δ = (C'D⁻¹C ÷ n)⁻¹ C'D⁻¹VD⁻¹C, whose eigenvalues are the generalised design effects: C spans what is left of
    /// the cells when the margins are taken away, D has the observed shares.
    private func effects() -> [[Double]]? {
        let (rows, columns) = shape
        let shares = cells.joined().map(\.value)
        let inverse = shares.map { $0 > 0 ? 1 / $0 : 0 }
        var contrasts: [[Double]] = []
        for i in 0..<(rows - 1) {
            for j in 0..<(columns - 1) {
                contrasts.append(
                    shares.indices.map { cell in
                        let row = (cell / columns == i ? 1 : 0) - 1 / Double(rows)
                        let column = (cell % columns == j ? 1 : 0) - 1 / Double(columns)
                        return row * column * inverse[cell]
                    })
            }
        }
        let simple = contrasts.map { a in
            contrasts.map { b in
                ExactSum.sum(of: shares.indices.map { a[$0] * b[$0] * shares[$0] }) / Double(count)
            }
        }
        let projected = contrasts.map { contrast in
            covariance.map { row in ExactSum.sum(of: zip(row, contrast).map { $0 * $1 }) }
        }
        let observed = contrasts.map { a in
            projected.map { b in ExactSum.sum(of: zip(a, b).map { $0 * $1 }) }
        }
        // Solved column by column.
        var columnsOfDelta: [[Double]] = []
        for column in observed.indices {
            guard let solved = LinearSystem.solve(simple, observed.map { $0[column] }) else { return nil }
            columnsOfDelta.append(solved)
        }
        return columnsOfDelta.indices.map { row in columnsOfDelta.map { $0[row] } }
    }
}
