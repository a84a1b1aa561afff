// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// The numbers of one item for one group of respondents.
struct ItemFigures {
    let sample: SurveySample
    let column: ItemColumn
    let members: [Bool]
    let level: Double

    init(_ sample: SurveySample, item: Int, members: [Bool], level: Double) {
        self.sample = sample
        self.column = sample.column(item)
        self.members = members
        self.level = level
    }

    /// Rows of the group that the item speaks of.
    private var domain: [Bool] { members.indices.map { members[$0] && column.speaks(of: $0) } }

    /// The share with an answer of the item's; *vet ej* is the place after the last.
    func share(ofAnswer place: Int) -> SurveyFigure? {
        let isDoNotKnow = place == column.item.categories.count
        return sample.share(isDoNotKnow ? column.isDoNotKnow : column.isOneOf([place]), of: domain, level: level)
    }

    /// The favourable share, of knowledge items the share right; of numbers the mean.
    var key: SurveyFigure? {
        if column.item.kind == .number { return mean }
        let counted = column.item.role == .knowledge ? column.right : column.item.favourable
        return counted.isEmpty ? nil : sample.share(column.isOneOf(counted), of: domain, level: level)
    }

    var netBalance: SurveyFigure? {
        let item = column.item
        guard !item.favourable.isEmpty, !item.unfavourable.isEmpty else { return nil }
        return sample.balance(
            column.isOneOf(item.favourable), column.isOneOf(item.unfavourable), of: domain, level: level)
    }

    var mean: SurveyFigure? { mean(of: column.scores, unit: .score) }

    var index: SurveyFigure? { mean(of: column.points, unit: .points) }

    /// Scores tell the answers they come from, so disclosure control gets those above the lowest and those below the
    /// highest as contributors, and the sum of the scores as numerator.
    private func mean(of values: [Double?], unit: Unit) -> SurveyFigure? {
        guard var figure = sample.mean(values, of: domain, unit: unit, level: level) else { return nil }
        let (domain, scores) = (domain, column.scores)
        figure.contributions = scores.indices.compactMap { row in
            domain[row] ? scores[row].map { sample.contribution(of: row, $0, 1) } : nil
        }
        let known = figure.contributions.map(\.numerator)
        figure.measurement.numerator = ExactSum.sum(of: known)
        figure.measurement.denominator = Double(known.count)
        if let (low, high) = column.span {
            figure.measurement.numeratorContributions = Self.contributions(known.map { $0 - low })
            figure.measurement.denominatorContributions = Self.contributions(known.map { high - $0 })
        } else {
            figure.measurement.numeratorContributions = Self.contributions(known)
        }
        return figure
    }

    private static func contributions(_ amounts: [Double]) -> Measurement.Contributions {
        let sorted = amounts.filter { $0 != 0 }.sorted(by: >)
        return Measurement.Contributions(
            persons: sorted.count, total: ExactSum.sum(of: sorted), largest: sorted.first ?? 0,
            second: sorted.dropFirst().first ?? 0)
    }

    // MARK: As counted

    /// Respondents with an answer that counts; of free text those who wrote.
    var answers: CountedNumber { sample.count { members[$0] && column.counts($0) } }

    var itemNonresponse: CountedNumber { shareOfAsked { column.isMissing($0) } }

    var doNotKnow: CountedNumber { shareOfAsked { column.doesNotKnow($0) } }

    private func shareOfAsked(_ holds: (Int) -> Bool) -> CountedNumber {
        sample.plainShare(holding: holds) { members[$0] && column.isAsked($0) }
    }

    // MARK: Bounds

    /// Σw of the key answer, of the missing ones, and of all that the item speaks of.
    var bounds: WorstCase {
        let counted = column.item.role == .knowledge ? column.right : column.item.favourable
        let holds = column.isOneOf(counted)
        let rows = members.indices.filter { domain[$0] }
        func weight(_ isWanted: (Int) -> Bool) -> Double {
            ExactSum.sum(of: rows.filter(isWanted).map { sample.design.weights[$0] })
        }
        return WorstCase(
            holding: weight { holds[$0] == true }, missing: weight { column.isMissing($0) }, all: weight { _ in true },
            missingAnswers: rows.count { column.isMissing($0) }, answers: rows.count)
    }
}

/// What a share can be when nothing is taken for granted of those without an answer: Manski (1989), J. Hum. Res. 24:343;
/// Horowitz & Manski (1998), J. Econometrics 84:37.
struct WorstCase {
    var holding: Double
    var missing: Double
    var all: Double
    var missingAnswers: Int
    var answers: Int

    static func + (a: WorstCase, b: WorstCase) -> WorstCase {
        WorstCase(
            holding: a.holding + b.holding, missing: a.missing + b.missing, all: a.all + b.all,
            missingAnswers: a.missingAnswers + b.missingAnswers, answers: a.answers + b.answers)
    }

    /// The share with the bounds for limits. Hidden with the share, and when few are missing.
    func counted(_ figure: SurveyFigure) -> CountedNumber {
        let share = figure.measurement
        guard all > 0, let value = share.value else {
            return .notDefined(unit: .share, kind: .difference, SurveyReasons.nobodyAnswered)
        }
        var measurement = Measurement(
            kind: .difference, unit: .share, value: value, lower: min(value, holding / all),
            upper: max(value, (holding + missing) / all), persons: share.persons,
            compared: [share, .plainShare(missingAnswers, of: answers)])
        measurement.isWeighted = share.isWeighted
        return CountedNumber(measurement, of: figure.contributions)
    }
}

/// Why a number of a survey is not defined.
enum SurveyReasons {
    static let nobodyAnswered = Phrase(sv: "Ingen har svarat.", en: "Nobody answered.")
    static let noEarlierWave = Phrase(
        sv: "Gruppen har ingen tidigare mätning med frågan.", en: "The group has no earlier wave with the item.")
    static let notSent = Phrase(
        sv: "Det är inte angivet hur många som fick enkäten.", en: "It is not given how many were sent the survey.")
    static let noRegister = Phrase(
        sv: "Registret har inga personer med beslut det året.",
        en: "The register has no persons with a decision in that year.")
}
