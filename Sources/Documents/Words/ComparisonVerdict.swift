// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// What chance says of one group, by the same rule in text, tables and a board's own report: a group that text names
/// never has another verdict in a table.
package enum ComparisonVerdict: Sendable, Hashable, CaseIterable {
    /// Named: more than chance explains, also when groups may differ in general.
    case standsOutAnyway
    /// Named: more than chance explains; the others do not differ among themselves.
    case standsOutFromEqual
    /// Outside what chance alone explains, but so do the others differ: not named.
    case amongUnequal
    /// Outside the 95 % limit, inside the rule: about one group of twenty is by chance. Not named.
    case atTheEdge
    case withinChance

    /// nil for a group that is held against no limits.
    package init?(_ group: ReleasedComparison.Group) {
        guard let plain = group.plain else { return nil }
        if group.isNamed {
            self = group.adjusted?.standsOut == true ? .standsOutAnyway : .standsOutFromEqual
        } else if plain.standsOut {
            self = .amongUnequal
        } else {
            self = plain.position == .inside ? .withinChance : .atTheEdge
        }
    }

    /// In a table.
    package var words: Phrase {
        switch self {
        case .standsOutAnyway:
            Phrase(
                sv: "mer än slumpen kan förklara, även om nämnder alltid skiljer sig lite åt",
                en: "more than chance explains, even if boards always differ a little")
        case .standsOutFromEqual:
            Phrase(
                sv: "mer än slumpen kan förklara, om de övriga i grunden är lika",
                en: "more than chance explains, if the others are essentially alike")
        case .amongUnequal:
            Phrase(
                sv: "mer än slumpen ensam, men de övriga skiljer sig också åt",
                en: "more than chance alone, but the others differ too")
        case .atTheEdge:
            Phrase(sv: "i utkanten av det slumpen kan förklara", en: "at the edge of what chance explains")
        case .withinChance: Phrase(sv: "inom det slumpen kan förklara", en: "within what chance explains")
        }
    }

    /// Of a board in its own report, after "Andelen utförda timmar i Farsta ".
    package var predicate: Phrase {
        switch self {
        case .standsOutAnyway:
            Phrase(
                sv: """
                    skiljer sig från de övriga nämnderna mer än slumpen kan förklara, också när det räknas med att nämnder \
                    alltid skiljer sig lite åt.
                    """,
                en: """
                    differs from the other boards more than chance explains, also when it is allowed for that boards \
                    always differ a little.
                    """)
        case .standsOutFromEqual:
            Phrase(
                sv: """
                    skiljer sig från de övriga nämnderna mer än slumpen kan förklara. Bedömningen gäller om de övriga i grunden är \
                    lika, och inget i deras värden talar emot det.
                    """,
                en: """
                    differs from the other boards more than chance explains. The verdict holds if the others are essentially alike, \
                    and nothing in their values speaks against it.
                    """)
        case .amongUnequal:
            Phrase(
                sv: """
                    ligger utanför det som slumpen ensam kan förklara, men de övriga nämnderna skiljer sig också åt. Nämnden \
                    är inte säkert mer ovanlig än de.
                    """,
                en: """
                    lies outside what chance alone explains, but the other boards differ too. The board is not necessarily more \
                    unusual than they are.
                    """)
        case .atTheEdge:
            Phrase(
                sv: """
                    ligger i utkanten av det som slumpen kan förklara: ungefär en av tjugo nämnder hamnar där av en slump.
                    """,
                en: """
                    lies at the edge of what chance explains: about one board of twenty ends up there by chance.
                    """)
        case .withinChance:
            Phrase(
                sv: "ligger inom det som slumpen kan förklara, jämfört med de övriga nämnderna.",
                en: "lies within what chance explains, compared with the other boards.")
        }
    }
}
