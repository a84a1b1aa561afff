// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Sentences that hold the municipality's own number against a public one.
extension FindingWriter {
    /// "Den 1 oktober 2019 hade 3,2 personer per 10 000 invånare ledsagarservice enligt LSS i Stockholms stad. Det är färre än
    /// i riket: 6,4 (2021)." Fewer or more only where the country's number is outside the interval of the own one.
    ///
    /// - Parameters:
    ///   - country: persons per 10 000 inhabitants of the country, in a year that may be another.
    ///   - service: "ledsagarservice enligt LSS".
    func besideCountry(
        _ cell: ReleasedCell, country: Double, year other: Int, of service: Phrase, in municipality: String
    ) -> Finding? {
        guard let own = cell.shown else { return nil }
        let form = NumberForm.decimal(1)
        let told: Phrase =
            if let upper = own.upper, upper < country {
                Phrase(sv: "färre än", en: "fewer than")
            } else if let lower = own.lower, lower > country {
                Phrase(sv: "fler än", en: "more than")
            } else {
                Phrase(sv: "ungefär som", en: "about as many as")
            }
        let published: RichText = text(
            sv: "\(number: country, form)\(other == year ? "" : " (\(other))")",
            en: "\(number: country, form)\(other == year ? "" : " (\(other))")")
        return finding(
            sv: """
                Den 1 oktober \(String(year)) hade \(own, form) personer per 10\u{A0}000 invånare \(service.swedish) i \
                \(municipality). Det är \(told.swedish) i riket: \(published).
                """,
            en: """
                On 1 October \(String(year)) \(own, form) persons per 10,000 inhabitants had \(service.english) in \
                \(municipality). That is \(told.english) in the country: \(published).
                """)
    }
}
