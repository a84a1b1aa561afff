// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct SeriesTests {
    static let models = [
        SegmentedModel(), SegmentedModel(trend: true), SegmentedModel(trend: true, slope: true),
        SegmentedModel(trend: true, harmonic: true), SegmentedModel(harmonic: true),
    ]

    /// AR(1) errors with variance 1, from their own distribution on.
    static func errors(_ count: Int, rho: Double, _ draws: inout SeededDraws) -> [Double] {
        var errors = [draws.normal()]
        for _ in 1..<count {
            errors.append(rho * errors[errors.count - 1] + (1 - rho * rho).squareRoot() * draws.normal())
        }
        return errors
    }

    /// The likelihood from whole matrices, each entry of R written out.
    static func dense(_ series: InterruptedSeries, _ model: SegmentedModel, rho: Double) throws -> (
        likelihood: Double, coefficients: [Double], variance: Double
    ) {
        let correlation = series.times.map { one in
            series.times.map { other in (0..<abs(one - other)).reduce(1.0) { power, _ in power * rho } }
        }
        let columns = series.columns(model)
        let whitened = try columns.map { try #require(LinearSystem.solve(correlation, $0)) }
        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let matrix = columns.map { one in whitened.map { dot(one, $0) } }
        let coefficients = try #require(LinearSystem.solve(matrix, whitened.map { dot($0, series.values) }))
        let residuals = series.values.indices.map { row in
            series.values[row] - columns.indices.reduce(0.0) { $0 + columns[$1][row] * coefficients[$1] }
        }
        let squares = dot(residuals, try #require(LinearSystem.solve(correlation, residuals)))
        let degrees = Double(series.count - columns.count)
        let likelihood =
            -0.5 * (logDeterminant(correlation) + logDeterminant(matrix))
            - degrees / 2 * (.logarithm(squares / degrees) + 1 + .logarithm(2 * .pi))
        return (likelihood, coefficients, squares / degrees)
    }

    /// By elimination, of a positive definite matrix.
    static func logDeterminant(_ matrix: [[Double]]) -> Double {
        var (rows, sum) = (matrix, 0.0)
        for column in rows.indices {
            sum += .logarithm(rows[column][column])
            for row in column + 1..<max(column + 1, rows.count) {
                let factor = rows[row][column] / rows[column][column]
                for place in rows.indices { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return sum
    }

    /// Thirty months, some of them missing.
    static func gapped(seed: UInt64) -> InterruptedSeries {
        var draws = SeededDraws(seed: seed)
        let errors = errors(30, rho: 0.5, &draws)
        let points = errors.indices.filter { ![3, 4, 11, 20].contains($0) }.map {
            (time: $0, value: 20 + errors[$0] + ($0 >= 12 ? 1.5 : 0) + 0.05 * Double($0))
        }
        return InterruptedSeries(points, firstAfter: 12)
    }

    @Test(arguments: models.indices) func `a fit agrees with whole matrices, where months are missing too`(
        _ place: Int
    ) throws {
        let (series, model) = (Self.gapped(seed: 5), Self.models[place])
        let errors = try AutoregressiveErrors(series, model)
        for rho in [-0.9, -0.3, 0, 0.4, 0.8, 0.97] {
            let fit = try #require(errors.fit(rho: rho))
            let truth = try Self.dense(series, model, rho: rho)
            #expect(abs(fit.restrictedLogLikelihood - truth.likelihood) < 1e-8)
            #expect(abs(fit.variance - truth.variance) < 1e-8 * truth.variance)
            for (one, other) in zip(fit.coefficients, truth.coefficients) { #expect(abs(one - other) < 1e-8) }
        }
    }

    @Test(arguments: models.indices)
    func `restricted likelihood is highest at its fit, and Satterthwaite's degrees are its curvature's`(
        _ place: Int
    ) throws {
        let errors = try AutoregressiveErrors(Self.gapped(seed: 6), Self.models[place])
        let best = try #require(RestrictedLikelihoodFit(errors))
        #expect(!best.isAtEdge)
        for rho in stride(from: -0.99, through: 0.99, by: 0.01) {
            let other = try #require(errors.fit(rho: rho)).restrictedLogLikelihood
            #expect(other <= best.fit.restrictedLogLikelihood + 1e-12)
        }
        // Second derivatives by differences, in λ = ln σ² and ρ.
        let degrees = Double(best.degreesOfFreedom)
        func likelihood(_ lambda: Double, _ rho: Double) throws -> Double {
            let fit = try #require(errors.fit(rho: rho))
            return fit.restrictedLogLikelihood + degrees / 2 * (.logarithm(fit.variance) + 1 - lambda)
                - degrees * fit.variance / (2 * .exponential(lambda))
        }
        let (h, lambda, rho) = (1e-4, Double.logarithm(best.fit.variance), best.fit.rho)
        let top = try likelihood(lambda, rho)
        let inLambda = try -(likelihood(lambda + h, rho) - 2 * top + likelihood(lambda - h, rho)) / (h * h)
        let inRho = try -(likelihood(lambda, rho + h) - 2 * top + likelihood(lambda, rho - h)) / (h * h)
        let both =
            try
            -(likelihood(lambda + h, rho + h) - likelihood(lambda + h, rho - h) - likelihood(lambda - h, rho + h)
            + likelihood(lambda - h, rho - h)) / (4 * h * h)
        for term in best.terms.indices {
            func variance(_ rho: Double) throws -> Double {
                let fit = try #require(errors.fit(rho: rho))
                return best.fit.variance * fit.error(of: term) * fit.error(of: term) / fit.variance
            }
            let v = try variance(rho)
            let slope = try (variance(rho + h) - variance(rho - h)) / (2 * h)
            let spread =
                (v * v * inRho - 2 * v * slope * both + slope * slope * inLambda) / (inLambda * inRho - both * both)
            let expected = 2 * v * v / spread
            let got = try #require(best.satterthwaite(term))
            #expect(abs(got - expected) < 1e-4 * expected, "\(best.terms[term])")
        }
    }

    @Test func `the mixture's limits are quantiles of its distribution`() throws {
        let mixture = try #require(CorrelationMixture(AutoregressiveErrors(Self.gapped(seed: 7), SegmentedModel())))
        for level in [0.5, 0.9, 0.95, 0.99] {
            let effect = mixture.effect(1, level: level)
            #expect(abs(mixture.share(below: effect.interval.lower, of: 1) - (1 - level) / 2) < 1e-10)
            #expect(abs(mixture.share(below: effect.interval.upper, of: 1) - (1 + level) / 2) < 1e-10)
            #expect(abs(mixture.share(below: effect.estimate, of: 1) - 0.5) < 1e-10)
        }
        let p = mixture.effect(1).pValue
        let edge = mixture.effect(1, level: 1 - p)
        #expect(abs(min(abs(edge.interval.lower), abs(edge.interval.upper))) < 1e-8)
    }

    @Test func `an effect moves with the values, and with a trend that the model has`() throws {
        var draws = SeededDraws(seed: 8)
        let values = Self.errors(36, rho: 0.4, &draws)
        func effect(_ values: [Double], _ model: SegmentedModel) throws -> CorrelationMixture.Effect {
            let series = InterruptedSeries(values, firstAfter: 12)
            let mixture = try #require(CorrelationMixture(AutoregressiveErrors(series, model)))
            return mixture.effect(try #require(model.terms.firstIndex(of: .step)))
        }
        let plain = try effect(values, SegmentedModel())
        let raised = try effect(
            values.enumerated().map { 7 + 3 * $0.element + ($0.offset >= 12 ? 2 : 0) }, SegmentedModel())
        #expect(abs(raised.estimate - 3 * plain.estimate - 2) < 1e-9)
        #expect(abs(raised.interval.upper - 3 * plain.interval.upper - 2) < 1e-9)
        let trend = SegmentedModel(trend: true)
        let flat = try effect(values, trend)
        let steep = try effect(values.enumerated().map { $0.element + 0.3 * Double($0.offset) }, trend)
        #expect(abs(flat.estimate - steep.estimate) < 1e-9)
        #expect(abs(flat.pValue - steep.pValue) < 1e-9)
    }

    @Test func `the mixture's interval covers the effect as often as it says`() throws {
        var draws = SeededDraws(seed: 9)
        for rho in [0, 0.4, 0.7] {
            var covered = 0
            for _ in 0..<80 {
                let errors = Self.errors(36, rho: rho, &draws)
                let values = errors.enumerated().map { $0.element + ($0.offset >= 12 ? 1.0 : 0) }
                let mixture = try #require(
                    CorrelationMixture(
                        AutoregressiveErrors(InterruptedSeries(values, firstAfter: 12), SegmentedModel())))
                if (0.025...0.975).contains(mixture.share(below: 1, of: 1)) { covered += 1 }
            }
            // 95 % of 80 is 76, with a standard deviation of 1.9.
            #expect((70...80).contains(covered), "\(covered) of 80 at \(rho)")
        }
    }

    @Test func `a missing month is a gap, not a month less`() throws {
        let series = Self.gapped(seed: 10)
        let closed = InterruptedSeries(series.values, firstAfter: series.times.firstIndex { $0 >= 12 } ?? 0)
        let fits = try [series, closed].map {
            try #require(try AutoregressiveErrors($0, SegmentedModel()).fit(rho: 0.6))
        }
        #expect(abs(fits[0].coefficients[1] - fits[1].coefficients[1]) > 1e-6)
        // Where months do not remember each other, only the trend knows of gaps.
        let plain = try [series, closed].map {
            try #require(try AutoregressiveErrors($0, SegmentedModel()).fit(rho: 0))
        }
        #expect(abs(plain[0].coefficients[1] - plain[1].coefficients[1]) < 1e-12)
    }

    @Test func `what cannot be fitted says why`() {
        func error(_ values: [Double], after: Int, _ model: SegmentedModel = SegmentedModel())
            -> InterruptedSeriesError?
        {
            do {
                _ = try AutoregressiveErrors(InterruptedSeries(values, firstAfter: after), model)
                return nil
            } catch {
                return error
            }
        }
        #expect(error([1, 2], after: 1) == .tooFewValues)
        #expect(error([], after: 0) == .tooFewValues)
        #expect(error([1, 2, 4, 3], after: 0) == .termsNotDetermined)
        #expect(error([1, 2, 4, 3], after: 4) == .termsNotDetermined)
        #expect(error([1, 2, 4, 3, 5, 2], after: 5, SegmentedModel(trend: true, slope: true)) == .termsNotDetermined)
        #expect(error([3, 3, 3, 5, 5], after: 3) == .noVariation)
        #expect(error([0, 0, 0, 0], after: 2) == .noVariation)
        #expect(error([3, 3, 3.1, 5, 5], after: 3) == nil)
    }

    @Test
    func `a likelihood that rises to the edge has no degrees of freedom by Satterthwaite, and a mixture all the same`()
        throws
    {
        // A walk: the level is another after each month.
        var draws = SeededDraws(seed: 3)
        var edges = 0
        for _ in 0..<40 {
            var level = 0.0
            let values = (0..<24).map { _ in
                level += draws.normal()
                return level
            }
            let errors = try AutoregressiveErrors(InterruptedSeries(values, firstAfter: 12), SegmentedModel())
            let fit = try #require(RestrictedLikelihoodFit(errors))
            guard fit.isAtEdge else { continue }
            edges += 1
            #expect(fit.satterthwaite(1) == nil)
            #expect(fit.fit.rho > 0.99)
            let effect = try #require(CorrelationMixture(errors)).effect(1)
            #expect(effect.interval.lower < effect.interval.upper && effect.interval.lower.isFinite)
        }
        #expect(edges > 0)
    }

    @Test func `a difference against comparison areas is theirs by weight, and what happens everywhere falls away`()
        throws
    {
        func area(_ weight: Double, _ values: [Double?], shock: [Double]) -> ComparedSeries.AreaSeries {
            ComparedSeries.AreaSeries(
                weight: weight,
                values: values.enumerated().compactMap { time, value in value.map { (time, $0 + shock[time]) } })
        }
        for shock in [[0.0, 0, 0, 0], [4.0, -2, 9, 1]] {
            let compared = try #require(
                ComparedSeries(
                    treated: [area(10, [5, 6, nil, 9], shock: shock)],
                    comparison: [area(30, [1, 2, 3, 4], shock: shock), area(10, [5, nil, 7, 8], shock: shock)],
                    firstAfter: 2))
            #expect(compared.difference.times == [0, 1, 3])
            for (got, expected) in zip(compared.difference.values, [3.0, 4, 4]) { #expect(abs(got - expected) < 1e-12) }
            #expect(abs((compared.difference.differenceOfMeans ?? 0) - 0.5) < 1e-12)
        }
        #expect(ComparedSeries(treated: [], comparison: [], firstAfter: 0) == nil)
    }

    @Test func `cyclic shifts: a clear step is one of n, and no shift is less likely than that`() throws {
        var draws = SeededDraws(seed: 12)
        let noise = Self.errors(36, rho: 0.3, &draws)
        let step = noise.enumerated().map { $0.element * 0.1 + ($0.offset >= 24 ? 9 : 0) }
        let clear = try #require(CyclicShiftTest(InterruptedSeries(step, firstAfter: 24), .mean))
        #expect(clear.pValue == 1.0 / 36)
        #expect(CyclicShiftTest(InterruptedSeries(step, firstAfter: 0), .mean) == nil)
        #expect(CyclicShiftTest(InterruptedSeries(step, firstAfter: 36), .mean) == nil)
        // Of noise that is turned round, all p occur alike: the n turns have the ranks 1 … n.
        let turned = (0..<36).compactMap { turn in
            let values = Array(noise[turn...] + noise[..<turn])
            return CyclicShiftTest(InterruptedSeries(values, firstAfter: 24), .mean)?.pValue
        }
        #expect(Set(turned.map { Int(($0 * 36).rounded()) }).count == 36)
        #expect(turned.count { $0 <= 0.05 + 1e-12 } == 1)
    }
}
