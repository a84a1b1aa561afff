// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Changes between waves and gaps between groups, of an item's key number or of the share right.
///
/// p-values are adjusted by Holm over what is looked at together: the items of a battery, or all knowledge items, and
/// for gaps the categories compared.
struct DifferenceRows {
    private let inquiry: SurveyInquiry
    private var rows: [CountedRow?] = []
    private var families: [String] = []
    private var pValues: [Double?] = []

    init(_ inquiry: SurveyInquiry) { self.inquiry = inquiry }

    /// - Throws: `QuestionError.notOfItem` when no item asked for has a number to compare.
    static func rows(of inquiry: SurveyInquiry) throws(QuestionError) -> [CountedRow] {
        var table = DifferenceRows(inquiry)
        for sample in inquiry.samples { try table.add(sample) }
        return table.adjusted
    }

    /// What is compared: one item, or all knowledge items together.
    private struct Subject {
        /// Places in the survey's items.
        let items: [Int]
        /// The item whose row it is; nil for all together.
        let named: Int?
        let family: String
        /// Whether it was asked for; the others of a battery only lend their p-values.
        let isAsked: Bool
    }

    private mutating func add(_ sample: SurveySample) throws(QuestionError) {
        let subjects = try subjects(of: sample)
        let cells = inquiry.cells(of: sample)
        for subject in subjects {
            for cell in cells {
                switch inquiry.question.aspect.gap {
                case nil: addChange(sample, subject, cell)
                case .group?: addGroupGap(sample, subject, cell)
                case let dimension?: addTraitGap(sample, subject, cell, cells, dimension)
                }
            }
        }
    }

    private func subjects(of sample: SurveySample) throws(QuestionError) -> [Subject] {
        let asked = inquiry.items(of: sample)
        if !inquiry.rule.isOfOneItem {
            let each = asked.map { Subject(items: [$0], named: $0, family: "knowledge", isAsked: true) }
            let all = Subject(items: asked, named: nil, family: "all", isAsked: true)
            guard inquiry.dimensions.contains(.question) else {
                return asked.isEmpty ? [] : [asked.count == 1 ? each[0] : all]
            }
            return each + (inquiry.question.totals && asked.count > 1 ? [all] : [])
        }
        var subjects: [Subject] = []
        for (place, item) in sample.survey.items.enumerated() where item.hasKeyFigure {
            let isAsked = asked.contains(place)
            let isOfBattery = item.battery.map { name in
                asked.contains { sample.survey.items[$0].battery == name }
            }
            guard isAsked || isOfBattery == true else { continue }
            subjects.append(
                Subject(items: [place], named: place, family: item.battery ?? "item " + item.name, isAsked: isAsked))
        }
        if subjects.isEmpty, let first = asked.first {
            throw .notOfItem(
                sample.survey.items[first].name, aspect: inquiry.question.aspect.slug ?? "")
        }
        return subjects
    }

    // MARK: Differences

    private mutating func addChange(_ sample: SurveySample, _ subject: Subject, _ cell: SurveyInquiry.Cell) {
        let names = subject.items.map { sample.survey.items[$0].name }
        guard let earlier = inquiry.wave(before: sample, with: names) else {
            return append(sample, subject, cell, notDefined(SurveyReasons.noEarlierWave), p: nil, against: nil)
        }
        // Only items that both waves have are compared.
        let common = names.filter { name in earlier.survey.items.contains { $0.name == name } }
        let there = inquiry.cell(like: cell, of: earlier)
        compare(
            (sample, sample.places(of: common), cell), (earlier, earlier.places(of: common), there), subject,
            covariance: { now, before in
                sample.design.overlapCovariance(
                    now, with: before, of: earlier.design, pairs: sample.pairs(with: earlier))
            }, pairs: sample.pairs(with: earlier).count)
    }

    private mutating func addGroupGap(_ sample: SurveySample, _ subject: Subject, _ cell: SurveyInquiry.Cell) {
        let names = subject.items.map { sample.survey.items[$0].name }
        guard let reference = inquiry.referenceGroup(of: sample, with: names),
            reference.survey.group.code != sample.survey.group.code
        else { return }
        let common = names.filter { name in reference.survey.items.contains { $0.name == name } }
        compare(
            (sample, sample.places(of: common), cell),
            (reference, reference.places(of: common), inquiry.cell(like: cell, of: reference)), subject,
            covariance: { _, _ in 0 }, pairs: 0)
    }

    private mutating func addTraitGap(
        _ sample: SurveySample, _ subject: Subject, _ cell: SurveyInquiry.Cell, _ cells: [SurveyInquiry.Cell],
        _ dimension: Dimension
    ) {
        guard let place = cell.traits.firstIndex(where: { $0.dimension == dimension }),
            cell.traits[place].kind == .value
        else { return }
        var others = cell.members.map { _ in false }
        for other in cells where other.traits[place].kind != .total {
            var traits = other.traits
            traits[place] = cell.traits[place]
            guard traits == cell.traits else { continue }
            for row in others.indices where other.members[row] && !cell.members[row] { others[row] = true }
        }
        var total = cell.traits
        total[place] = .total(of: dimension)
        compare(
            (sample, subject.items, cell),
            (sample, subject.items, SurveyInquiry.Cell(traits: total, members: others)), subject,
            covariance: { (try? sample.design.covariance($0, $1)) ?? 0 }, pairs: 0)
    }

