// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 11: who knows the rules? Item by item, or over all knowledge items of a survey.
extension SurveyInquiry {
    func awarenessRows() -> [Tabulation.Row] {
        var rows: [Tabulation.Row] = []
        for sample in samples {
            let cells = cells(of: sample)
            let items = items(of: sample)
            guard !items.isEmpty else { continue }
            if dimensions.contains(.question) {
                for item in items {
                    for cell in cells { rows.append(awarenessRow(sample, [item], item, cell)) }
                }
            }
            if !dimensions.contains(.question) || (question.totals && items.count > 1) {
                for cell in cells { rows.append(awarenessRow(sample, items, nil, cell)) }
            }
        }
        return rows
    }

    private func awarenessRow(_ sample: SurveySample, _ items: [Int], _ named: Int?, _ cell: Cell) -> Tabulation.Row {
        // The share over one item is that item's.
        let named = named ?? (items.count == 1 && !dimensions.contains(.question) ? items[0] : nil)
        let about = domain(sample, item: named, cell.traits)
        let identities = named.map { [itemLink(sample, $0, about)] } ?? sumLinks(sample, items, cell)
        let measurement: Measurement
        let links = named.map { AnswerLinks(sample.survey.items[$0], about) }
        var linked: [Tabulation.Identity] = []
        let each = items.map { ItemFigures(sample, item: $0, members: cell.members, level: question.level) }
        func total(_ parts: [Measurement]) -> Measurement {
            var sum = ItemFigures.plainShare(
                Int(parts.reduce(0) { $0 + ($1.numerator ?? 0) }),
                of: Int(parts.reduce(0) { $0 + ($1.denominator ?? 0) }))
            // n is respondents, not answers.
            sum.persons = parts.map(\.persons).max() ?? 0
            return sum
        }
        switch question.aspect {
        case .answers:
            measurement = sample.count { row in
                cell.members[row] && each.contains { $0.column.counts(row) }
            }
        case .itemNonresponse:
            measurement = total(each.map(\.itemNonresponse))
            linked = links.map { [$0.asked] } ?? []
        case .doNotKnow:
            measurement = total(each.map(\.doNotKnow))
            linked = links?.doNotKnow ?? []
        case .worstCase:
            let bounds = each.dropFirst().reduce(each[0].bounds) { $0 + $1.bounds }
            measurement =
                awareness(sample, items, cell.members).map { bounds.measurement(of: $0.measurement) }
                ?? nobody(.share, .difference)
            linked = [Tabulation.Identity(.value, [.init(1, .awareness, .headline, .value, of: about)])]
        default:
            measurement = awareness(sample, items, cell.members)?.measurement ?? nobody(.share)
            linked = identities
        }
        return row(sample, item: named, cell.traits, measurement, linked)
    }

    /// The share right of one item or of several.
    func awareness(_ sample: SurveySample, _ items: [Int], _ members: [Bool]) -> SurveyFigure? {
        if items.count == 1 {
            return ItemFigures(sample, item: items[0], members: members, level: question.level).key
        }
        let columns = items.map { sample.column($0) }
        let holds = columns.map { $0.isOneOf($0.right) }
        let rows = sample.responses.indices
        return sample.share(
            right: rows.map { row in holds.count { $0[row] == true } },
            answers: rows.map { row in columns.count { $0.counts(row) } }, of: members, level: question.level)
    }

    private func itemLink(_ sample: SurveySample, _ item: Int, _ about: [Category]) -> Tabulation.Identity {
        AnswerLinks(sample.survey.items[item], about).right(.numerator)
    }

    /// Over all items, right answers and answers are the sums of the items'.
    private func sumLinks(_ sample: SurveySample, _ items: [Int], _ cell: Cell) -> [Tabulation.Identity] {
        [Tabulation.Part.numerator, .denominator].map { part in
            Tabulation.Identity(
                part,
                items.map { .init(1, .awareness, .headline, part, of: domain(sample, item: $0, cell.traits)) })
        }
    }
}
