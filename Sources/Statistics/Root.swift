// SPDX-License-Identifier: EUPL-1.2

/// Roots of continuous functions of one variable.
package enum Root {
    /// The root of `function` in `interval`, by Brent's method (Brent 1973, ch. 4: bisection, secant and inverse
    /// quadratic interpolation), to within `tolerance` or to what a `Double` can tell apart.
    ///
    /// nil when the function has the same sign at both ends. An end where it is 0 is the root.
    package static func brent(
        in interval: ClosedRange<Double>, tolerance: Double = 1e-14, _ function: (Double) -> Double
    ) -> Double? {
        var (a, b) = (interval.lowerBound, interval.upperBound)
        var (fa, fb) = (function(a), function(b))
        if fa == 0 { return a }
        if fb == 0 { return b }
        guard (fa < 0) != (fb < 0), !fa.isNaN, !fb.isNaN else { return nil }
        var (c, fc) = (a, fa)
        var step = b - a
        var before = step
        for _ in 0..<1000 {
            if abs(fc) < abs(fb) {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let near = 2 * Double.ulpOfOne * abs(b) + tolerance / 2
            let half = (c - b) / 2
            if abs(half) <= near || fb == 0 { return b }
            if abs(before) < near || abs(fa) <= abs(fb) {
                (step, before) = (half, half)
            } else {
                (step, before) = interpolated(a, b, c, fa, fb, fc, half, near, step, before)
            }
            (a, fa) = (b, fb)
            b += abs(step) > near ? step : (half > 0 ? near : -near)
            fb = function(b)
            if (fb > 0) == (fc > 0) {
                (c, fc) = (a, fa)
                step = b - a
                before = step
            }
        }
        return b
    }

    /// The next step: interpolated where that stays well inside the bracket, else half of it.
    private static func interpolated(
        _ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double, _ half: Double,
        _ near: Double, _ step: Double, _ before: Double
    ) -> (step: Double, before: Double) {
        let s = fb / fa
        var p = 2 * half * s
        var q = 1 - s
        if a != c {
            let (t, r) = (fa / fc, fb / fc)
            p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
            q = (t - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        let isInside = 2 * p < min(3 * half * q - abs(near * q), abs(before * q))
        return isInside ? (p / q, step) : (half, half)
    }
}
