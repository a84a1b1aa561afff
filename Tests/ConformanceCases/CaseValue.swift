// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// A value in a result: a number, a word, or nothing where the quantity is not defined.
package enum CaseValue: Sendable, Hashable {
    case number(Double)
    case text(String)
    case undefined

    /// What is not a number is not defined.
    package init(_ number: Double?) {
        self = number.flatMap { $0.isNaN ? nil : .number($0) } ?? .undefined
    }

    package init(_ count: Int) { self = .number(Double(count)) }

    package init(_ text: String) { self = .text(text) }

    /// A cell of an input, as it stands in a key: a number where it reads as one.
    package init(cell text: String) {
        self = text.isEmpty ? .undefined : Double(text).map { .number($0) } ?? .text(text)
    }

    /// Infinite numbers are words in a result.
    package var json: JSON {
        switch self {
        case .number(let number):
            if number.isInfinite { .string(number > 0 ? "Inf" : "-Inf") } else { .number(number) }
        case .text(let text): .string(text)
        case .undefined: .null
        }
    }
}

extension CaseValue: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}

/// One row of a result: columns in order.
package struct ResultRow: Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var columns: [(name: String, value: CaseValue)]

    package init(dictionaryLiteral columns: (String, CaseValue)...) {
        self.columns = columns.map { (name: $0.0, value: $0.1) }
    }

    /// The column's value; nil for a column the row does not have.
    package subscript(_ name: String) -> CaseValue? {
        get { columns.first { $0.name == name }?.value }
        set {
            columns.removeAll { $0.name == name }
            if let newValue { columns.append((name, newValue)) }
        }
    }

    package var json: JSON { .object(columns.map { ($0.name, $0.value.json) }) }
}
