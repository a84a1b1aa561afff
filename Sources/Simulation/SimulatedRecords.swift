// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A made-up person.
struct SimulatedPerson {
    var number: TestPersonNumber
    var sex: Sex
    var isProtected: Bool
    /// What every export has instead of the number: an interim number, a customer's id, a wrong check digit.
    var otherKey: String?

    var birthYear: Int { number.birth.year }
    /// As decisions write it.
    var key: String { otherKey ?? number.full }
    /// As visits write it.
    var shortKey: String { otherKey ?? number.twelveDigits }
}

/// Ledsagning under SoL, or ledsagarservice under LSS: the two services of the default project, in its order.
enum SimulatedService: Int, CaseIterable {
    case ledsagning, ledsagarservice

    var name: String { self == .ledsagning ? "Ledsagning" : "Ledsagarservice" }
    var law: Law { self == .ledsagning ? .sol : .lss }
}

/// A decision as the simulator knows it. Hours are whole hundredths, as the files write them.
struct SimulatedDecision {
    var number: Int
    var person: Int
    var service: SimulatedService
    var law: Law
    /// nil is *without district* (*okänd*).
    var board: Board?
    var outcome: Outcome
    var from: CivilDate
    var to: CivilDate?
    var centihours: Int
    var unit: HoursUnit
    var isUnlimited: Bool
    /// Index in `Provider.all`.
    var provider: Int
    var appliedCentihours: Int
    var applied: CivilDate
    var decided: CivilDate
    /// *uppskjuten*
    var isPostponed = false
    /// *avslutsorsak*, as the file has it.
    var endReason: String?

    var hours: Hours { Hours(milliseconds: Int64(centihours) * 36_000) }

    func isValid(on day: CivilDate) -> Bool {
        outcome.isGranted && from <= day && (to.map { day <= $0 } ?? true)
    }
}

/// What became of a planned visit.
enum VisitStatus: Int {
    case performed, rebooked, cancelled, missed

    var word: String {
        switch self {
        case .performed: "Utförd"
        case .rebooked: "Avbokad"
        case .cancelled: "Inställd"
        case .missed: "Bom"
        }
    }
}

/// A visit, or in the monthly form a month, as the simulator knows it.
struct SimulatedVisit {
    var person: Int
    var service: SimulatedService
    var board: Board?
    /// In the monthly form the first day of the month.
    var day: CivilDate
    /// Minutes after midnight; nil without clock times.
    var startMinute: Int?
    var minutes: Int
    var centihours: Int
    var status: VisitStatus
    var reason: String
    var provider: Int
    /// Reimbursed expense in whole kronor; 0 is none.
    var expense: Int

    var hours: Hours { Hours(milliseconds: Int64(centihours) * 36_000) }
}

/// Invented providers; the first is the municipality's own.
struct Provider {
    let name: String
    let type: ProviderType

    static let all: [Provider] = [
        Provider(name: "Stadens egen regi", type: .municipal),
        Provider(name: "Utförare Ask", type: .independent),
        Provider(name: "Utförare Björk", type: .independent),
        Provider(name: "Utförare Ek", type: .independent),
        Provider(name: "Utförare Hägg", type: .independent),
        Provider(name: "Utförare Lönn", type: .independent),
        Provider(name: "Utförare Rönn", type: .independent),
    ]

    var typeWord: String { type == .municipal ? "kommunal" : "enskild" }
}
