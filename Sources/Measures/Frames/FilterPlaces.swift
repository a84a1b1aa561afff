// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Axis {
    /// The year at a place of the year axis.
    func year(at place: Int) -> Int {
        Int(values[place].code) ?? 0
    }

    /// For each place of this axis whether a filter lets it through. Codes are compared without regard to case and
    /// accents; `unknown` is one of them.
    ///
    /// - Throws: `QuestionError.unknownCategory` with the nearest codes; `.notOrdered` for `>=` and `<=` on a
    ///   dimension without an order.
    func places(passing filter: Question.Filter) throws(QuestionError) -> [Bool] {
        var named: [Int] = []
        for code in filter.values { named.append(try place(of: code)) }
        switch filter.comparison {
        case .isOneOf: return (0..<count).map { named.contains($0) }
        case .isNoneOf: return (0..<count).map { !named.contains($0) }
        case .atLeast, .atMost:
            guard [.year, .month, .age, .hourClass].contains(dimension), let limit = named.first, named.count == 1,
                limit < unknown
            else { throw .notOrdered(dimension) }
            let passing = filter.comparison == .atLeast ? limit..<unknown : 0..<limit + 1
            return (0..<count).map { passing.contains($0) }
        }
    }

    private func place(of code: String) throws(QuestionError) -> Int {
        let known = values.map(\.code) + [Category.unknown(in: dimension).code]
        if let exact = known.firstIndex(of: code) { return exact }
        let folded = NearestName.folded(code)
        if let alike = known.firstIndex(where: { NearestName.folded($0) == folded }) { return alike }
        throw .unknownCategory(dimension, code: code, nearest: NearestName.list(to: code, among: known))
    }
}
