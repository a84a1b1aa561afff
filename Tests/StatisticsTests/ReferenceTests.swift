// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

/// The numbers R gives, from the reference cases.
@Suite struct ReferenceTests {
    @Test func `Wilson's interval agrees with R`() throws {
        let reference = try ConformanceCase("ci-binomial")
        let rows = reference.rows.filter { $0["ci_method"]?.text == "wilson" }
        #expect(rows.count == reference.data.count)
        for row in rows {
            let x = Int(try #require(row["x"]?.number))
            let n = Int(try #require(row["n"]?.number))
            let interval = try #require(WilsonInterval(x, of: n))
            #expect(reference.agrees(interval.lower, row["ci_low"]?.number), "x = \(x), n = \(n)")
            #expect(reference.agrees(interval.upper, row["ci_high"]?.number), "x = \(x), n = \(n)")
        }
    }

    @Test func `the share of granted hours that is performed, and its change, agree with R's survey`() throws {
        let reference = try ConformanceCase("admin-usage")
        let persons = Array(Set(reference.data.compactMap { $0["person"] })).sorted()
        func contributions(_ year: String) throws -> [RatioContribution] {
            var sums = [String: RatioContribution]()
            for row in reference.data where row["year"] == year {
                let person = try #require(row["person"])
                sums[person, default: .none].numerator += try #require(row["performed"].flatMap(Double.init))
                sums[person, default: .none].denominator += try #require(row["granted"].flatMap(Double.init))
            }
            return persons.map { sums[$0] ?? .none }
        }
        let before = try contributions("2023")
        let after = try contributions("2024")
        var actual: [String: Estimate] = [:]
        actual["ratio_of_sums 2023"] = RatioOfSums.estimate(before)
        actual["ratio_of_sums 2024"] = RatioOfSums.estimate(after)
        actual["change_ratio "] = RatioOfSums.change(before: before, after: after)
        for (year, sums) in [("2023", before), ("2024", after)] {
            let own = sums.filter { $0.denominator > 0 }.map { $0.numerator / $0.denominator }
            actual["mean_of_person_ratios \(year)"] = Estimate(
                value: try #require(CompensatedSum.mean(of: own)), count: own.count)
            actual["median_person_ratio \(year)"] = Estimate(
                value: try #require(Quantile.type7(own, at: 0.5)), count: own.count)
            actual["persons \(year)"] = Estimate(value: Double(own.count), count: own.count)
        }
        var judged = 0
        for row in reference.rows {
            let name = try #require(row["quantity"]?.text) + " " + (row["period"]?.text ?? "")
            // The mean of the persons' own changes is no measure of the follow-up.
            guard name != "mean_person_change " else { continue }
            let estimate = try #require(actual[name], "\(name)")
            #expect(reference.agrees(estimate.value, row["estimate"]?.number), "\(name)")
            #expect(reference.agrees(estimate.standardError, row["se"]?.number), "\(name)")
            #expect(reference.agrees(estimate.lower, row["ci_low"]?.number), "\(name)")
            #expect(reference.agrees(estimate.upper, row["ci_high"]?.number), "\(name)")
            judged += 1
        }
        #expect(judged == 9)
    }

    @Test func `distribution functions are R's`() {
        #expect(abs(Normal.quantile(0.975) - 1.959963984540054) < 1e-14)
        #expect(abs(Normal.cdf(-1.959963984540054) - 0.025) < 1e-15)
        #expect(abs(StudentT.quantile(0.975, degreesOfFreedom: 119) - 1.9800998764569) < 1e-11)
        #expect(abs(StudentT.cdf(2, degreesOfFreedom: 1) - 0.852416382349567) < 1e-14)
        #expect(abs(FisherF.quantile(0.95, 3, 20) - 3.09839121214078) < 1e-12)
        #expect(abs(FisherF.cdf(3.09839121214078, 3, 20) - 0.95) < 1e-13)
    }
}
