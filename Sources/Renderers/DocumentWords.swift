// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// The words renderers put round a document's own.
enum DocumentWords {
    static let contents = Phrase(sv: "Innehåll", en: "Contents")
    static let skip = Phrase(sv: "Hoppa till innehållet", en: "Skip to content")
    static let source = Phrase(sv: "Källa", en: "Source")
    static let legend = Phrase(sv: "Teckenförklaring", en: "Signs")
    static let madeWith = Phrase(sv: "Framställd med", en: "Produced with")
    static let caution = Phrase(sv: "Observera.", en: "Please note.")
    static let restricted = Phrase(sv: "INTERNT – får inte spridas.", en: "INTERNAL – not to be passed on.")
    static let figures = Phrase(sv: "Uppgifterna i figuren", en: "The figures behind the chart")
    static let chart = Phrase(sv: "Diagram", en: "Chart")

    /// The words a note begins with, if any.
    static func opening(of kind: Note.Kind) -> Phrase? {
        switch kind {
        case .remark: nil
        case .caution: caution
        case .restricted: restricted
        }
    }
}
