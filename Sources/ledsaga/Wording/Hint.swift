// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What follows an error about a name.
enum Hint {
    /// The nearest right name, after a blank; empty when none is near.
    static func didYouMean(_ nearest: String?) -> Phrase {
        guard let nearest else { return Phrase(sv: "", en: "") }
        return Phrase(sv: " Menade du \(nearest)?", en: " Did you mean \(nearest)?")
    }
}
