// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// What truly happened in a small municipality: the persons, their decisions and their visits, before any export has
/// given them a shape.
struct CanonicalProject {
    struct FieldPerson {
        /// Twelve digits of the series for tests.
        var number: String
        var birth: CivilDate
        var sex: Sex
        var isProtected: Bool
    }

    struct FieldDecision {
        var person: Int
        var service: Int
        var law: Law
        var board: Int
        var outcome: Outcome
        var from: CivilDate
        var to: CivilDate?
        /// Granted, per `per`; nil where none is written.
        var minutes: Int?
        var per: GrantPer
        var isUnlimited: Bool
        var provider: Int
        var number: Int
        var applied: CivilDate
        var appliedMinutes: Int
        var decided: CivilDate
        /// Written, and marked as deleted.
        var isDeleted = false
    }

    struct FieldVisit {
        var person: Int
        var service: Int
        var law: Law
        var board: Int
        var provider: Int
        var date: CivilDate
        /// Minutes after midnight.
        var start: Int
        var minutes: Int
        var isPerformed = true
        /// Another companion's row says the same.
        var isDouble = false
        /// Written as a visit and again as a row that takes it back.
        var isTakenBack = false
        /// Written, and marked as deleted.
        var isDeleted = false
    }

    /// How the municipality registers what was performed.
    enum VisitForm: CaseIterable {
        /// Start and end, with hours.
        case clockAndHours
        /// Start and end alone.
        case clock
        /// A day and hours.
        case hours
        /// A row a person's month.
        case month
        /// A row a person's year, with a column for each month.
        case wide
    }

    static let services = ["Ledsagning", "Ledsagarservice"]
    static let laws = [Law.sol, .lss]
    static let boards = ["Farsta", "Skärholmen", "Hägersten-Älvsjö", "Spånga-Tensta", "Östermalm"]
    static let providers: [(name: String, type: ProviderType)] = [
        ("Stadens egen regi", .municipal), ("Omsorg, Hemma & Co", .independent), ("Vård; Omsorg AB", .independent),
        ("Björkens \"goda\" hjälp", .independent), ("Utförare Åsk", .municipal),
    ]

    let years: [Int]
    let form: VisitForm
    /// The columns beside the necessary ones that the system has.
    let decisionColumns: Set<String>
    let visitColumns: Set<String>
    private(set) var persons: [FieldPerson] = []
    private(set) var decisions: [FieldDecision] = []
    private(set) var visits: [FieldVisit] = []

    init(_ dice: inout Dice) {
        let first = dice.number(2016...2024)
        years = dice.chance(50) ? [first] : [first, first + 1]
        form = dice.pick(VisitForm.allCases)
        decisionColumns = Self.columns(
            [
                "stadsdelsnamnd", "lagrum", "tom", "utfall", "utforare", "regi", "beslut_id", "ansokan", "sokta_timmar",
                "beslutsdatum", "fri", "borttagen", "kon", "fodelsear", "skyddad",
            ], &dice)
        let perVisit = form != .month && form != .wide
        visitColumns = Self.columns(
            ["stadsdelsnamnd", "lagrum", "utforare", "regi", "borttagen", "kon", "fodelsear", "skyddad"]
                + (perVisit ? ["status", "installd", "orsak", "dubbelbemanning", "typ"] : []), &dice)
        let count = dice.number(5...40)
        for person in 0..<count { persons.append(Self.person(person, &dice)) }
        let isUniform = dice.chance(60)
        let per = dice.pick([GrantPer.month, .month, .week, .year, .day, .twoWeeks, .quarter])
        for person in 0..<count { addDecisions(person, isUniform ? per : nil, &dice) }
        for person in 0..<count where person < 5 || dice.chance(85) { addVisits(person, &dice) }
    }

    private static func columns(_ all: [String], _ dice: inout Dice) -> Set<String> {
        Set(all.filter { _ in dice.chance(55) })
    }

    private static func person(_ place: Int, _ dice: inout Dice) -> FieldPerson {
        let year = dice.chance(20) ? dice.number(2000...2009) : dice.number(1914...2010)
        let birth = CivilDate(year: year, month: dice.number(1...12), day: dice.number(1...28))!
        // 980–999, each birth date once for each place, so that no two persons have the same number.
        let serial = 980 + place % 20
        let (_, month, day) = birth.components
        // A samordningsnummer has 60 more for its day.
        let written = dice.chance(8) ? day + 60 : day
        let digits = "\(year)\(pad(month))\(pad(written))\(serial)"
        let number = digits + "\(checkDigit(digits.dropFirst(2)))"
        return FieldPerson(number: number, birth: birth, sex: serial % 2 == 1 ? .male : .female, isProtected: false)
    }

