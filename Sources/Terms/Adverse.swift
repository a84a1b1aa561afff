// SPDX-License-Identifier: EUPL-1.2

/// Which way a certain change of a measure goes against the persons with the service (*till nackdel för de enskilda*).
package enum Adverse: Sendable, Hashable { case whenHigher, whenLower }
