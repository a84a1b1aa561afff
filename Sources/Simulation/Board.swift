// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// One of Stockholm's fourteen district areas of 2007–2020 (*stadsdelsområde*). Later boards are unions of
/// whole areas, so an area and a day give the board in force.
struct Board: Hashable {
    /// Index in `Board.names`.
    let area: Int
    let called: BoardNames

    static let names = [
        "Rinkeby-Kista", "Spånga-Tensta", "Hässelby-Vällingby", "Bromma", "Kungsholmen", "Norrmalm", "Östermalm",
        "Södermalm", "Enskede-Årsta-Vantör", "Skarpnäck", "Farsta", "Älvsjö", "Hägersten-Liljeholmen", "Skärholmen",
    ]

    /// Persons entitled to *färdtjänst* 2017, 0–64 years twice and 65–79 once: the need behind the service.
    /// Source: Stockholms stad, statistik.stockholm.se, table b018.
    static let weights = [1597, 1121, 1965, 1186, 1109, 876, 1027, 2362, 2084, 1182, 1373, 584, 1422, 1389]

    /// How each area deviates in utilisation, parts of a hundred of `districtEffect`. The sum weighted with
    /// `weights` is near 0.
    static let effects = [-100, -60, 10, 40, 70, 30, 80, 20, -10, 0, -30, 100, 50, -80]

    private static let merged: [(areas: Set<Int>, name: String, from: CivilDate)] = [
        ([11, 12], "Hägersten-Älvsjö", CivilDate(year: 2020, month: 7, day: 1)!),
        ([0, 1], "Järva", CivilDate(year: 2023, month: 7, day: 1)!),
        ([5, 6], "Norra innerstaden", CivilDate(year: 2023, month: 7, day: 1)!),
    ]

    /// The name of the board that holds the area on a day.
    func name(on day: CivilDate) -> String {
        for merger in Self.merged where merger.areas.contains(area) && day >= merger.from {
            return called.name(merger.name)
        }
        return called.name(Self.names[area])
    }

    /// The name of the board that holds the area today.
    var newestName: String {
        called.name(Self.merged.first { $0.areas.contains(area) }?.name ?? Self.names[area])
    }
}

/// Rows of the published table of boards: name, first day, last day, successor.
/// Sources: Stockholms stad, start.stockholm, area facts and decisions of 2020 and 2023.
package enum BoardTimeline {
    package static let rows: [(name: String, from: String, to: String, successor: String)] = [
        ("Hässelby-Vällingby", "2007-01-01", "", ""),
        ("Bromma", "2007-01-01", "", ""),
        ("Kungsholmen", "2007-01-01", "", ""),
        ("Södermalm", "2007-01-01", "", ""),
        ("Enskede-Årsta-Vantör", "2007-01-01", "", ""),
        ("Skarpnäck", "2007-01-01", "", ""),
        ("Farsta", "2007-01-01", "", ""),
        ("Skärholmen", "2007-01-01", "", ""),
        ("Hägersten-Liljeholmen", "2007-01-01", "2020-06-30", "Hägersten-Älvsjö"),
        ("Älvsjö", "2007-01-01", "2020-06-30", "Hägersten-Älvsjö"),
        ("Hägersten-Älvsjö", "2020-07-01", "", ""),
        ("Rinkeby-Kista", "2007-01-01", "2023-06-30", "Järva"),
        ("Spånga-Tensta", "2007-01-01", "2023-06-30", "Järva"),
        ("Järva", "2023-07-01", "", ""),
        ("Norrmalm", "2007-01-01", "2023-06-30", "Norra innerstaden"),
        ("Östermalm", "2007-01-01", "2023-06-30", "Norra innerstaden"),
        ("Norra innerstaden", "2023-07-01", "", ""),
    ]

    /// Another name that the board has had or will have: its successor's, else one of those it took over; nil when it
    /// has had but one.
    static func otherName(of name: String) -> String? {
        let successor = rows.first { $0.name == name }?.successor ?? ""
        return successor.isEmpty ? rows.first { $0.successor == name }?.name : successor
    }

    /// The same as a division, for a data set without files.
    package static func division(_ called: BoardNames = .stockholm) -> Division {
        func day(_ text: String) -> CivilDate? {
            let parts = text.split(separator: "-").compactMap { Int($0) }
            return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
        }
        return Division(
            rows.map { row in
                District(
                    name: called.name(row.name), validFrom: day(row.from), validTo: day(row.to),
                    successor: rows.firstIndex { $0.name == row.successor }.map { DistrictIndex($0) })
            })
    }
}