    private static func checkDigit(_ nine: Substring) -> Int {
        let sum = nine.utf8.enumerated().reduce(0) { sum, digit in
            let weighted = (Int(digit.element) - 0x30) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + (weighted > 9 ? weighted - 9 : weighted)
        }
        return (10 - sum % 10) % 10
    }

    private mutating func addDecisions(_ person: Int, _ per: GrantPer?, _ dice: inout Dice) {
        if decisionColumns.contains("skyddad") && visitColumns.contains("skyddad") && dice.chance(10) {
            persons[person].isProtected = true
        }
        let board = dice.number(0...Self.boards.count - 1)
        let service = dice.number(0...1)
        var from = CivilDate(year: years[0] - 1, month: dice.number(1...12), day: dice.number(1...28))!
        let count = dice.number(1...3)
        for place in 0..<count {
            let isRefused = decisionColumns.contains("utfall") && dice.chance(15)
            let isUnlimited = !isRefused && decisionColumns.contains("fri") && dice.chance(8)
            let isOpen = !decisionColumns.contains("tom") || place == count - 1 && dice.chance(30)
            let to = from.adding(days: dice.pick([90, 180, 365, 400]))
            // What is granted a month, in steps of half an hour.
            let halfHours = dice.number(4...80)
            let per = per ?? dice.pick([GrantPer.month, .week, .year])
            let minutes = max(1, halfHours * 30 * Self.months(per).numerator / Self.months(per).denominator / 30) * 30
            let law = decisionColumns.contains("lagrum") && dice.chance(5) ? Self.laws[1 - service] : Self.laws[service]
            decisions.append(
                FieldDecision(
                    person: person, service: service, law: law, board: board,
                    outcome: isRefused
                        ? .refused : decisionColumns.contains("utfall") && dice.chance(20) ? .partlyGranted : .granted,
                    from: from, to: isOpen ? nil : to,
                    minutes: isRefused || isUnlimited ? (dice.chance(50) ? nil : 0) : minutes, per: per,
                    isUnlimited: isUnlimited, provider: dice.number(0...Self.providers.count - 1),
                    number: 10_000 + decisions.count, applied: from.adding(days: -dice.number(20...60)),
                    appliedMinutes: minutes + 30 * dice.number(0...4), decided: from.adding(days: -dice.number(0...19)))
            )
            if isOpen { return }
            from = to.adding(days: dice.number(1...20))
        }
    }

    /// How many of the unit's hours are a month's, about.
    private static func months(_ per: GrantPer) -> (numerator: Int, denominator: Int) {
        switch per {
        case .day: (1, 30)
        case .week: (1, 4)
        case .twoWeeks: (1, 2)
        case .month, .period: (1, 1)
        case .quarter: (3, 1)
        case .year: (12, 1)
        }
    }

    private mutating func addVisits(_ person: Int, _ dice: inout Dice) {
        let own = decisions.first { $0.person == person }!
        let month = YearMonth(year: years[0], month: 1)
        let months = years.count * 12
        let most = max(1, 300 / persons.count)
        var taken: Set<Int> = []
        for _ in 0..<dice.number(2...max(2, min(24, most))) {
            let firstDay = month.advanced(by: dice.number(0...months - 1)).firstDay
            let day = dice.number(0...27)
            guard taken.insert(Int(firstDay.daysSince1970) + day).inserted else { continue }
            var visit = FieldVisit(
                person: person, service: own.service, law: own.law, board: own.board, provider: own.provider,
                date: firstDay.adding(days: day), start: dice.number(32...80) * 15,
                minutes: dice.chance(80) ? dice.number(2...20) * 15 : dice.number(10...99) * 3)
            if !visitColumns.contains("lagrum") { visit.law = Self.laws[own.service] }
            addMarked(&visit, &dice)
            visits.append(visit)
        }
    }

    /// Makes some visits cancelled, doubled, taken back or deleted, as far as the system has a way to say it.
    private mutating func addMarked(_ visit: inout FieldVisit, _ dice: inout Dice) {
        var extra = visit
        extra.start = 6 * 60 + dice.number(0...60)
        // Shorter than any other, so that no two visits of a day are alike.
        extra.minutes = dice.pick([15, 18, 21, 24, 27])
        if visitColumns.contains("borttagen"), dice.chance(6) {
            extra.isDeleted = true
            return visits.append(extra)
        }
        guard form != .month, form != .wide else { return }
        if visitColumns.contains("status") || visitColumns.contains("installd"), dice.chance(12) {
            visit.isPerformed = false
        } else if form != .clock, dice.chance(5) {
            extra.isTakenBack = true
            visits.append(extra)
        } else if form != .hours, visitColumns.contains("dubbelbemanning"), dice.chance(8) {
            visit.isDouble = true
        }
    }
}

func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
