// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Surveys of fourteen boards of 30–199 persons of whom two in five answer, drawn without replacement. Half of each board
/// are favourable, and of the seventh, of average size, `difference` more.
enum SurveyBoards {
    private static let sizes = (0..<14).map { 30 + $0 * 13 }
    private static let different = 6

    /// In how many surveys any board is named, and in how many the one that differs.
    static func named(surveys: Int, difference: Double, seed: UInt64) -> (any: Int, different: Int) {
        var random = SeededDraws(seed: seed)
        var (any, one) = (0, 0)
        for _ in 0..<surveys {
            let units = sizes.indices.map { board in
                unit(of: sizes[board], share: board == different ? 0.5 + difference : 0.5, &random)
            }
            let persons = units.reduce(0) { $0 + $1.size }
            let target = units.reduce(0) { $0 + $1.size * $1.value } / persons
            guard let funnel = Funnel(units.map { .sample($0) }, target: target) else { continue }
            if funnel.results.contains(where: \.isNamed) { any += 1 }
            if funnel.results[different].isNamed { one += 1 }
        }
        return (any, one)
    }

    private static func unit(of population: Int, share: Double, _ random: inout SeededDraws) -> SampledShare {
        let n = population * 2 / 5
        var (left, favourable, x) = (population, Int((share * Double(population)).rounded()), 0)
        for _ in 0..<n {
            if random.below(left) < favourable {
                favourable -= 1
                x += 1
            }
            left -= 1
        }
        return SampledShare(
            value: Double(x) / Double(n), n: n, size: Double(population),
            sampling: .finite(x: x, population: population))
    }
}
