// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Reports
import Terms

/// What reports call the places and services of public numbers.
extension BaselineValue.Place {
    /// What kind of place it is, and what reports call it.
    func told(in municipality: String) -> (BaselineFacts.Row.Place, Phrase) {
        switch self {
        case .country: (.country, Phrase(sv: "Riket", en: "The country"))
        case .own: (.own, Phrase(sv: "\(municipality), registret", en: "\(municipality), the register"))
        case .group(let name):
            (
                .similar,
                name.first == "G"
                    ? Phrase(sv: "Liknande kommuner (\(name))", en: "Similar municipalities (\(name))")
                    : Phrase(sv: name, en: name)
            )
        case .municipality(let name): (.similar, Phrase(sv: name, en: name))
        }
    }
}

extension BaselineService {
    var words: Phrase {
        switch self {
        case .companion: Phrase(sv: "ledsagarservice enligt LSS", en: "companion service under LSS")
        case .relief: Phrase(sv: "avlösarservice enligt LSS", en: "relief service under LSS")
        }
    }
}
