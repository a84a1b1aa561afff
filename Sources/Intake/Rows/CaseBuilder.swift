// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the rows of decisions and visits build together, file after file.
struct CaseBuilder {
    var persons: PersonRegister
    let services: ServiceNames
    var districts: DistrictNames
    var providers = ProviderNames()
    var decisions: [Decision] = []
    var overlaps = OverlapWatch()
    var performed = PerformedFold()
    var window: ClosedRange<YearMonth>?
    /// Of the decisions kept so far, to know exact duplicates by.
    var decisionFingerprints: Set<UInt64> = []

    init(services: [ServiceEntry], districts: DistrictNames, key: SecretKey) {
        self.persons = PersonRegister(key: key)
        self.services = ServiceNames(services)
        self.districts = districts
    }

    /// Notes that a row of performed hours lies in the month.
    @inline(__always)
    mutating func noteWindow(_ month: YearMonth) {
        guard let window else {
            self.window = month...month
            return
        }
        if month < window.lowerBound {
            self.window = month...window.upperBound
        } else if month > window.upperBound {
            self.window = window.lowerBound...month
        }
    }
}
