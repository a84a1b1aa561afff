// SPDX-License-Identifier: EUPL-1.2
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
        paragraphs += [Self.secondaryRule, count, Self.limits]
        return paragraphs
    }

    /// How cells are hidden to protect others.
    package static var secondaryRule: Phrase {
        Phrase(
            sv:
                "Ytterligare värden döljs tills inget dolt värde går att räkna ut ur de visade, genom summor över tabellernas alla indelningar, andelar och deras baser, skillnader mellan år och sammanslagna stadsdelsnämnder.",
            en:
                "Further values are hidden until no hidden value can be computed from those shown, through sums over every breakdown of the tables, shares and their bases, differences between years and merged district boards."
        )
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

    private static var limits: Phrase {
        Phrase(
            sv:
                "Prövningen gäller vad som exakt går att räkna ut. Hur snäva gränser som går att sätta för ett dolt värde prövas inte ännu.",
            en:
                "The test is of what can be computed exactly. How narrow the bounds of a hidden value can be made is not tested yet."
        )
    }
}
