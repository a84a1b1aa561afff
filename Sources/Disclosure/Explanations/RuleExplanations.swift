// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The rules that judge a number by itself.
extension DisclosureExplanation {
    init(_ rule: PrimaryRule, _ settings: DisclosureSettings) {
        let more = RuleDetail(rule, settings)
        self.init(
            name: rule.rawValue, aliases: more.aliases, summary: rule.text(settings), definition: more.reasons,
            formula: more.formula.map { [Phrase(sv: $0, en: $0)] } ?? [], settings: settings.printed(more.settings),
            example: [more.example], source: more.source, seeAlso: more.seeAlso)
    }
}

/// What is told of a rule beside its sentence.
private struct RuleDetail {
    var aliases: [String] = []
    var reasons: [Phrase]
    var formula: String?
    var settings: [DisclosureSetting]
    var example: Phrase
    var source = RuleDetail.handbook
    var seeAlso = ["suppression"]

    private static let handbook = Phrase(
        sv:
            "Hundepool m.fl. (2012), Statistical Disclosure Control, kap. 4–5; offentlighets- och sekretesslagen 26 kap.",
        en:
            "Hundepool and others (2012), Statistical Disclosure Control, ch. 4–5; the Swedish secrecy act (OSL), ch. 26."
    )

    init(_ rule: PrimaryRule, _ settings: DisclosureSettings) {
        let k = settings.threshold
        let base = settings.minimumBase
        switch rule {
        case .smallCount:
            aliases = ["threshold", "disclosure.threshold", "troskel", "sma-antal"]
            reasons = [
                Phrase(
                    sv: "Att någon har insatsen berättar om en funktionsnedsättning. Är de få kan de kännas igen.",
                    en: "That someone has the service tells of a disability. Where they are few they can be recognised."
                )
            ]
            formula = "0 < n < \(k)"
            self.settings = [.threshold]
            example = Phrase(
                sv:
                    "\(k - 1) personer visas som två punkter (..), \(k) personer visas, och ingen alls visas som ett streck (–).",
                en:
                    "\(k - 1) persons are shown as two dots (..), \(k) persons are shown, and none at all is a dash (–)."
            )
        case .smallNumerator:
            aliases = ["liten-taljare"]
            reasons = [
                Phrase(
                    sv: "En andel och dess bas berättar tillsammans hur många den gäller.",
                    en: "A share and its base together tell how many it speaks of.")
            ]
            formula = "0 < x < \(k)"
            self.settings = [.threshold]
            example = Phrase(
                sv: "\(k - 1) av 40 visas inte, \(k) av 40 visas. 0 av 40 visas, för då finns ingen att känna igen.",
                en: "\(k - 1) of 40 is not shown, \(k) of 40 is. 0 of 40 is shown, for there is nobody to recognise.")
        case .smallComplement:
            aliases = ["litet-komplement"]
            reasons = [
                Phrase(
                    sv: "De få som inte hör till andelen är lika lätta att känna igen som de få som gör det.",
                    en: "The few who do not belong to the share are as easy to recognise as the few who do.")
            ]
            formula = "0 < n − x < \(k)"
            self.settings = [.threshold]
            example = Phrase(
                sv: "\(40 - k + 1) av 40 visas inte, \(40 - k) av 40 visas.",
                en: "\(40 - k + 1) of 40 is not shown, \(40 - k) of 40 is.")
        case .smallBase:
            aliases = ["minimum_base", "disclosure.minimum_base", "liten-bas"]
            reasons = [
                Phrase(
                    sv:
                        "I en liten grupp säger en procentsats nästan vilka det är, och ”alla” eller ”ingen” säger det om var och en.",
                    en: "In a small group a percentage almost tells who, and “all” or “none” tells it of everyone.")
            ]
            formula = "n < \(base)"
            self.settings = [.minimumBase, .threshold]
            example = Phrase(
                sv: "\(base - 1) av \(base - 1) visas inte: då vet man svaret för varje person i gruppen.",
                en: "\(base - 1) of \(base - 1) is not shown: everyone's answer in the group would be known.")
        case .dominance:
            aliases = ["p_percent", "disclosure.p_percent", "p-procent", "p-percent", "dominans"]
            reasons = [
                Phrase(
                    sv:
                        "Den som bidrar näst mest känner sitt eget tal och skulle kunna räkna ut det största nästan exakt.",
                    en: "Who contributes second most knows that number and could compute the largest almost exactly.")
            ]
            formula = "Σ − x₁ − x₂ < p/100 · x₁"
            self.settings = [.percentOfLargest]
            let percent = settings.value(of: .percentOfLargest)
            example = Phrase(
                sv:
                    "Timmarna 100, 60 och 5: av summan 165 återstår 5 utan de två största, och med p = \(percent) jämförs 5 med \(percent) procent av 100.",
                en:
                    "The hours 100, 60 and 5: of the sum 165 there remain 5 without the two largest, and with p = \(percent) these 5 are compared with \(percent) per cent of 100."
            )
            source = Phrase(
                sv: "p-procentregeln; Hundepool m.fl. (2012), avsnitt 4.2.2.",
                en: "The p % rule; Hundepool and others (2012), section 4.2.2.")
        case .nothingInSmallGroup:
            aliases = ["inget-i-liten-grupp"]
            reasons = [
                Phrase(
                    sv: "Noll timmar i en liten grupp säger om var och en att de inte har fått några.",
                    en: "No hours in a small group tells of everyone in it that they had none.")
            ]
            self.settings = [.minimumBase]
            example = Phrase(
                sv: "\(base - 1) personer med beslut men inga utförda timmar: raden visas inte.",
                en: "\(base - 1) persons with a decision but no performed hours: the row is not shown.")
        case .smallOrderStatistic:
            aliases = ["median", "liten-median"]
            reasons = [
                Phrase(
                    sv: "En median är en enskild persons tal, eller medeltalet av två.",
                    en: "A median is one person's number, or the mean of two.")
            ]
            formula = "n < \(base)"
            self.settings = [.minimumBase]
            example = Phrase(
                sv: "Medianen av \(base - 1) personers timmar visas inte, av \(base) visas den.",
                en: "The median of the hours of \(base - 1) persons is not shown, of \(base) it is.")
        case .hiddenComparison:
            aliases = ["dold-jamforelse"]
            reasons = [
                Phrase(
                    sv: "Skillnaden och det ena talet ger annars det andra.",
                    en: "The difference and one of the numbers would give the other.")
            ]
            formula = "b = a + (b − a)"
            self.settings = []
            example = Phrase(
                sv: "3 personer i fjol (visas inte) och 20 i år: skillnaden 17 visas inte heller.",
                en: "3 persons last year (not shown) and 20 this year: the difference 17 is not shown either.")
        case .notVerifiable:
            aliases = ["ej-provbart"]
            reasons = [
                Phrase(
                    sv:
                        "En summa ur sammanställd statistik säger inte vilka den kommer från. Då visas den bara för grupper av viss storlek.",
                    en:
                        "A sum from a table of totals does not tell who it comes from. Then it is shown only of groups of some size."
                )
            ]
            formula = "n < \(base)"
            self.settings = [.minimumBase]
            example = Phrase(
                sv: "Timmarna för \(base - 1) personer ur en färdig tabell visas inte.",
                en: "The hours of \(base - 1) persons out of a ready-made table are not shown.")
        }
    }
}
