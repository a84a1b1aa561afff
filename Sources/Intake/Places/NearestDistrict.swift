// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The "did you mean" of district names, where a part of a double name points to the whole.
enum NearestDistrict {
    static func names(to name: String, among names: [String], limit: Int) -> [String] {
        let wanted = DistrictSpelling.shown(name)
        let near = NearestName.list(to: wanted, among: names, limit: limit)
        if !near.isEmpty { return near }
        // "Rinkeby" for "Rinkeby-Kista": a part of a double name.
        let parts = names.filter { candidate in
            candidate.split(separator: "-").contains { NearestName.to(wanted, among: [String($0)]) != nil }
        }
        return Array(parts.prefix(limit))
    }
}
