// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What is done for everything that is published together, and the methods to choose among.
extension DisclosureExplanation {
    static func suppression(_ settings: DisclosureSettings) -> DisclosureExplanation {
        DisclosureExplanation(
            name: "suppression", aliases: ["secondary", "prickning", "sekundar-prickning", "undertryckning"],
            summary: Release.secondaryRule,
            definition: [
                Phrase(
                    sv:
                        "Allt som ges ut tillsammans är ett enda ekvationssystem: summor över indelningar, andelar med sina baser, år mot år, sammanslagna nämnder, SoL + LSS − de som har båda. De tal som döljs för de andras skull väljs så att läsaren förlorar minst; stadens och nämndernas huvudtal döljs sist.",
                    en:
                        "Everything that is published together is one system of equations: sums over breakdowns, shares with their bases, year against year, merged boards, SoL + LSS − those with both. What is hidden for the sake of others is chosen so that the reader loses least; the main numbers of the city and the boards are hidden last."
                ),
                Phrase(
                    sv:
                        "Valet görs exakt där det går att göra inom en arbetsgräns. I större tabeller görs det genom Gausselimination efter Langsrud: talen tas i tur och ordning efter hur mycket läsaren behöver dem, totalerna först, och det tal döljs som tillsammans med de redan visade skulle avslöja ett som ska vara dolt. Tal som alla är 1 avslöjas också av sin summa.",
                    en:
                        "The choice is made exactly where that can be done within a limit of work. In larger tables it is made by Gaussian elimination after Langsrud: the numbers are taken in order of how much the reader needs them, totals first, and a number is hidden that with those shown already would tell one that must be hidden. Numbers that all are 1 are told by their sum, too."
                ),
                Phrase(
                    sv:
                        "Sedan angrips resultatet som en utomstående skulle göra det, som vet att nollor visas och att antal är hela. Inget i det som ges ut skiljer ett tal som döljs för sin egen skull från ett som döljs för andras.",
                    en:
                        "The result is then attacked as an outsider would, who knows that zeros are shown and that counts are whole. Nothing published tells a number hidden for its own sake from one hidden for others."
                ),
            ],
            formula: [], settings: settings.printed([.threshold, .percentOfLargest, .minimumBase, .protection]),
            example: [
                Phrase(
                    sv:
                        "Fyra nämnder har 3, 12, 30 och 50 personer, tillsammans 95. Trean döljs, och en till måste döljas: annars är 95 − 12 − 30 − 50 = 3. Tolvan döljs, för den förlorar läsaren minst på.",
                    en:
                        "Four boards have 3, 12, 30 and 50 persons, 95 together. The 3 is hidden, and one more must be: else 95 − 12 − 30 − 50 = 3. The 12 is hidden, for the reader loses least by it."
                )
            ],
            source: Phrase(
                sv:
                    "Langsrud (2024), Secondary cell suppression by Gaussian elimination, PSD 2024; Fischetti och Salazar-González (2001), Management Science 47:1008.",
                en:
                    "Langsrud (2024), Secondary cell suppression by Gaussian elimination, PSD 2024; Fischetti and Salazar-González (2001), Management Science 47:1008."
            ),
            seeAlso: ["small-count", "protection", "method"])
    }

    static func protection(_ settings: DisclosureSettings) -> DisclosureExplanation {
        let d = settings.protection
        return DisclosureExplanation(
            name: "protection", aliases: ["disclosure.protection", "skydd", "skyddsavstand"],
            summary: Phrase(
                sv: "Hur långt åt varje håll det måste vara ovisst vad ett dolt antal är: minst \(d).",
                en: "How far to each side it must be uncertain what a hidden count is: at least \(d)."),
            definition: [
                Phrase(
                    sv:
                        "För varje dolt antal räknas det minsta och det största ut som allt som visas lämnar möjligt. Det spannet ska nå från n − \(d) till n + \(d), så långt det går utan att bli mindre än noll. Ett större värde skyddar mer och döljer mer.",
                    en:
                        "For each hidden count the least and the greatest that everything shown leaves possible are computed. That interval must reach from n − \(d) to n + \(d), as far as it can without going below zero. A greater value protects more and hides more."
                ),
                Phrase(
                    sv: "En dold summa ska på samma sätt kunna vara p procent mindre eller större (p_percent).",
                    en: "A hidden sum must likewise be able to be p per cent less or more (p_percent)."),
            ],
            formula: [
                Phrase(sv: "min ≤ max(0, n − \(d)) och max ≥ n + \(d)", en: "min ≤ max(0, n − \(d)) and max ≥ n + \(d)")
            ],
            settings: settings.printed([.protection, .percentOfLargest]),
            example: [
                Phrase(
                    sv:
                        "Ett dolt antal är 3. Kan det vara allt från \(max(0, 3 - d)) till \(3 + d) eller mer, är det skyddat.",
                    en:
                        "A hidden count is 3. If it can be anything from \(max(0, 3 - d)) to \(3 + d) or beyond, it is protected."
                )
            ],
            source: Phrase(
                sv: "Fischetti och Salazar-González (2000), JASA 95:916.",
                en: "Fischetti and Salazar-González (2000), JASA 95:916."),
            seeAlso: ["suppression", "dominance"])
    }

