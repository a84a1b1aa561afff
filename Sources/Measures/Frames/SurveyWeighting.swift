// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// The weights of a survey's answers, and how they came about (*vägning och bortfallsjustering*).
///
/// Answers in a stratum stand for all of it, N_h ÷ n_h. Then the frame's rule: weights fitted to known counts of one
/// item (post-strata) or several (raking), classes with too few answers put together with a neighbour. Answers that name
/// no stratum, or no class, are taken to be spread as the others are.
struct SurveyWeighting {
    /// How the weights were made, of what the frame asked for.
    enum Basis: Sendable {
        /// All weigh the same: no population size is known.
        case none
        /// N_h ÷ n_h, or N ÷ n.
        case strata
        case classes
        case raking
        case given
        /// The counts could not be met: N_h ÷ n_h stands.
        case failed
    }

    private(set) var design: SurveyDesign
    private(set) var basis: Basis
    /// The items whose counts the weights were fitted to.
    private(set) var fittedItems: [String] = []
    /// Classes that were put together, by label.
    private(set) var merged: [[Phrase]] = []
    /// Whether the frame has strata without any answer.
    private(set) var hasEmptyStrata = false
    /// Kish's design effect of the weights, 1 or more; nil without answers.
    var kish: Double? { DesignEffect.kish(design.weights) }

    /// - Throws: `QuestionError.moreAnswersThanPersons` with the stratum.
    init(_ survey: Survey, _ responses: [SurveyResponse]) throws(QuestionError) {
        let frame = survey.frame
        let strata = Strata(frame, responses)
        hasEmptyStrata = strata.hasEmpty
        let given = frame.rule == .given ? Self.given(responses) : nil
        basis = given != nil ? .given : strata.populations == nil ? .none : .strata
        do {
            design = try SurveyDesign(
                count: responses.count, strata: strata.labels, weights: given ?? strata.weights,
                populations: strata.populations.map { [$0] } ?? [], lonelyRule: .adjust)
        } catch .moreDrawnThanThere(let stratum, _, _) {
            throw .moreAnswersThanPersons(
                group: survey.group.code, wave: survey.wave, stratum: stratum == Strata.whole ? nil : stratum)
        } catch {
            preconditionFailure("a survey's design holds together: \(error)")
        }
        switch frame.rule {
        case .strata, .given: break
        case .classes(let margin): fit([margin], survey, responses, as: .classes)
        case .raking(let margins): fit(margins, survey, responses, as: .raking)
        }
    }

    /// The weights column; a missing weight is the mean of the others. nil without any.
    private static func given(_ responses: [SurveyResponse]) -> [Double]? {
        let known = responses.compactMap(\.weight)
        guard let mean = ExactSum.mean(of: known) else { return nil }
        return responses.map { $0.weight ?? mean }
    }

    private mutating func fit(
        _ margins: [SurveyFrame.Margin], _ survey: Survey, _ responses: [SurveyResponse], as kind: Basis
    ) {
        var fitted: [SurveyDesign.Margin] = []
        for margin in margins {
            guard let place = survey.items.firstIndex(where: { $0.name == margin.item }) else { continue }
            let classes = WeightingClasses(
                margin, item: survey.items[place], answers: responses.map { $0.answers[place] },
                weights: design.weights, hasPopulation: basis == .strata || basis == .given)
            merged += classes.merged
            guard let margin = classes.margin else { continue }
            fitted.append(margin)
            fittedItems.append(survey.items[place].name)
        }
        guard !fitted.isEmpty else { return }
        if basis == .none {
            // Without a population the counts of the first margin say how many the answers stand for.
            let whole = ExactSum.sum(of: Array(fitted[0].totals.values))
            fitted = fitted.map { margin in
                let sum = ExactSum.sum(of: Array(margin.totals.values))
                return SurveyDesign.Margin(
                    classes: margin.classes, totals: margin.totals.mapValues { $0 * whole / sum })
            }
        }
        do {
            design =
                fitted.count == 1
                ? try design.poststratified(by: fitted[0].classes, to: fitted[0].totals) : try design.raked(to: fitted)
            basis = kind
        } catch {
            basis = .failed
            fittedItems = []
        }
    }
}

/// The strata of the answers, with what they were drawn from.
private struct Strata {
    static let whole = "all"
    private static let unnamed = "\u{1F}"

    let labels: [String]
    /// N of each answer's stratum; nil when that of any stratum is not known.
    let populations: [Double]?
    let hasEmpty: Bool

    /// Those of the sampling where sizes are known; else all the same.
    var weights: [Double]? { populations == nil ? labels.map { _ in 1 } : nil }

    init(_ frame: SurveyFrame, _ responses: [SurveyResponse]) {
        let names = frame.strata.map(\.name)
        if names.count <= 1 {
            labels = responses.map { _ in Self.whole }
            populations = frame.strata.first?.population.map { size in responses.map { _ in Double(size) } }
            hasEmpty = false
            return
        }
        let places = responses.map { $0.stratum }
        labels = places.map { $0.map { names[$0] } ?? Self.unnamed }
        let answers = names.indices.map { name in places.count { $0 == name } }
        hasEmpty = answers.contains(0)
        let known = frame.strata.indices.allSatisfy { answers[$0] == 0 || frame.strata[$0].population != nil }
        let named = answers.reduce(0, +)
        guard known, named > 0 else {
            populations = nil
            return
        }
        // Answers that name no stratum take their part of each.
        let share = Double(named) / Double(responses.count)
        let sizes = frame.strata.indices.map { answers[$0] == 0 ? 0 : Double(frame.strata[$0].population ?? 0) }
        let whole = ExactSum.sum(of: sizes)
        populations = places.map { place in
            guard let place else { return max(Double(responses.count - named), whole * (1 - share)) }
            return share == 1 ? sizes[place] : max(Double(answers[place]), sizes[place] * share)
        }
    }
}
