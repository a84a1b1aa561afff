// SPDX-License-Identifier: EUPL-1.2

/// Why a decision ended (*avslutsorsak*).
package enum EndReason: UInt8, Sendable, CaseIterable {
    case died
    /// To another municipality.
    case movedAway
    /// The person no longer wanted the service.
    case ownWish
    /// Another decision or service took its place.
    case replaced
    /// The time was up, the need was met, or another reason that is known.
    case other

    /// Whether the person could not go on, whatever the municipality decided.
    package var isOutOfReach: Bool { self == .died || self == .movedAway }
}
