// SPDX-License-Identifier: EUPL-1.2

/// A method that cases can ask for, and how this package computes it.
package struct ConformanceMethod: Sendable {
    /// `family.method`.
    package let name: String
    package let result: @Sendable (ConformanceCase) throws -> CaseResult

    package init(_ name: String, _ rows: @escaping @Sendable (ConformanceCase) throws -> [ResultRow]) {
        self.init(name, result: { CaseResult(rows: try rows($0)) })
    }

    /// A method that writes tables beside its rows.
    package init(_ name: String, result: @escaping @Sendable (ConformanceCase) throws -> CaseResult) {
        self.name = name
        self.result = result
    }

    package func rows(_ reference: ConformanceCase) throws -> [ResultRow] { try result(reference).rows }
}

/// All methods this package has, family by family: a family adds its list here.
package enum MethodRegistry {
    package static let groups: [[ConformanceMethod]] = [
        IntervalMethods.all,
        TableTestMethods.all,
        SampleTestMethods.all,
        PowerMethods.all,
        DescriptiveMethods.all,
        SurveyEstimateMethods.all, SurveyComparisonMethods.all, SurveyWeightMethods.all, SurveyReplicateMethods.all,
        IndicatorMethods.all,
        ControlChartMethods.all,
        FunnelMethods.all,
        InequalityMethods.all,
        BetweenMethods.all,
        DisclosureMethods.all,
        PeriodMethods.all,
        SurvivalMethods.all,
    ]

    /// The method a case asks for; nil when this package lacks it.
    package static func method(named name: String) -> ConformanceMethod? {
        for group in groups {
            if let method = group.first(where: { $0.name == name }) { return method }
        }
        return nil
    }
}
