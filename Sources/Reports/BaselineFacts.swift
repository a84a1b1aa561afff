// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Public numbers that stand beside the municipality's own: persons with a service under LSS per 10 000 inhabitants on 1
/// October, of the country and of municipalities like it.
///
/// They are public already, so they do not pass disclosure control.
package struct BaselineFacts: Sendable, Hashable {
    /// One place and what is published of it.
    package struct Row: Sendable, Hashable {
        package enum Place: Sendable, Hashable {
            case country
            /// The municipality itself, as published.
            case own
            /// Several municipalities together, or another municipality.
            case similar
        }

        package let place: Place
        /// As printed: "Riket", "Huddinge".
        package let name: Phrase
        package let year: Int
        package let perTenThousand: Double

        package init(_ place: Place, name: Phrase, year: Int, perTenThousand: Double) {
            self.place = place
            self.name = name
            self.year = year
            self.perTenThousand = perTenThousand
        }
    }

    /// A group of the municipality's own numbers.
    package struct Group: Sendable, Hashable {
        package let dimension: Dimension
        package let code: String

        package init(_ dimension: Dimension, _ code: String) {
            self.dimension = dimension
            self.code = code
        }
    }

    /// What the service is called: "ledsagarservice enligt LSS".
    package let service: Phrase
    /// Which of the municipality's own numbers is of that service: a law, or a service by its name. nil where none is.
    package let own: Group?
    /// The country first; each place once, of the report's year or the year nearest to it.
    package let rows: [Row]
    /// Who published them: "Kolada (RKA)".
    package let sources: [String]

    package init(service: Phrase, own: Group?, rows: [Row], sources: [String]) {
        self.service = service
        self.own = own
        self.rows = rows
        self.sources = sources
    }

    var country: Row? { rows.first { $0.place == .country } }
}
