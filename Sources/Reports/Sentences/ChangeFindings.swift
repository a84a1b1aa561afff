// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// What a change is a change of.
    struct ChangedShare: Sendable {
        /// "andelen utförda timmar"
        let name: Phrase
        let direction: Direction

        /// What says which way goes against the persons with the service.
        enum Direction: Sendable {
            /// The catalogue does, of this measure.
            case of(MeasureName)
            /// Right and favourable answers: fewer do.
            case favourable
        }

        static let utilisation = ChangedShare(
            name: Phrase(sv: "andelen utförda timmar", en: "the share of performed hours"),
            direction: .of(.utilisation))
        static let lapsed = ChangedShare(
            name: Phrase(sv: "andelen förfallna timmar", en: "the share of lapsed hours"),
            direction: .of(.lapsedHours))
        static let flexibleUse = ChangedShare(
            name: Phrase(sv: "andelen med flexibel användning", en: "the share with flexible use"),
            direction: .of(.flexibleUse))
        static let refused = ChangedShare(
            name: Phrase(sv: "andelen avslag", en: "the share of refusals"), direction: .of(.outcomes))
    }

    /// "Andelen utförda timmar har ökat något, från 59,0 procent 2018 till 61,2 procent 2019. Skillnaden är
    /// +2,2 procentenheter (intervall +1,0 till +3,4)." nil in the first year, and when any of the three is hidden.
    ///
    /// - Parameter waves: the waves of a survey that are compared, by name; nil for the year before and this one.
    func change(
        of share: ChangedShare, difference: ReleasedCell, before: ReleasedCell, now: ReleasedCell,
        waves: (before: String, now: String)? = nil
    ) -> Finding? {
        let (then, here) = waves ?? ("\(year - 1)", "\(year)")
        guard let (wording, change) = judged(difference), let before = before.shown, let now = now.shown else {
            return nil
        }
        let size = text(
            sv: """
                Skillnaden är \(change, .percentagePoints().signed)\u{A0}procentenheter \
                (intervall \(change, .percentagePoints().signed, part: .interval))
                """,
            en: """
                The difference is \(change, .percentagePoints().signed) percentage points \
                (interval \(change, .percentagePoints().signed, part: .interval))
                """)
        let sentence: RichText
        if wording.verdict == .unchanged, let predicate = wording.predicate(of: .common) {
            sentence = text(
                sv: """
                    \(share.name.swedish.asSentenceStart) \(predicate.swedish): \(percent(before)) \
                    \(then) och \(percent(now)) \(here). \(size).
                    """,
                en: """
                    \(share.name.english.asSentenceStart) \(predicate.english): \(percent(before)) in \
                    \(then) and \(percent(now)) in \(here). \(size).
                    """)
        } else if let predicate = wording.predicate(of: .common) {
            sentence = text(
                sv: """
                    \(share.name.swedish.asSentenceStart) \(predicate.swedish), från \(percent(before)) \
                    \(then) till \(percent(now)) \(here). \(size).
                    """,
                en: """
                    \(share.name.english.asSentenceStart) \(predicate.english), from \(percent(before)) in \
                    \(then) to \(percent(now)) in \(here). \(size).
                    """)
        } else {
            sentence = text(
                sv: """
                    Det är ingen säker skillnad i \(share.name.swedish) mellan \(then) \
                    (\(percent(before))) och \(here) (\(percent(now))). \(size), och den kan bero på slumpen.
                    """,
                en: """
                    There is no clear difference in \(share.name.english) between \(then) \
                    (\(percent(before))) and \(here) (\(percent(now))). \(size), and chance alone may explain it.
                    """)
        }
        // The sentence itself says when there is no clear difference.
        let word = changeWord(wording, of: share)
        return Finding(sentence, change: word == .noCertainChange ? nil : word)
    }

    /// The same in some words, for a title: "Andelen utförda timmar har ökat något".
    func changeTitle(of share: ChangedShare, difference: ReleasedCell) -> String? {
        guard let (wording, _) = judged(difference) else { return nil }
        if let predicate = wording.predicate(of: .common) {
            return "\(said(share.name)) \(said(predicate))".asSentenceStart
        }
        return said(
            sv: "Ingen säker skillnad i \(share.name.swedish)", en: "No clear difference in \(share.name.english)")
    }

    /// The sign of a card: better, worse, no certain difference, or not comparable when there is nothing to judge.
    func changeWord(of share: ChangedShare, difference: ReleasedCell) -> ChangeWord {
        guard let (wording, _) = judged(difference) else { return .notComparable }
        return changeWord(wording, of: share)
    }

    /// A change is judged only with its interval.
    func judged(_ difference: ReleasedCell) -> (ChangeWording, ReleasedValue)? {
        guard let change = difference.shown, let lower = change.lower, let upper = change.upper else { return nil }
        return (ChangeWording(ofShares: change.value, lower: lower, upper: upper, adjustedP: change.adjustedP), change)
    }

    private func changeWord(_ wording: ChangeWording, of share: ChangedShare) -> ChangeWord {
        switch wording.verdict {
        case .unchanged, .noCertainDifference: .noCertainChange
        case .changed(let direction, _): changeWord(isRise: direction == .up, share.direction)
        }
    }

    /// How a certain change of a measure that has a direction is told.
    func changeWord(isRise: Bool, _ direction: ChangedShare.Direction) -> ChangeWord {
        let isAdverse: Bool? =
            switch direction {
            case .of(let measure): adverse[measure].map { isRise == ($0 == .whenHigher) }
            case .favourable: !isRise
            }
        guard let isAdverse else { preconditionFailure("only a change with a direction is told as better or worse") }
        return isAdverse ? .worse : .better
    }
}
