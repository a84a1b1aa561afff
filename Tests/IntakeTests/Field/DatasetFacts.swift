// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// What a data set says, in words that do not depend on the order of rows, files or names.
struct DatasetFacts: Equatable {
    var persons: Set<String> = []
    /// One line a decision, sorted.
    var decisions: [String] = []
    /// Milliseconds by person, month and what else the rows say.
    var performed: [String: Int64] = [:]
    var window = ""

    /// What the first lines are that only one of two has.
    func difference(from other: DatasetFacts) -> String {
        var lines: [String] = []
        func compare(_ what: String, _ ours: Set<String>, _ others: Set<String>) {
            let (extra, missing) = (ours.subtracting(others).sorted(), others.subtracting(ours).sorted())
            if !extra.isEmpty || !missing.isEmpty {
                lines.append(
                    "\(what): \(extra.count) extra \(extra.prefix(3)), \(missing.count) missing \(missing.prefix(3))")
            }
        }
        compare("persons", persons, other.persons)
        compare("decisions", Set(decisions), Set(other.decisions))
        if decisions.count != other.decisions.count {
            lines.append("\(decisions.count), not \(other.decisions.count) decisions")
        }
        compare(
            "performed", Set(performed.map { "\($0.key): \($0.value / 60_000) min" }),
            Set(other.performed.map { "\($0.key): \($0.value / 60_000) min" }))
        if window != other.window { lines.append("window \(window), not \(other.window)") }
        return lines.joined(separator: "\n")
    }
}

// MARK: What was read

extension DatasetFacts {
    /// The facts of a data set whose persons have record keys; `labels` tells whose they are.
    init(_ dataset: Dataset, labels: [UInt64: String]) {
        let names = dataset.persons.map { labels[$0.recordKey] ?? "a stranger" }
        for (place, person) in dataset.persons.enumerated() {
            persons.insert(Self.person(names[place], person.birthYear, person.sex, person.isProtected))
        }
        let boards = dataset.division.districts.map { $0.name.lowercased() }
        let providers = dataset.providers.map { $0.lowercased() }
        for decision in dataset.decisions {
            let applied = decision.appliedHours.map { "\($0.milliseconds / 60_000)" } ?? "–"
            decisions.append(
                Self.decision(
                    names[Int(decision.person)], Int(decision.service), decision.law,
                    decision.district.map { boards[Int($0)] }, decision.outcome, decision.from, decision.to,
                    decision.hours, decision.unit, decision.isUnlimited, decision.provider.map { providers[Int($0)] },
                    decision.providerType, applied, decision.applied, decision.decided))
        }
        decisions.sort()
        for month in dataset.performed {
            let key = Self.month(
                names[Int(month.person)], Int(month.service), month.month, month.district.map { boards[Int($0)] },
                month.law, month.provider.map { providers[Int($0)] }, month.providerType)
            performed[key, default: 0] += month.hours.milliseconds
        }
        window = dataset.observationWindow.map { "\($0.lowerBound)–\($0.upperBound)" } ?? ""
    }

    fileprivate static func person(_ name: String, _ birthYear: Int?, _ sex: Sex, _ isProtected: Bool) -> String {
        "\(name) \(birthYear ?? 0) \(sex)\(isProtected ? " protected" : "")"
    }

    fileprivate static func decision(
        _ person: String, _ service: Int, _ law: Law, _ board: String?, _ outcome: Outcome, _ from: CivilDate,
        _ to: CivilDate?, _ hours: Hours, _ unit: HoursUnit, _ isUnlimited: Bool, _ provider: String?,
        _ type: ProviderType, _ appliedMinutes: String, _ applied: CivilDate?, _ decided: CivilDate?
    ) -> String {
        let granted =
            isUnlimited || !outcome.isGranted ? "nothing or all" : "\(hours.milliseconds / 60_000) min a \(unit)"
        return [
            person, "\(service)", law.rawValue, board ?? "–", "\(outcome)", "\(from)", to.map { "\($0)" } ?? "–",
            granted, provider ?? "–", "\(type)", appliedMinutes, applied.map { "\($0)" } ?? "–",
            decided.map { "\($0)" } ?? "–",
        ].joined(separator: "|")
    }

