// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Cell {
    /// The number a drawing places: the released part that is shown, or a number that is not about persons.
    var drawn: Double? {
        switch self {
        case .released(.shown(let value), let part, _): part.numbers(of: value)?.first
        case .number(let number, _): number
        case .released, .text, .empty: nil
        }
    }

    /// The two numbers of a shown interval.
    var drawnInterval: (lower: Double, upper: Double)? {
        guard case .released(.shown(let value), let part, _) = self, let (lower, upper) = part.numbers(of: value),
            let upper
        else { return nil }
        return (lower, upper)
    }

    /// The form that number is printed in.
    var drawnForm: NumberForm? {
        switch self {
        case .released(.shown, _, let form), .number(_, let form): form
        case .released, .text, .empty: nil
        }
    }

    /// Its words without form, as a name in a drawing.
    var plainText: String? {
        guard case .text(let text) = self else { return nil }
        return text.runs.map {
            switch $0 {
            case .text(let text), .strong(let text), .code(let text), .link(let text, _): text
            case .released, .number, .reference: ""
            }
        }.joined()
    }
}
