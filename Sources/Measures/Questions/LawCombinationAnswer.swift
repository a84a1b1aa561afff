// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Persons by which laws their decisions of the year rest on: one only, or both.
extension Inquiry {
    func lawCombination() -> [Tabulation.Row] {
        let (sol, lss): (UInt16, UInt16) = (1, 2)
        let cells = gather { person, cells in
            eachDecision(of: person) { decision, traits in
                cells.add(traits, marks: decision.law == .sol ? sol : lss)
            }
        }
        let place = AspectRules.dimensions(of: question).firstIndex(of: .law)
        return breakdown.rowCells(cells.occurring).flatMap { cell in
            let sums = cells[cell]
            var parts: [(category: Category, sums: [PersonSum])] = []
            for (rank, combination) in Self.combinations.enumerated() {
                let members = sums.filter { $0.marks == combination.marks }
                let category = Category(.law, code: combination.code, label: combination.label, rank: rank)
                if !members.isEmpty { parts.append((category, members)) }
            }
            if question.totals || parts.isEmpty { parts.append((.total(of: .law), sums)) }
            return parts.map { part in
                var key = breakdown.key(of: cell)
                if let place { key.insert(part.category, at: place) }
                return Tabulation.Row(key: key, measurement: .persons(part.sums))
            }
        }.sorted { left, right in
            left.key.map(\.rank).lexicographicallyPrecedes(right.key.map(\.rank))
        }
    }

    private static let combinations: [(marks: UInt16, code: String, label: Phrase)] = [
        (1, "SoL-only", Phrase(sv: "Enbart SoL", en: "SoL only")),
        (2, "LSS-only", Phrase(sv: "Enbart LSS", en: "LSS only")),
        (3, "both", Phrase(sv: "Både SoL och LSS", en: "Both SoL and LSS")),
    ]
}
