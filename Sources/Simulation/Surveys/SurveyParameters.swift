// SPDX-License-Identifier: EUPL-1.2

/// How a municipality's surveys are made. Shares are whole parts of a thousand.
package struct SurveyParameters: Sendable, Hashable {
    /// How the answers are to be weighted, as the codebook's design says it.
    package enum Weighting: String, Sendable, CaseIterable {
        /// By stratum alone.
        case strata
        /// By the law of the service.
        case classes
        /// By age and law together.
        case raking
    }

    /// How many of the last simulated years have a wave (*mätning*). 0 is no surveys.
    package var waves = 2
    /// The share of the users' frame in each district that the survey is sent to; 1000 is a census. Providers and
    /// case officers are always asked all of them.
    package var usersSent = 800
    /// How much of one wave's sample of users is asked again in the next, as far as the frames allow.
    package var panelOverlap = 750
    /// Sent and never reached.
    package var undeliverable = 25
    /// Users who answer when reached.
    package var usersAnswer = 600
    /// What the oldest add to that, and the youngest take away.
    package var ageEffectOnAnswering = 120
    /// What SoL adds to that, and LSS takes away.
    package var lawEffectOnAnswering = 120
    /// Providers and case officers who answer when reached.
    package var staffAnswer = 720
    /// How strongly answers hang on age, law and district: percent of what the questions have of it. 0 is not at all.
    package var answerEffects = 100
    /// What a wave adds to the share who know a rule.
    package var knowledgeChange = 90
    /// Questions passed over by those who answer.
    package var itemNonresponse = 25
    /// Answers that are *Vill inte svara* where it can be chosen.
    package var declines = 12
    /// Those who stop half-way.
    package var breakOff = 20
    /// Those who open the form and answer nothing in it.
    package var emptyForms = 8
    /// Staff at providers.
    package var providerStaff = 120
    /// Case officers at a board of middling size.
    package var caseOfficersPerBoard = 9
    package var weighting = Weighting.raking

    package init() {}
}
