// SPDX-License-Identifier: EUPL-1.2

/// Why a decision ended (*avslutsorsak*), as far as it is told.
package enum EndReason: UInt8, Sendable, CaseIterable {
    /// The person has died (*avliden*).
    case died
    /// Moved to another municipality (*flyttat*).
    case moved
    /// Declined or withdrawn by the person (*tackat nej*, *återtagen*).
    case declined
    /// Another decision took its place (*nytt beslut*).
    case replaced
    /// Another reason, or one in words that are not known.
    case other
}
