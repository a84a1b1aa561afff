// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Rows gathered by person without moving them: person p has `places[starts[p]..<starts[p + 1]]`.
struct PersonOrder {
    private(set) var places: [Int]
    let starts: [Int]

    /// Counting sort of the rows that are wanted; those of one person keep their order.
    init(persons: Int, rows: Int, person: (Int) -> PersonIndex, where isWanted: (Int) -> Bool = { _ in true }) {
        var starts = [Int](repeating: 0, count: persons + 1)
        for row in 0..<rows where isWanted(row) { starts[Int(person(row)) + 1] += 1 }
        for index in 0..<persons { starts[index + 1] += starts[index] }
        var next = starts
        var places = [Int](repeating: 0, count: starts[persons])
        for row in 0..<rows where isWanted(row) {
            places[next[Int(person(row))]] = row
            next[Int(person(row))] += 1
        }
        self.places = places
        self.starts = starts
    }

    /// Sorts the rows of each person.
    mutating func sortWithinPersons(by isBefore: (Int, Int) -> Bool) {
        for person in 0..<starts.count - 1 where starts[person + 1] - starts[person] > 1 {
            places[starts[person]..<starts[person + 1]].sort(by: isBefore)
        }
    }

    func rows(of person: Int) -> ArraySlice<Int> {
        places[starts[person]..<starts[person + 1]]
    }
}
