// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// "Drygt sex av tio beviljade timmar har utförts under året (61,2 procent, intervall 60,1–62,3)."
    func utilisation(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown, share.value >= 0 else { return nil }
        guard share.value <= 1 else {
            return finding(
                sv: "Fler timmar har utförts än vad som beviljats: \(percent(share)) av de beviljade timmarna.",
                en: "More hours have been performed than granted: \(percent(share)) of the granted hours.")
        }
        let part = Group.grantedHours.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: "\(part) har utförts \(observed.swedish) (\(percent(share))\(interval(share))).",
            en: "\(part) have been performed \(observed.english) (\(percent(share))\(interval(share))).")
    }

    /// "Hälften av de personer som beviljats insatsen någon gång under året har använt ledsagning på ett flexibelt
    /// sätt (50,3 procent, intervall 48,4–52,2; 1 203 av 2 390 personer)."
    func flexibleUse(_ cell: ReleasedCell) -> Finding? {
        guard let share = cell.shown else { return nil }
        let part = Group.grantedDuringTheYear.part(ShareWording(for: share.value), in: language).asSentenceStart
        return finding(
            sv: """
                \(part) har använt \(service.swedish) på ett flexibelt sätt\(observedPart.swedish) \
                (\(percent(share))\(interval(share))\(base(of: share))).
                """,
            en: """
                \(part) have used \(service.english) in a flexible way\(observedPart.english) \
                (\(percent(share))\(interval(share))\(base(of: share))).
                """)
    }

    /// " från januari till juni 2019": nothing when the whole year is seen.
    private var observedPart: Phrase {
        observesWholeYear ? Phrase(sv: "", en: "") : Phrase(sv: " \(observed.swedish)", en: " \(observed.english)")
    }

    /// "; 1 203 av 2 390 personer"
    private func base(of share: ReleasedValue) -> RichText {
        guard share.numerator != nil, share.denominator != nil else { return "" }
        return text(
            sv: "; \(share, part: .numerator) av \(share, part: .denominator) personer",
            en: "; \(share, part: .numerator) of \(share, part: .denominator) persons")
    }
}
