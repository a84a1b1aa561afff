// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Beviljade timmar: question 2.
struct GrantedHoursChapter: Chapter {
    let scope: ReportScope

    private func ask(_ aspect: Question.Aspect = .headline) -> Question { scope.ask(.grantedHours, aspect) }
    private var classes: Question { scope.ask(.grantedHours, .decisions, by: .hourClass) }

    /// The means of each law and the hours a person are in the open tables alone.
    var requests: [Question] {
        scope.ask(.grantedHours, byEach: [.law, .sex, .age, .month])
            + [ask(.mean), scope.ask(.grantedHours, .mean, by: .law), ask(.perPerson)]
            + [0.25, 0.5, 0.75].map { ask(.quantile($0)) } + [classes, scope.ask(.persons)]
    }

    func section(_ released: Released) -> Section? {
        func quantile(_ share: Double) -> ReleasedCell { released.cell(ask(.quantile(share)), year) }
        let findings = [
            writer.grantedHours(
                released.cell(ask(), year), before: cellBefore(ask(), in: released),
                persons: released.cell(scope.ask(.persons), year)),
            writer.grantedPerMonth(median: quantile(0.5), lower: quantile(0.25), upper: quantile(0.75)),
        ]
        return Section(
            id: "beviljade-timmar", heading: said(.grantedHours),
            blocks: blocks(findings) + [perMonth(released), byClass(released)].compactMap { $0 }.map(shown))
    }

    /// nil when only totals are known.
    private func perMonth(_ released: Released) -> Table? {
        guard released[ask(.mean)] != nil else { return nil }
        let entries: [(Phrase, Question.Aspect, NumberForm)] = [
            (Phrase(sv: "Summa timmar", en: "Sum of hours"), .headline, .hours()),
            (Phrase(sv: "Medelvärde per månad", en: "Mean a month"), .mean, .decimal(1)),
            (Phrase(sv: "Nedre kvartil per månad", en: "Lower quartile a month"), .quantile(0.25), .decimal(1)),
            (Phrase(sv: "Median per månad", en: "Median a month"), .quantile(0.5), .decimal(1)),
            (Phrase(sv: "Övre kvartil per månad", en: "Upper quartile a month"), .quantile(0.75), .decimal(1)),
        ]
        return table(
            "beviljade-timmar-matt",
            said(sv: "Beviljade timmar under året och per månad", en: "Granted hours in the year and a month"),
            unit: said(.hours),
            notes: [
                phrase(
                    sv: """
                        Medelvärdet gäller alla månader med beviljade timmar. Median och kvartiler gäller månader \
                        som beslutet täcker helt.
                        """,
                    en: """
                        The mean is over all months with granted hours; median and quartiles are over months \
                        that the decision covers whole.
                        """)
            ], rows: entries.map { YearRow(name: said($0), question: ask($1), form: $2) },
            columns: years(said(.measure), released), kind: \.kind)
    }

    private func byClass(_ released: Released) -> Table? {
        guard released[classes] != nil else { return nil }
        return table(
            "beslut-timklass",
            said(sv: "Beslut efter antal beviljade timmar per månad", en: "Decisions by granted hours a month"),
            unit: said(sv: "antal beslut", en: "number of decisions"),
            population: said(sv: "beslut som gäller den 31 december", en: "decisions valid on 31 December"),
            rows: released.categories(classes, of: .hourClass).map { category in
                YearRow(
                    name: said(category.label), kind: category.kind == .total ? .total : .plain, question: classes,
                    codes: [category.code], form: .count)
            }, columns: years(said(Dimension.hourClass.groupHeading), released), kind: \.kind)
    }
}
