// SPDX-License-Identifier: EUPL-1.2

/// A key figure (*nyckeltal*) of Kolada that the municipality's own numbers may be held against.
///
/// Numbers and titles are those of Kolada's list of key figures. Persons are counted on 1 October, as the national register
/// of services under LSS does, and inhabitants on 31 December of the same year.
package enum KeyFigure: String, Sendable, CaseIterable {
    /// *Personer med ledsagarservice enligt LSS, antal*
    case companionPersons = "N28806"
    /// *Personer med ledsagarservice enligt LSS, antal/10 000 inv*
    case companionRate = "N28812"
    /// *Personer med avlösarservice enligt LSS, antal*
    case reliefPersons = "N28808"
    /// *Personer med avlösarservice enligt LSS, antal/10 000 inv*
    case reliefRate = "N28814"
    /// *Invånare totalt, antal*
    case inhabitants = "N01951"

    /// Of which service it tells; nil of inhabitants.
    package var service: BaselineService? {
        switch self {
        case .companionPersons, .companionRate: .companion
        case .reliefPersons, .reliefRate: .relief
        case .inhabitants: nil
        }
    }

    /// Whether it is a number of persons or inhabitants, and so whole.
    package var isCount: Bool {
        switch self {
        case .companionPersons, .reliefPersons, .inhabitants: true
        case .companionRate, .reliefRate: false
        }
    }

    /// Its title in Kolada.
    package var title: String {
        switch self {
        case .companionPersons: "Personer med ledsagarservice enligt LSS, antal"
        case .companionRate: "Personer med ledsagarservice enligt LSS, antal/10 000 inv"
        case .reliefPersons: "Personer med avlösarservice enligt LSS, antal"
        case .reliefRate: "Personer med avlösarservice enligt LSS, antal/10 000 inv"
        case .inhabitants: "Invånare totalt, antal"
        }
    }
}

/// A service under LSS that the national register counts by itself and that is granted in hours.
package enum BaselineService: String, Sendable, CaseIterable {
    /// *Ledsagarservice*, LSS 9:3.
    case companion
    /// *Avlösarservice*, LSS 9:5.
    case relief

    /// How its name begins, in lower case.
    package var stem: String {
        switch self {
        case .companion: "ledsag"
        case .relief: "avlös"
        }
    }
}
