// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// How much the reader needs a number, in levels: the year's own figures first, what is told beside them last. A number
/// of one level is hidden only when hiding those of the levels below does not protect.
struct Worth {
    /// 1 the headlines of the year; 2 the year before, changes and other figures of everyone; 3 by law or by board; 4 by
    /// sex, age, provider, month; 5 crossings, and what stands beside other numbers.
    let level: Int
    private let persons: Double

    /// What a survey's numbers are always told apart by.
    private static let ofSurveys: Set<Dimension> = [.group, .wave, .question, .answer]
    private static let main: Set<Dimension> = [.law, .district]
    private static let lowest = 5

    init(_ question: Question, _ domain: Domain, persons: Int, isThisYear: Bool) {
        let aspect = Catalogue.aspect(of: question)
        let dimensions = domain.places.map(\.dimension)
        let traits = dimensions.filter { !Self.ofSurveys.contains($0) }
        let isHeadline = isThisYear && domain.filters.isEmpty && !dimensions.contains(.question)
        self.persons = Double(persons)
        level =
            switch (aspect.role, traits.count) {
            case (.auxiliary, _): Self.lowest
            case (.main, 0): isHeadline ? 1 : 2
            case (.other, 0): 2
            case (_, 1): Self.main.contains(traits[0]) ? 3 : 4
            case (_, _): Self.lowest
            }
    }

    /// Whether a share is shown rounded, without its parts, rather than not at all. Rounded shares bind the numbers they are
    /// of, so that others must be hidden for them: of those that few readers look for, that costs more than it shows.
    var mayBeRounded: Bool { level <= 2 }

    /// What is lost when it is hidden.
    var ofValue: Double { Self.weight(level) * ofPersons }

    /// The level of its base: two below. A headline cannot be compared with the year before without it: its base comes
    /// before what is told by board.
    var levelOfBase: Int { level == 1 ? 2 : min(level + 2, Self.lowest) }

    /// What is lost when only its base is left out.
    var ofBase: Double { 0.3 * Self.weight(levelOfBase) * ofPersons }

    private var ofPersons: Double { 0.5 + persons / (persons + 100) }

    private static func weight(_ level: Int) -> Double { [0, 4e6, 1e5, 4e3, 2e2, 10][level] }
}
