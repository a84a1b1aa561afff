// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// Whether the boards differ more than chance explains: the answer in words, funnels, and what evening out for law, age
/// and sex changes.
extension Chapters {
    /// How boards compare on a measure; nil when they are not compared.
    func comparison(of measure: MeasureName) -> ReleasedComparison? {
        comparisons.first { $0.dimension == .district && $0.question.measure == measure && $0.groups.count > 1 }
    }

    /// Whether anything of the boards is compared.
    var comparesBoards: Bool { comparison(of: .utilisation) != nil || comparison(of: .flexibleUse) != nil }

    /// The findings first, then for each measure its funnel and its evening out.
    func differences() -> [Block] {
        let compared = [MeasureName.utilisation, .flexibleUse].compactMap { comparison(of: $0) }
        var blocks: [Block] = []
        for comparison in compared {
            let told = ComparisonSentences(comparison, language)
            let subject = said(Self.subject(of: comparison))
            if let differ = told.differ {
                blocks.append(.finding(Finding(RichText("\(subject): \(said(differ).asMidSentence)"), values: [])))
            }
            for sentence in [told.gap, told.named, told.caseMix, told.change].compactMap({ $0 }) {
                blocks.append(.paragraph(RichText(said(sentence))))
            }
        }
        for comparison in compared {
            if let figure = funnel(comparison) { blocks.append(shown(figure)) }
            if let table = caseMix(comparison) { blocks.append(shown(table)) }
        }
        blocks.append(.list(unsaid))
        return blocks
    }

    private static func subject(of comparison: ReleasedComparison) -> Phrase {
        comparison.question.measure == .utilisation
            ? Phrase(sv: "Andel utförda timmar", en: "Share of performed hours")
            : Phrase(sv: "Flexibel användning", en: "Flexible use")
    }

    // MARK: Funnel

    /// Each board's value over how sure it is, between the limits; nil without a funnel.
    private func funnel(_ comparison: ReleasedComparison) -> Figure? {
        let groups = comparison.groups.filter { $0.plain != nil }
        guard !groups.isEmpty else { return nil }
        let measure = comparison.question.measure
        let isShare = measure == .flexibleUse
        let subject = Self.subject(of: comparison)
        let rows = groups.compactMap { group -> Table.Row? in
            guard let side = group.plain else { return nil }
            let value = answers.cell(comparison.question, year, group.category.code)
            // Of a ratio the limits depend on its own error, not on the number of persons alone.
            let width = side.limits95.upper - side.limits95.lower
            let size: Cell = isShare ? .persons(value) : .number(1 / width, .decimal(0))
            let told = ComparisonSentences(comparison, language)
            return Table.Row(
                .plain,
                [.text(RichText(said(group.category.label))), .released(value, .value, .percent()), size]
                    + side.limitCells.map { .released($0, .value, .percent()) }
                    + [.text(RichText(told.verdict(group)))])
        }
        let whole = comparison.targetCell
        let total = Table.Row(
            .total,
            [.text(RichText(said(sv: "Gemensamt värde", en: "Common value"))), .released(whole, .value, .percent())]
                + [Cell](repeating: .empty, count: 5) + [.empty])
        let limit = said(sv: "gräns", en: "limit")
        let table = table(
            Caption(
                id: "tratt-\(measure.rawValue)",
                title: said(
                    sv: "\(subject.swedish): vad slumpen kan förklara, efter nämndens storlek",
                    en: "\(subject.english): what chance explains, by the size of the board"),
                unit: said(sv: "procent", en: "per cent"),
                notes: [
                    phrase(
                        sv: """
                            Mellan de inre gränserna håller slumpen 95 av 100 lika stora nämnder, mellan de yttre 998 av 1 000, \
                            om alla egentligen har det gemensamma värdet.
                            """,
                        en: """
                            Chance keeps 95 of 100 boards of the same size between the inner limits, and 998 of 1,000 \
                            between the outer, if all really have the common value.
                            """)
                ]),
            [
                Table.Column(said(Self.name(of: .district)), alignment: .start),
                Table.Column(said(sv: "Andel", en: "Share")),
                Table.Column(
                    isShare
                        ? said(sv: "Personer", en: "Persons")
                        : said(sv: "Säkerhet (1 ÷ gränsernas avstånd)", en: "Sureness (1 ÷ width of the limits)")),
                Table.Column("95 %, \(said(sv: "nedre", en: "lower")) \(limit)"),
                Table.Column("95 %, \(said(sv: "övre", en: "upper")) \(limit)"),
                Table.Column("99,8 %, \(said(sv: "nedre", en: "lower")) \(limit)"),
                Table.Column("99,8 %, \(said(sv: "övre", en: "upper")) \(limit)"),
                Table.Column(said(sv: "Bedömning", en: "Verdict"), alignment: .start),
            ], rows + [total], year: "\(year)")
        return Figure(.funnel(FunnelColumns(value: 1, size: 2, inner: (3, 4), outer: (5, 6))), of: table)
    }

