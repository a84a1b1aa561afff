// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A person, a service and a calendar month: granted and performed hours and whose they are.
struct TruthPersonMonth {
    struct Key: Hashable {
        let person: Int
        let service: String
        let month: YearMonth
    }

    /// Milliseconds; 0 when nothing, or something without a ceiling, is granted.
    var granted: Int64 = 0
    var performed: Int64 = 0
    /// Whether a granted decision, of any kind, covers a day of the month.
    var hasDecision = false
    var district: String?
    var law = ""
    var providerType = ""

    /// Every person-month with a granted decision, from the first decision's month to the last year's end, and
    /// every one with performed hours. Walks day by day.
    static func all(of records: TruthRecords) -> [Key: TruthPersonMonth] {
        var months: [Key: TruthPersonMonth] = [:]
        let lastMonth = YearMonth(year: records.years.upperBound, month: 12)
        for person in records.persons.indices {
            let own = records.decisions.filter { $0.person == person && $0.isGranted }
            for service in Set(own.map(\.service)).sorted() {
                let decisions = own.filter { $0.service == service }
                var month = decisions.map(\.from.month).min()!
                while month <= lastMonth {
                    if let found = granted(by: decisions, in: month) {
                        months[Key(person: person, service: service, month: month)] = found
                    }
                    month = month.advanced(by: 1)
                }
            }
        }
        for visit in records.performed {
            let key = Key(person: visit.person, service: visit.service, month: visit.day.month)
            var found =
                months[key]
                ?? TruthPersonMonth(district: visit.district, law: visit.law, providerType: visit.providerType)
            found.performed += visit.milliseconds
            months[key] = found
        }
        return months
    }

    private static func granted(by decisions: [TruthRecords.Decision], in month: YearMonth) -> TruthPersonMonth? {
        var sum: Int64 = 0
        var isUnlimited = false
        var longest: (days: Int, decision: TruthRecords.Decision)?
        for decision in decisions {
            var days = 0
            for offset in 0..<month.days where decision.covers(month.firstDay.adding(days: offset)) { days += 1 }
            if days == 0 { continue }
            if decision.isUnlimited {
                isUnlimited = true
            } else {
                sum += part(of: decision, days: Int64(days), in: month)
            }
            // The longest in the month, the earliest on a tie.
            if let best = longest {
                let isLonger = days > best.days
                let isEarlier = days == best.days && decision.from < best.decision.from
                if isLonger || isEarlier { longest = (days, decision) }
            } else {
                longest = (days, decision)
            }
        }
        guard let longest else { return nil }
        return TruthPersonMonth(
            granted: isUnlimited ? 0 : sum, hasDecision: true, district: longest.decision.district,
            law: longest.decision.law,
            providerType: longest.decision.providerType)
    }

    /// What a decision grants on some days of a month: monthly rate × days ÷ days of the month, to the nearest
    /// millisecond, half away from zero.
    private static func part(of decision: TruthRecords.Decision, days: Int64, in month: YearMonth) -> Int64 {
        let length = Int64(month.days)
        let numerator: Int64
        let denominator: Int64
        switch decision.unit {
        case .month: (numerator, denominator) = (decision.milliseconds * days, length)
        case .week: (numerator, denominator) = (decision.milliseconds * length * days, 7 * length)
        case .year: (numerator, denominator) = (decision.milliseconds * days, 12 * length)
        case .period:
            (numerator, denominator) = (decision.milliseconds * days, Int64(monthsTouched(by: decision)) * length)
        }
        return (2 * numerator + denominator) / (2 * denominator)
    }

    /// Calendar months a decision with an end touches.
    private static func monthsTouched(by decision: TruthRecords.Decision) -> Int {
        guard let to = decision.to else { preconditionFailure("hours of a whole period need its end") }
        var count = 0
        var month = decision.from.month
        while month <= to.month {
            count += 1
            month = month.advanced(by: 1)
        }
        return count
    }
}
