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

    private func count(where isWanted: (Int) -> Bool) -> Int { members.indices.count { members[$0] && isWanted($0) } }

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
        let scores = column.scores
        let known = scores.indices.filter { domain[$0] && scores[$0] != nil }.compactMap { scores[$0] }
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
    var answers: Measurement { sample.count { members[$0] && column.counts($0) } }

    var itemNonresponse: Measurement {
        Self.plainShare(count { column.isMissing($0) }, of: count { column.isAsked($0) })
    }

    var doNotKnow: Measurement {
        Self.plainShare(count { column.doesNotKnow($0) }, of: count { column.isAsked($0) })
    }

    /// A share of respondents as they were counted: unweighted, and no estimate of anything.
    static func plainShare(_ x: Int, of n: Int) -> Measurement {
        guard n > 0 else { return .notDefined(unit: .share, kind: .share, SurveyReasons.nobodyAnswered) }
        return Measurement(
            kind: .share, unit: .share, value: Double(x) / Double(n), persons: n, numerator: Double(x),
            denominator: Double(n))
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
    func measurement(of share: Measurement) -> Measurement {
        guard all > 0, let value = share.value else {
            return .notDefined(unit: .share, kind: .difference, SurveyReasons.nobodyAnswered)
        }
        var measurement = Measurement(
            kind: .difference, unit: .share, value: value, lower: min(value, holding / all),
            upper: max(value, (holding + missing) / all), persons: share.persons,
            compared: [share, ItemFigures.plainShare(missingAnswers, of: answers)])
        measurement.isWeighted = share.isWeighted
        return measurement
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