    fileprivate static func month(
        _ person: String, _ service: Int, _ month: YearMonth, _ board: String?, _ law: Law?, _ provider: String?,
        _ type: ProviderType
    ) -> String {
        [person, "\(service)", "\(month)", board ?? "–", law?.rawValue ?? "–", provider ?? "–", "\(type)"]
            .joined(separator: "|")
    }
}

// MARK: What is true

extension CanonicalProject {
    /// What must be read, whatever shape the exports have.
    var facts: DatasetFacts {
        var facts = DatasetFacts()
        var spoken = Set(decisions.map(\.person))
        for decision in decisions {
            let has = decisionColumns.contains
            let (factor, unit) = Self.kept(decision.per)
            func hours(_ minutes: Int) -> Hours {
                Hours(milliseconds: Int64(minutes) * 60_000).scaled(by: factor.0, over: factor.1)
            }
            facts.decisions.append(
                DatasetFacts.decision(
                    "person \(decision.person)", decision.service, decision.law,
                    has("stadsdelsnamnd") ? Self.boards[decision.board].lowercased() : nil, decision.outcome,
                    decision.from, decision.to, hours(decision.minutes ?? 0), unit, decision.isUnlimited,
                    has("utforare") ? Self.providers[decision.provider].name.lowercased() : nil,
                    has("regi") ? Self.providers[decision.provider].type : .unknown,
                    has("sokta_timmar") ? "\(hours(decision.appliedMinutes).milliseconds / 60_000)" : "–",
                    has("ansokan") ? decision.applied : nil, has("beslutsdatum") ? decision.decided : nil))
        }
        facts.decisions.sort()
        var months: [YearMonth] = []
        let isPerVisit = form != .month && form != .wide
        for visit in visits where !visit.isDeleted {
            spoken.insert(visit.person)
            if isPerVisit || visit.isPerformed { months.append(visit.date.month) }
            guard visit.isPerformed, !visit.isTakenBack else { continue }
            facts.performed[key(visit), default: 0] += Int64(visit.minutes) * 60_000
        }
        if let first = months.min(), let last = months.max() { facts.window = "\(first)–\(last)" }
        for person in spoken {
            let (birth, sex) = (persons[person].birth, persons[person].sex)
            facts.persons.insert(
                DatasetFacts.person("person \(person)", birth.year, sex, persons[person].isProtected))
        }
        return facts
    }

    private func key(_ visit: FieldVisit) -> String {
        let has = visitColumns.contains
        return DatasetFacts.month(
            "person \(visit.person)", visit.service, visit.date.month,
            has("stadsdelsnamnd") ? Self.boards[visit.board].lowercased() : nil, has("lagrum") ? visit.law : nil,
            has("utforare") ? Self.providers[visit.provider].name.lowercased() : nil,
            has("regi") ? Self.providers[visit.provider].type : .unknown)
    }

    /// The unit that a decision is kept in, and what to multiply its hours by.
    private static func kept(_ per: GrantPer) -> (factor: (Int, Int), unit: HoursUnit) {
        switch per {
        case .day: ((7, 1), .week)
        case .week: ((1, 1), .week)
        case .twoWeeks: ((1, 2), .week)
        case .month: ((1, 1), .month)
        case .quarter: ((4, 1), .year)
        case .year: ((1, 1), .year)
        case .period: ((1, 1), .period)
        }
    }

    /// Whose record key is whose.
    func labels(key: SecretKey) throws -> [UInt64: String] {
        let decoder = PersonKeyDecoder(key: key)
        let day = CivilDate(year: years[0], month: 12, day: 31)!
        var labels: [UInt64: String] = [:]
        for (place, person) in persons.enumerated() {
            let bytes = Array(person.number.utf8)
            labels[decoder.recordKey(of: try decoder.decode(bytes.span, on: day))] = "person \(place)"
        }
        return labels
    }
}
