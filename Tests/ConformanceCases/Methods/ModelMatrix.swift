// SPDX-License-Identifier: EUPL-1.2

/// The columns that a one-sided formula such as `~stype + api99` stands for: an intercept, numbers as they are, and
/// for words one column a level but the first in byte order (treatment contrasts).
///
/// Terms are joined by `+`; `a:b` is the product of their columns and `a*b` short for `a + b + a:b`. With `- 1` or
/// `+ 0` there is no intercept, and the first column of words gets all its levels.
struct ModelMatrix {
    let columns: [(name: String, values: [Double])]

    init(formula: String, _ table: CaseTable) throws {
        let text = formula.filter { !$0.isWhitespace && $0 != "~" }
        let hasIntercept = !text.contains("-1") && !text.split(separator: "+").contains("0")
        var terms: [[String]] = []
        func add(_ term: [String]) {
            if !terms.contains(term) { terms.append(term) }
        }
        let pieces = text.split { $0 == "+" || $0 == "-" }.map(String.init).filter { $0 != "1" && $0 != "0" }
        for piece in pieces {
            let crossed = piece.split(separator: "*").map(String.init)
            for name in crossed { add(name.split(separator: ":").map(String.init)) }
            if crossed.count == 2 { add(crossed) }
        }
        var columns: [(name: String, values: [Double])] = []
        if hasIntercept { columns.append(("(Intercept)", table.records.map { _ in 1 })) }
        var needsAllLevels = !hasIntercept
        for term in terms.sorted(by: { $0.count < $1.count }) {
            var product: [(name: String, values: [Double])] = []
            for name in term {
                let own = try Self.columns(of: name, table, allLevels: needsAllLevels && term.count == 1)
                if own.isFactor, term.count == 1 { needsAllLevels = false }
                product =
                    product.isEmpty
                    ? own.columns
                    : own.columns.flatMap { second in
                        product.map { first in
                            ("\(first.name):\(second.name)", zip(first.values, second.values).map { $0 * $1 })
                        }
                    }
            }
            columns += product
        }
        self.columns = columns
    }

    private static func columns(
        of name: String, _ table: CaseTable, allLevels: Bool
    ) throws -> (columns: [(name: String, values: [Double])], isFactor: Bool) {
        let texts = try table.texts(name)
        let numbers = texts.compactMap(Double.init)
        if numbers.count == texts.count { return ([(name, numbers)], false) }
        let levels = Array(Set(texts)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let shown = allLevels ? levels[...] : levels.dropFirst()
        return (shown.map { level in (name + level, texts.map { $0 == level ? 1 : 0 }) }, true)
    }
}
