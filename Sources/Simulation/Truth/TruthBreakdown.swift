// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the truth is broken down by. Protected persons count in what is told of the whole municipality: only their
/// district is `unknown`.
enum TruthBreakdown: String, CaseIterable {
    case total, district, law, sex, age

    /// The category that something of a person in a year counts in, by its district and law.
    func category(district: String?, law: String, of person: TruthRecords.Person, in year: Int) -> String {
        switch self {
        case .total: return "total"
        case .district: return person.isProtected ? "unknown" : district ?? "unknown"
        case .law: return law
        case .sex: return person.sex
        case .age:
            // On 31 December.
            let age = year - person.birthYear
            if age < 23 { return "0-22" }
            if age < 65 { return "23-64" }
            if age < 80 { return "65-79" }
            return "80+"
        }
    }
}

/// One number of the truth.
struct TruthFigure {
    /// As `utilisation`, `utilisation-change`, `flexible-use F1/D1/spell`.
    let measure: String
    let breakdown: TruthBreakdown
    let category: String
    let year: Int
    /// nil when it is not defined: nothing to divide by.
    let value: Double?
    var standardError: Double?
    /// Distinct persons it speaks of.
    let persons: Int
    var numerator: Double?
    var denominator: Double?
}
