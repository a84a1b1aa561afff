// SPDX-License-Identifier: EUPL-1.2

/// A place in a short order, in words.
package enum Ordinal {
    /// "första", "first", of the twelve first; nil of others.
    package static func words(_ place: Int) -> Phrase? {
        (1...12).contains(place) ? Phrase(sv: swedish[place - 1], en: english[place - 1]) : nil
    }

    private static let swedish = [
        "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
        "tolfte",
    ]
    private static let english = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]
}
