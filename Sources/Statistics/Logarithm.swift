// SPDX-License-Identifier: EUPL-1.2
import CRmath
import Glibc

extension Double {
    /// ln x.
    package static func logarithm(_ x: Double) -> Double { log(x) }

    /// e to the power x.
    package static func exponential(_ x: Double) -> Double { exp(x) }

    /// ln n!, n ≥ 0.
    package static func logFactorial(_ n: Int) -> Double { lgammafn(Double(n) + 1) }
}
