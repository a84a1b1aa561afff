// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// A number of the form a/b, exact. Traps rather than rounds.
struct Fraction: Equatable {
    var numerator: Int128
    var denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128 = 1) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = a == 0 ? 1 : Int128(a)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    var isZero: Bool { numerator == 0 }

    static func - (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
    }

    static func * (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
    }

    static func / (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
    }
}

/// An outsider who has one released table and knows that totals are sums. Written apart from the gate: dense
/// reduced row echelon form in rational numbers, from the printed rows alone.
enum RationalAttack {
    /// The hidden rows whose number follows from the others, by place in the table.
    static func exposed(in table: ReleasedTable) -> [Int] {
        // A share in whole percent without its base tells neither x nor n: those rows are unknown to him too.
        let hidden = table.rows.indices.filter { table.rows[$0].cell == .hidden || isWithoutBase(table.rows[$0].cell) }
        let column = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { ($0.element, $0.offset) })
        var matrix: [[Fraction]] = []
        for place in table.dimensions.indices where table.dimensions[place] != .year {
            for (index, row) in table.rows.enumerated() where row.key[place].kind == .total {
                var line = [Fraction](repeating: Fraction(0), count: hidden.count)
                if let at = column[index] { line[at] = Fraction(-1) }
                for (other, part) in table.rows.enumerated() where part.key[place].kind != .total {
                    let agrees = table.dimensions.indices.allSatisfy { $0 == place || part.key[$0] == row.key[$0] }
                    if agrees, let at = column[other] { line[at] = Fraction(1) }
                }
                matrix.append(line)
            }
        }
        let reduced = reducedRows(matrix, columns: hidden.count)
        // A number is determined when its column alone stands in a row of the reduced form.
        return reduced.compactMap { row in
            let places = row.indices.filter { !row[$0].isZero }
            return places.count == 1 ? hidden[places[0]] : nil
        }
    }

    private static func isWithoutBase(_ cell: ReleasedCell) -> Bool {
        guard case .shown(let value) = cell else { return false }
        return value.unit == .share && value.denominator == nil
    }

    static func reducedRows(_ start: [[Fraction]], columns: Int) -> [[Fraction]] {
        var rows = start
        var rank = 0
        for column in 0..<columns {
            guard let pivot = (rank..<rows.count).first(where: { !rows[$0][column].isZero }) else { continue }
            rows.swapAt(rank, pivot)
            let scale = rows[rank][column]
            for at in column..<columns { rows[rank][at] = rows[rank][at] / scale }
            for other in rows.indices where other != rank && !rows[other][column].isZero {
                let factor = rows[other][column]
                for at in column..<columns where !rows[rank][at].isZero {
                    rows[other][at] = rows[other][at] - factor * rows[rank][at]
                }
            }
            rank += 1
            if rank == rows.count { break }
        }
        return Array(rows.prefix(rank))
    }
}
