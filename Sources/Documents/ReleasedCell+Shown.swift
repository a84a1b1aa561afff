// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Terms

extension ReleasedCell {
    /// The value, when there is one to speak of.
    package var shown: ReleasedValue? {
        if case .shown(let value) = self { value } else { nil }
    }

    /// Whether there is a number, shown or hidden.
    package var isKnown: Bool {
        if case .notApplicable = self { false } else { true }
    }
}

extension ReleasedTable.Row {
    /// Whether it stands for all of something.
    package var isTotal: Bool { key.contains { $0.kind == .total } }

    package var shown: ReleasedValue? { cell.shown }
}
