// SPDX-License-Identifier: EUPL-1.2

import CaseData

extension AnswerModel {
    /// The model of a question that the project's own templates have, by its name; nil of other questions. The figures
    /// are made up, so that a report has something to tell.
    static func own(_ name: String, _ group: SurveyGroup) -> AnswerModel? {
        switch group {
        case .users: user[name]
        case .providers: provider[name]
        case .caseOfficers: caseOfficer[name]
        }
    }

    private static let user: [String: AnswerModel] = [
        "use-when-wished": AnswerModel(
            shares: [60, 140, 260, 320, 220], doNotKnow: 25, age: 90, law: 40, district: 120, change: 10),
        "time-enough": AnswerModel(
            shares: [90, 190, 260, 280, 180], doNotKnow: 20, age: 120, law: 60, district: 150, change: -20),
        "hours-changed": AnswerModel(
            shares: [220, 620, 160], doNotKnow: 40, notApplicable: 150, age: -20, law: 50, district: 80, change: -15),
        "same-companion": AnswerModel(
            shares: [110, 190, 240, 260, 200], doNotKnow: 15, age: 40, law: 110, district: 80, change: 0),
        "companion-kind": AnswerModel(shares: [20, 60, 300, 620], doNotKnow: 20, age: 40, law: 10, district: 40),
        "companion-on-time": AnswerModel(shares: [50, 120, 380, 450], doNotKnow: 20, age: 40, law: 10, district: 70),
        "companion-listens": AnswerModel(shares: [40, 90, 350, 520], doNotKnow: 30, age: 40, law: 20, district: 50),
        // Yes first, then no.
        "complaint-way": AnswerModel(shares: [520, 480], doNotKnow: 60, age: 60, law: -60, district: -60, change: -20),
        "hours-unused": AnswerModel(shares: [450, 550], doNotKnow: 50, age: -40, law: 30, district: 60),
        "knows-three-month-rule": AnswerModel(
            shares: [330, 600, 250], doNotKnow: 560, age: -130, law: 140, district: 110),
        "knows-expense-rule": AnswerModel(
            shares: [280, 650, 350], doNotKnow: 600, age: -110, law: 150, district: 90),
    ]

    private static let provider: [String: AnswerModel] = [
        "use-when-wished": AnswerModel(shares: [20, 90, 260, 420, 210], doNotKnow: 20, change: 10),
        "time-enough": AnswerModel(shares: [60, 190, 330, 300, 120], doNotKnow: 60),
        "same-companion": AnswerModel(shares: [20, 80, 220, 450, 230], doNotKnow: 15),
        "hours-known": AnswerModel(shares: [90, 170, 250, 300, 190], doNotKnow: 20, change: 30),
        "planned-over-three-months": AnswerModel(shares: [320, 270, 220, 140, 50], doNotKnow: 30, change: 80),
        // Yes first, then no.
        "orders-refused": AnswerModel(shares: [340, 660], doNotKnow: 60),
        "complaint-routine": AnswerModel(shares: [780, 220], doNotKnow: 60),
        "knows-three-month-rule": AnswerModel(shares: [570, 600, 250], doNotKnow: 400),
        "knows-expense-rule": AnswerModel(shares: [500, 650, 350], doNotKnow: 450),
    ]

    private static let caseOfficer: [String: AnswerModel] = [
        "time-enough": AnswerModel(shares: [10, 80, 300, 450, 160], doNotKnow: 60, district: 100),
        "informs-three-month-rule": AnswerModel(
            shares: [180, 240, 260, 220, 100], doNotKnow: 10, district: 150, change: 90),
        "informs-expense-rule": AnswerModel(
            shares: [220, 270, 250, 180, 80], doNotKnow: 10, district: 150, change: 60),
        "complaint-informed": AnswerModel(shares: [640, 360], doNotKnow: 20, district: -80),
        "knows-three-month-rule": AnswerModel(shares: [740, 600, 250], doNotKnow: 300, district: 120),
        "knows-expense-rule": AnswerModel(shares: [680, 650, 350], doNotKnow: 350, district: 120),
    ]
}