    // MARK: Case mix

    /// Each board's value before and after evening out; nil when that cannot be done.
    private func caseMix(_ comparison: ReleasedComparison) -> Table? {
        let groups = comparison.groups.filter { $0.caseMix != nil }
        guard comparison.caseMix != nil, !groups.isEmpty else { return nil }
        let subject = Self.subject(of: comparison)
        let rows = groups.compactMap { group -> Table.Row? in
            guard let mix = group.caseMix else { return nil }
            return Table.Row(
                .plain,
                [
                    .text(RichText(said(group.category.label))),
                    .released(answers.cell(comparison.question, year, group.category.code), .value, .percent()),
                    .released(mix.indirectCell, .value, .percent()), .released(mix.directCell, .value, .percent()),
                    .number(mix.ratio, .decimal(2)),
                ])
        }
        return table(
            Caption(
                id: "casemix-\(comparison.question.measure.rawValue)",
                title: said(
                    sv: "\(subject.swedish) före och efter utjämning för lagrum, ålder och kön",
                    en: "\(subject.english) before and after evening out for law, age and sex"),
                unit: said(sv: "procent och kvot", en: "per cent and ratio"),
                notes: [
                    phrase(
                        sv:
                            "Kvoten mellan faktiskt och väntat värde jämför en nämnd med alla, inte två nämnder med varandra.",
                        en:
                            "The ratio of observed to expected compares a board with all, not two boards with each other."
                    )
                ]),
            [
                Table.Column(said(Self.name(of: .district)), alignment: .start),
                Table.Column(said(sv: "Före", en: "Before")),
                Table.Column(said(sv: "Efter, indirekt", en: "After, indirect")),
                Table.Column(said(sv: "Efter, direkt", en: "After, direct")),
                Table.Column(said(sv: "Faktiskt ÷ väntat", en: "Observed ÷ expected")),
            ], rows, year: "\(year)")
    }

    private var unsaid: [RichText] {
        [
            phrase(
                sv: "Jämförelsen säger inte varför nämnder skiljer sig, bara om skillnaden är större än slumpen ger.",
                en:
                    "The comparison does not tell why boards differ, only whether the difference is larger than chance gives."
            ),
            phrase(
                sv:
                    "Att en nämnd inte nämns betyder inte att den är som de andra: i en liten nämnd syns bara stora skillnader.",
                en:
                    "That a board is not named does not mean it is like the others: in a small board only large differences show."
            ),
            phrase(
                sv: "Nämnder vars värden inte visas ingår inte i jämförelsen.",
                en: "Boards whose values are not shown are not in the comparison."),
        ]
    }

    // MARK: A board's own report

    /// "Andel utförda timmar: inom det slumpen kan förklara, jämfört med de övriga nämnderna."
    func boardVerdicts(_ board: String) -> [Finding] {
        [MeasureName.utilisation, .flexibleUse].compactMap { measure in
            guard let comparison = comparison(of: measure),
                let group = comparison.groups.first(where: { $0.category.code == board }), group.plain != nil
            else { return nil }
            return boardVerdict(board, group, Self.subject(of: comparison))
        }
    }

    private func boardVerdict(_ board: String, _ group: ReleasedComparison.Group, _ subject: Phrase) -> Finding {
        let sentence: RichText
        if group.isNamed {
            let after = group.adjusted?.standsOut ?? false
            sentence = phrase(
                sv: "\(subject.swedish) i \(board) skiljer sig från de övriga nämnderna mer än slumpen kan förklara"
                    + (after ? ", också när det räknas med att nämnderna skiljer sig åt i övrigt." : "."),
                en: "\(subject.english) in \(board) differs from the other boards more than chance explains"
                    + (after ? ", also when it is allowed for that boards differ in general." : "."))
        } else if group.plain?.position == .inside {
            sentence = phrase(
                sv:
                    "\(subject.swedish) i \(board) ligger inom det som slumpen kan förklara, jämfört med de övriga nämnderna.",
                en: "\(subject.english) in \(board) lies within what chance explains, compared with the other boards.")
        } else if group.plain?.standsOut == true {
            sentence = phrase(
                sv:
                    "\(subject.swedish) i \(board) skiljer sig mer än slumpen kan förklara, men inte mer än nämnderna i "
                    + "allmänhet skiljer sig åt.",
                en:
                    "\(subject.english) in \(board) differs more than chance explains, but not more than boards differ in "
                    + "general.")
        } else {
            sentence = phrase(
                sv:
                    "\(subject.swedish) i \(board) ligger i utkanten av det som slumpen kan förklara: ungefär en av tjugo "
                    + "nämnder hamnar där av en slump.",
                en:
                    "\(subject.english) in \(board) lies at the edge of what chance explains: about one board of twenty "
                    + "ends up there by chance.")
        }
        return Finding(sentence, values: [])
    }
}
