// SPDX-License-Identifier: EUPL-1.2

/// All draws of one stratum: the sum of the drawn values and how many of those drawn were in fact treated, with the share of
/// draws that have both.
///
/// Persons come one by one, and for each number drawn the sums so far are kept sorted, so that a person is a merge of two lists
/// (Pagano & Tritchler 1983). Values are whole numbers of the smallest decimal that all are written with, or else of
/// 2⁻⁵⁰ of the greatest (2⁻⁴⁴ of many), so that equal sums are one.
struct StratumSums {
    struct Entry {
        var sum: Double
        /// How many of those drawn were in fact treated.
        var same: Int
        var share: Double
    }

    let sums: [Entry]

    /// nil where there are more different sums than the limit.
    init?(_ stratum: WeightedStratum, limit: Int) {
        let (unit, isDivisor) = Self.unit(stratum.treated + stratum.controls)
        func whole(_ value: Double) -> Int64 { Int64((isDivisor ? value * unit : value / unit).rounded()) }
        let size = stratum.treated.count
        let chance = Double(size) / Double(stratum.count)
        // Each person is drawn by a chance of its own, and draws of the right size are kept: their shares never overflow.
        guard
            let ofTreated = Self.lists(stratum.treated.map(whole), chance: chance, upTo: size, limit: limit),
            let ofControls = Self.lists(stratum.controls.map(whole), chance: chance, upTo: size, limit: limit)
        else { return nil }
        var sums: [Entry] = []
        for same in max(0, size - stratum.controls.count)...size {
            let (first, second) = (ofTreated[same], ofControls[size - same])
            guard first.count * second.count <= 2 * limit else { return nil }
            var pairs: [(sum: Int64, share: Double)] = []
            pairs.reserveCapacity(first.count * second.count)
            for one in first {
                for other in second { pairs.append((one.sum + other.sum, one.share * other.share)) }
            }
            pairs.sort { $0 < $1 }
            for pair in pairs {
                let sum = isDivisor ? Double(pair.sum) / unit : Double(pair.sum) * unit
                if let last = sums.last, last.same == same, last.sum == sum {
                    sums[sums.count - 1].share += pair.share
                } else {
                    sums.append(Entry(sum: sum, same: same, share: pair.share))
                }
            }
            guard sums.count <= limit else { return nil }
        }
        let whole = ExactSum.sum(of: sums.map(\.share))
        self.sums = sums.map { Entry(sum: $0.sum, same: $0.same, share: $0.share / whole) }
    }

    /// For each number drawn, the different sums in rising order.
    private static func lists(
        _ values: [Int64], chance: Double, upTo size: Int, limit: Int
    ) -> [[(sum: Int64, share: Double)]]? {
        var lists = [[(sum: Int64, share: Double)]](repeating: [], count: size + 1)
        lists[0] = [(0, 1)]
        for (place, value) in values.enumerated() {
            for drawn in stride(from: min(size, place + 1), through: 0, by: -1) {
                let without = lists[drawn]
                let with = drawn > 0 ? lists[drawn - 1] : []
                lists[drawn] = merged(without, chance: 1 - chance, with, shift: value, chance)
            }
            guard lists.reduce(0, { $0 + $1.count }) <= limit else { return nil }
        }
        return lists
    }

    private static func merged(
        _ first: [(sum: Int64, share: Double)], chance: Double, _ second: [(sum: Int64, share: Double)], shift: Int64,
        _ other: Double
    ) -> [(sum: Int64, share: Double)] {
        var merged: [(sum: Int64, share: Double)] = []
        merged.reserveCapacity(first.count + second.count)
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            let one = i < first.count ? first[i].sum : .max
            let two = j < second.count ? second[j].sum + shift : .max
            var share = 0.0
            if one <= two {
                share += first[i].share * chance
                i += 1
            }
            if two <= one {
                share += second[j].share * other
                j += 1
            }
            merged.append((min(one, two), share))
        }
        return merged
    }

    /// What values are whole numbers of: 1/`unit` where it is a divisor, else `unit`.
    private static func unit(_ values: [Double]) -> (unit: Double, isDivisor: Bool) {
        let largest = values.map { abs($0) }.max() ?? 0
        for divisor in [1, 2, 4, 10, 100, 1000, 1e4, 1e5, 1e6] as [Double] where largest * divisor < 0x1p40 {
            // A decimal as it is written is the nearest double to it.
            if values.allSatisfy({ ($0 * divisor).rounded() / divisor == $0 }) { return (divisor, true) }
        }
        return (largest > 0 ? largest * (values.count <= 4096 ? 0x1p-50 : 0x1p-44) : 1, false)
    }
}
