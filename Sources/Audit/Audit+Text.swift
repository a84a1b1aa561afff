// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Audit {
    /// The result for a person to read: each number that can be had, with the steps it is had by.
    package func text(in language: Language) -> String {
        var lines = [
            Phrase(
                sv: "Läste \(tables) tabeller och \(pages) sidor. \(hidden.count) tal visas inte.",
                en: "Read \(tables) tables and \(pages) pages. \(hidden.count) numbers are not shown.")
        ]
        for cell in leaks {
            lines.append(cell.verdict)
            lines += cell.steps.map { Phrase(sv: "  – \($0.swedish)", en: "  – \($0.english)") }
        }
        for stray in strays {
            let text = stray.context.split(separator: " ").joined(separator: " ")
            lines.append(
                Phrase(
                    sv: "Finns inte i någon tabell: \(stray.number) i \(stray.page) (…\(text)…)",
                    en: "Is in no table: \(stray.number) in \(stray.page) (…\(text)…)"))
        }
        for words in contradictions {
            lines.append(
                Phrase(
                    sv: "Stämmer inte med det som visas, och används inte: \(words.swedish)",
                    en: "Does not agree with what is shown, and is not used: \(words.english)"))
        }
        for table in undeclared {
            lines.append(
                Phrase(
                    sv: "Går inte att pröva, för datapackage.json säger inget om dess tal: \(table)",
                    en: "Cannot be tried, for datapackage.json says nothing of its numbers: \(table)"))
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
}

extension Audit.Cell {
    /// What can be had, and where it is left out.
    fileprivate var verdict: Phrase {
        let place = line.map { " (\(table):\($0) \(column ?? ""))" } ?? ""
        guard let low, let high, low < high else {
            let value = (low ?? high).map(OutsideSystem.plain) ?? "?"
            return Phrase(
                sv: "Går att räkna ut: \(title.swedish)\(place) = \(value)",
                en: "Can be computed: \(title.english)\(place) = \(value)")
        }
        let range = "\(OutsideSystem.plain(low))–\(OutsideSystem.plain(high))"
        return Phrase(
            sv: "Går att ringa in till \(range): \(title.swedish)\(place)",
            en: "Can be narrowed to \(range): \(title.english)\(place)")
    }
}
