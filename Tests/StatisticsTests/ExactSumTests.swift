// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct ExactSumTests {
    /// Shewchuk (1997): parts that do not overlap and add to exactly the sum, the largest last; rounded once as in
    /// Python's `fsum`.
    private func rounded(_ terms: [Double]) -> Double {
        var parts: [Double] = []
        for term in terms {
            var (x, kept) = (term, [Double]())
            for part in parts {
                let (large, small) = abs(x) < abs(part) ? (part, x) : (x, part)
                let sum = large + small
                let lost = small - (sum - large)
                if lost != 0 { kept.append(lost) }
                x = sum
            }
            parts = kept + [x]
        }
        guard var sum = parts.popLast() else { return 0 }
        while let part = parts.popLast() {
            let next = sum + part
            let lost = part - (next - sum)
            sum = next
            guard lost != 0 else { continue }
            // Halfway between two numbers what is left decides.
            if let rest = parts.last, (lost < 0) == (rest < 0), rest != 0 {
                let twice = sum + lost * 2
                if twice - sum == lost * 2 { sum = twice }
            }
            break
        }
        return sum
    }

    @Test func `the sum is the nearest number to the true one, in any order`() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<5000 {
            let terms = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                Double(
                    sign: Bool.random(using: &random) ? .plus : .minus,
                    exponent: Int.random(in: -80...80, using: &random),
                    significand: Double.random(in: 1..<2, using: &random))
            }
            let sum = ExactSum.sum(of: terms)
            #expect(sum == rounded(terms))
            #expect(ExactSum.sum(of: terms.shuffled(using: &random)) == sum)
        }
    }

    @Test func `many terms, and the smallest and largest numbers, are no matter`() {
        #expect(ExactSum.sum(of: (0..<100_000).map { _ in -0.5 }) == -50_000)
        #expect(ExactSum.sum(of: [.leastNonzeroMagnitude, .leastNonzeroMagnitude]) == 2 * .leastNonzeroMagnitude)
        #expect(ExactSum.sum(of: [1e308, 1e308, -1e308, -1e308, 1]) == 1)
        #expect(ExactSum.sum(of: [1e308, 1e308]) == .infinity)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan]) func `there is no sum with what is no number`(term: Double) {
        #expect(ExactSum.sum(of: [1, term]).isNaN)
    }
}
