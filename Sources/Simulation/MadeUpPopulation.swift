// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// How many live in the areas of a municipality that is made up whole, by age and sex, and how many of them are entitled
/// to paratransit (*färdtjänst*). Whole numbers only: the same on every machine.
///
/// Inhabitants follow the need behind the service, so that boards have about as many persons each per inhabitant; but in
/// one area, the largest, many more live than need it. Some areas are older than others.
struct MadeUpPopulation {
    private let parameters: SimulationParameters

    init(_ parameters: SimulationParameters) {
        self.parameters = parameters
    }

    /// For each person in the files.
    private static let inhabitantsPerPerson = 400
    private static let entitledPerPerson = 45
    /// How many live in each area as compared with its need, per cent; the eighth is the largest.
    private static let inhabitantsPerNeed = [96, 104, 100, 103, 97, 101, 99, 170, 102, 98, 100, 95, 104, 99]
    private static let entitledPerNeed = [98, 103, 108, 95, 100, 102, 97, 101, 99, 104, 96, 100, 105, 94]
    /// How old each area is, from young (−3) to old (3).
    private static let tilt = [-3, -2, 1, 2, 1, 0, 2, -1, -2, -1, 1, 3, 0, -3]
    private static let ages = [0...22, 23...64, 65...79, 80...150]
    /// Of a thousand inhabitants, and what a step of tilt adds.
    private static let ofThousand = [270, 560, 120, 50]
    private static let tilted = [-20, 0, 12, 8]
    /// Women of a thousand of an age.
    private static let women = [487, 497, 525, 620]

    private struct Count {
        let board: String
        let year: Int
        let ages: ClosedRange<Int>
        let sex: Sex
        var count: Int
    }

    /// The boards of 31 December.
    private func board(of area: Int, in year: Int) -> String {
        Board(area: area, called: parameters.boards).name(on: CivilDate(year: year, month: 12, day: 31)!)
    }

    private func ofNeed(_ area: Int, perPerson: Int, percent: [Int]) -> Int {
        parameters.persons * perPerson * Board.weights[area] / Board.weights.reduce(0, +) * percent[area] / 100
    }

    /// By board, year, age group and sex.
    private var byAgeAndSex: [Count] {
        var found: [Count] = []
        for year in parameters.years {
            let growth = 1000 + 8 * (year - parameters.years.lowerBound)
            for area in Board.weights.indices {
                let board = board(of: area, in: year)
                let all =
                    ofNeed(area, perPerson: Self.inhabitantsPerPerson, percent: Self.inhabitantsPerNeed) * growth / 1000
                for (place, ages) in Self.ages.enumerated() {
                    let count = all * (Self.ofThousand[place] + Self.tilt[area] * Self.tilted[place]) / 1000
                    let women = count * Self.women[place] / 1000
                    for (sex, count) in [(Sex.female, women), (.male, count - women)] {
                        let same = found.firstIndex {
                            $0.board == board && $0.year == year && $0.ages == ages && $0.sex == sex
                        }
                        if let same {
                            found[same].count += count
                        } else {
                            found.append(Count(board: board, year: year, ages: ages, sex: sex, count: count))
                        }
                    }
                }
            }
        }
        return found
    }

    /// Of the first year alone: such tables come seldom.
    private var entitled: [(board: String, count: Int)] {
        var found: [(board: String, count: Int)] = []
        for area in Board.weights.indices {
            let board = board(of: area, in: parameters.years.lowerBound)
            let count = ofNeed(area, perPerson: Self.entitledPerPerson, percent: Self.entitledPerNeed)
            if let same = found.firstIndex(where: { $0.board == board }) {
                found[same].count += count
            } else {
                found.append((board, count))
            }
        }
        return found
    }

    /// Lines of `befolkning.csv`, in canonical form.
    var inhabitants: String {
        let rows = byAgeAndSex.map { row in
            let (low, high) = (row.ages.lowerBound, row.ages.upperBound)
            let ages = high == 150 ? "\(low)+" : "\(low)-\(high)"
            return "\(row.board),\(row.year),\(ages),\(row.sex == .female ? "kvinna" : "man"),\(row.count)"
        }
        return (["stadsdelsnamnd,ar,alder,kon,antal"] + rows).joined(separator: "\n")
    }

    /// Lines of `fardtjanst.csv`, likewise.
    var paratransit: String {
        let rows = entitled.map { "\($0.board),\(parameters.years.lowerBound),\($0.count)" }
        return (["stadsdelsnamnd,ar,antal"] + rows).joined(separator: "\n")
    }

    /// What a reader makes of the two.
    func counts(_ division: Division) -> [PopulationCount] {
        func district(_ name: String) -> DistrictIndex? {
            division.districts.firstIndex { $0.name == name }.map { DistrictIndex($0) }
        }
        let first = parameters.years.lowerBound
        return byAgeAndSex.map { row in
            PopulationCount(
                district: district(row.board), year: row.year, ages: row.ages, sex: row.sex, count: row.count)
        }
            + entitled.map { row in
                PopulationCount(base: .paratransit, district: district(row.board), year: first, count: row.count)
            }
    }
}
