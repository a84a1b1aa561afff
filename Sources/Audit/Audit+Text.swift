// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Audit {
    /// The result for a person to read.
    package func text(in language: Language) -> String {
        var lines = [
            Phrase(
                sv: "Läste \(tables) tabeller och \(pages) sidor. \(hidden.count) värden är dolda.",
                en: "Read \(tables) tables and \(pages) pages. \(hidden.count) values are hidden.")
        ]
        for cell in hidden + told where cell.isNarrowed {
            let place = ([cell.table] + cell.codes).joined(separator: " · ")
            let low = Self.plain(cell.low)
            let high = Self.plain(cell.high ?? .infinity)
            lines.append(
                cell.high == cell.low
                    ? Phrase(sv: "Går att räkna ut: \(place)", en: "Can be computed: \(place)")
                    : Phrase(
                        sv: "Går att ringa in till \(low)–\(high): \(place)",
                        en: "Can be narrowed to \(low)–\(high): \(place)"))
        }
        for stray in strays {
            let text = stray.context.split(separator: " ").joined(separator: " ")
            lines.append(
                Phrase(
                    sv: "Finns inte i någon tabell: \(stray.number) i \(stray.page) (…\(text)…)",
                    en: "Is in no table: \(stray.number) in \(stray.page) (…\(text)…)"))
        }
        lines.append(verdict)
        return lines.map { $0[language] + "\n" }.joined()
    }

    private var verdict: Phrase {
        if passed {
            return Phrase(
                sv: "Inget dolt värde går att ringa in, och sidorna visar bara tabellernas värden.",
                en: "No hidden value can be narrowed, and the pages show only what the tables show.")
        }
        return Phrase(
            sv:
                "\(narrowed) värden som inte visas går att ringa in och \(strays.count) tal på sidorna saknas i tabellerna. Publicera inte rapporten som den är.",
            en:
                "\(narrowed) values that are not shown can be narrowed, and \(strays.count) numbers on the pages are in no table. Do not publish the report as it is."
        )
    }

    private static func plain(_ number: Double) -> String {
        if !number.isFinite { return "∞" }
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
