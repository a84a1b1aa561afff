// SPDX-License-Identifier: EUPL-1.2

/// The nearest right name to one that was written wrong: the "did you mean" of messages.
///
/// Names are compared without regard to case, accents, and the difference between blank, hyphen and `_`.
package enum NearestName {
    /// The candidate nearest to `name`, or nil when none is near enough to be worth asking about. On a tie the
    /// earlier candidate wins, so the answer does not depend on anything but the arguments.
    package static func to(_ name: String, among candidates: [String]) -> String? {
        list(to: name, among: candidates, limit: 1).first
    }

    /// At most `limit` candidates that are near enough, nearest first; ties keep the order of `candidates`.
    package static func list(to name: String, among candidates: [String], limit: Int = 3) -> [String] {
        let wanted = Array(folded(name).unicodeScalars)
        guard !wanted.isEmpty else { return [] }
        var near: [(distance: Int, place: Int)] = []
        for (place, candidate) in candidates.enumerated() {
            let scalars = Array(folded(candidate).unicodeScalars)
            var distance = distance(wanted, scalars)
            // A name cut short ("flexible" for "flexible_use") is one slip, however many letters are missing.
            if wanted.count >= 3, scalars.starts(with: wanted) { distance = min(distance, 1) }
            if distance <= max(1, max(wanted.count, scalars.count) / 3) { near.append((distance, place)) }
        }
        near.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return near.prefix(limit).map { candidates[$0.place] }
    }

    /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of two neighbours, each
    /// of cost 1 (Damerau 1964; Levenshtein 1966).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, b) in right.enumerated() {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                row.append(cost)
            }
            beforePrevious = previous
            previous = row
        }
        return previous[right.count]
    }

    /// Lower case without accents, where blank, hyphen and `_` are all a blank: the form names are compared in.
    package static func folded(_ name: String) -> String {
        var result = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "å", "ä", "á", "à", "â", "ã", "æ": result.append("a")
            case "ö", "ø", "ó", "ò", "ô", "õ": result.append("o")
            case "é", "è", "ê", "ë": result.append("e")
            case "ü", "ú", "ù", "û": result.append("u")
            case "í", "ì", "î", "ï": result.append("i")
            case "\u{300}"..."\u{36F}": continue
            case "-", "_", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": result.append(" ")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
