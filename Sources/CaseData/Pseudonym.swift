// SPDX-License-Identifier: EUPL-1.2

/// A person as everything but the reader's door knows them: 128 bits of HMAC-SHA-256 over the
/// person key, made with the project's secret key.
///
/// It tells nothing of the person, and shows nothing of itself: its description is ‹person› and
/// its mirror is empty, so that neither a message, a log nor a crash can hold one.
package struct Pseudonym: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension Pseudonym: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "‹person›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
