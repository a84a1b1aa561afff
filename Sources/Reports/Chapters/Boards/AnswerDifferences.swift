// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// All answers that are compared between boards, question by question in one table: a section of the chapter on
/// equality. nil when fewer than two questions are compared: what there is has a section of its own.
struct AnswerDifferences: Scoped {
    let scope: ReportScope

    func section(_ released: Released) -> Section? {
        let compared = comparedAnswers(in: released)
        guard compared.count > 1, let survey = compared[0].item?.survey else { return nil }
        let name = survey.name.definite
        return Section(
            id: "skillnader-svar",
            heading: said(
                sv: "\(name.swedish.asSentenceStart)s svar, fråga för fråga",
                en: "Answers of \(name.english), question by question"),
            blocks: [.finding(howMany(compared)), shown(table(compared, survey))])
    }

    /// "På de flesta av frågorna skiljer sig svaren inte mer än slumpen kan förklara."
    private func howMany(_ compared: [Compared]) -> Finding {
        let tested = compared.filter { $0.comparison.heterogeneity != nil }
        let differing = tested.count { ($0.comparison.heterogeneity?.pValue ?? 1) < 0.05 }
        let part: Phrase? =
            switch differing {
            case 0: nil
            case tested.count: Phrase(sv: "på alla frågor som har jämförts", en: "to all questions that were compared")
            case 1: Phrase(sv: "på en av frågorna", en: "to one of the questions")
            case let some where some * 2 > tested.count:
                Phrase(sv: "på de flesta av frågorna", en: "to most of the questions")
            default: Phrase(sv: "på några av frågorna", en: "to some of the questions")
            }
        let sentence =
            part.map { part in
                phrase(
                    sv: "Svaren \(part.swedish) skiljer sig mellan stadsdelsnämnderna mer än slumpen kan förklara.",
                    en: "The answers \(part.english) differ between the district boards more than chance explains.")
            }
            ?? phrase(
                sv: "Inte på någon fråga skiljer sig svaren mellan stadsdelsnämnderna mer än slumpen kan förklara.",
                en: "To no question do the answers differ between the district boards more than chance explains.")
        return Finding(sentence, values: tested.compactMap { $0.comparison.figure(.heterogeneity) })
    }

    private func table(_ compared: [Compared], _ survey: SurveyFacts) -> Table {
        /// Answers differ in form from question to question.
        func column(
            _ heading: Phrase, _ statistic: ReleasedComparison.Statistic,
            _ form: @escaping (ComparedWords) -> NumberForm
        ) -> TableSpec<Compared>.Column {
            .init(said(heading)) { .value($0.cell(statistic), form($0.measure)) }
        }
        return table(
            "svar-skillnader",
            said(
                sv: "Så mycket skiljer sig svaren mellan stadsdelsnämnder, och vad slumpen ensam skulle ge",
                en: "How much answers differ between district boards, and what chance alone would give"),
            unit: said(
                sv: "procent positiva svar, av kunskapsfrågor procent rätta; skillnader i procentenheter",
                en: "per cent favourable, of knowledge questions per cent right; differences in percentage points"),
            notes: [reading], rows: compared,
            columns: [
                .name(said(.question)) { said($0.item?.shortName ?? $0.measure.name) },
                column(.commonValue, .commonValue, \.form),
                column(
                    Phrase(sv: "Högsta minus lägsta nämnd", en: "Highest less lowest board"), .gap,
                    \.spreadForm.unsigned),
                column(Phrase(sv: "Väntat av slumpen", en: "Expected by chance"), .gapByChance, \.spreadForm.unsigned),
                .name(said(sv: "Skillnaderna är", en: "The differences are")) { said(verdict($0.comparison)) },
                .name(said(sv: "Nämnder som sticker ut", en: "Boards that stand out")) { named($0.comparison) },
            ], of: [survey])
    }

    private var reading: RichText {
        phrase(
            sv: """
                Slumpen är här vilka som har svarat. Varje fråga är prövad för sig: av tjugo frågor där bara slumpen \
                skiljer nämnder åt ser ungefär en ändå ut att skilja sig. Utjämning är att jämföra nämnderna som om \
                de som svarat hade samma fördelning av lagrum, ålder och kön överallt, så långt det är känt. Nämnderna är inte bedömda var för sig där färre än fem \
                nämnders svar visas.
                """,
            en: """
                Chance is here who has answered. Every question is tested on its own: of twenty questions where \
                only chance sets boards apart, about one still seems to differ. Evening out is to compare boards \
                as if those who answered had the same mix of law, age and sex everywhere, as far as it is known. Boards are not judged one by one where the answers of \
                fewer than five are shown.
                """)
    }

    private func named(_ comparison: ReleasedComparison) -> String {
        guard comparison.groups.contains(where: { $0.plain != nil }) else {
            return said(sv: "inte bedömt", en: "not judged")
        }
        let named = comparison.groups.filter(\.isNamed).map { said($0.category.label) }
        return named.isEmpty ? said(sv: "ingen", en: "none") : named.joined(separator: ", ")
    }

    private func verdict(_ comparison: ReleasedComparison) -> Phrase {
        guard let whole = comparison.heterogeneity else { return Phrase(sv: "inte prövade", en: "not tested") }
        guard whole.pValue < 0.05 else {
            return Phrase(sv: "inte större än slumpen ger", en: "not larger than chance gives")
        }
        if let mix = comparison.caseMix, mix.standardisedP >= 0.05 {
            return Phrase(
                sv: "större än slumpen ger, men inte efter utjämning",
                en: "larger than chance gives, but not after evening out")
        }
        return Phrase(sv: "större än slumpen ger", en: "larger than chance gives")
    }
}

extension ComparedItem {
    /// In a table of questions: the question itself, or what all knowledge items together tell.
    fileprivate var shortName: Phrase {
        item?.question
            ?? Phrase(sv: "Kännedom om reglerna, alla kunskapsfrågor", en: "Knowledge of the rules, all items")
    }
}
