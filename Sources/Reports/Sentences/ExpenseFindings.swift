// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences on the companion's expenses (*omkostnader*).
extension FindingWriter {
    /// "En av tio personer … har fått omkostnader ersatta (9,8 procent), i medeltal 212 kronor per person med insatsen. Av
    /// brukarna känner 21,4 procent till regeln."
    ///
    /// - Parameter knowing: those asked whether they know the rule, and the share who do; nil where nobody was asked.
    func expenses(
        _ cell: ReleasedCell, perUser: ReleasedCell, knowing: (name: RespondentName, share: ReleasedCell)?
    ) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.grantedDuringTheYear.part(ShareWording(for: share.value), in: language).asSentenceStart
        let kronor: RichText =
            perUser.shown.map { kronor in
                text(
                    sv: ", i medeltal \(kronor, .decimal(0))\u{A0}kronor per person med insatsen",
                    en: ", on average \(kronor, .decimal(0))\u{A0}kronor per person with the service")
            } ?? ""
        let known: RichText =
            knowing.flatMap { name, share in
                share.shown.map { share in
                    text(
                        sv: " Av \(name.definite.swedish) känner \(percent(share)) till regeln.",
                        en: " Of \(name.definite.english) \(percent(share)) know the rule.")
                }
            } ?? ""
        return finding(
            sv: "\(part) har fått omkostnader ersatta (\(percent(share))\(interval(share)))\(kronor).\(known)",
            en: "\(part) had expenses reimbursed (\(percent(share))\(interval(share)))\(kronor).\(known)")
    }

    /// "14 personer har fått nej till att få en omkostnad ersatt." nil when there are none.
    func refusedExpenses(_ cell: ReleasedCell) -> Finding? {
        guard let persons = cell.shown, persons.value > 0 else { return nil }
        return finding(
            sv: "\(counted(persons, .person)) har fått nej till att få en omkostnad ersatt.",
            en: "\(counted(persons, .person)) were refused reimbursement of an expense.")
    }
}
