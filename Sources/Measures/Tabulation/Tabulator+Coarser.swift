// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// The same data told apart less finely, for who tries what a coarser breakdown would show.
extension Tabulator {
    package var division: Division { dataset.division }

    /// With other age groups and classes of hours. What months are made of stays as it is.
    package func grouping(_ classes: MeasureSettings) -> Tabulator {
        var settings = settings
        settings.ageGroups = classes.ageGroups
        settings.hourClasses = classes.hourClasses
        return Tabulator(dataset, settings: settings, sharing: self)
    }

    /// With boards of the newest division taken for one, as if a new board had taken them over.
    package func merging(_ boards: [DistrictIndex]) -> Tabulator {
        let old = dataset.division.districts
        let new = DistrictIndex(old.count)
        var districts = old.enumerated().map { place, district in
            boards.contains(DistrictIndex(place))
                ? District(
                    name: district.name, validFrom: district.validFrom, validTo: district.validTo, successor: new)
                : district
        }
        districts.append(District(name: boards.map { old[Int($0)].name }.joined(separator: "-")))
        var merged = dataset
        merged.division = Division(districts)
        return Tabulator(merged, settings: settings, sharing: self)
    }
}
