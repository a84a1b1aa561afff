// SPDX-License-Identifier: EUPL-1.2

/// Days on which a person was away and used no hours, as registered (*frånvaro*). First and last day are included.
package struct Absence: Hashable, Sendable {
    package var person: PersonIndex
    package var from: CivilDate
    /// Nil while it goes on.
    package var to: CivilDate?

    package init(person: PersonIndex, from: CivilDate, to: CivilDate? = nil) {
        self.person = person
        self.from = from
        self.to = to
    }
}
