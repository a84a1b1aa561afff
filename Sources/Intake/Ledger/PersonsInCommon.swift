// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Whether the files of decisions and those of visits speak of the same persons.
///
/// They do not when one is pseudonymised and the other not, or with another key, or when they have ids of different
/// kinds. Every number made of both would then be wrong, and most would be zero.
struct PersonsInCommon {
    /// The persons of one file, by how they are written.
    struct File {
        var name: String
        var kind: SourceKind
        var persons = Persons.FilePersons()
    }

    /// Those with the same way of writing in one file.
    private struct Group {
        var file: File
        var members: [PersonRef]
        var arePseudonyms: Bool
    }

    private let groups: [Group]
    private let keyLasts: Bool

    /// `keyLasts` is false when the run made a key for itself: no pseudonym that was written before can be by it.
    init(_ files: [File], keyLasts: Bool) {
        self.keyLasts = keyLasts
        groups = files.flatMap { file in
            [
                Group(file: file, members: file.persons.named, arePseudonyms: false),
                Group(file: file, members: file.persons.pseudonymised, arePseudonyms: true),
            ].filter { !$0.members.isEmpty }
        }
    }

    /// Throws `otherPseudonyms` or `noPersonInCommon` for the first file that stands apart.
    func check() throws(IntakeError) {
        for group in groups {
            guard let (other, error) = fault(of: group) else { continue }
            throw IntakeError(file: group.file.name, reason: error ? .otherPseudonyms(other) : .noPersonInCommon(other))
        }
    }

    /// The kind that a group has no persons in common with, and whether it is for pseudonyms; nil when all is well.
    private func fault(of group: Group) -> (SourceKind, isOfPseudonyms: Bool)? {
        // Without the key that pseudonyms were made by, a person who is written as a number is nobody's pseudonym.
        if !keyLasts, group.arePseudonyms, let named = groups.first(where: { !$0.arePseudonyms }) {
            return (named.file.kind, true)
        }
        let others = groups.filter { $0.file.kind != group.file.kind }
        guard let other = others.first?.file.kind else { return nil }
        let theirs = Set(others.flatMap(\.members))
        let shared = group.members.count { theirs.contains($0) }
        let most = min(group.members.count, theirs.count)
        if group.arePseudonyms || others.contains(where: \.arePseudonyms) {
            // One person alone may be new; where all are alone, the two sides are strangers.
            let isApart = shared * 4 < most && (most > 1 || isDisjoint(group.file.kind, theirs))
            return isApart ? (other, true) : nil
        }
        guard shared == 0, most >= 5 || most >= 2 && haveOtherIds(group, others) else { return nil }
        return (other, false)
    }

    private func isDisjoint(_ kind: SourceKind, _ theirs: Set<PersonRef>) -> Bool {
        groups.allSatisfy { $0.file.kind != kind || theirs.isDisjoint(with: $0.members) }
    }

    /// Whether one side has identity numbers only, and the other none.
    private func haveOtherIds(_ group: Group, _ others: [Group]) -> Bool {
        let mine = group.file.persons
        let areNumbers = others.allSatisfy { !$0.file.persons.hasIds }
        let areIds = others.allSatisfy { !$0.file.persons.hasNumbers }
        return !mine.hasIds && areIds || !mine.hasNumbers && areNumbers
    }
}
