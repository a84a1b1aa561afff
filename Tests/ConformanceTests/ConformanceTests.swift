// SPDX-License-Identifier: EUPL-1.2
import ConformanceCases
import Foundation
import Suppression
import Terms
import Testing

/// The cases this package carries, each judged on its own.
@Suite struct ConformanceTests {
    static let paths = CaseFolder.paths(in: Bundle.module.bundleURL.appendingPathComponent("Cases").path)
    static let names = paths.map { String($0.split(separator: "/").dropLast().last ?? "") }

    @Test(arguments: names) func `agrees with the reference`(name: String) throws {
        let path = try #require(Self.paths.first { $0.hasSuffix("/\(name)/case.json") })
        let reference = try ConformanceCase(path: path)
        let method = try #require(
            MethodRegistry.method(named: reference.method), "no method \(reference.method)")
        for difference in CaseJudge(reference).differences(try method.rows(reference)) {
            Issue.record("\(name): \(difference)")
        }
    }

    @Test func `elimination hides as many numbers of the same sum as GaussSuppression in every table`() throws {
        var tables = 0
        for path in Self.paths {
            let reference = try ConformanceCase(path: path)
            guard reference.method == "sdc.suppress",
                let anchor = reference.parameters["anchors"]?["GaussSuppression"]
            else { continue }
            let threshold = Int(try reference.parameters.number("threshold"))
            let problem = try SuppressionCase(reference).problem(threshold: threshold)
            let pattern = GaussianPattern(problem, profile: .zerosKnown)
            #expect(pattern.loss == anchor["suppressed_sum"]?.double, "\(reference.id)")
            #expect(Double(pattern.hidden.count { $0 }) == anchor["suppressed"]?.double, "\(reference.id)")
            tables += 1
        }
        #expect(tables == 9)
    }

    @Test func `no method has two lists`() {
        let names = MethodRegistry.groups.flatMap { $0.map(\.name) }
        #expect(Set(names).count == names.count)
    }
}
