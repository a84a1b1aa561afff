// SPDX-License-Identifier: EUPL-1.2

/// A price list (*prislista*): what an hour costs on a day, in a band, for whom it was and who provided it.
///
/// Of the rates that fit, the one that says most holds: one of the service before one of any, then one of the law, of the
/// type of provider, and of the band. Where none fits, or two that say as much, there is no amount: it is never guessed.
package struct RateCard: Sendable {
    package let rates: [Rate]
    /// The bands, by priority, that a visit's time is split over.
    package let bands: [Rate.Band]
    package let times: TimeBands

    /// With the bands of `TimeBands.standard`, or with others.
    package init(_ rates: [Rate], bands: [(band: Rate.Band, time: TimeBands.Time)]) {
        precondition(Set(bands.map(\.band)).count == bands.count, "a band has one time")
        precondition(bands.allSatisfy { $0.band != .any }, "the rate of all hours needs no time")
        self.rates = rates
        self.bands = bands.map(\.band)
        times = TimeBands(bands.map { TimeBands.Band($0.band.rawValue, $0.time) })
    }

    /// Who is paid, and for which service.
    package struct Payee: Hashable, Sendable {
        package var providerType: ProviderType
        package var law: Law?
        package var service: Int16?

        package init(_ providerType: ProviderType, law: Law? = nil, service: Int16? = nil) {
            self.providerType = providerType
            self.law = law
            self.service = service
        }
    }

    /// The rate of an hour.
    package enum Found: Hashable, Sendable {
        case rate(Rate)
        case none
        /// More than one says as much.
        case several([Rate])
    }

    /// The rate on a day of a band; nil: of time outside all bands, which only a rate of all hours has.
    package func rate(of band: Rate.Band?, on day: CivilDate, for payee: Payee) -> Found {
        let fitting = rates.filter { rate in
            rate.from <= day && rate.to.map { day <= $0 } ?? true && (rate.band == .any || rate.band == band)
                && (rate.providerType == .unknown || rate.providerType == payee.providerType)
                && (rate.law == nil || rate.law == payee.law) && (rate.service == nil || rate.service == payee.service)
        }
        guard let most = fitting.map(\.precision).max() else { return .none }
        let best = fitting.filter { $0.precision == most }
        return best.count == 1 ? .rate(best[0]) : .several(best)
    }
}

extension Rate {
    /// How much it says, to compare with others that fit.
    fileprivate var precision: Int {
        (service == nil ? 0 : 8) + (law == nil ? 0 : 4) + (providerType == .unknown ? 0 : 2) + (band == .any ? 0 : 1)
    }
}

extension RateCard {
    /// What a visit could fall on that has no one price.
    package enum Problem: Hashable, Sendable {
        /// Days when some times of the week have no rate: the bands, nil for what lies outside all.
        case missing(days: ClosedRange<CivilDate>, bands: [Rate.Band?])
        /// Days when bands have more than one rate.
        case overlapping(days: ClosedRange<CivilDate>, bands: [Rate.Band?])
        /// Rates of a band that has no time of its own in the week, so that they are never paid.
        case unused(Rate.Band)
        /// Two bands of the same kind hold at the same time, from a minute of the week to another: which is paid hangs on their
        /// order.
        case clashing(Rate.Band, Rate.Band, minutes: Range<Int>)
    }

    /// All problems for a payee within some days. Each minute of a week is tried, and *storhelg*, for each stretch of days
    /// with the same rates: an empty list means that every moment of the days has one rate.
    package func problems(for payee: Payee, in days: ClosedRange<CivilDate>) -> [Problem] {
        clashes + unused(for: payee) + problemsOfDays(for: payee, in: days)
    }

    /// The bands that the week, minute by minute, and *storhelg* come to; nil among them for minutes outside all.
    package var occurring: [Rate.Band?] {
        let ofWeek = Set((0..<10_080).map { times.band(atMinuteOfWeek: $0) })
        let named = bands.indices.filter { place in
            switch times.bands[place].time {
            case .daily, .weekly: ofWeek.contains(place)
            case .majorHolidays: true
            }
        }
        return named.map { bands[$0] } + (ofWeek.contains(nil) ? [nil] : [])
    }

    private func problemsOfDays(for payee: Payee, in days: ClosedRange<CivilDate>) -> [Problem] {
        var starts: Set<CivilDate> = [days.lowerBound]
        for rate in rates {
            if days.contains(rate.from) { starts.insert(rate.from) }
            if let next = rate.to?.adding(days: 1), days.contains(next) { starts.insert(next) }
        }
        let sorted = starts.sorted()
        let bands = occurring
        var missing: [(days: ClosedRange<CivilDate>, bands: [Rate.Band?])] = []
        var overlapping: [(days: ClosedRange<CivilDate>, bands: [Rate.Band?])] = []
        func add(
            _ found: [Rate.Band?], _ stretch: ClosedRange<CivilDate>,
            to list: inout [(days: ClosedRange<CivilDate>, bands: [Rate.Band?])]
        ) {
            guard !found.isEmpty else { return }
            if let last = list.last, last.bands == found, last.days.upperBound.adding(days: 1) == stretch.lowerBound {
                list[list.count - 1].days = last.days.lowerBound...stretch.upperBound
            } else {
                list.append((stretch, found))
            }
        }
        for (place, first) in sorted.enumerated() {
            let last = place + 1 < sorted.count ? sorted[place + 1].adding(days: -1) : days.upperBound
            var (none, several): ([Rate.Band?], [Rate.Band?]) = ([], [])
            for band in bands {
                switch rate(of: band, on: first, for: payee) {
                case .rate: break
                case .none: none.append(band)
                case .several: several.append(band)
                }
            }
            add(none, first...last, to: &missing)
            add(several, first...last, to: &overlapping)
        }
        return missing.map { .missing(days: $0.days, bands: $0.bands) }
            + overlapping.map { .overlapping(days: $0.days, bands: $0.bands) }
    }

    private func unused(for payee: Payee) -> [Problem] {
        let known = Set(occurring.compactMap { $0 } + [.any])
        let priced = Set(
            rates.filter { $0.providerType == .unknown || $0.providerType == payee.providerType }.map(\.band))
        return Rate.Band.allCases.filter { priced.contains($0) && !known.contains($0) }.map { .unused($0) }
    }

    /// *Storhelg* before weekend and weekend before hours of the day is as price lists mean it; two of the same kind are not.
    private var clashes: [Problem] {
        bands.indices.flatMap { first in
            bands.indices.filter { $0 > first && isSameKind(times.bands[first].time, times.bands[$0].time) }
                .compactMap { second in
                    let pair = [TimeBands([times.bands[first]]), TimeBands([times.bands[second]])]
                    func holdsBoth(_ minute: Int) -> Bool {
                        pair.allSatisfy { $0.band(atMinuteOfWeek: minute) != nil }
                    }
                    guard let start = (0..<10_080).first(where: holdsBoth) else { return nil }
                    let end = (start..<10_080).first { !holdsBoth($0) } ?? 10_080
                    return .clashing(bands[first], bands[second], minutes: start..<end)
                }
        }
    }

    private func isSameKind(_ one: TimeBands.Time, _ other: TimeBands.Time) -> Bool {
        switch (one, other) {
        case (.daily, .daily), (.weekly, .weekly), (.majorHolidays, .majorHolidays): true
        case (.daily, .weekly), (.daily, .majorHolidays), (.weekly, .daily), (.weekly, .majorHolidays),
            (.majorHolidays, .daily), (.majorHolidays, .weekly):
            false
        }
    }
}
