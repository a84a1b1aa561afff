// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Reports
import Terms

extension BaselineFacts {
    /// The public numbers of a data set for a report of a year: of the first of the services under LSS that they tell of.
    /// nil where they tell of none.
    init?(_ dataset: Dataset, year: Int) {
        for service in BaselineService.allCases {
            let rates = BaselineRate.nearest(to: year, in: BaselineRate.rates(of: service, in: dataset.baseline))
            guard !rates.isEmpty else { continue }
            var sources: [String] = []
            for source in rates.flatMap(\.sources) where !sources.contains(source) { sources.append(source) }
            self.init(
                service: service.words, own: Self.own(service, dataset),
                rows: rates.map { rate in
                    let (place, name) = rate.place.told(in: dataset.municipality)
                    return Row(place, name: name, year: rate.year, perTenThousand: rate.perTenThousand)
                }, sources: sources)
            return
        }
        return nil
    }

    /// All that is granted under LSS where the service is all of it, else the one service that is called so.
    private static func own(_ service: BaselineService, _ dataset: Dataset) -> Group? {
        let places = dataset.services.indices.filter { dataset.services[$0].law == .lss }
        let named = places.filter { dataset.services[$0].name.lowercased().hasPrefix(service.stem) }
        if named.isEmpty { return places.count == 1 ? Group(.law, Law.lss.rawValue) : nil }
        if named.count == places.count { return Group(.law, Law.lss.rawValue) }
        return named.count == 1 ? Group(.service, Category.code(of: dataset.services[named[0]].name)) : nil
    }
}
