// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What became of a granted decision: another took its place, or it ended without one.
struct DecisionChange: Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case lower, same, higher
        /// Ended while a decision on another service began.
        case movedService
        /// Ended as the person died or moved away, where the decision says so.
        case diedOrMoved
        /// Ended, and no decision after.
        case ended
    }

    let kind: Kind
    /// The decision that was replaced or ended, as a place in `Dataset.decisions`.
    let before: Int
    /// The one that took its place; nil when none did.
    let after: Int?
    /// Hours of a whole month, by both decisions in the month of the change; zero where the decision ended.
    let rates: (before: Hours, after: Hours)
    /// The first month of the new decision, or the last of the one that ended.
    let month: YearMonth
    /// Whether the old decision was still in force when the new one began.
    let isInForce: Bool

    /// Hours a month more, or less where it is below zero.
    var difference: Hours { rates.after - rates.before }
}

/// What became of a person's decisions in a year: every change of it taken together.
///
/// Of each service the last change tells whether it goes on. Where any does, the hours of the first decision that was
/// replaced are held against those of the last new one, over the services that go on, as the sum of the changes between
/// them; else the person has ended.
struct ChangeOfYear: Sendable {
    let year: Int
    let kind: DecisionChange.Kind
    /// The last of the changes that count, whose decision tells the person's district, law and provider.
    let last: DecisionChange
    /// Hours of a whole month before and after; zero where the person has ended.
    let rates: (before: Hours, after: Hours)
    /// The changes that are taken together.
    let changes: [DecisionChange]

    /// - Parameters:
    ///   - changes: of one person in one year, at least one.
    ///   - service: of a decision, by its place.
    init(year: Int, _ changes: [DecisionChange], service: (Int) -> Int16) {
        self.year = year
        var latest: [Int16: DecisionChange] = [:]
        for change in changes {
            let own = service(change.before)
            if latest[own].map({ $0.month <= change.month }) ?? true { latest[own] = change }
        }
        let goesOn = Set(latest.filter { $0.value.after != nil }.keys)
        let counted =
            goesOn.isEmpty
            ? changes.filter { $0.after == nil }
            : changes.filter { $0.after != nil && goesOn.contains(service($0.before)) }
        self.changes = counted
        last = counted.reduce(counted[0]) { $1.month >= $0.month ? $1 : $0 }
        guard !goesOn.isEmpty else {
            kind =
                [.diedOrMoved, .movedService].first { kind in counted.contains { $0.kind == kind } } ?? .ended
            rates = (.zero, .zero)
            return
        }
        var before = Hours.zero
        var begun: Set<Int16> = []
        for change in counted.sorted(by: { $0.month < $1.month }) where begun.insert(service(change.before)).inserted {
            before = before + change.rates.before
        }
        let difference = counted.reduce(Hours.zero) { $1.kind == .same ? $0 : $0 + $1.difference }
        kind = DecisionChanges.kind(difference)
        rates = (before, kind == .same ? before : before + difference)
    }
}

/// The changes of a data set's granted decisions, person by person.
///
/// A decision replaces the latest made of the person's decisions on the service that ended at most 31 days before it began,
/// or that was still in force. Of decisions that overlap the later made counts: one that was made before the decision in
/// force changes nothing, and of two that begin on the same day only the later made came into force. A decision is made on
/// its date, else when it begins.
struct DecisionChanges: Sendable {
    /// A gap of so many days does not part a decision from the one that replaces it.
    static let gap = 31
    /// Hours a month that differ by no more are the same: what is left when weeks and years are told by month.
    static let sameHours = Hours(0.01)

    private let dataset: Dataset
    private let panel: PersonMonths
    /// The last day on which the data tell whether a new decision has begun.
    private let horizon: CivilDate?

    init(_ dataset: Dataset, _ panel: PersonMonths) {
        self.dataset = dataset
        self.panel = panel
        horizon = (dataset.decisions.map(\.from) + [dataset.observationWindow?.upperBound.lastDay].compactMap(\.self))
            .max()
    }

