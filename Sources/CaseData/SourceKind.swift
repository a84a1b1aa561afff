// SPDX-License-Identifier: EUPL-1.2

/// A kind of file that a project reads (*slag*): what `kind:` of a source says.
///
/// An open set: each kind is declared in the file that reads it, and adds its own name here by an extension.
package struct SourceKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}
