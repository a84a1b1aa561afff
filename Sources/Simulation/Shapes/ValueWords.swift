// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// What a system writes in its columns of words, and how it writes a person's number: each word is one that Intake reads.
struct ValueWords {
    enum Person { case twelveDigits, hyphen, tenDigits }

    var person = Person.twelveDigits
    var services: [SimulatedService: String] = [:]
    /// Short names of the acts instead of their paragraphs.
    var hasActs = false
    /// What stands where a decision has no end.
    var openEnd = ShapedCell.empty
    var yes: String
    var no: String
    /// Whether columns have no in words; else they leave it empty.
    var writesNo = false
    private var outcomes: [Outcome: String] = [:]
    private var units: [HoursUnit: String] = [:]
    private var statuses: [VisitStatus: String] = [:]
    private(set) var visit: String
    private(set) var credit: String
    /// The first letter of outcomes and statuses is a capital.
    private static func titled(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// The likeliest word for everything.
    init() {
        let first = { (words: [String]) in words.first ?? "" }
        yes = first(WordField<Bool>.yesNo.words { $0 })
        no = first(WordField<Bool>.yesNo.words { !$0 })
        visit = Self.titled(first(WordField<Transaction>.transaction.words { $0 == .visit }))
        credit = Self.titled(first(WordField<Transaction>.transaction.words { $0 == .credit }))
        for outcome in [Outcome.granted, .partlyGranted, .refused] {
            outcomes[outcome] = Self.titled(first(WordField<Outcome>.outcome.words { $0 == outcome }))
        }
        for unit in Self.pers.keys {
            units[unit] = first(WordField<GrantPer>.per.words { $0 == Self.pers[unit] })
        }
        for (service, entry) in zip(SimulatedService.allCases, ServiceEntry.defaults) { services[service] = entry.name }
        statuses[.performed] = Self.titled(first(WordField<Bool>.status.words { $0 }))
        let others = WordField<Bool>.status.words { !$0 }
        for status in [VisitStatus.rebooked, .cancelled, .missed] {
            statuses[status] = Self.titled(others.first { $0 == status.word.lowercased() } ?? first(others))
        }
    }

    /// One of the words for each, drawn.
    static func drawn(_ draw: inout SplitMix64) -> ValueWords {
        var words = ValueWords()
        for outcome in [Outcome.granted, .partlyGranted, .refused] {
            words.outcomes[outcome] = titled(draw.pick(WordField<Outcome>.outcome.words { $0 == outcome }))
        }
        for unit in [HoursUnit.month, .week, .year, .period] {
            words.units[unit] = draw.pick(WordField<GrantPer>.per.words { $0 == pers[unit] })
        }
        for (service, entry) in zip(SimulatedService.allCases, ServiceEntry.defaults) {
            words.services[service] = draw.pick([entry.name] + entry.aliases)
        }
        words.statuses[.performed] = titled(draw.pick(WordField<Bool>.status.words { $0 }))
        for status in [VisitStatus.rebooked, .cancelled, .missed] {
            words.statuses[status] = titled(draw.pick(WordField<Bool>.status.words { !$0 }))
        }
        words.visit = titled(draw.pick(WordField<Transaction>.transaction.words { $0 == .visit }))
        words.credit = titled(draw.pick(WordField<Transaction>.transaction.words { $0 == .credit }))
        return words
    }

    /// One letter for what granted hours are per, and services in capitals, as old systems have them.
    mutating func shorten() {
        for unit in Self.pers.keys {
            let words = WordField<GrantPer>.per.words { $0 == Self.pers[unit] }
            units[unit] = words.min { ($0.count, $0) < ($1.count, $1) }?.uppercased()
        }
        services = services.mapValues { $0.uppercased() }
    }

    private static let pers: [HoursUnit: GrantPer] = [.month: .month, .week: .week, .year: .year, .period: .period]

    // MARK: Words for what a row says

    func service(_ service: SimulatedService) -> String { services[service] ?? service.name }
    func outcome(_ outcome: Outcome) -> String { outcomes[outcome] ?? "" }
    func unit(_ unit: HoursUnit) -> String { units[unit] ?? "" }
    func status(_ status: VisitStatus) -> String { statuses[status] ?? "" }
    func said(_ isSo: Bool) -> String { isSo ? yes : writesNo ? no : "" }

    func law(_ law: Law, on day: CivilDate) -> String {
        hasActs ? law.rawValue : DecisionTable.legalBasis(law, on: day)
    }

    /// The person's number in a row of a day.
    func key(_ person: SimulatedPerson, on day: CivilDate) -> String {
        switch self.person {
        case .twelveDigits: person.shortKey
        case .hyphen: person.key
        case .tenDigits: person.otherKey ?? person.number.tenDigits(on: day)
        }
    }
}

extension TestPersonNumber {
    /// `YYMMDDNNNN`, and from the year in which the person turns 100 `YYMMDD+NNNN`.
    func tenDigits(on day: CivilDate) -> String {
        let isOld = day.year - birth.year >= 100
        return twelveDigits.dropFirst(2).prefix(6) + (isOld ? "+" : "") + twelveDigits.suffix(4)
    }
}
