// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

extension MeasureSettings.Definition {
    /// Whom a share of flexible use counts, after "andelen som".
    var text: Phrase {
        switch self {
        case .movedHours:
            Phrase(
                sv:
                    "någon månad har fått fler timmar utförda än månadens beviljade, i en period där de beviljade timmarna "
                    + "ändå har räckt",
                en: "in some month had more hours performed than were granted for it, in a period whose granted hours "
                    + "were enough all the same")
        case .movedHoursOrOverrun:
            Phrase(
                sv: "någon månad har fått fler timmar utförda än månadens beviljade",
                en: "in some month had more hours performed than were granted for it")
        }
    }
}

extension MeasureSettings.Denominator {
    /// Whom it is a share of, after "av alla".
    var text: Phrase {
        switch self {
        case .granted:
            Phrase(
                sv: "som haft ett beviljat beslut minst en dag under året",
                en: "persons with a granted decision on at least one day of the year")
        case .performed:
            Phrase(
                sv: "som haft ett beviljat beslut och fått timmar utförda under året",
                en: "persons with a granted decision and performed hours in the year")
        case .completePeriod:
            Phrase(
                sv: "som haft ett beviljat beslut och minst en hel period som berör året",
                en: "persons with a granted decision and a complete period that touches the year")
        }
    }
}
