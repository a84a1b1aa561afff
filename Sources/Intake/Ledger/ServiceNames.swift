// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The services (*insatser*) that the project follows up, by every name the exports have for them.
struct ServiceNames {
    let services: [Service]
    private let places: [FoldedWord: Int16]
    /// Every name with its service.
    private let names: [(name: String, place: Int16)]

    /// A name that two services claim is the first one's.
    init(_ entries: [ServiceEntry]) {
        var places: [FoldedWord: Int16] = [:]
        for (place, entry) in entries.enumerated() {
            for name in [entry.name] + entry.aliases where places[FoldedWord(name)] == nil {
                places[FoldedWord(name)] = Int16(place)
            }
        }
        self.services = entries.map { Service(name: $0.name, law: $0.law) }
        self.places = places
        names = entries.enumerated().flatMap { place, entry in
            ([entry.name] + entry.aliases).map { ($0, Int16(place)) }
        }
    }

    /// The service whose name stands in a text, by the longest name that does; nil when none does.
    func named(in text: String) -> Int16? {
        let found = FileValue.known(in: text, names.map(\.name))
        return found.flatMap { longest in names.first { $0.name == longest }?.place }
    }

    /// Whether any of them is what the national register calls the service, by its beginning and law.
    func has(_ service: BaselineService) -> Bool {
        names.contains { name, place in
            services[Int(place)].law == .lss
                && name.lowercased().split(separator: " ").contains { $0.hasPrefix(service.stem) }
        }
    }

    /// The service of a field. Throws `unknownService` for one that the project does not follow up.
    func find(_ bytes: Span<UInt8>) throws(FaultRule) -> Int16 {
        guard let place = places[FoldedWord(bytes)] else { throw bytes.isEmpty ? .missingValue : .unknownService }
        return place
    }
}
