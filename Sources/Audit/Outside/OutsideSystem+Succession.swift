// SPDX-License-Identifier: EUPL-1.2

/// Boards that took over others, seen from how their numbers add.
extension OutsideSystem {
    /// A board of today is the old boards whose numbers add to its own wherever all are printed.
    mutating func addSuccession() {
        let now = codes("district")
        let then = codes("district_then")
        let gone = then.filter { !now.contains($0) }
        if gone.isEmpty { return }
        for board in now {
            var parts: [String]?
            for first in gone.indices {
                if then.contains(board) {
                    if isHeir(board, [board, gone[first]]) { parts = [board, gone[first]] }
                    continue
                }
                for second in gone.indices where second > first {
                    if isHeir(board, [gone[first], gone[second]]) { parts = [gone[first], gone[second]] }
                }
            }
            let old = parts ?? (then.contains(board) ? [board] : [])
            if !old.isEmpty { relateHeir(board, old) }
        }
    }

    private func codes(_ dimension: String) -> [String] {
        var codes: Set<String> = []
        for number in numbers {
            for place in number.places where place.dimension == dimension { codes.insert(place.code) }
        }
        return codes.sorted()
    }

    private func heirs(_ board: String, _ old: [String]) -> [(whole: Int, parts: [Int])] {
        numbers.enumerated().compactMap { place, number in
            guard number.places == [Number.Place(dimension: "district", code: board)], !mayBeNegative[place],
                isAmount(number.series)
            else { return nil }
            let parts = old.compactMap {
                variable(
                    Number(
                        number.series, year: number.year, places: [Number.Place(dimension: "district_then", code: $0)]))
            }
            return parts.count == old.count ? (place, parts) : nil
        }
    }

    private func isHeir(_ board: String, _ old: [String]) -> Bool {
        var agreeing: Set<Double> = []
        for (whole, parts) in heirs(board, old) {
            let values = parts.compactMap { printed[$0] }
            guard let total = printed[whole], values.count == parts.count else { continue }
            if (values.reduce(0, +) - total).magnitude > 0.02 * max(1, total.magnitude) { return false }
            agreeing.insert(total)
        }
        return agreeing.count >= 2
    }

    private mutating func relateHeir(_ board: String, _ old: [String]) {
        for (whole, parts) in heirs(board, old) {
            let values = parts.compactMap { printed[$0] }
            if printed[whole] != nil, values.count == parts.count { continue }
            learn([(whole, 1)] + parts.map { ($0, -1) })
        }
    }
}
