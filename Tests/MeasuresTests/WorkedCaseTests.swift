// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

/// The worked cases of flexible use: one service, one complete period, b = 10, 10, 10.
@Suite struct WorkedCaseTests {
    struct Worked: Sendable, CustomTestStringConvertible {
        let used: [Double]
        let movedHours: Double
        let orOverrun: Double
        let shifted: Double?
        var testDescription: String { "u = \(used)" }
    }

    @Test(arguments: [
        Worked(used: [2, 16, 12], movedHours: 1, orOverrun: 1, shifted: 8.0 / 30),
        Worked(used: [4, 4, 4], movedHours: 0, orOverrun: 0, shifted: 0),
        Worked(used: [14, 14, 14], movedHours: 0, orOverrun: 1, shifted: 12.0 / 42),
        Worked(used: [10.4, 9, 10], movedHours: 0, orOverrun: 0, shifted: 0.4 / 29.4),
        Worked(used: [0, 0, 0], movedHours: 0, orOverrun: 0, shifted: nil),
    ]) func `a period of ten hours a month is flexible as the definitions say`(worked: Worked) throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10)],
            CaseBuilder.performed(from: "2019-01", worked.used))
        let variant = { (definition: String) in
            Question.Aspect.flexible(definition: definition, denominator: "granted", anchor: "spell")
        }
        #expect(try data.value(.flexibleUse, variant("moved-hours")) == worked.movedHours)
        #expect(try data.value(.flexibleUse, variant("moved-hours-or-overrun")) == worked.orOverrun)
        let shifted = try data.value(.flexibleUse, .quantile(0.5))
        #expect((shifted == nil) == (worked.shifted == nil))
        if let shifted, let expected = worked.shifted { #expect(abs(shifted - expected) < 1e-12) }
    }

    @Test func `the headline is the settings' own variant, with its base and interval`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-03-31", hours: 10),
            ],
            CaseBuilder.performed(0, from: "2019-01", [2, 16, 12]))
        let answer = try data.ask(.flexibleUse)
        let share = try #require(answer["2019"])
        #expect(share.value == 0.5)
        #expect(share.numerator == 1)
        #expect(share.denominator == 2)
        #expect(share.lower! > 0 && share.upper! < 1)
        #expect(answer.definition.id == "flexible-use F1/D1/spell")
    }
}
