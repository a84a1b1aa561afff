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
    var bothNames = BothNamesWatch()
    var performed = PerformedFold()
    private var windowFirst = Int32.max
    private var windowLast = Int32.min
    /// Of the decisions kept so far, to know exact duplicates by.
    var decisionFingerprints: Set<UInt64> = []

    init(services: [ServiceEntry], districts: DistrictNames, key: SecretKey, givesRecordKeys: Bool = false) {
        self.persons = PersonRegister(key: key, givesRecordKeys: givesRecordKeys)
        self.services = ServiceNames(services)
        self.districts = districts
    }

    /// Notes that a row of performed hours lies in the month.
    @inline(__always)
    mutating func noteWindow(_ month: YearMonth) {
        if month.index < windowFirst { windowFirst = month.index }
        if month.index > windowLast { windowLast = month.index }
    }

    /// First to last month with a row of performed hours; nil when there is none.
    var window: ClosedRange<YearMonth>? {
        windowFirst > windowLast ? nil : YearMonth(index: windowFirst)...YearMonth(index: windowLast)
    }
}
