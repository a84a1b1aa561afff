// SPDX-License-Identifier: EUPL-1.2

/// The act a decision rests on (*lagrum*): the Social Services Act or the Act on Support and Service
/// for Persons with Certain Functional Impairments.
package enum Law: String, Sendable, CaseIterable {
    case sol = "SoL"
    case lss = "LSS"
}

/// A service granted in hours (*insats*), as the project file names it.
package struct Service: Hashable, Sendable {
    package let name: String
    /// The law the service is granted under when a row does not say.
    package let law: Law

    package init(name: String, law: Law) {
        self.name = name
        self.law = law
    }
}

/// Who runs the provider (*regi*).
package enum ProviderType: UInt8, Sendable, CaseIterable {
    case municipal, independent, unknown
}
