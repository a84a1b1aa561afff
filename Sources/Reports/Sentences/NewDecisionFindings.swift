// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences on what new decisions give.
extension FindingWriter {
    /// "Timmarna blir färre för dem som får nya beslut: i medeltal 0,7 färre timmar per månad och person (intervall −1,2 till
    /// −0,2), sammanlagt 143 timmar per månad." Fewer or more only where the whole interval is on that side of zero.
    func hoursOfNewDecisions(mean: ReleasedCell, net: ReleasedCell) -> Finding? {
        guard let change = mean.shown, let lower = change.lower, let upper = change.upper else { return nil }
        let size = text(
            sv:
                "i medeltal \(change, .decimal(1).signed) timmar per månad och person (intervall \(change, .decimal(1).signed, part: .interval))",
            en:
                "on average \(change, .decimal(1).signed) hours a month per person (interval \(change, .decimal(1).signed, part: .interval))"
        )
        let together: RichText =
            net.shown.map { net in
                text(
                    sv: ", sammanlagt \(net, .hours().signed)\u{A0}timmar per månad",
                    en: ", \(net, .hours().signed)\u{A0}hours a month together")
            } ?? ""
        if upper < 0 {
            return finding(
                sv: "Timmarna blir färre för dem som får nya beslut: \(size)\(together).",
                en: "Hours become fewer for those who get new decisions: \(size)\(together).",
                change: changeWord(isRise: false, .of(.hoursChange)))
        }
        if lower > 0 {
            return finding(
                sv: "Timmarna blir fler för dem som får nya beslut: \(size)\(together).",
                en: "Hours become more for those who get new decisions: \(size)\(together).",
                change: changeWord(isRise: true, .of(.hoursChange)))
        }
        return finding(
            sv: "Det är ingen säker ändring av timmarna för dem som får nya beslut: \(size)\(together).",
            en: "There is no clear change in the hours of those who get new decisions: \(size)\(together).")
    }

    /// "Drygt en fjärdedel av dem som fick nya beslut fick färre timmar (26,9 procent, intervall …; 54 av 201 personer)."
    func lowered(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.withNewDecision.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: "\(part) fick färre timmar än förut (\(percent(share))\(interval(share))).",
            en: "\(part) got fewer hours than before (\(percent(share))\(interval(share))).")
    }

    /// "För 12 personer ändrades ett beslut enligt SoL medan det gällde." nil when there are none.
    func changedInForce(_ cell: ReleasedCell) -> Finding? {
        guard let persons = cell.shown, persons.value > 0 else { return nil }
        return finding(
            sv: """
                För \(counted(persons, .person)) ersattes ett beslut enligt SoL, fattat 2025-07-01 eller senare, medan det \
                gällde.
                """,
            en: """
                For \(counted(persons, .person)) a decision under SoL, made on 2025-07-01 or later, was replaced while in \
                force.
                """)
    }

    /// "5,1 procent av besluten var avslag (20 av 392; intervall …)."
    func refused(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        guard share.value > 0 else {
            return finding(
                sv: "Inget av årets beslut var ett avslag.", en: "None of the year's decisions was a refusal.",
                values: [share])
        }
        return finding(
            sv: "Av årets beslut var \(percent(share)) avslag\(interval(share)).",
            en: "Of the year's decisions \(percent(share)) were refusals\(interval(share)).")
    }

    /// "Av de timmar som söktes beviljades 89,6 procent."
    func ofApplied(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        return finding(
            sv:
                "Av de timmar som söktes beviljades \(percent(share))\(interval(share)). Beslut utan uppgift om sökta timmar räknas inte.",
            en:
                "Of the hours applied for \(percent(share)) were granted\(interval(share)). Decisions that do not tell what was applied for do not count."
        )
    }
}

extension Group {
    /// Persons with a new decision in place of an old one.
    fileprivate static let withNewDecision = Group(
        definite: Phrase(
            sv: "de personer som fick ett nytt beslut i stället för ett gammalt",
            en: "those who had a new decision in place of an old one"),
        counted: "personer som fick ett nytt beslut i stället för ett gammalt")
}
