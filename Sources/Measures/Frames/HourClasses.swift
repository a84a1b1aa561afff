// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The classes of granted hours per month: below the first limit, one for each limit, and without a ceiling.
struct HourClasses: Sendable {
    let limits: [Int]

    /// Place of a class among `categories`; nil hours is no ceiling.
    func place(of hours: Hours?) -> Int {
        guard let hours else { return limits.count + 1 }
        return limits.count { hours >= Hours(milliseconds: Int64($0) * 3_600_000) }
    }

    /// `<1`, `1-9`, `10-19`, `20-39`, `40+`, `unlimited`.
    var categories: [Category] {
        var names = [("<\(limits[0])", Phrase(sv: "Under \(limits[0])", en: "Under \(limits[0])"))]
        for (place, lower) in limits.enumerated() {
            if place + 1 == limits.count {
                names.append(("\(lower)+", Phrase(sv: "\(lower) och mer", en: "\(lower) and more")))
            } else {
                let upper = limits[place + 1] - 1
                let code = lower == upper ? "\(lower)" : "\(lower)-\(upper)"
                let label = lower == upper ? "\(lower)" : "\(lower)–\(upper)"
                names.append((code, Phrase(sv: label, en: label)))
            }
        }
        names.append(("unlimited", Phrase(sv: "Fri ledsagning (inget tak)", en: "No hour ceiling")))
        return names.enumerated().map { Category(.hourClass, code: $1.0, label: $1.1, rank: $0) }
    }
}
