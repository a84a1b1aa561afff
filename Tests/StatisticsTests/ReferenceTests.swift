// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

/// The numbers R gives. The reference cases are in `ConformanceTests`.
@Suite struct ReferenceTests {
    @Test func `distribution functions are R's`() {
        #expect(abs(Normal.quantile(0.975) - 1.959963984540054) < 1e-14)
        #expect(abs(Normal.cdf(-1.959963984540054) - 0.025) < 1e-15)
        #expect(abs(StudentT.quantile(0.975, degreesOfFreedom: 119) - 1.9800998764569) < 1e-11)
        #expect(abs(StudentT.cdf(2, degreesOfFreedom: 1) - 0.852416382349567) < 1e-14)
        #expect(abs(FisherF.quantile(0.95, 3, 20) - 3.09839121214078) < 1e-12)
        #expect(abs(FisherF.cdf(3.09839121214078, 3, 20) - 0.95) < 1e-13)
    }
}
