// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// What of the law bears on the numbers of a report: the Social Services Act of 2025 took the place of the act of 2001 on 1
/// July 2025, and services may be given without an individual test from then on.
package struct LawFacts: Sendable, Hashable {
    /// Whether any decision or visit is under SoL.
    package let hasSoL: Bool
    /// The years with decisions or visits without an individual test (11 kap. 5 §).
    package let yearsWithoutTest: Set<Int>

    package init(hasSoL: Bool = false, yearsWithoutTest: Set<Int> = []) {
        self.hasSoL = hasSoL
        self.yearsWithoutTest = yearsWithoutTest
    }

    /// The year in which the act changed, and the code of the first month of the new one.
    static let year = 2025
    static let firstMonth = "2025-07"

    /// Whether numbers of these years are of both acts.
    func isBroken(over years: ClosedRange<Int>) -> Bool { hasSoL && years.contains(Self.year) }
}

extension Scoped {
    /// That the years told are of both acts; nil where they are of one.
    var lawBreak: RichText? {
        facts.law.isBroken(over: scope.years)
            ? phrase(
                sv: """
                    Den 1 juli 2025 ersattes socialtjänstlagen från 2001 av en ny lag. Tal enligt SoL före och efter den dagen \
                    är därför inte helt jämförbara. Beslut enligt 4 kap. 1 § som löper vidare räknas i \
                    samma serie som beslut enligt 11 kap. 1 §.
                    """,
                en: """
                    On 1 July 2025 a new Social Services Act replaced that of 2001. Numbers under SoL from before and \
                    after that day are therefore not quite comparable. Decisions under chapter 4, \
                    section 1 that run on count in the same series as those under chapter 11, section 1.
                    """) : nil
    }

    /// The same beside a series that is drawn.
    var lawBreakNote: [RichText] {
        facts.law.isBroken(over: scope.years)
            ? [
                phrase(
                    sv: "Brott i serien den 1 juli 2025, när den nya socialtjänstlagen började gälla.",
                    en: "A break in the series on 1 July 2025, when the new Social Services Act came into force.")
            ] : []
    }

    /// That persons may be more, where some have the service without an individual test; nil where nobody does.
    var personsAtLeast: RichText? {
        facts.law.yearsWithoutTest.contains(year)
            ? phrase(
                sv: """
                    Insatsen har under \(year) också getts utan individuell behovsprövning (11 kap. 5 § SoL). Vem som fått den \
                    behöver då inte vara registrerat (14 kap. 5 §), så antalet personer är minst så många som anges.
                    """,
                en: """
                    In \(year) the service was also given without an individual test (SoL, chapter 11, section 5). Who had it \
                    need not then be recorded (chapter 14, section 5), so the persons are at least as many as is said.
                    """) : nil
    }
}
