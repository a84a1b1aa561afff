// SPDX-License-Identifier: EUPL-1.2
import Terms

/// How a change from one year to the next is said in words (*har ökat något*), and for which changes.
struct ChangeWording: Sendable, Hashable {
    enum Direction: Sendable, Hashable, CaseIterable {
        case up, down
    }

    enum Grade: Int, Sendable, Hashable, CaseIterable {
        /// *något*
        case somewhat
        /// No word: *har ökat*.
        case plain
        /// *mycket*
        case much
        /// *kraftigt*
        case sharply
    }

    enum Verdict: Sendable, Hashable {
        case changed(Direction, Grade)
        /// The same, or as good as.
        case unchanged
        /// A difference that chance alone may have made.
        case noCertainDifference
    }

    let verdict: Verdict

    /// A tested difference is certain when its adjusted p-value lies below this.
    static let significance = 0.05

    init(_ verdict: Verdict) { self.verdict = verdict }

    /// Judges the difference of two shares with its interval.
    ///
    /// The interval decides whether there is a change: it must leave out 0. When it holds 0, the share is
    /// *oförändrad* if the whole interval lies nearer to 0 than one percentage point, else there is
    /// *ingen säker skillnad*. The size, as printed in percentage points with one decimal, decides the word:
    /// 0,0 is *oförändrad* too, below 5 *något*, below 10 none, below 20 *mycket*, else *kraftigt*.
    ///
    /// - Parameter adjustedP: of differences that are tested together with others, the p-value adjusted for how many
    ///   they are. It must be below 0.05 too.
    init(ofShares difference: Double, lower: Double, upper: Double, adjustedP: Double? = nil) {
        precondition(lower <= difference && difference <= upper, "an interval holds its value")
        guard lower > 0 || upper < 0, adjustedP.map({ $0 < Self.significance }) ?? true else {
            verdict = max(-lower, upper) < 0.01 ? .unchanged : .noCertainDifference
            return
        }
        let tenths = Int((abs(difference) * 1000).rounded(.toNearestOrAwayFromZero))
        let grade: Grade
        switch tenths {
        case 0:
            verdict = .unchanged
            return
        case ..<50: grade = .somewhat
        case ..<100: grade = .plain
        case ..<200: grade = .much
        default: grade = .sharply
        }
        verdict = .changed(difference > 0 ? .up : .down, grade)
    }

    /// Judges a number of persons or a sum of hours against that of the year before; nil when the year before is 0.
    ///
    /// Both are full counts, so no interval decides; the change in percent of the year before, as printed with one
    /// decimal, does: below 1 *oförändrat*, below 5 *något*, below 15 no word, below 30 *mycket*, else *kraftigt*.
    init?(from before: Double, to now: Double) {
        guard before > 0, now >= 0 else { return nil }
        let tenths = Int((abs(now - before) / before * 1000).rounded(.toNearestOrAwayFromZero))
        let grade: Grade
        switch tenths {
        case ..<10:
            verdict = .unchanged
            return
        case ..<50: grade = .somewhat
        case ..<150: grade = .plain
        case ..<300: grade = .much
        default: grade = .sharply
        }
        verdict = .changed(now > before ? .up : .down, grade)
    }

    /// What is said to have changed, for the inflection of *oförändrad*.
    enum Subject: Sendable {
        /// *andelen är oförändrad*
        case common
        /// *antalet är oförändrat*
        case neuter
    }

    /// The predicate: "har ökat något", "är i stort sett oförändrad". No certain difference has none: its sentence is
    /// built otherwise.
    func predicate(of subject: Subject) -> Phrase? {
        switch verdict {
        case .noCertainDifference: nil
        case .unchanged:
            Phrase(
                sv: "är i stort sett \(subject == .common ? "oförändrad" : "oförändrat")",
                en: "is practically unchanged")
        case .changed(let direction, let grade):
            Phrase(
                sv: "har \(direction == .up ? "ökat" : "minskat")\(Self.adverb(grade).swedish)",
                en: "has \(direction == .up ? "risen" : "fallen")\(Self.adverb(grade).english)")
        }
    }

    private static func adverb(_ grade: Grade) -> Phrase {
        switch grade {
        case .somewhat: Phrase(sv: " något", en: " somewhat")
        case .plain: Phrase(sv: "", en: "")
        case .much: Phrase(sv: " mycket", en: " a great deal")
        case .sharply: Phrase(sv: " kraftigt", en: " sharply")
        }
    }
}
