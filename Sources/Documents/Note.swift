// SPDX-License-Identifier: EUPL-1.2

/// Something a reader must know beside the numbers.
package struct Note: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Good to know.
        case remark
        /// The numbers cannot be read without it: a year not covered whole.
        case caution
        /// "INTERNT – får inte spridas".
        case restricted
    }

    package let kind: Kind
    package let text: RichText

    package init(_ kind: Kind, _ text: RichText) {
        self.kind = kind
        self.text = text
    }
}
