// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// What each member of a frame would answer, were all asked and all to answer: the truth behind a survey.
struct SimulatedAnswers {
    let seed: UInt64
    let parameters: SurveyParameters
    let group: SurveyGroup
    let questions: [CodebookItem]
    let year: Int
    /// 0 for the first wave.
    let wave: Int

    /// One answer for each question: never *no answer*, which is not a thing one thinks.
    func answers(of member: FrameMember) -> [ItemAnswer] {
        var answers: [ItemAnswer] = []
        for question in questions {
            answers.append(answer(of: member, to: question, after: answers))
        }
        return answers
    }

    private func answer(of member: FrameMember, to question: CodebookItem, after: [ItemAnswer]) -> ItemAnswer {
        let item = question.item
        if question.isFromFrame { return RegisterAnswer.of(member, item, year: year) }
        if item.isHidden(by: after, of: questions) { return .missing(.notAsked) }
        let model = AnswerModel.of(item, in: group)
        switch item.kind {
        case .number:
            return .number(Double(model.values[place(leaning(member, item, model, 0), in: model.shares)]))
        case .text: return leaning(member, item, model, 0) >= 1000 - model.shares[0] ? .text : .missing(.noAnswer)
        case .multiple:
            if let text = item.themesOf { return themes(of: member, item, model, text: text, after: after) }
            var set: UInt64 = 0
            for (place, share) in model.shares.enumerated()
            where leaning(member, item, model, place) >= 1000 - share {
                set |= 1 << UInt64(place)
            }
            // Who has none of the reasons has another one, which comes last.
            return .categories(set == 0 ? 1 << UInt64(item.categories.count - 1) : set)
        case .single, .scale:
            return item.role == .knowledge ? rule(member, question, model) : opinion(member, question, model)
        }
    }

    private func opinion(_ member: FrameMember, _ question: CodebookItem, _ model: AnswerModel) -> ItemAnswer {
        var draw = draw(23, member, question.item.name, 0)
        let concerned = draw.below(1000)
        if question.canBeAnswered(.notAsked), concerned < model.notApplicable { return .missing(.notAsked) }
        if question.canBeAnswered(.doNotKnow), concerned >= 1000 - model.doNotKnow { return .missing(.doNotKnow) }
        return .category(place(leaning(member, question.item, model, 0), in: model.shares))
    }

    private func rule(_ member: FrameMember, _ question: CodebookItem, _ model: AnswerModel) -> ItemAnswer {
        let categories = question.item.categories
        if leaning(member, question.item, model, 0) >= 1000 - model.shares[0] {
            return .category(categories.firstIndex(where: \.isRight) ?? 0)
        }
        var draw = draw(23, member, question.item.name, wave)
        if question.canBeAnswered(.doNotKnow), draw.chance(model.doNotKnow) { return .missing(.doNotKnow) }
        let wrong = categories.indices.filter { !categories[$0].isRight }
        return .category(wrong[draw.index(weights: Array(model.shares.dropFirst()))])
    }

    /// One theme of what was written, or two.
    private func themes(
        of member: FrameMember, _ item: SurveyItem, _ model: AnswerModel, text: String, after: [ItemAnswer]
    ) -> ItemAnswer {
        guard let place = questions.firstIndex(where: { $0.item.name == text }), after[place] == .text
        else { return .missing(.noAnswer) }
        var draw = draw(24, member, item.name, wave)
        var set: UInt64 = 1 << UInt64(draw.index(weights: model.shares))
        if draw.chance(200) { set |= 1 << UInt64(draw.index(weights: model.shares)) }
        return .categories(set)
    }

    /// 0–999, moved by what the member is. Three members in ten lean anew in each wave.
    private func leaning(_ member: FrameMember, _ item: SurveyItem, _ model: AnswerModel, _ part: Int) -> Int {
        var lasting = draw(21, member, item.name, part)
        var fresh = draw(22, member, item.name, part * 100 + wave)
        let drawn = fresh.chance(300) ? fresh.below(1000) : lasting.below(1000)
        let effect =
            member.effect(age: model.age, law: model.law, district: model.district) * parameters.answerEffects / 100
        let perWave = item.role == .knowledge ? parameters.knowledgeChange : model.change
        return drawn + effect + perWave * wave
    }

    /// The category whose part of the thousand the leaning falls in.
    private func place(_ leaning: Int, in shares: [Int]) -> Int {
        var rest = min(999, max(0, leaning)) * shares.reduce(0, +) / 1000
        for (place, share) in shares.enumerated() {
            if rest < share { return place }
            rest -= share
        }
        return shares.count - 1
    }

    private func draw(_ stream: Int, _ member: FrameMember, _ item: String, _ more: Int) -> SplitMix64 {
        SplitMix64(seed: seed, stream, group.rawValue, member.number, Self.key(item), more)
    }

    /// FNV-1a over the name: a question's draws are its own, whatever stands before it in the form.
    private static func key(_ name: String) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return Int(truncatingIfNeeded: hash)
    }
}

extension SurveyItem {
    /// Whether the answers so far hide the item.
    func isHidden(by answers: [ItemAnswer], of questions: [CodebookItem]) -> Bool {
        guard let filter = notAskedIf, let place = questions.firstIndex(where: { $0.item.name == filter.item })
        else { return false }
        switch answers[place] {
        case .category(let category): return filter.codes.contains(questions[place].item.categories[category].code)
        case .missing(.notAsked): return true
        default: return false
        }
    }
}
