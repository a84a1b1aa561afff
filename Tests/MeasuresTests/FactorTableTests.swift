// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms
import Testing

@Suite struct FactorTableTests {
    @Test func `the factors of a decomposition stand side by side, and their total is the change`() throws {
        let tabulator = Tabulator(RandomMunicipality(seed: 31).dataset())
        for dimensions in [[Dimension.factor], [.law, .factor], [.factor, .law]] {
            let question = Question(.decomposition, by: dimensions, years: 2019...2019)
            let table = try tabulator.tabulate(question)
            #expect(table.dimensions.last == .factor)
            var sums: [[Category]: Double] = [:]
            for row in table.rows {
                let value = row.measurement.value ?? 0
                let sign = row.key.last?.kind == .total ? -1.0 : 1.0
                sums[Array(row.key.dropLast()), default: 0] += sign * value
            }
            #expect(!sums.isEmpty)
            for (key, rest) in sums { #expect(abs(rest) < 1e-6, "\(key.map(\.code))") }
        }
    }

    @Test func `only a decomposition has factors`() {
        let tabulator = Tabulator(RandomMunicipality(seed: 31).dataset())
        for measure in Catalogue.measures.map(\.name) where measure != .decomposition {
            #expect(throws: QuestionError.notBrokenDown(measure, .factor)) {
                try tabulator.tabulate(Question(measure, by: [.factor], years: 2019...2019))
            }
        }
    }
}