    private typealias Side = (sample: SurveySample, items: [Int], cell: SurveyInquiry.Cell)

    private mutating func compare(
        _ later: Side, _ earlier: Side, _ subject: Subject, covariance: (Linearised, Linearised) -> Double, pairs: Int
    ) {
        guard let now = figure(later), let before = figure(earlier) else {
            return append(
                later.sample, subject, later.cell, notDefined(SurveyReasons.nobodyAnswered), p: nil, against: nil)
        }
        let estimate = SurveyDifference.estimate(
            now.side, before.side, covariance: covariance(now.estimate, before.estimate),
            count: now.measurement.persons)
        let isWithin =
            later.sample.survey.wave == earlier.sample.survey.wave
            && later.sample.survey.group.code
                == earlier.sample.survey.group.code
        var degrees = now.degreesOfFreedom + before.degreesOfFreedom
        if pairs > 0 { degrees = max(1, degrees - pairs) }
        var measurement = Measurement(
            kind: .difference, unit: now.differenceUnit, value: nil,
            persons: now.measurement.persons,
            compared: [now.measurement, before.measurement])
        measurement.take(estimate)
        measurement.degreesOfFreedom = Double(degrees)
        // The other side's error is printed, so the difference's tells of this side's.
        measurement.unanswered = [now, before].compactMap(\.measurement.unanswered).filter { $0 > 0 }.min()
        append(
            later.sample, subject, later.cell,
            CountedNumber(
                measurement,
                of: now.contributions
                    + before.contributions.map { contribution in
                        var earlier = contribution
                        earlier.isEarlier = true
                        return earlier
                    }),
            p: SurveyDifference.p(estimate, degreesOfFreedom: degrees), against: isWithin ? nil : earlier)
    }

    private func figure(_ side: Side) -> SurveyFigure? {
        if side.items.isEmpty { return nil }
        if !inquiry.rule.isOfOneItem {
            return inquiry.awareness(side.sample, side.items, side.cell.members)
        }
        return ItemFigures(
            side.sample, item: side.items[0], members: side.cell.members, level: inquiry.question.level
        ).key
    }

    private func notDefined(_ reason: Phrase) -> CountedNumber {
        .notDefined(unit: .shareDifference, kind: .difference, reason)
    }

    // MARK: Rows

    private mutating func append(
        _ sample: SurveySample, _ subject: Subject, _ cell: SurveyInquiry.Cell, _ counted: CountedNumber, p: Double?,
        against earlier: Side?
    ) {
        var identities: [Tabulation.Identity] = []
        if let earlier, counted.measurement.value != nil {
            let name = subject.named.map { sample.survey.items[$0].name }
            let there = name.flatMap { earlier.sample.places(of: [$0]).first }
            let domains = [
                inquiry.domain(sample, item: subject.named, cell.traits),
                inquiry.domain(earlier.sample, item: there, earlier.cell.traits),
            ]
            let terms = zip([1, -1], domains).map { coefficient, domain -> Tabulation.Identity.Term in
                guard let named = subject.named, inquiry.rule.isOfOneItem else {
                    return .init(coefficient, .awareness, .headline, .value, of: domain)
                }
                return AnswerLinks(sample.survey.items[named], domain).keyTerm(coefficient, domain)
            }
            identities = [Tabulation.Identity(.value, terms)]
        }
        rows.append(
            subject.isAsked
                ? inquiry.row(sample, item: subject.named, cell.traits, counted, identities) : nil)
        var family = [sample.survey.wave, subject.family]
        let gap = inquiry.question.aspect.gap
        if gap != nil {
            family.append("\(sample.survey.year)")
        } else {
            family.append(sample.survey.group.code)
        }
        family += cell.traits.filter { $0.dimension != gap }.map(\.code)
        if let gap, gap != .group {
            family.append(sample.survey.group.code)
        }
        families.append(family.joined(separator: "\u{1F}"))
        pValues.append(p)
    }

    private var adjusted: [CountedRow] {
        var members: [String: [Int]] = [:]
        for (place, family) in families.enumerated() { members[family, default: []].append(place) }
        var rows = rows
        for places in members.values {
            let adjusted = PAdjustment.holm.adjusted(places.map { pValues[$0] })
            for (place, value) in zip(places, adjusted) {
                guard let p = pValues[place], let value else { continue }
                rows[place]?.row.measurement.test = Measurement.Test(p: p, adjustedP: value)
            }
        }
        return rows.compactMap { $0 }
    }
}

extension SurveySample {
    /// Where items stand in the survey, by name.
    fileprivate func places(of names: [String]) -> [Int] {
        names.compactMap { name in survey.items.firstIndex { $0.name == name } }
    }
}
