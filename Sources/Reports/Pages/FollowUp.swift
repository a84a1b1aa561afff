// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The yearly follow-up of the whole municipality: what the council reads.
struct FollowUp: Page {
    let scope: ReportScope

    var name: String { "uppfoljning" }

    var title: String {
        said(sv: "Uppföljning av \(facts.service.swedish) \(year)", en: "Follow-up of \(facts.service.english) \(year)")
    }

    var subtitle: String { facts.municipality }

    var abstract: String {
        said(
            sv: """
                Hur många som haft \(facts.service.swedish) under \(year), hur många timmar som beviljats och utförts, \
                och hur flexibelt timmarna använts.
                """,
            en: """
                How many persons had \(facts.service.english) during \(year), how many hours were granted and \
                performed, and how flexibly the hours were used.
                """)
    }

    var summary: any Chapter { SummaryChapter(scope: scope) }

    /// Personer och timmar: questions 1–4.
    private var personsAndHours: CombinedChapter {
        CombinedChapter(
            scope: scope, id: "personer-timmar", heading: Phrase(sv: "Personer och timmar", en: "Persons and hours"),
            chapters: [
                PersonsChapter(scope: scope), GrantedHoursChapter(scope: scope), PerformedHoursChapter(scope: scope),
            ])
    }

    /// Beslut och omkostnader: questions 8, 9 and 10.
    private var decisions: CombinedChapter {
        CombinedChapter(
            scope: scope, id: "beslut-omkostnader",
            heading: Phrase(sv: "Beslut och omkostnader", en: "Decisions and expenses"),
            chapters: [
                NewDecisionsChapter(scope: scope), WaitingChapter(scope: scope), ExpensesChapter(scope: scope),
            ])
    }

    var chapters: [any Chapter] {
        [
            DataChapter(scope: scope), personsAndHours, FlexibleUseChapter(scope: scope), PeriodsChapter(scope: scope),
            EqualityChapter(scope: scope), decisions, SurveyChapter(scope: scope), LimitsChapter(scope: scope),
        ]
    }

    var annexes: [any Chapter] {
        [
            MethodAnnex(scope: scope), QualityAnnex(scope: scope), TablesAnnex(scope: scope),
            DisclosureAnnex(scope: scope),
        ]
    }
}

/// The follow-up of a project that has surveys alone: nothing of persons and hours.
struct SurveyFollowUp: Page {
    let scope: ReportScope

    var name: String { "uppfoljning" }

    var title: String {
        said(
            sv: "Enkätsvar om \(facts.service.swedish) \(year)",
            en: "Survey answers about \(facts.service.english) \(year)")
    }

    var subtitle: String { facts.municipality }

    var abstract: String {
        said(
            sv: "Vad de som svarat på enkäter om \(facts.service.swedish) \(year) tycker.",
            en: "What those think who answered surveys about \(facts.service.english) \(year).")
    }

    var summary: any Chapter { SurveySummary(scope: scope) }
    var chapters: [any Chapter] {
        [DataChapter(scope: scope), SurveyChapter(scope: scope), LimitsChapter(scope: scope)]
    }
    var annexes: [any Chapter] {
        [MethodAnnex(scope: scope), QualityAnnex(scope: scope), DisclosureAnnex(scope: scope)]
    }
}
