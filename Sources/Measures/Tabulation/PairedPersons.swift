// SPDX-License-Identifier: EUPL-1.2

/// The persons of two years side by side: both lists are in person order, and a person in one of them only has nil
/// in the other.
func paired(_ before: [PersonSum], _ after: [PersonSum]) -> [(before: PersonSum?, after: PersonSum?)] {
    var pairs: [(before: PersonSum?, after: PersonSum?)] = []
    pairs.reserveCapacity(max(before.count, after.count))
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
        if j == after.count || (i < before.count && before[i].person < after[j].person) {
            pairs.append((before[i], nil))
            i += 1
        } else if i == before.count || after[j].person < before[i].person {
            pairs.append((nil, after[j]))
            j += 1
        } else {
            pairs.append((before[i], after[j]))
            i += 1
            j += 1
        }
    }
    return pairs
}
