// SPDX-License-Identifier: EUPL-1.2

extension Question {
    /// What of a measure is asked for. `headline` is what the measure's name stands for. Which aspects a measure has, and
    /// what each of them is, is said in the catalogue of measures; a question about another is refused.
    package struct Aspect: Sendable, Hashable {
        /// What an aspect of one name is asked with.
        package enum Parameter: Sendable, Hashable {
            /// 0–1.
            case probability(Double)
            case day(month: Int, day: Int)
            case dimension(Dimension)
            /// Definition, denominator and anchor of flexible use, by their names in the settings.
            case flexible(definition: String, denominator: String, anchor: String)
        }

        /// As in file names and definitions; empty for the headline.
        package let name: String
        package let parameter: Parameter?

        package init(_ name: String, _ parameter: Parameter? = nil) {
            self.name = name
            self.parameter = parameter
        }
    }
}

extension Question.Aspect {
    package static let headline = Question.Aspect("")
    /// Difference from the year before; of a survey from the group's wave before.
    package static let change = Question.Aspect("change")
    package static let mean = Question.Aspect("mean")
    package static let monthEndMean = Question.Aspect("month-end-mean")
    package static let perTenThousand = Question.Aspect("per-10000")
    package static let perThousandEntitled = Question.Aspect("per-1000-paratransit")
    package static let lawCombination = Question.Aspect("law-combination")
    package static let perPerson = Question.Aspect("per-person")
    package static let decisions = Question.Aspect("decisions")
    package static let outsideDecisions = Question.Aspect("outside-decisions")
    package static let insideDecisions = Question.Aspect("inside-decisions")
    package static let unlimited = Question.Aspect("unlimited")
    package static let withoutPerformed = Question.Aspect("without-performed")
    package static let withoutDistrict = Question.Aspect("without-district")
    package static let shiftedShare = Question.Aspect("shifted-share")
    package static let topBox = Question.Aspect("top-box")
    package static let netBalance = Question.Aspect("net-balance")
    package static let index = Question.Aspect("index")
    package static let answers = Question.Aspect("answers")
    package static let itemNonresponse = Question.Aspect("nonresponse")
    package static let doNotKnow = Question.Aspect("do-not-know")
    package static let worstCase = Question.Aspect("worst-case")
    package static let register = Question.Aspect("register")

    /// Hours of the months before the first possible visit.
    package static let notBegun = Question.Aspect("not-begun")
    /// Hours of registered absence.
    package static let absent = Question.Aspect("absent")
    /// Persons of whose hours more than half lapse in every period.
    package static let overHalf = Question.Aspect("over-half")
    /// Persons who use up their hours in at least half of their periods.
    package static let atCeiling = Question.Aspect("at-ceiling")
    /// The share of new decisions that give fewer hours.
    package static let lowered = Question.Aspect("lower")
    /// Hours a month that new decisions give more.
    package static let raisedHours = Question.Aspect("raised-hours")
    /// Hours a month that new decisions give less.
    package static let loweredHours = Question.Aspect("lowered-hours")
    /// Raised less lowered hours.
    package static let net = Question.Aspect("net")
    /// Changes, while they were in force, of decisions that may be changed so.
    package static let inForce = Question.Aspect("in-force")
    /// The share of decisions that grant nothing.
    package static let refused = Question.Aspect("refused")
    /// Granted hours of applied.
    package static let ofApplied = Question.Aspect("of-applied")
    /// The share of decisions of which it is known what was applied for.
    package static let appliedKnown = Question.Aspect("applied-known")
    /// A share of waiting decisions, a number of days, or a number of persons, by the name it is written with.
    package static func waiting(_ name: String) -> Question.Aspect { Question.Aspect(name) }
    /// Decisions not carried out at the end of a quarter, 1–4; the headline is at the end of the year, quarter 4.
    package static func notExecuted(_ part: String = "", quarter: Int) -> Question.Aspect {
        precondition((1...4).contains(quarter), "a year has four quarters")
        if part.isEmpty { return quarter == 4 ? .headline : Question.Aspect("q\(quarter)") }
        return Question.Aspect("\(part)-q\(quarter)")
    }
    package static let perUser = Question.Aspect("per-user")
    package static let perHour = Question.Aspect("per-hour")

    /// The quantile at p, 0–1.
    package static func quantile(_ p: Double) -> Question.Aspect { Question.Aspect("quantile", .probability(p)) }

    /// On this day of each year.
    package static func onDay(month: Int, day: Int) -> Question.Aspect {
        Question.Aspect("on", .day(month: month, day: day))
    }

    /// Whether it is of a day that anyone may choose, so that two questions tell what happened between two days.
    package var isOfADay: Bool {
        if case .day = parameter { true } else { false }
    }

    /// How far a category of the dimension lies from the rest, a group from the first of the groups.
    package static func gap(_ dimension: Dimension) -> Question.Aspect {
        Question.Aspect("gap", .dimension(dimension))
    }

    /// The part of a change that is due to a factor, or the whole of it.
    package static func part(_ factor: Question.DecompositionFactor) -> Question.Aspect {
        Question.Aspect("part-" + factor.rawValue)
    }

    /// Flexible use under another definition, denominator and anchor.
    package static func flexible(definition: String, denominator: String, anchor: String) -> Question.Aspect {
        Question.Aspect("flexible", .flexible(definition: definition, denominator: denominator, anchor: anchor))
    }

    /// As part of a name of files and definitions: `top-box`, `gap-sex`; nil for the headline.
    package var slug: String? {
        switch parameter {
        case nil: name.isEmpty ? nil : name
        case .probability(let p): p == 0.5 ? "median" : "p\(Int((p * 100).rounded()))"
        case .day(let month, let day): "\(name)-\(month)-\(day)"
        case .dimension(let dimension): "\(name)-\(dimension.rawValue)"
        case .flexible(let definition, let denominator, let anchor): "\(definition)-\(denominator)-\(anchor)"
        }
    }
}
