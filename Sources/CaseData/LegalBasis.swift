// SPDX-License-Identifier: EUPL-1.2

/// The section that a decision or a visit rests on (*lagrum*), as far as the row tells it.
///
/// Sections of SoL are dated: chapter 4, section 1 of the act of 2001 was replaced by chapter 11 of the act of 2025. A decision
/// under 4:1 that runs on keeps its label and belongs to the same series.
package enum LegalBasis: UInt8, Sendable, CaseIterable {
    /// SoL, no section told.
    case sol
    /// 4 kap. 1 § of the act of 2001: support after an individual test.
    case sol41
    /// 11 kap. 1 § of the act of 2025: support after an individual test.
    case sol111
    /// 11 kap. 5 § of the act of 2025: a service without an individual test. Who has it may be unknown (14 kap. 5 §).
    case sol115
    case lss

    package var law: Law {
        switch self {
        case .sol, .sol41, .sol111, .sol115: .sol
        case .lss: .lss
        }
    }

    /// Whether the service is given without an individual test.
    package var isWithoutTest: Bool { self == .sol115 }

    /// Whether the section was in force on a day.
    package func isInForce(on day: CivilDate) -> Bool {
        switch self {
        case .sol, .lss: true
        case .sol41: day < Self.newAct
        case .sol111, .sol115: day >= Self.newAct
        }
    }

    /// The first day of the Social Services Act of 2025 (SFS 2025:400).
    package static let newAct = CivilDate(year: 2025, month: 7, day: 1)!
}
