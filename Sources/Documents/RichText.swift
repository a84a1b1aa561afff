// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// A run of text: words, or a number that the renderer puts into words.
package enum Inline: Sendable, Hashable {
    case text(String)
    case strong(String)
    /// A name as it is typed: a setting, a measure, a file.
    case code(String)
    /// A released number, or a part of it. A hidden one cannot stand here: no sentence is written about it.
    case released(ReleasedValue, ReleasedPart, NumberForm)
    /// A number that is not about persons (a setting, rows of a file, a year's number of tables), or that open tables
    /// show already.
    case number(Double, NumberForm)
    /// To another part of the same document.
    case link(String, id: String)
    /// "tabell 3" or "figur 2": a table or figure of the same document by its number.
    case reference(id: String)
}

/// Text in the document's language, with its numbers as values.
///
/// Written as a string: `"Andelen var \(share, .percent()) (\(share, .percent(), part: .interval))."`
package struct RichText: Sendable, Hashable {
    package var runs: [Inline]

    package init(_ runs: [Inline] = []) {
        self.runs = runs
    }

    package init(_ text: String) {
        runs = [.text(text)]
    }

    package var isEmpty: Bool { runs.isEmpty }

    /// The released numbers it speaks of, in order.
    package var values: [ReleasedValue] {
        runs.compactMap { if case .released(let value, _, _) = $0 { value } else { nil } }
    }

    package static func + (left: RichText, right: RichText) -> RichText {
        RichText(left.runs + right.runs)
    }
}

extension RichText: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(text)
    }

    package init(stringInterpolation: Interpolation) {
        runs = stringInterpolation.runs
    }

    /// What may stand between `\(` and `)` in a text.
    package struct Interpolation: StringInterpolationProtocol {
        var runs: [Inline] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { runs.append(.text(literal)) }
        }

        /// Words.
        package mutating func appendInterpolation(_ text: String) {
            if !text.isEmpty { runs.append(.text(text)) }
        }

        package mutating func appendInterpolation(_ text: RichText) {
            runs += text.runs
        }

        package mutating func appendInterpolation(_ run: Inline) {
            runs.append(run)
        }

        /// A released number in its form; its unit's own form when none is given.
        package mutating func appendInterpolation(
            _ value: ReleasedValue, _ form: NumberForm? = nil, part: ReleasedPart = .value
        ) {
            runs.append(.released(value, part, form ?? part.standardForm(of: value)))
        }

        /// A whole number that is not about persons.
        package mutating func appendInterpolation(count: Int) {
            runs.append(.number(Double(count), .count))
        }

        /// A number that is not about persons, or that open tables show already.
        package mutating func appendInterpolation(number: Double, _ form: NumberForm) {
            runs.append(.number(number, form))
        }

        package mutating func appendInterpolation(strong text: String) {
            runs.append(.strong(text))
        }

        package mutating func appendInterpolation(code text: String) {
            runs.append(.code(text))
        }

        /// "tabell 3" or "figur 2", by the table's id.
        package mutating func appendInterpolation(see id: String) {
            runs.append(.reference(id: id))
        }
    }
}