    /// Every change of the person's decisions, by service and first day.
    func of(_ person: PersonIndex) -> [DecisionChange] {
        var changes: [DecisionChange] = []
        let own = panel.decisions(of: person)
        var rest = own
        while let first = rest.first {
            let service = dataset.decisions[first].service
            let group = rest.prefix { dataset.decisions[$0].service == service }
            rest = rest.dropFirst(group.count)
            add(group, among: own, to: &changes)
        }
        return changes
    }

    /// What became of the person's decisions in each year in which something did, in order.
    func byYear(of person: PersonIndex) -> [ChangeOfYear] {
        Dictionary(grouping: of(person), by: \.month.year).sorted { $0.key < $1.key }.map { year, changes in
            ChangeOfYear(year: year, changes) { dataset.decisions[$0].service }
        }
    }

    static func kind(_ difference: Hours) -> DecisionChange.Kind {
        difference < .zero - sameHours ? .lower : difference > sameHours ? .higher : .same
    }

    private func add(_ group: ArraySlice<Int>, among own: ArraySlice<Int>, to changes: inout [DecisionChange]) {
        var chain: [Int] = []
        for place in group {
            let decision = dataset.decisions[place]
            guard let last = chain.last(where: { reaches(dataset.decisions[$0], decision.from, gap: Self.gap) }) else {
                chain.append(place)
                continue
            }
            let before = dataset.decisions[last]
            if reaches(before, decision.from, gap: 0) {
                if made(decision) < made(before) { continue }
                if decision.from == before.from {
                    chain.removeAll { $0 == last }
                    changes.removeAll { $0.after == last }
                    if let earlier = chain.last(where: { reaches(dataset.decisions[$0], decision.from, gap: Self.gap) })
                    {
                        addChange(from: earlier, to: place, &changes)
                    }
                    chain.append(place)
                    continue
                }
            }
            addChange(from: last, to: place, &changes)
            chain.append(place)
        }
        for place in chain { addEnd(of: place, group, own, &changes) }
    }

    private func made(_ decision: Decision) -> CivilDate { decision.decided ?? decision.from }

    /// Whether a decision is in force on a day, or ended at most so many days before it.
    private func reaches(_ decision: Decision, _ day: CivilDate, gap: Int) -> Bool {
        decision.to.map { day.daysSince1970 - $0.daysSince1970 <= Int32(gap) } ?? true
    }

    /// Nothing where either has no ceiling, or no rate that can be told.
    private func addChange(from old: Int, to new: Int, _ changes: inout [DecisionChange]) {
        let (before, after) = (dataset.decisions[old], dataset.decisions[new])
        let month = after.from.month
        guard let one = DecisionMonth.rate(of: before, in: month), let other = DecisionMonth.rate(of: after, in: month)
        else { return }
        changes.append(
            DecisionChange(
                kind: Self.kind(other - one), before: old, after: new, rates: (one, other), month: month,
                isInForce: reaches(before, after.from, gap: 0)))
    }

    /// Nothing where a decision on the service is in force within the gap, or where the data end before that is known.
    private func addEnd(
        of place: Int, _ group: ArraySlice<Int>, _ own: ArraySlice<Int>, _ changes: inout [DecisionChange]
    ) {
        let decision = dataset.decisions[place]
        // Nothing can follow where the person has died or moved away.
        let isOutOfReach = decision.endReason?.isOutOfReach ?? false
        guard let end = decision.to, let horizon,
            isOutOfReach ? end <= horizon : Self.gap <= Int(horizon.daysSince1970 - end.daysSince1970)
        else { return }
        let goesOn = group.contains { other in
            let other = dataset.decisions[other]
            return other.from.daysSince1970 - end.daysSince1970 <= Int32(Self.gap)
                && (other.to.map { $0 > end } ?? true)
        }
        if goesOn { return }
        let isMoved = own.contains { other in
            let other = dataset.decisions[other]
            return other.service != decision.service
                && abs(other.from.daysSince1970 - end.daysSince1970) <= Int32(Self.gap)
                && (other.to.map { $0 > end } ?? true)
        }
        changes.append(
            DecisionChange(
                kind: isMoved ? .movedService : isOutOfReach ? .diedOrMoved : .ended, before: place, after: nil,
                rates: (.zero, .zero),
                month: end.month, isInForce: false))
    }
}
