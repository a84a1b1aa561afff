// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// One respondent's answers (*enkätsvar*).
package struct SurveyResponse: Sendable, Hashable {
    /// The person in the register, when the answers carry a key or pseudonym that the register knows.
    package var person: PersonIndex?
    /// The same respondent in several waves: a number of this data set, from a key or a login code that the waves
    /// share; nil when answers cannot be joined.
    package var respondent: Int32?
    /// In the newest division.
    package var district: DistrictIndex?
    /// Place in the frame's strata; nil when the frame has none or the answer names none of them.
    package var stratum: Int?
    /// Weight of the weights column; nil without one.
    package var weight: Double?
    /// One for each of the survey's items, in their order.
    package var answers: [ItemAnswer]
    /// The answer's own random number for the cell key method; see `Person.recordKey`.
    package var recordKey: UInt64

    package init(
        person: PersonIndex? = nil, respondent: Int32? = nil, district: DistrictIndex? = nil, stratum: Int? = nil,
        weight: Double? = nil, answers: [ItemAnswer], recordKey: UInt64 = 0
    ) {
        self.person = person
        self.respondent = respondent
        self.district = district
        self.stratum = stratum
        self.weight = weight
        self.answers = answers
        self.recordKey = recordKey
    }

    /// A response with at least one answer to an item that is not background. Only such count as answered.
    package func isAnswered(_ items: [SurveyItem]) -> Bool {
        zip(items, answers).contains { item, answer in
            if item.role == .background { return false }
            switch answer {
            case .category, .categories, .number, .text, .missing(.doNotKnow), .missing(.declines): return true
            case .missing(.noAnswer), .missing(.notAsked): return false
            }
        }
    }
}

/// The group of people a survey was put to.
package struct RespondentGroup: Sendable, Hashable {
    /// `users`, `providers`, `case-officers`, or a name of the project's own.
    package var code: String
    package var label: Phrase

    package init(code: String, label: Phrase) {
        self.code = code
        self.label = label
    }

    /// *Brukare*: persons with the service.
    package static let users = RespondentGroup(code: "users", label: Phrase(sv: "Brukare", en: "Users"))
    /// *Utförare*: who perform the hours.
    package static let providers = RespondentGroup(code: "providers", label: Phrase(sv: "Utförare", en: "Providers"))
    /// *Biståndshandläggare*: who decide.
    package static let caseOfficers = RespondentGroup(
        code: "case-officers", label: Phrase(sv: "Handläggare", en: "Case officers"))
}

/// The answers of one group in one wave (*mätning*).
package struct Survey: Sendable {
    package var group: RespondentGroup
    /// As the project names it: `2019`, `2019 vår`.
    package var wave: String
    /// The year the wave belongs to.
    package var year: Int
    package var items: [SurveyItem]
    package var frame: SurveyFrame
    /// In the order of the files.
    package var responses: [SurveyResponse]
    /// Answers set aside because the same login code has a later or more complete one.
    package var duplicates: Int

    package init(
        group: RespondentGroup, wave: String, year: Int, items: [SurveyItem], frame: SurveyFrame = SurveyFrame(),
        responses: [SurveyResponse] = [], duplicates: Int = 0
    ) {
        self.group = group
        self.wave = wave
        self.year = year
        self.items = items
        self.frame = frame
        self.responses = responses
        self.duplicates = duplicates
    }
}
