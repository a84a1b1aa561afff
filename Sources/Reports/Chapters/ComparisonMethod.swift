// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// How boards are compared, and the numbers behind the words: Q, p, τ and φ stand here and not in the findings. nil when nothing is compared.
struct ComparisonMethod: Scoped {
    let scope: ReportScope

    func section(_ released: Released) -> Section? {
        let (ofRegister, ofAnswers) = (compared(in: released), mainAnswers(in: released))
        guard !ofRegister.isEmpty || !ofAnswers.isEmpty else { return nil }
        return Section(
            id: "metod-jamforelse",
            heading: said(sv: "Metod för jämförelsen mellan nämnder", en: "Method of comparing boards"),
            blocks: [
                .paragraph(limitsText), .paragraph(namingText), .paragraph(promises), .table(powerTable),
            ] + (ofRegister.isEmpty ? [] : [.table(numbersTable(ofRegister))])
                + (ofAnswers.isEmpty ? [] : [.paragraph(answersText), .table(numbersTable(ofAnswers))]) + [
                    .paragraph(filesText)
                ])
    }

    private var limitsText: RichText {
        phrase(
            sv: """
                De inre gränserna är de för 95 procent och de yttre de för 99,8 procent. De är exakta för andelar \
                (binomialfördelningen) och för antal per invånare (Poissonfördelningen), och det gemensamma värdet ± t × \
                nämndens eget medelfel för kvoter (Spiegelhalter 2005). De justerade gränserna är nämndens prediktion ur de \
                övriga, med varje spridning mellan nämnder vägd efter hur trolig de övriga gör den. De valdes för att den \
                publicerade justeringen (winsoriserade z) nämner för ofta när nämnderna är få.
                """,
            en: """
                The inner limits are those of 95 per cent and the outer those of 99.8 per cent. They are exact for shares \
                (the binomial distribution) and for numbers per inhabitant (the Poisson distribution), and the common value \
                ± t × the board's own standard error for ratios (Spiegelhalter 2005). The adjusted limits are the board's \
                prediction from the others, with every spread between boards weighed by how likely the others make it. They \
                were chosen because the published adjustment (winsorised z) names too often when boards are few.
                """)
    }

    private var namingText: RichText {
        phrase(
            sv: """
                En nämnd sticker ut när den ligger utanför den yttre gränsen, eller när p-värdet justerat för antalet nämnder \
                (Holm 1979) är högst 0,05. Text nämner en nämnd som sticker ut när de övriga inte skiljer sig åt sinsemellan \
                (Cochrans Q, p över 0,05), eller när den sticker ut också efter justering. Samma regel ger bedömningen i \
                tabellerna.
                """,
            en: """
                A board stands out when it lies beyond the outer limit, or when the p-value adjusted for the number of \
                boards (Holm 1979) is at most 0.05. Text names a board that stands out when the others do not differ among \
                themselves (Cochran's Q, p above 0.05), or when it stands out after adjustment too. The same rule gives the \
                verdict in the tables.
                """)
    }

    private var promises: RichText {
        let style = NumberStyle(language)
        func rate(_ rate: SimulatedNaming.Rate) -> String { style.text(rate.share, .percent()) }
        let (without, found) = (rate(SimulatedNaming.namedWithoutDifference), rate(SimulatedNaming.namedOfTwentyPoints))
        let (adjusted, among) = (rate(SimulatedNaming.adjustedAmongUnequal), rate(SimulatedNaming.namedAmongUnequal))
        return phrase(
            sv: """
                I simulerade städer, tusen av varje slag, nämndes någon nämnd i \(without) när ingen skilde sig, och en \
                nämnd av medelstorlek som skilde sig med 20 procentenheter nämndes i \(found). Där alla nämnder skilde sig \
                något åt (standardavvikelse 5 procentenheter) gick någon utanför de justerade gränserna i \(adjusted). Text \
                nämnde någon i \(among) av de städerna: skillnaden är då verklig, men nämnden inte säkert ovanligare än \
                andra. Ingen regel kan både hitta 80 procent av de stora skillnaderna och hålla det talet under 10.
                """,
            en: """
                In simulated cities, a thousand of each kind, some board was named in \(without) when none differed, and a \
                board of average size that differed by 20 percentage points was named in \(found). Where all boards differed \
                somewhat (standard deviation 5 percentage points) some board fell outside the adjusted limits in \
                \(adjusted). Text named one in \(among) of those cities: the difference is then true, but the board not \
                necessarily more unusual than others. No rule can both find 80 per cent of the large differences and keep that \
                number below 10.
                """)
    }

    private var powerTable: Table {
        let sizes = SimulatedNaming.sizes.enumerated()
        return table(
            "namndens-storlek",
            said(
                sv: "Vad en nämnds storlek låter en se: så ofta nämns en nämnd som verkligen skiljer sig",
                en: "What a board's size lets one see: how often a board that truly differs is named"),
            unit: said(
                sv: "procent av simulerade städer, efter antalet personer i nämnden",
                en: "per cent of simulated cities, by the number of persons in the board"),
            population: said(
                sv: "städer med \(SimulatedNaming.boards) nämnder och andelen 50 procent",
                en: "cities of \(SimulatedNaming.boards) boards and a share of 50 per cent"), year: "\(year)",
            source: said(sv: "simulering; se docs/likvardighet.md", en: "simulation; see docs/likvardighet.md"),
            rows: SimulatedNaming.power,
            columns: [.count(said(sv: "Skillnad, procentenheter", en: "Difference, percentage points"), \.points)]
                + sizes.map { place, size in
                    .init("\(size)") { .number($0.rates[place].share, .percent()) }
                })
    }