    static func method(_ settings: DisclosureSettings) -> DisclosureExplanation {
        DisclosureExplanation(
            name: "method", aliases: ["disclosure.method", "metod"],
            summary: Phrase(
                sv: "Hur antal personer, beslut och svar skyddas i tabellerna som ges ut som öppna data.",
                en: "How counts of persons, decisions and answers are protected in the tables published as open data."),
            definition: [
                Phrase(
                    sv:
                        "suppression: några tal utelämnas, resten är exakta. rounding: alla antal avrundas så att de ändå går att summera. cell_key: alla antal ändras lite av slumpen, samma antal alltid lika.",
                    en:
                        "suppression: some numbers are left out, the rest are exact. rounding: all counts are rounded so that they still add. cell_key: all counts are changed a little by chance, the same count always alike."
                ),
                Phrase(
                    sv:
                        "Rapportens sidor skyddas alltid med suppression, och det gör också tabellerna med timmar, andelar och medelvärden. Ett antal som sidorna döljer får ett avrundat eller ändrat tal i tabellerna bara om det därefter är lika ovisst som ett dolt antal ska vara. Annars är det utelämnat där också.",
                    en:
                        "The pages of the report are always protected by suppression, and so are the tables of hours, shares and means. A count that the pages hide has a rounded or changed number in the tables only if it is then as uncertain as a hidden count must be. Else it is left out there too."
                ),
            ],
            formula: [], settings: settings.printed([.method, .roundingBase, .protection]),
            example: [
                Phrase(
                    sv: "disclosure: {threshold: 5, method: rounding, rounding_base: 3}",
                    en: "disclosure: {threshold: 5, method: rounding, rounding_base: 3}")
            ],
            source: handbook, seeAlso: ["suppression", "rounding", "cell-key"])
    }

    static func rounding(_ settings: DisclosureSettings) -> DisclosureExplanation {
        let base = settings.roundingBase
        return DisclosureExplanation(
            name: "rounding",
            aliases: ["rounding_base", "disclosure.rounding_base", "avrundning", "kontrollerad-avrundning"],
            summary: Phrase(
                sv: "Alla antal i de öppna tabellerna blir tal som går jämnt upp i \(base), och summorna stämmer.",
                en: "All counts of the open tables become multiples of \(base), and sums hold."),
            definition: [
                Phrase(
                    sv:
                        "Varje antal flyttas till ett av de två närmaste talen som går jämnt upp i \(base); den som redan gör det står kvar. Avrundningen väljs för alla tabeller på en gång, så att samma antal är lika överallt, summorna stämmer och talen ligger så nära de exakta som möjligt. Finns ingen sådan avrundning, eller hittas den inte inom arbetsgränsen, får tal flyttas längre eller summorna brista, och det står då i datapackage.json och bilaga D.",
                    en:
                        "Each count moves to one of its two neighbouring multiples of \(base); one that is a multiple stays. The rounding is chosen for all tables at once, so that the same count is alike everywhere, sums hold, and numbers are as near the exact ones as possible. Where there is no such rounding, or none is found within the limit of work, numbers may move further or sums may fail, and datapackage.json and annex D say so."
                )
            ],
            formula: [Phrase(sv: "|n − r| ≤ \(base - 1)", en: "|n − r| ≤ \(base - 1)")],
            settings: settings.printed([.method, .roundingBase]),
            example: [
                base == 3
                    ? Phrase(
                        sv:
                            "4 + 7 + 2 = 13 blir till exempel 3 + 6 + 3 = 12: varje tal ligger mindre än 3 från sitt eget.",
                        en: "4 + 7 + 2 = 13 becomes, say, 3 + 6 + 3 = 12: each number is less than 3 from its own.")
                    : Phrase(
                        sv:
                            "4 + 7 + 2 = 13 blir till exempel 5 + 5 + 5 = 15: varje tal ligger mindre än 5 från sitt eget.",
                        en: "4 + 7 + 2 = 13 becomes, say, 5 + 5 + 5 = 15: each number is less than 5 from its own.")
            ],
            source: Phrase(
                sv: "Cox (1987), JASA 82:520; Salazar-González (2006), Math. Program. 105:583.",
                en: "Cox (1987), JASA 82:520; Salazar-González (2006), Math. Program. 105:583."),
            seeAlso: ["method", "cell-key"])
    }

