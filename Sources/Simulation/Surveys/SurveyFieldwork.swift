// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// Sends a survey out and takes the answers in: who is drawn, who is reached, who answers, and what is left empty.
struct SurveyFieldwork {
    let seed: UInt64
    let parameters: SurveyParameters
    let group: SurveyGroup
    let questions: [CodebookItem]
    let frame: [FrameMember]
    /// 0 for the first wave.
    let wave: Int

    /// Places in the frame, in their order: a simple random sample in each stratum, or everyone.
    ///
    /// Each member has a random number for good (permanent random numbers; Ohlsson 1995), and a wave takes those next
    /// above its starting point: starting points near each other ask many of the same members again.
    func sample() -> [Int] {
        guard group == .users, parameters.usersSent < 1000 else { return Array(frame.indices) }
        var drawn: [Int] = []
        let moved = UInt64(parameters.usersSent * (1000 - parameters.panelOverlap)) * UInt64(wave)
        let start = UInt64.max / 1_000_000 &* moved
        for (_, members) in Dictionary(grouping: frame.indices, by: { frame[$0].stratum }) {
            let size = max(min(2, members.count), (members.count * parameters.usersSent + 500) / 1000)
            let order = members.map { (number: permanentNumber(frame[$0]) &- start, place: $0) }
                .sorted { ($0.number, $0.place) < ($1.number, $1.place) }
            drawn += order.prefix(size).map(\.place)
        }
        return drawn.sorted()
    }

    func isReached(_ place: Int) -> Bool {
        var draw = draw(31, frame[place], wave)
        return !draw.chance(parameters.undeliverable)
    }

    /// Those of the drawn who answer, in the order their answers come in.
    func responses(of drawn: [Int], truth: [[ItemAnswer]]) -> [SimulatedSurvey.Response] {
        var came: [SimulatedSurvey.Response] = []
        for place in drawn where isReached(place) {
            let member = frame[place]
            var lasting = draw(32, member, 0)
            var fresh = draw(33, member, wave)
            let inclination = fresh.chance(400) ? fresh.below(1000) : lasting.below(1000)
            guard inclination < willingness(of: member) else { continue }
            var draw = draw(34, member, wave)
            // Within six weeks, between eight in the morning and ten at night.
            let minute = draw.below(42) * 1440 + 480 + draw.below(840)
            came.append(response(of: place, truth[place], minute, &draw))
        }
        return came.sorted { ($0.minute, $0.member) < ($1.minute, $1.member) }
    }

    /// Parts of a thousand.
    private func willingness(of member: FrameMember) -> Int {
        guard group == .users else { return parameters.staffAnswer }
        // The effect of law is of SoL: who has LSS answers less.
        let effect = member.effect(
            age: parameters.ageEffectOnAnswering, law: -parameters.lawEffectOnAnswering, district: 40)
        return min(985, max(30, parameters.usersAnswer + effect))
    }

    private func response(
        of place: Int, _ truth: [ItemAnswer], _ minute: Int, _ draw: inout SplitMix64
    ) -> SimulatedSurvey.Response {
        let isEmpty = draw.chance(parameters.emptyForms)
        let asked = questions.indices.filter { !questions[$0].isFromFrame }
        let stop = isEmpty ? 0 : draw.chance(parameters.breakOff) ? draw.within(1...max(1, asked.count - 1)) : nil
        var answers = truth
        for (order, question) in asked.enumerated() {
            let passes = draw.chance(parameters.itemNonresponse)
            let declines = draw.chance(parameters.declines)
            if truth[question] == .missing(.notAsked) { continue }
            if let stop, order >= stop {
                answers[question] = .missing(.noAnswer)
            } else if questions[question].item.themesOf != nil {
                continue
            } else if passes, questions[question].item.kind != .text {
                answers[question] = .missing(.noAnswer)
            } else if declines, questions[question].canBeAnswered(.declines) {
                answers[question] = .missing(.declines)
            }
        }
        showHidden(&answers)
        dropThemes(&answers)
        return SimulatedSurvey.Response(member: place, answers: answers, isComplete: stop == nil, minute: minute)
    }

    /// A question that an answer would have hidden is shown to who passed that answer over, and left empty.
    private func showHidden(_ answers: inout [ItemAnswer]) {
        for (place, question) in questions.enumerated() where question.item.notAskedIf != nil {
            if answers[place] == .missing(.notAsked), !question.item.isHidden(by: answers, of: questions) {
                answers[place] = .missing(.noAnswer)
            }
        }
    }

    /// Themes are coded of what was written: none without a text.
    private func dropThemes(_ answers: inout [ItemAnswer]) {
        for (place, question) in questions.enumerated() {
            guard let text = question.item.themesOf,
                let source = questions.firstIndex(where: { $0.item.name == text }), answers[source] != .text
            else { continue }
            answers[place] = .missing(.noAnswer)
        }
    }

    private func permanentNumber(_ member: FrameMember) -> UInt64 {
        var draw = draw(30, member, 0)
        return draw.next()
    }

    private func draw(_ stream: Int, _ member: FrameMember, _ more: Int) -> SplitMix64 {
        SplitMix64(seed: seed, stream, group.rawValue, member.number, more)
    }
}
