// SPDX-License-Identifier: EUPL-1.2

/// What the boards are called. With Stockholm's names stand the city's own public tables, as they were published; figures
/// that are made up never stand under a real board's name.
package enum BoardNames: String, Sendable, Hashable, CaseIterable {
    case stockholm
    case madeUp = "made-up"

    /// As the project file names it.
    var municipality: String { self == .stockholm ? "Stockholms stad" : "Exempelstad" }

    /// A board by its name in Stockholm.
    func name(_ stockholm: String) -> String {
        self == .stockholm ? stockholm : Self.inventions[stockholm] ?? stockholm
    }

    private static let inventions = [
        "Hässelby-Vällingby": "Ekdalen", "Bromma": "Granbacken", "Kungsholmen": "Hasselholmen", "Södermalm": "Lindmalm",
        "Enskede-Årsta-Vantör": "Åkermo-Älgmo", "Skarpnäck": "Mossnäset", "Farsta": "Oxelvik",
        "Skärholmen": "Skärkulla",
        "Hägersten-Liljeholmen": "Tallhöjden", "Älvsjö": "Älvkärr", "Hägersten-Älvsjö": "Tallhöjden-Älvkärr",
        "Rinkeby-Kista": "Asplunda", "Spånga-Tensta": "Björkhaga", "Järva": "Asplunda-Björkhaga",
        "Norrmalm": "Norrvret",
        "Östermalm": "Östervret", "Norra innerstaden": "Vretarna",
    ]
}
