// SPDX-License-Identifier: EUPL-1.2

/// Boards that took over others, seen from how their numbers add.
extension OutsideSystem {
    /// A board of today is the old boards whose numbers add to its own wherever all are printed. Others may happen to
    /// add to it too: what most numbers speak for is taken first, and an old board goes to one.
    mutating func addSuccession() {
        let now = codes("district")
        let then = codes("district_then")
        let gone = then.filter { !now.contains($0) }
        if gone.isEmpty { return }
        var heirs: [(board: String, parts: [String], agreeing: Int)] = []
        for board in now {
            for (place, first) in gone.enumerated() {
                let seconds = then.contains(board) ? [board] : Array(gone[(place + 1)...])
                for second in seconds {
                    let agreeing = agreement(board, [first, second])
                    if agreeing >= 2 { heirs.append((board, [first, second], agreeing)) }
                }
            }
        }
        // Stable: of equals the first.
        let order = heirs.indices.sorted { (-heirs[$0].agreeing, $0) < (-heirs[$1].agreeing, $1) }
        var parts: [String: [String]] = [:]
        var taken: Set<String> = []
        for heir in order.map({ heirs[$0] }) where parts[heir.board] == nil && taken.isDisjoint(with: heir.parts) {
            parts[heir.board] = heir.parts
            taken.formUnion(heir.parts)
        }
        for board in now {
            let old = parts[board] ?? (then.contains(board) && !taken.contains(board) ? [board] : [])
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

    /// How many different numbers of the board are the sum of the old boards'; none where one is not.
    private func agreement(_ board: String, _ old: [String]) -> Int {
        var agreeing: Set<Double> = []
        for (whole, parts) in heirs(board, old) {
            let values = parts.compactMap { printed[$0] }
            guard let total = printed[whole], values.count == parts.count else { continue }
            if (values.reduce(0, +) - total).magnitude > 0.02 * max(1, total.magnitude) { return 0 }
            agreeing.insert(total)
        }
        return agreeing.count
    }

    private mutating func relateHeir(_ board: String, _ old: [String]) {
        for (whole, parts) in heirs(board, old) {
            let values = parts.compactMap { printed[$0] }
            if printed[whole] != nil, values.count == parts.count { continue }
            learn([(whole, 1)] + parts.map { ($0, -1) })
        }
    }
}
