// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// Turns the words of a `query` into a `Question`: `utilisation --by district,year --where law=LSS`.
struct QuestionArguments {
    var measure: String
    var by: [String]
    var filters: [String]
    var years: ClosedRange<Int>
    var onDay: String?
    var level: Double
    var totals: Bool

    /// The question, or what about the words is wrong, with the nearest right one.
    func question() throws(QuestionArgumentError) -> Question {
        let (measure, item, aspect) = try measureAndAspect()
        var dimensions: [Dimension] = []
        for name in by.flatMap({ $0.split(separator: ",") }) {
            let dimension = try Self.dimension(named: String(name), in: "--by")
            guard !dimensions.contains(dimension) else { throw .repeatedDimension(dimension.rawValue) }
            dimensions.append(dimension)
        }
        // A measure whose parts stand side by side is asked for with them.
        let parts = Catalogue.parts(of: measure, aspect)
        if let parts, !dimensions.contains(parts) { dimensions.append(parts) }
        var parsed = item.map { [Question.Filter(.question, .isOneOf, [$0])] } ?? []
        for filter in filters { parsed.append(try Self.filter(filter)) }
        guard (0.5...0.999).contains(level) else { throw .badLevel }
        return Question(
            measure, aspect, by: dimensions, where: parsed, years: years, level: level,
            totals: totals || parts != nil)
    }

    /// `MEASURE[:ASPECT]`; of items `item:NAME[:ASPECT]`, or `item:ASPECT` of several items at once.
    private func measureAndAspect() throws(QuestionArgumentError) -> (MeasureName, String?, Question.Aspect) {
        var parts = measure.split(separator: ":", maxSplits: 2).map(String.init)
        guard let name = parts.first, let measure = Catalogue.measure(named: name) else {
            throw .unknownMeasure(
                parts.first ?? "",
                nearest: NearestName.to(parts.first ?? "", among: Catalogue.measures.map(\.name.rawValue)))
        }
        var aspect = Question.Aspect.headline
        let known = measure.spellings
        var item: String?
        if measure.isOfOneItem, parts.count > 1, parts.count == 3 || !known.contains(where: { $0.name == parts[1] }) {
            item = parts.remove(at: 1)
        }
        if parts.count > 1 {
            let asked = parts.dropFirst().joined(separator: ":")
            guard let named = known.first(where: { $0.name == asked }) else {
                throw .unknownAspect(
                    asked, of: ([name] + (item.map { [$0] } ?? [])).joined(separator: ":"), known: known.map(\.name))
            }
            aspect = named.aspect
        }
        if let onDay {
            let day = try Self.day(onDay)
            guard aspect == .headline, Catalogue.aspect(measure.name, day) != nil else { throw .onDayOnlyForPersons }
            aspect = day
        }
        return (measure.name, item, aspect)
    }

    /// `10-01`, `YYYY-10-01` or `2019-10-01`: the same day of every year asked for.
    private static func day(_ text: String) throws(QuestionArgumentError) -> Question.Aspect {
        let parts = text.split(separator: "-").suffix(2).compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[0]), (1...31).contains(parts[1]) else { throw .badDay(text) }
        return .onDay(month: parts[0], day: parts[1])
    }

    static func dimension(named name: String, in place: String) throws(QuestionArgumentError) -> Dimension {
        guard let dimension = Dimension(rawValue: name) else {
            throw .unknownDimension(
                name, in: place, nearest: NearestName.to(name, among: Dimension.allCases.map(\.rawValue)))
        }
        return dimension
    }

    private static func filter(_ text: String) throws(QuestionArgumentError) -> Question.Filter {
        for sign in [Question.Comparison.isNoneOf, .atLeast, .atMost, .isOneOf] {
            guard let range = text.firstRange(of: sign.rawValue) else { continue }
            let name = String(text[..<range.lowerBound])
            let values = text[range.upperBound...].split(separator: ",").map(String.init)
            guard !name.isEmpty, !values.isEmpty else { break }
            return Question.Filter(try dimension(named: name, in: "--where"), sign, values)
        }
        throw .badFilter(text)
    }
}
