// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Table {
    /// A sign of the table and what it means in it.
    package struct LegendEntry: Sendable, Hashable {
        package let sign: CellSign
        package let meaning: String
    }

    /// The signs that stand in its cells, each with its meaning; empty when there are none. What is not applicable
    /// for a reason says that reason.
    package func legend(in language: Language) -> [LegendEntry] {
        var entries: [LegendEntry] = []
        for cell in rows.flatMap(\.cells) {
            let text = CellText(cell, language)
            guard let sign = text.sign else { continue }
            // A reason is a sentence; in the legend it is one part of a line.
            let meaning = text.reason.map { $0.asMidSentence.hasSuffix(".") ? String($0.asMidSentence.dropLast()) : $0 }
            let entry = LegendEntry(sign: sign, meaning: meaning ?? sign.meaning[language])
            if !entries.contains(entry) { entries.append(entry) }
        }
        return entries.filter { $0.sign == .hidden } + entries.filter { $0.sign == .zero }
            + entries.filter { $0.sign == .notApplicable }
    }

    /// Unit, population, year and n, as they stand under the title.
    package func facts(in language: Language) -> [String] {
        var facts = [unit, population, year].filter { !$0.isEmpty }
        if let base { facts.append("n = " + CellText(base, language).text) }
        // The line begins like a sentence, whatever the unit is called within one.
        if let first = facts.first { facts[0] = first.prefix(1).uppercased() + first.dropFirst() }
        return facts
    }
}
