// SPDX-License-Identifier: EUPL-1.2

/// How often the rules for comparing boards name one, in simulated cities: what the report's method annex,
/// docs/likvardighet.md and `funnel-bench` all say, from here.
///
/// 1 000 cities of 14 boards with 20–200 persons each and a share of 0.5, with the seeds of `funnel-bench`, which
/// prints them anew and fails when they are others.
package enum SimulatedNaming {
    package static let cities = 1000
    package static let boards = 14

    /// A number of cities of the thousand.
    package struct Rate: Sendable, Hashable {
        package let perThousand: Int

        init(_ perThousand: Int) { self.perThousand = perThousand }

        /// 0–1.
        package var share: Double { Double(perThousand) / 1000 }
    }

    /// Text names some board though none differs; the promise is at most 5 per cent.
    package static let namedWithoutDifference = Rate(39)
    /// Text names the board of average size that differs by 20 percentage points; the promise is at least 80 per cent.
    package static let namedOfTwentyPoints = Rate(849)
    /// Some board stands out after adjustment where every board differs, with standard deviation 0.05; the promise is at
    /// most 10 per cent.
    package static let adjustedAmongUnequal = Rate(68)
    /// Text names some board there. That the rule finds 80 per cent of the differences of 20 points and names at most
    /// 10 per cent here is impossible: no rule that keeps to 10 finds more than `possibleWithinTen`.
    package static let namedAmongUnequal = Rate(215)
    package static let possibleWithinTen = Rate(760)

    /// The sizes of `power`'s columns, in persons.
    package static let sizes = [20, 50, 110, 200]

    /// How often text names a board that truly differs by so many percentage points, by its size.
    package static let power: [(points: Int, rates: [Rate])] = [
        (5, [3, 8, 26, 47].map(Rate.init)), (10, [10, 44, 162, 347].map(Rate.init)),
        (15, [28, 157, 494, 823].map(Rate.init)), (20, [90, 407, 839, 955].map(Rate.init)),
        (25, [204, 707, 965, 984].map(Rate.init)), (30, [395, 916, 994, 997].map(Rate.init)),
    ]
}
