// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// How one person uses the hours of one service: how much, and whether hours are moved between the months of a
/// three-month period.
struct UseOfHours {
    enum Habit {
        /// Never more than granted in a month.
        case even
        /// Saves hours in some months of a period and uses them in another.
        case moving
        /// More than granted, month after month (*överskriden tid*).
        case overrunning
        /// Granted, and never used.
        case none
    }

    let parameters: SimulationParameters
    let person: Int
    let service: SimulatedService
    let habit: Habit
    /// Performed of granted hours before season and year, parts of a thousand.
    let level: Int

    /// January to December, percent; the mean is 100.
    private static let season = [98, 98, 104, 106, 110, 98, 74, 90, 106, 108, 106, 102]
    /// Spread of persons round the municipality's utilisation, percent; the mean is 100.
    private static let spread = [45, 60, 70, 80, 85, 90, 95, 100, 100, 105, 110, 115, 120, 130, 140, 155]

    init(parameters: SimulationParameters, person: Int, service: SimulatedService, board: Board?) {
        self.parameters = parameters
        self.person = person
        self.service = service
        var draw = SplitMix64(seed: parameters.seed, 2, person, service.rawValue)
        let kind = draw.below(1000)
        // A few who move hours do not in a given year, so the habit is commoner than the share aimed at.
        let moving = parameters.flexibleShare * 1110 / 1000
        habit =
            kind < moving ? .moving : kind >= 970 ? .none : kind >= 950 ? .overrunning : .even
        let effect = (board.map { Board.effects[$0.area] } ?? 0) * parameters.districtEffect / 100
        let law = service == .ledsagarservice ? parameters.lawEffect : -parameters.lawEffect
        // Caps and whole visits take three parts in a hundred.
        level = (parameters.utilisation + effect + law) * draw.pick(Self.spread) * 103 / 10_000
    }

    /// Hundredths of an hour to perform in a month of a spell. `granted` is the month's granted hundredths, and
    /// `monthOfSpell` counts from 0 at the spell's first month.
    func target(in month: YearMonth, monthOfSpell: Int, granted: Int) -> Int {
        var draw = SplitMix64(seed: parameters.seed, 3, person, service.rawValue, Int(month.index))
        let year = month.year - parameters.years.lowerBound
        let rate = (level + year * parameters.utilisationChangePerYear) * Self.season[month.month - 1] / 100
        switch habit {
        case .none: return 0
        case .overrunning: return granted * draw.within(108...130) / 100
        case .even: return min(granted, granted * rate / 1000 * draw.within(72...132) / 100)
        case .moving: return granted * movedRate(rate, monthOfSpell: monthOfSpell) / 1000 * draw.within(94...106) / 100
        }
    }

    /// The rate in a month of a period in which one month pays for another. Seven periods in ten are such.
    private func movedRate(_ rate: Int, monthOfSpell: Int) -> Int {
        var draw = SplitMix64(seed: parameters.seed, 4, person, service.rawValue, monthOfSpell / 3)
        guard draw.chance(700) else { return min(rate, 950) }
        // The third month most often: hours have been saved for it.
        let peakMonth = draw.pick([0, 1, 1, 2, 2, 2])
        let total = min(3 * rate, 2850)
        let peak = min(total, max(1180, draw.within(1150...1600)))
        return monthOfSpell % 3 == peakMonth ? peak : (total - peak) / 2
    }
}