    static func cellKey(_ settings: DisclosureSettings) -> DisclosureExplanation {
        DisclosureExplanation(
            name: "cell-key", aliases: ["cell_key", "cellnyckel", "cellnyckelmetoden"],
            summary: Phrase(
                sv:
                    "Alla antal i de öppna tabellerna ändras lite av slumpen, med högst 3, och samma antal alltid lika.",
                en:
                    "All counts of the open tables are changed a little by chance, by at most 3, the same count always alike."
            ),
            definition: [
                Phrase(
                    sv:
                        "Varje person har ett slumptal som den hemliga nyckeln i ledsaga.key ger. Summan av slumptalen för dem som räknas avgör hur antalet ändras: samma personer ger samma ändring i varje tabell och varje år. I medeltal ändras ingenting. Noll förblir noll, och små antal kan bli noll. Summorna stämmer inte exakt. Utan nyckel går metoden inte att använda.",
                    en:
                        "Each person has a random number that the secret key in ledsaga.key gives. The sum of the numbers of those counted decides how the count is changed: the same persons give the same change in every table and year. On average nothing changes. Zero stays zero, and small counts can become zero. Sums do not hold exactly. The method needs the key."
                )
            ],
            formula: [
                Phrase(sv: "ändringen = tabell[n, Σ slumptal mod 1]", en: "change = table[n, Σ random numbers mod 1]")
            ],
            settings: settings.printed([.method]),
            example: [
                Phrase(
                    sv:
                        "42 personer kan stå som 39 till 45, oftast som 41, 42 eller 43 (chanserna är 3, 4 och 3 på 16).",
                    en: "42 persons can stand as 39 to 45, mostly as 41, 42 or 43 (the chances are 3, 4 and 3 in 16).")
            ],
            source: Phrase(
                sv: "Fraser och Wooton (2005); Giessing (2016). Statistiska centralbyrån använder metoden sedan 2025.",
                en: "Fraser and Wooton (2005); Giessing (2016). Statistics Sweden uses the method since 2025."),
            seeAlso: ["method", "rounding"])
    }

    static func kAnonymity(_ settings: DisclosureSettings) -> DisclosureExplanation {
        DisclosureExplanation(
            name: "k-anonymity", aliases: ["k", "kanonymitet", "k-anonymitet"],
            summary: Phrase(
                sv:
                    "Hur ensam varje rad står i en fil om enskilda personer, för den som vet nämnd, lagrum, ålder och kön.",
                en:
                    "How alone each row stands in a file of single persons, for who knows board, law, age and sex."
            ),
            definition: [
                Phrase(
                    sv:
                        "Personer som är lika i det en utomstående kan veta bildar en klass. k är storleken på den minsta. En pseudonymiserad fil är inte anonym: den som står ensam i sin klass går att känna igen. Därför säger ”ledsaga pseudonymise” hur många rader som hör till klasser med färre än \(settings.threshold) personer (--k ändrar gränsen), och ”ledsaga report --disclosure” skriver det i protokollet.",
                    en:
                        "Persons alike in what an outsider may know make a class. k is the size of the smallest. A pseudonymised file is not anonymous: who stands alone in a class can be recognised. So “ledsaga pseudonymise” tells how many rows are in classes of fewer than \(settings.threshold) persons (--k changes the limit), and “ledsaga report --disclosure” writes it in the record."
                )
            ],
            formula: [], settings: settings.printed([.threshold]),
            example: [
                Phrase(
                    sv:
                        "Den enda kvinnan över 80 med LSS i Farsta är en klass på en person: hennes rader pekar ut henne.",
                    en: "The only woman above 80 with LSS in Farsta is a class of one: her rows point her out.")
            ],
            source: Phrase(
                sv: "Samarati (2001), IEEE TKDE 13:1010.", en: "Samarati (2001), IEEE TKDE 13:1010."),
            seeAlso: ["small-count"])
    }

    private static let handbook = Phrase(
        sv: "Hundepool m.fl. (2012), Statistical Disclosure Control, kap. 4–5.",
        en: "Hundepool and others (2012), Statistical Disclosure Control, ch. 4–5.")
}