    // MARK: The numbers

    private var answersText: RichText {
        phrase(
            sv: """
                För enkätsvar är slumpen vilka som svarade. Gränserna är exakta (den hypergeometriska fördelningen) när svaren \
                väger lika och nämnden är ett stratum av känd storlek, annars det gemensamma värdet ± t × nämndens eget \
                linjäriserade fel. Utjämningen väger de svarandes lagrum, ålder och kön, ur registret eller enkätens egna \
                bakgrundsfrågor. Förändringen har intervall ur en bootstrap över de svarande inom strata, där den som svarat i båda \
                mätningarna räknas som samma person. En nämnd är inte med när så få inte har svarat att gränserna skulle tala om \
                hur få, eller när nämndens svarsandel inte visas.
                """,
            en: """
                Of survey answers chance is who answered. The limits are exact (the hypergeometric distribution) where answers \
                weigh alike and the board is a stratum of known size, else the common value ± t × the board's own linearised \
                error. Evening out weighs the law, age and sex of those who answered, from the register or the survey's own \
                background questions. The change has its interval from a bootstrap over those who answered within strata, where \
                one who answered in both waves counts as the same person. A board is left out when so few did not answer that \
                the limits would tell how few, or when its response rate is not shown.
                """)
    }

    private func numbersTable(_ compared: [Compared]) -> Table {
        let isOfAnswers = compared.contains { $0.item != nil }
        let who =
            isOfAnswers
            ? Phrase(sv: "dem som har svarat", en: "those who answered") : Phrase(sv: "personer", en: "persons")
        func row(
            _ name: Phrase, _ statistic: ReleasedComparison.Statistic, _ part: ReleasedPart = .value,
            _ form: @escaping (ComparedWords) -> NumberForm
        ) -> NumberRow {
            NumberRow(name: said(name)) { .part(part, of: $0.cell(statistic), form($0.measure)) }
        }
        let spread: (ComparedWords) -> NumberForm = { $0.spreadForm.unsigned }
        let rows = [
            row(.commonValue, .commonValue) { $0.form },
            row(Phrase(sv: "Högsta minus lägsta värde", en: "Highest less lowest value"), .gap, .value, spread),
            row(Phrase(sv: "Väntat av slumpen ensam", en: "Expected by chance alone"), .gapByChance, .value, spread),
            row(Phrase(sv: "Standardavvikelse τ", en: "Standard deviation τ"), .tau, .value, spread),
            row(Phrase(sv: "τ, intervall", en: "τ, interval"), .tau, .interval, spread),
            row(Phrase(sv: "Förändring av τ, intervall", en: "Change of τ, interval"), .tauChange, .interval) {
                $0.spreadForm.signed
            },
            row(Phrase(sv: "Cochrans Q", en: "Cochran's Q"), .heterogeneity) { _ in .decimal(1) },
            row(Phrase(sv: "Frihetsgrader", en: "Degrees of freedom"), .degreesOfFreedom) { _ in .count },
            row(Phrase(sv: "p för Q", en: "p of Q"), .heterogeneity, .p) { _ in .decimal(3) },
            row(Phrase(sv: "p för Q efter utjämning", en: "p of Q after evening out"), .standardisedTest, .p) { _ in
                .decimal(3)
            },
            row(Phrase(sv: "I²", en: "I²"), .iSquared) { _ in .percent(0) },
            row(Phrase(sv: "φ (överspridning)", en: "φ (overdispersion)"), .phi) { _ in .decimal(2) },
        ]
        return table(
            isOfAnswers ? "jamforelsens-tal-svar" : "jamforelsens-tal",
            isOfAnswers
                ? said(sv: "Jämförelsen av svar i tal", en: "The comparison of answers in numbers")
                : said(sv: "Jämförelsen mellan nämnder i tal", en: "The comparison of boards in numbers"),
            unit: said(
                sv: "skillnader i procentenheter där värdet är i procent",
                en: "differences in percentage points where the value is in per cent"), year: "\(year)",
            notes: [
                phrase(
                    sv: """
                        τ är standardavvikelsen mellan nämnder när slumpen är borträknad (DerSimonian och Laird 1986; \
                        intervall: Viechtbauer 2007). Förändringen har intervall ur en bootstrap över \(who.swedish).
                        """,
                    en: """
                        τ is the standard deviation between boards, chance left aside (DerSimonian and Laird 1986; \
                        interval: Viechtbauer 2007). The change has its interval from a bootstrap over \(who.english).
                        """)
            ], rows: rows,
            columns: [.name(said(.measure), \.name)]
                + compared.map { compared in .init(said(compared.measure.name)) { $0.cell(compared) } },
            of: compared[0].surveys)
    }

    /// A number of the comparison, of each measure.
    private struct NumberRow {
        let name: String
        let cell: (Compared) -> Cell
    }

    private var filesText: RichText {
        phrase(
            sv: """
                Alla tal i jämförelsen, nämnd för nämnd, står i de publicerade tabeller vars namn innehåller ordet comparison: \
                gränser före och efter justering, p-värden, standardiserade och krympta värden, plats med intervall.
                """,
            en: """
                All numbers of the comparison, board by board, are in the published tables that have the word comparison in \
                their names: limits before and after adjustment, p-values, standardised and shrunken values, places with \
                their intervals.
                """)
    }
}
