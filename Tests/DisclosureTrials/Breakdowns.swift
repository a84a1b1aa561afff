// SPDX-License-Identifier: EUPL-1.2
import Measures
package import Terms

/// The breakdowns of tables that are published together, amount by amount.
package struct Breakdowns {
    /// What of a group its numbers are sums of.
    private enum Amount: CaseIterable {
        case persons, having, granted, performed

        var isOfPersons: Bool { self == .persons || self == .having }
    }

    private var sets: [Amount: [Set<Dimension>]] = [:]
    private let overlapping: Set<Dimension>

    /// - Parameter overlapping: breakdowns that persons do not add over, so that nothing follows of how many they are.
    package init(_ questions: [Question], overlapping: Set<Dimension> = []) {
        self.overlapping = overlapping
        for question in questions {
            for amount in Self.amounts(of: question.measure) {
                var set = Set(question.dimensions.filter { $0 != .year })
                if amount.isOfPersons, !set.isDisjoint(with: overlapping) { continue }
                // A board as it was tells which board it is now, a provider whether it is the municipality's own.
                if set.contains(.districtThen) { set.insert(.district) }
                if set.contains(.provider) { set.insert(.providerType) }
                sets[amount, default: []].append(set)
            }
        }
    }

    private static func amounts(of measure: MeasureName) -> [Amount] {
        switch measure {
        case .flexibleUse: [.persons, .having]
        case .grantedHours: [.persons, .granted]
        case .performedHours: [.persons, .performed]
        case .utilisation: [.persons, .granted, .performed]
        default: [.persons]
        }
    }

    /// Whether the finest groups tell nothing that the tables do not: the breakdowns of every amount can be taken apart
    /// (Dobra & Fienberg 2000, after Lauritzen 1996, section 4.4: tables that agree with each other and are nowhere
    /// below zero then always have such groups), and no table tells of empty groups that another amount has no table
    /// for.
    package var tellEverything: Bool {
        let amounts = Amount.allCases.filter { sets[$0] != nil }
        for amount in amounts {
            for other in amounts where !(amount.isOfPersons && other.isOfPersons) {
                let own = sets[amount] ?? []
                let isTold = (sets[other] ?? []).allSatisfy { set in
                    own.contains { set.isSubset(of: $0) }
                        || (amount.isOfPersons && !set.isDisjoint(with: overlapping))
                }
                if !isTold { return false }
            }
        }
        return amounts.allSatisfy { Self.isAcyclic(vertices($0)) }
    }

    /// The sets of an amount; whether persons have what a share counts is a trait like another.
    private func vertices(_ amount: Amount) -> [Set<String>] {
        func named(_ amount: Amount, _ more: [String] = []) -> [Set<String>] {
            (sets[amount] ?? []).map { Set($0.map(\.rawValue) + more) }
        }
        return amount.isOfPersons ? named(.persons) + named(.having, ["having"]) : named(amount)
    }

    /// Whether the sets can be taken away one by one, each sharing with the rest only what stands in one other (Graham
    /// 1979; Yu & Özsoyoğlu 1979).
    private static func isAcyclic(_ sets: [Set<String>]) -> Bool {
        var left = sets
        while true {
            let before = left
            for index in left.indices.reversed() {
                let others = left.indices.filter { $0 != index }
                if others.contains(where: { left[index].isSubset(of: left[$0]) }) {
                    left.remove(at: index)
                    continue
                }
                left[index] = left[index].filter { vertex in others.contains { left[$0].contains(vertex) } }
            }
            if left.count <= 1 { return true }
            if left == before { return false }
        }
    }
}
