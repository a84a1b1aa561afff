// SPDX-License-Identifier: EUPL-1.2
import Terms

/// How a share is said in words (*hälften*, *drygt en tredjedel*), and for which shares.
///
/// A share is judged as it is printed, rounded to a tenth of a percent, so that nobody can read a number that
/// contradicts the words beside it. Only a true 0 is "none" and only a true 1 is "all". The bands of `table`
/// lie edge to edge: the plain word for a share within about one percentage point of the fraction, *knappt*
/// below it, *drygt* above it, up to half-way to the next fraction.
struct ShareWording: Sendable, Hashable {
    /// How the Swedish words take the noun after them.
    enum Form: Sendable, Hashable {
        /// "hälften av de personer som …"
        case part
        /// "sex av tio personer som …"
        case counted
    }

    /// The words, without the noun: "knappt en tredjedel".
    let words: Phrase
    let form: Form
    /// In tenths of a percent: from the lower bound to just below the upper.
    let tenthsOfPercent: Range<Int>

    /// The words for a share (0–1) of a group that is not empty.
    init(for share: Double) {
        precondition((0...1).contains(share), "a share is 0–1")
        if share == 0 {
            self = .none
        } else if share == 1 {
            self = .all
        } else {
            let tenths = min(max(Self.tenths(of: share), 1), 999)
            self = Self.table.first { $0.tenthsOfPercent.contains(tenths) }!
        }
    }

    /// Whether these words may be used of this share.
    func holds(for share: Double) -> Bool { ShareWording(for: share) == self }

    /// The share in tenths of a percent, as printed; halves go away from zero.
    private static func tenths(of share: Double) -> Int {
        Int((share * 1000).rounded(.toNearestOrAwayFromZero))
    }

    private init(_ form: Form, _ tenthsOfPercent: Range<Int>, sv swedish: String, en english: String) {
        self.words = Phrase(sv: swedish, en: english)
        self.form = form
        self.tenthsOfPercent = tenthsOfPercent
    }

    /// Exactly nobody.
    static let none = ShareWording(.part, 0..<1, sv: "ingen", en: "none")
    /// Exactly everybody.
    static let all = ShareWording(.counted, 1000..<1001, sv: "alla", en: "all")

    /// Every wording but none and all, from the smallest share to the largest.
    static let table: [ShareWording] = [
        ShareWording(.counted, 1..<40, sv: "färre än en av tjugo", en: "fewer than one in twenty"),
        ShareWording(.counted, 40..<60, sv: "en av tjugo", en: "one in twenty"),
        ShareWording(.counted, 60..<75, sv: "drygt en av tjugo", en: "just over one in twenty"),
        ShareWording(.counted, 75..<90, sv: "knappt en av tio", en: "just under one in ten"),
        ShareWording(.counted, 90..<110, sv: "en av tio", en: "one in ten"),
        ShareWording(.counted, 110..<150, sv: "drygt en av tio", en: "just over one in ten"),
        ShareWording(.part, 150..<190, sv: "knappt en femtedel", en: "just under a fifth"),
        ShareWording(.part, 190..<210, sv: "en femtedel", en: "a fifth"),
        ShareWording(.part, 210..<225, sv: "drygt en femtedel", en: "just over a fifth"),
        ShareWording(.part, 225..<240, sv: "knappt en fjärdedel", en: "just under a quarter"),
        ShareWording(.part, 240..<260, sv: "en fjärdedel", en: "a quarter"),
        ShareWording(.part, 260..<290, sv: "drygt en fjärdedel", en: "just over a quarter"),
        ShareWording(.part, 290..<325, sv: "knappt en tredjedel", en: "just under a third"),
        ShareWording(.part, 325..<345, sv: "en tredjedel", en: "a third"),
        ShareWording(.part, 345..<370, sv: "drygt en tredjedel", en: "just over a third"),
        ShareWording(.counted, 370..<390, sv: "knappt fyra av tio", en: "just under four in ten"),
        ShareWording(.counted, 390..<410, sv: "fyra av tio", en: "four in ten"),
        ShareWording(.counted, 410..<450, sv: "drygt fyra av tio", en: "just over four in ten"),
        ShareWording(.part, 450..<490, sv: "knappt hälften", en: "just under half"),
        ShareWording(.part, 490..<510, sv: "hälften", en: "half"),
        ShareWording(.part, 510..<550, sv: "drygt hälften", en: "just over half"),
        ShareWording(.counted, 550..<590, sv: "knappt sex av tio", en: "just under six in ten"),
        ShareWording(.counted, 590..<610, sv: "sex av tio", en: "six in ten"),
        ShareWording(.counted, 610..<635, sv: "drygt sex av tio", en: "just over six in ten"),
        ShareWording(.part, 635..<655, sv: "knappt två tredjedelar", en: "just under two thirds"),
        ShareWording(.part, 655..<675, sv: "två tredjedelar", en: "two thirds"),
        ShareWording(.part, 675..<710, sv: "drygt två tredjedelar", en: "just over two thirds"),
        ShareWording(.part, 710..<740, sv: "knappt tre fjärdedelar", en: "just under three quarters"),
        ShareWording(.part, 740..<760, sv: "tre fjärdedelar", en: "three quarters"),
        ShareWording(.part, 760..<775, sv: "drygt tre fjärdedelar", en: "just over three quarters"),
        ShareWording(.part, 775..<790, sv: "knappt fyra femtedelar", en: "just under four fifths"),
        ShareWording(.part, 790..<810, sv: "fyra femtedelar", en: "four fifths"),
        ShareWording(.part, 810..<850, sv: "drygt fyra femtedelar", en: "just over four fifths"),
        ShareWording(.counted, 850..<890, sv: "knappt nio av tio", en: "just under nine in ten"),
        ShareWording(.counted, 890..<910, sv: "nio av tio", en: "nine in ten"),
        ShareWording(.counted, 910..<950, sv: "drygt nio av tio", en: "just over nine in ten"),
        ShareWording(.counted, 950..<1000, sv: "nästan alla", en: "almost all"),
    ]
}
