// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Knows a decision that is listed under a board's old name and again under its new one (*samma beslut under både
/// gammal och ny nämnd*), whose hours would count twice.
///
/// Such rows are of the same person, service, law, outcome, days and hours, under boards of which one became the other.
/// What else a decision may tell, its own number among it, may be missing in either row, but where both tell it they
/// agree: else they are two decisions, which overlap.
struct BothNamesWatch {
    /// What makes two rows the same decision.
    private struct Key: Hashable {
        let person: PersonIndex
        let service: Int16
        let law: Law
        let outcome: Outcome
        let from: CivilDate
        let to: CivilDate?
        let hours: Hours
        let unit: HoursUnit
        let isUnlimited: Bool

        init(_ decision: Decision) {
            person = decision.person
            service = decision.service
            law = decision.law
            outcome = decision.outcome
            from = decision.from
            to = decision.to
            hours = decision.hours
            unit = decision.unit
            isUnlimited = decision.isUnlimited
        }
    }

    private struct Listed {
        /// Among the decisions that are kept.
        let place: Int
        let number: UInt64?
        /// The boards it is listed under so far; each once, so that a second decision alike is not taken for the first.
        var boards: [DistrictIndex]
    }

    private var listed: [Key: [Listed]] = [:]

    /// The place of the decision among those kept when it is listed already under another name of its board; nil when
    /// it is new, and it is then noted at the place `next`. `number` is a hash of its own number
    /// (*beslutsnummer*), should it have one.
    mutating func place(
        of decision: Decision, number: UInt64?, next: Int, _ districts: DistrictNames, kept: (Int) -> Decision
    ) -> Int? {
        guard let board = decision.district, districts.hasOtherNames(board) else { return nil }
        let key = Key(decision)
        let others = districts.otherNames(of: board)
        for (index, known) in (listed[key] ?? []).enumerated()
        where known.boards.allSatisfy(others.contains) && Self.mayBeSame(known.number, number)
            && Self.agree(kept(known.place), decision)
        {
            listed[key]?[index].boards.append(board)
            return known.place
        }
        listed[key, default: []].append(Listed(place: next, number: number, boards: [board]))
        return nil
    }

    private static func agree(_ one: Decision, _ other: Decision) -> Bool {
        mayBeSame(one.provider, other.provider) && mayBeSame(one.applied, other.applied)
            && mayBeSame(one.appliedHours, other.appliedHours) && mayBeSame(one.decided, other.decided)
            && (one.providerType == .unknown || other.providerType == .unknown
                || one.providerType == other.providerType)
    }

    private static func mayBeSame<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one == nil || other == nil || one == other
    }
}
