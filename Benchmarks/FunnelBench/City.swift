// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// A simulated city: 14 boards with 20–200 persons each, of whom about half have what is counted.
struct City {
    /// What is true of the boards.
    enum Truth {
        /// All have the share 0.5.
        case same
        /// One board of a given size (nil: the one nearest the average) has so much more or less.
        case one(difference: Double, size: Int?)
        /// Every board has a share of its own, normal about 0.5 with this standard deviation.
        case overdispersed(Double)
    }

    static let boards = 14
    static let sizes = 20...200

    let counts: [(x: Int, n: Int)]
    /// The board that differs, in `Truth.one`.
    let different: Int

    init(_ truth: Truth, _ random: inout SeededDraws) {
        var sizes = (0..<Self.boards).map { _ in Self.sizes.lowerBound + random.below(Self.sizes.count) }
        let average = Double(Self.sizes.lowerBound + Self.sizes.upperBound) / 2
        let different = sizes.indices.min { abs(Double(sizes[$0]) - average) < abs(Double(sizes[$1]) - average) } ?? 0
        if case .one(_, let size?) = truth { sizes[different] = size }
        let up: Double = random.below(2) == 0 ? 1 : -1
        counts = sizes.indices.map { board in
            let share: Double =
                switch truth {
                case .same: 0.5
                case .one(let difference, _): board == different ? 0.5 + up * difference : 0.5
                case .overdispersed(let spread): min(0.999, max(0.001, 0.5 + spread * random.normal()))
                }
            return (x: (0..<sizes[board]).count { _ in random.uniform() < share }, n: sizes[board])
        }
        self.different = different
    }

    var units: [FunnelUnit] { counts.map { .share(x: $0.x, n: $0.n) } }

    var target: Double {
        Double(counts.reduce(0) { $0 + $1.x }) / Double(counts.reduce(0) { $0 + $1.n })
    }
}
