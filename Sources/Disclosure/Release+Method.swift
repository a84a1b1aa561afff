// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

extension Release {
    /// Disclosure control in the words of the method annex, a sentence or two a paragraph: the rules with the
    /// settings in force, what was hidden, what is not tested. It tells no rule's share, so nobody can tell which
    /// cell was hidden for its own sake.
    package var method: [Phrase] {
        var paragraphs = [
            Phrase(
                sv:
                    "Inget i rapporten får röja en enskild person. Alla tabeller, diagram, meningar och filer som ges ut tillsammans prövas därför tillsammans.",
                en:
                    "Nothing in the report may reveal a single person. All tables, charts, sentences and files that are published together are therefore tested together."
            )
        ]
        paragraphs += PrimaryRule.allCases.map { $0.text(settings) }
        paragraphs += [Self.secondaryRule, audit]
        if let sizeNote { paragraphs.append(sizeNote) }
        if earlierTables > 0 { paragraphs.append(earlier) }
        if corrected > 0 { paragraphs.append(ofOtherNumbers) }
        paragraphs += [count, open]
        return paragraphs
    }

    /// How cells are hidden to protect others.
    package static var secondaryRule: Phrase {
        Phrase(
            sv:
                "Ytterligare värden döljs tills inget dolt värde går att räkna ut ur de visade, genom summor över tabellernas alla indelningar, andelar och deras baser, skillnader mellan år, sammanslagna stadsdelsnämnder och personer som har insatsen enligt båda lagarna.",
            en:
                "Further values are hidden until no hidden value can be computed from those shown, through sums over every breakdown of the tables, shares and their bases, differences between years, merged district boards and persons who have the service under both laws."
        )
    }

    /// What a table that is too large costs; nil when none is.
    package var sizeNote: Phrase? {
        if untested > 0 {
            return Phrase(
                sv:
                    "\(Self.numbers(untested).swedish) i tabeller som är för stora för att angreppet ska hinna med. Där är det bara prövat att inget går att räkna ut exakt. Med färre indelningar visas mer.",
                en:
                    "\(Self.numbers(untested).english) in tables too large for the attack to get to. There it is only tested that nothing can be computed exactly. Fewer breakdowns show more."
            )
        }
        if !isTooLarge { return nil }
        return Phrase(
            sv:
                "Indelningarna är så många att det inte går att pröva alla dolda tal. Därför är allt som hänger ihop med dem också dolt. Med färre indelningar visas mer.",
            en:
                "The breakdowns are so many that not all hidden numbers can be tested. Everything that hangs together with them is therefore hidden too. Fewer breakdowns show more."
        )
    }

    private var earlier: Phrase {
        Phrase(
            sv:
                "Det som tidigare rapporter visar räknas som känt: \(earlierTables) publicerade tabeller är med i prövningen.",
            en:
                "What earlier reports show counts as known: \(earlierTables) published tables are part of the test."
        )
    }

    private var ofOtherNumbers: Phrase {
        if corrected == 1 {
            return Phrase(
                sv:
                    "En andel i en tidigare rapport stämmer inte med underlaget som det är nu. Den räknas inte som känd, för underlaget är ändrat sedan dess.",
                en:
                    "One share in an earlier report does not agree with the data as they are now. It does not count as known, since the data have changed."
            )
        }
        return Phrase(
            sv:
                "\(corrected) andelar i tidigare rapporter stämmer inte med underlaget som det är nu. De räknas inte som kända, för underlaget är ändrat sedan dess.",
            en:
                "\(corrected) shares in earlier reports do not agree with the data as they are now. They do not count as known, since the data have changed."
        )
    }

    private static func numbers(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(sv: "Ett dolt tal står", en: "One hidden number stands")
            : Phrase(sv: "\(count) dolda tal står", en: "\(count) hidden numbers stand")
    }

    private var count: Phrase {
        if hidden == 0 {
            return Phrase(
                sv: "Inget värde behövde döljas, av \(cells) prövade.",
                en: "No value had to be hidden, of \(cells) tested.")
        }
        return Phrase(
            sv: "\(hidden) av \(cells) prövade värden är dolda. De visas som två punkter (..).",
            en: "\(hidden) of \(cells) values tested are hidden. They are shown as two dots (..).")
    }

    /// How the tables published as open data differ from the pages.
    private var open: Phrase {
        guard let whole = CountPerturbation.beyondPages(of: openTables) else {
            return Phrase(
                sv: "Tabellerna som ges ut som öppna data visar samma tal som rapporten, och samma tal är utelämnade.",
                en: "The tables published as open data show the same numbers as the report, and leave out the same.")
        }
        func isChanged(_ table: ReleasedTable) -> Bool { table.perturbation.map { !$0.isOnPages } ?? false }
        let left = openTables.reduce(0) { sum, table in
            isChanged(table) ? sum + table.rows.count { $0.cell == .hidden } : sum
        }
        let hidden = tables.enumerated().reduce(0) { sum, table in
            isChanged(openTables[table.offset]) ? sum + table.element.rows.count { $0.cell == .hidden } : sum
        }
        return Phrase(
            sv:
                "Antal personer, beslut och svar i tabellerna som ges ut som öppna data skyddas på ett annat sätt. \(whole.meaning.swedish) Av de \(hidden) antal som rapporten döljer är \(left) utelämnade även där. De andra tabellerna visar samma tal som rapporten.",
            en:
                "Counts of persons, decisions and answers in the tables published as open data are protected in another way. \(whole.meaning.english) Of the \(hidden) counts that the report hides, \(left) are left out there too. The other tables show the same numbers as the report."
        )
    }

    /// What the attack found.
    private var audit: Phrase {
        let percent = settings.percentOfLargest
        let distance =
            settings.protection == 1
            ? Phrase(sv: "ett", en: "one") : Phrase(sv: "\(settings.protection)", en: "\(settings.protection)")
        if unprotected > 0 {
            return Phrase(
                sv:
                    "Rapporten är angripen som en utomstående skulle göra det. \(unprotected) dolda tal går att ringa in snävare än reglerna vill, fast allt som rör dem är dolt.",
                en:
                    "The report has been attacked as an outsider would. \(unprotected) hidden numbers can be narrowed more than the rules want, though everything that concerns them is hidden."
            )
        }
        let scope =
            untested > 0
            ? Phrase(
                sv: "Följande gäller de tal som angreppet hann med. ",
                en: "What follows holds of the numbers that the attack got to. ")
            : Phrase(sv: "", en: "")
        return Phrase(
            sv:
                "Rapporten är angripen som en utomstående skulle göra det, med allt som visas och med vetskap om att nollor visas. \(scope.swedish)Inget dolt antal går att räkna ut. Varje dolt antal kan vara minst \(distance.swedish) större och minst \(distance.swedish) mindre, om inte ett visat tal för alla hindrar det. Varje dold summa kan vara minst \(percent.swedish) procent större eller mindre.",
            en:
                "The report has been attacked as an outsider would, with everything that is shown and knowing that zeros are shown. \(scope.english)No hidden count can be computed. Every hidden count can be at least \(distance.english) more and at least \(distance.english) less, unless a number of everyone that is shown prevents it. Every hidden sum can be at least \(percent.english) per cent more or less."
        )
    }
}
