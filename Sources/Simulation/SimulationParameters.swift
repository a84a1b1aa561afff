// SPDX-License-Identifier: EUPL-1.2

/// What a simulated municipality is like. Shares are whole parts of a thousand, so that nothing hangs on how a
/// machine rounds.
package struct SimulationParameters: Sendable, Hashable {
    /// Rows of performed hours: one a visit, or one a person, service and month.
    package enum Form: String, Sendable, CaseIterable {
        case visits, months
    }

    /// The test series has twenty numbers a day: enough for this many.
    package static let mostPersons = 300_000

    /// Persons with at least one decision in the files, granted or refused. 1–`mostPersons`.
    package var persons = 2500
    /// Calendar years with performed hours.
    package var years = 2018...2019
    /// The same seed and parameters give the same bytes on every machine.
    package var seed: UInt64 = 2018
    /// Performed of granted hours in the first year, parts of a thousand (about: caps and whole visits round it).
    package var utilisation = 580
    /// What a year adds to it.
    package var utilisationChangePerYear = 30
    /// Persons with the service during a year who use it flexibly (F1/D1), parts of a thousand (about).
    package var flexibleShare = 500
    /// How much boards differ in utilisation: the largest deviation of a board, parts of a thousand. 0 is none.
    package var districtEffect = 60
    /// What LSS adds to utilisation, and SoL takes away.
    package var lawEffect = 20
    package var form = Form.visits
    /// Whether visits carry `start` and `slut`.
    package var hasClockTimes = true
    /// Whether visits carry `stadsdelsnamnd`; systems of providers often do not.
    package var visitsNameDistrict = false
    /// Persons with *fri ledsagning*, parts of a thousand.
    package var unlimitedShare = 8
    /// Visits per performed hour are drawn from lengths times this, percent. Lower gives more and shorter visits.
    package var visitLength = 100
    /// Whether decisions wait for their first hour, end without one, are broken off and postponed (`SimulatedWait`).
    package var hasWaits = false
    package var surveys = SurveyParameters()
    /// Stockholm's boards with the public tables of Stockholm, or made-up ones with made-up tables of every year.
    package var boards = BoardNames.stockholm

    package init() {}

    /// The years with a wave of surveys: the last ones, at most as many as there are years.
    package var surveyYears: [Int] { years.suffix(surveys.waves) }

    /// A year of at least five million visits, short ones of many persons, for timing. To be written in pieces
    /// (`writeVisits`).
    package static var benchmark: SimulationParameters {
        var parameters = SimulationParameters()
        parameters.persons = 42_000
        parameters.years = 2019...2019
        parameters.visitLength = 25
        return parameters
    }

    /// The municipality of the sample project in `data/`: two years and 700 persons.
    package static var sample: SimulationParameters {
        var parameters = SimulationParameters()
        parameters.persons = 700
        parameters.seed = 36
        // Stockholm has no fri ledsagning, and numbers of a handful of persons would hide all that they follow from.
        parameters.unlimitedShare = 0
        return parameters
    }
}
