// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// What a reader must know beside numbers of a survey: how the answers were weighted, and what was left out. No note
/// holds a number of persons or answers.
enum SurveyNotes {
    static func notes(for inquiry: SurveyInquiry) -> [Phrase] {
        guard inquiry.rule.isEstimated else { return [] }
        var notes = inquiry.samples.compactMap(weighting)
        notes += leftOut(inquiry)
        notes.append(intervals)
        return notes
    }

    /// "Brukare, mätningen 2019: svaren vägda efter stratum; vikternas designeffekt (Kish) 1,12."
    static func weighting(_ sample: SurveySample) -> Phrase? {
        guard !sample.responses.isEmpty else { return nil }
        let weighting = sample.weighting
        var text = join(sample.name, basis(sample), ": ")
        if let kish = weighting.kish, weighting.basis != .none {
            let number = (
                NumberStyle(.swedish).text(kish, .decimal(2)), NumberStyle(.english).text(kish, .decimal(2))
            )
            text = Phrase(
                sv: text.swedish + "; vikternas designeffekt (Kish) \(number.0)",
                en: text.english + "; design effect of the weights (Kish) \(number.1)")
        }
        text = Phrase(sv: text.swedish + ".", en: text.english + ".")
        for group in weighting.merged {
            let names = (
                group.map(\.swedish).joined(separator: ", "), group.map(\.english).joined(separator: ", ")
            )
            text = Phrase(
                sv: text.swedish + " Hopslagna vid vägningen: \(names.0).",
                en: text.english + " Put together in weighting: \(names.1).")
        }
        if weighting.hasEmptyStrata {
            text = Phrase(
                sv: text.swedish + " Något stratum är helt utan svar; skattningarna gäller de övriga.",
                en: text.english + " Some stratum has no answer at all; estimates speak of the others.")
        }
        return text
    }

    /// What a background item tells of the respondent; its own name when the codebook does not say.
    private static func word(for trait: SurveyItem.Trait?, named name: String) -> Phrase {
        switch trait {
        case .age, .birthYear: Phrase(sv: "ålder", en: "age")
        case .sex: Phrase(sv: "kön", en: "sex")
        case .law: Phrase(sv: "lagrum", en: "law")
        case .district: Phrase(sv: "stadsdelsnämnd", en: "district board")
        case nil: Phrase(sv: name, en: name)
        }
    }

    private static func basis(_ sample: SurveySample) -> Phrase {
        let items = sample.weighting.fittedItems.map { name in
            word(for: sample.survey.items.first { $0.name == name }?.trait, named: name)
        }
        let fitted = Phrase(
            sv: items.map(\.swedish).joined(separator: ", "), en: items.map(\.english).joined(separator: ", "))
        return switch sample.weighting.basis {
        case .none:
            Phrase(
                sv: "alla svar väger lika, för ramens storlek är inte angiven",
                en: "all answers weigh the same, since the size of the frame is not given")
        case .strata:
            Phrase(
                sv: "svaren vägda till antalet personer i ramen, stratum för stratum",
                en: "answers weighted to the persons of the frame, stratum by stratum")
        case .classes:
            Phrase(
                sv: "svaren vägda till ramens antal efter \(fitted.swedish)",
                en: "answers weighted to the frame's counts by \(fitted.english)")
        case .raking:
            Phrase(
                sv: "svaren vägda till ramens antal efter \(fitted.swedish) (raking)",
                en: "answers weighted to the frame's counts by \(fitted.english) (raking)")
        case .given: Phrase(sv: "vikterna är filens egna", en: "the weights are the file's own")
        case .failed:
            Phrase(
                sv: "ramens antal gick inte att uppfylla, svaren vägda bara stratum för stratum",
                en: "the frame's counts could not be met, answers weighted only stratum by stratum")
        }
    }

    private static func leftOut(_ inquiry: SurveyInquiry) -> [Phrase] {
        let items = inquiry.samples.flatMap { sample in inquiry.items(of: sample).map { sample.survey.items[$0] } }
        var notes: [Phrase] = []
        if items.contains(where: { $0.role != .knowledge }) {
            notes.append(
                Phrase(
                    sv: "De som svarat vet ej och de som inte svarat på frågan räknas inte med.",
                    en: "Those who do not know and those who did not answer the item are left out."))
        }
        if items.contains(where: { $0.role == .knowledge }) {
            notes.append(
                Phrase(
                    sv: "I kunskapsfrågor räknas vet ej som inte rätt; de som inte svarat på frågan räknas inte med.",
                    en: "In knowledge items do not know counts as not right; those who did not answer are left out."))
        }
        return notes
    }

    private static let intervals = Phrase(
        sv: "Intervallen gäller slumpen i vilka som svarade, om de inom varje stratum och klass svarar som de som inte "
            + "svarade. Där underlaget är ett enda svar i ett stratum finns inget intervall.",
        en:
            "Intervals are for the chance of who answered, if those within a stratum and class answer like those who did "
            + "not. Where a stratum has one answer only there is no interval.")

    private static func join(_ a: Phrase, _ b: Phrase, _ between: String) -> Phrase {
        Phrase(sv: a.swedish + between + b.swedish, en: a.english + between + b.english)
    }
}
