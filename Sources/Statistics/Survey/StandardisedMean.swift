// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// The mean a domain would have with the standard's mix of cells (standardisering), Σ_c s_c·ȳ_c ÷ Σ_c s_c.
    /// Curtin & Klein (1995), Healthy People Statistical Notes 6; R `svystandardize`. The shares are known numbers, so
    /// the error has no part between cells.
    ///
    /// - Returns: the mean over the cells that have rows, and the cells of the standard that have none: with any of
    ///   those the domain cannot be compared with others. nil when no cell has rows.
    package func standardisedMean(
        _ values: [Double?], cells: [String], standard: [(cell: String, share: Double)], in domain: Domain? = nil
    ) -> (mean: Linearised, missing: [String])? {
        var mean = Linearised(value: 0, scores: Array(repeating: 0, count: count))
        var whole = 0.0
        var missing: [String] = []
        for (cell, share) in standard.sorted(by: { $0.cell.utf8.lexicographicallyPrecedes($1.cell.utf8) }) {
            let rows = Domain(cells.map { $0 == cell })
            guard let part = self.mean(values, in: domain?.intersection(rows) ?? rows) else {
                missing.append(cell)
                continue
            }
            mean = mean + share * part
            whole += share
        }
        return whole > 0 ? (1 / whole * mean, missing) : nil
    }
}
