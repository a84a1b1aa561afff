// SPDX-License-Identifier: EUPL-1.2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Question 4 straight from its definition: the change of U as the parts of persons, granted hours per person and
/// utilisation. Log-mean Divisia index (Ang 2005).
struct TruthDecomposition {
    let questions: TruthQuestions

    /// Nothing when there is no year before, or a zero anywhere.
    func parts(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> [TruthFigure] {
        let now = questions.totals(year, breakdown, category)
        let before = questions.totals(year - 1, breakdown, category)
        let n1 = Double(now.granted.count)
        let n0 = Double(before.granted.count)
        let b1 = questions.sum(now.granted)
        let b0 = questions.sum(before.granted)
        let u1 = questions.sum(now.performed)
        let u0 = questions.sum(before.performed)
        guard n1 > 0, n0 > 0, b1 > 0, b0 > 0, u1 > 0, u0 > 0 else { return [] }
        let mean = u1 == u0 ? u1 : (u1 - u0) / log(u1 / u0)
        let persons = Set(now.granted.keys).union(before.granted.keys).count
        func figure(_ part: String, _ value: Double) -> TruthFigure {
            TruthFigure(
                measure: "decomposition \(part)", breakdown: breakdown, category: category, year: year, value: value,
                persons: persons)
        }
        return [
            figure("persons", mean * log(n1 / n0)),
            figure("granted-per-person", mean * log((b1 / n1) / (b0 / n0))),
            figure("utilisation", mean * log((u1 / b1) / (u0 / b0))),
            figure("sum", u1 - u0),
        ]
    }
}
