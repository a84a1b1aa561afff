// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Points and weights that integrate a function against the standard normal density, exact for polynomials up to degree
/// 2n − 1 (Abramowitz & Stegun 1964, 25.4.46, in probabilists' form).
struct GaussHermite: Sendable {
    /// Zeros of the Hermite polynomial of degree n, ascending.
    let nodes: [Double]
    /// They add to 1.
    let weights: [Double]

    /// n ≥ 1 points. The zeros of one degree lie between those of the degree below, so each is bracketed.
    init(_ n: Int) {
        precondition(n >= 1, "a quadrature has at least one point")
        var zeros: [Double] = []
        for degree in 1...n {
            let end = 2 * Double(degree).squareRoot() + 1
            let bounds = [-end] + zeros + [end]
            zeros = zip(bounds, bounds.dropFirst()).map { low, high in
                Root.brent(in: low...high, tolerance: 1e-15) { Self.polynomial(degree, $0) } ?? (low + high) / 2
            }
        }
        nodes = zeros
        weights = zeros.map { node in
            let below = Self.polynomial(n - 1, node)
            return 1 / (Double(n) * below * below)
        }
    }

    /// The orthonormal Hermite polynomial: h_k = (x·h_{k−1} − √(k−1)·h_{k−2}) ÷ √k.
    private static func polynomial(_ degree: Int, _ x: Double) -> Double {
        var (before, value) = (0.0, 1.0)
        for k in 0..<degree {
            (before, value) = (
                value, (x * value - Double(k).squareRoot() * before) / Double(k + 1).squareRoot()
            )
        }
        return value
    }
}
