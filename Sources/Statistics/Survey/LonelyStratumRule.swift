// SPDX-License-Identifier: EUPL-1.2

/// What a stratum of which one unit was drawn (ensamt stratum) brings to a variance. Nothing can be computed from one
/// unit, so every rule but the first is an assumption that the reader must be told. A stratum drawn whole is no such
/// case: it brings 0.
package enum LonelyStratumRule: String, Sendable, CaseIterable {
    /// An error that names the strata.
    case fail
    /// 0, as if the stratum had been drawn whole (R `remove`, Stata `certainty`). Too small an error.
    case remove
    /// The same as `remove`, under R's other name.
    case certainty
    /// The squared distance from the mean of all primary units (R ≥ 4.5 `adjust`, Stata `centered`). Cautious.
    case adjust
    /// The average of the other strata (R `average`, Stata `scaled`).
    case average
}
