// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Which of those asked have answered, and how their answers are weighted.
struct Respondents: Chapter {
    let scope: ReportScope

    private var surveys: [SurveyFacts] { scope.currentSurveys }

    var requests: [Question] {
        let ofTraits = ReportScope.registerTraits.flatMap { [scope.respondents(by: $0), scope.register(by: $0)] }
        return ([scope.responseRate, scope.respondentCount, scope.responseRateByDistrict] + weighted + ofTraits)
            .compactMap(\.self)
    }

    func section(_ released: Released) -> Section? {
        let weights = surveys.compactMap { weighting($0, released) }
        return Section(
            id: "enkat-svarande", heading: said(sv: "Vilka som har svarat", en: "Who has answered"),
            blocks: blocks(surveys.map { responseFinding($0, in: released) })
                + surveys.compactMap { lowResponse($0, released) }.map { .note(Note(.caution, $0)) } + [
                    shown(byGroup(released)), .paragraph(howWeighted),
                ] + (weights.isEmpty ? [] : [.list(weights)])
                + [byDistrict(released), besideRegister(released)].compactMap { $0.map(shown) })
    }

    private func rate(_ survey: SurveyFacts, _ released: Released) -> ReleasedCell {
        cell(scope.responseRate, survey, in: released)
    }

    /// Below half, those who did not answer decide more than those who did.
    private func lowResponse(_ survey: SurveyFacts, _ released: Released) -> RichText? {
        guard let rate = rate(survey, released).shown, rate.value < 0.5 else { return nil }
        return text(
            sv: """
                Färre än hälften av \(survey.name.definite.swedish) som fått enkäten har svarat. Om de som inte svarat \
                tycker något annat än de som svarat, stämmer inte andelarna för alla, inte heller när svaren vägs.
                """,
            en: """
                Fewer than half of \(survey.name.definite.english) who were sent the survey have answered. If those who \
                did not answer think otherwise, the shares are not right for all, weighted or not.
                """)
    }

    // MARK: Weights

    private var howWeighted: RichText {
        phrase(
            sv: """
                Där ramens storlek är känd är andelar, medelvärden och intervall vägda: varje svar räknas för så många som \
                det står för. Antal svar (n), svarsfrekvens och hur många som svarat vet ej eller inte svarat är ovägda. \
                Designeffekten visar hur mycket vikternas olikhet minskar säkerheten: vid 1,25 är det som om en femtedel av \
                svaren saknades.
                """,
            en: """
                Where the size of the frame is known, shares, means and intervals are weighted: each answer counts for as \
                many as it stands for. Numbers of answers (n), response rates and how many answered do not know, or not at \
                all, are unweighted. The design effect shows how much certainty unequal weights cost: at 1.25 as much as \
                if a fifth of the answers were missing.
                """)
    }

    /// Where the release says how a survey's answers are weighted.
    private var weighted: [Question?] { [scope.favourable, scope.knowledge, scope.distribution] }

    /// What the release says of it: its notes name the survey first.
    private func weighting(_ survey: SurveyFacts, _ released: Released) -> RichText? {
        let start = "\(survey.label.swedish), mätningen \(survey.wave):"
        return weighted.lazy.compactMap(\.self).flatMap { released[$0]?.notes ?? [] }
            .first { $0.swedish.hasPrefix(start) }.map { RichText(said($0)) }
    }

    // MARK: Tables

    private func byGroup(_ released: Released) -> Table {
        func rate(_ survey: SurveyFacts) -> ReleasedCell { self.rate(survey, released) }
        return table(
            "svarsfrekvens", said(sv: "Svarsfrekvens efter grupp", en: "Response rate by group"),
            unit: said(sv: "antal och procent", en: "number and per cent"),
            notes: [
                phrase(
                    sv: "Svarsfrekvensen är antalet giltiga svar delat med antalet utskick som nådde fram.",
                    en: "The response rate is the number of valid answers divided by those sent and delivered.")
            ], rows: surveys,
            columns: [
                .name(said(.group)) { said($0.label) },
                .init(said(sv: "Mätning", en: "Wave")) { .text(RichText($0.wave)) },
                .value(said(.reached), .count, part: .denominator, rate),
                .value(said(.respondents)) { cell(scope.respondentCount, $0, in: released) },
                .value(said(.responseRate), .percent(), rate),
            ], of: surveys)
    }

    /// nil when the strata are not districts.
    private func byDistrict(_ released: Released) -> Table? {
        guard let survey = surveys.first(where: \.strataAreDistricts), let question = scope.responseRateByDistrict,
            released[question] != nil
        else { return nil }
        func rate(_ district: Terms.Category) -> ReleasedCell { cell(question, survey, district.code, in: released) }
        let districts = released.categories(question, of: .district).filter {
            $0.kind == .total || rate($0).isKnown
        }
        guard districts.contains(where: { $0.kind == .value }) else { return nil }
        return table(
            "svarsfrekvens-namnd",
            said(
                sv: "Svarsfrekvens bland \(survey.name.definite.swedish) per stadsdelsnämnd",
                en: "Response rate among \(survey.name.definite.english) by district board"),
            unit: said(sv: "antal och procent", en: "number and per cent"), rows: districts,
            columns: [
                .name(said(Dimension.district.groupHeading), place),
                .value(said(.reached), .count, part: .denominator, rate),
                .value(said(.respondents), .count, part: .numerator, rate),
                .value(said(.responseRate), .percent(), rate),
            ], kind: { $0.kind == .total ? .total : .plain }, of: [survey])
    }

    /// The respondents beside the register, unweighted. nil when nothing of it is known.
    private func besideRegister(_ released: Released) -> Table? {
        guard let users = scope.usersSurvey else { return nil }
        var rows: [(trait: String, group: String, cells: [ReleasedCell])] = []
        for trait in ReportScope.registerTraits {
            guard let question = scope.respondents(by: trait) else { continue }
            var label = said(trait.groupHeading)
            for category in released.categories(question, of: trait) where category.kind == .value {
                let both = [question, scope.register(by: trait)].map { cell($0, users, category.code, in: released) }
                guard both.allSatisfy(\.isKnown) else { continue }
                rows.append((label, said(category.label), both))
                label = ""
            }
        }
        guard !rows.isEmpty else { return nil }
        return table(
            "svarande-register",
            said(sv: "De svarande bredvid alla som har insatsen", en: "The respondents beside all with the service"),
            unit: said(sv: "procent, ovägt", en: "per cent, unweighted"),
            notes: [
                phrase(
                    sv: """
                        Alla som har insatsen är de med ett beviljat beslut under \(users.year). Den som har insatsen \
                        enligt båda lagarna räknas på båda raderna.
                        """,
                    en: """
                        All with the service are those with a granted decision in \(users.year). Those with it under \
                        both laws count in both rows.
                        """)
            ], rows: rows,
            columns: [
                .name(said(.breakdown), \.trait), .name(said(.group), \.group),
                .value(said(sv: "De som svarat", en: "Those who answered"), .percent(), \.cells[0]),
                .value(said(sv: "Alla som har insatsen", en: "All with the service"), .percent(), \.cells[1]),
            ], headerColumns: 2, of: [users])
    }
}
