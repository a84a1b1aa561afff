// SPDX-License-Identifier: EUPL-1.2

/// The unit that a column's header says its numbers have: what is counted, and per what.
package struct HeaderUnit: Sendable, Hashable {
    /// What is counted; nil when only what it is per is told (`Omfattning per vecka`).
    package var measure: TimeMeasure?
    /// What the time is per; nil when the header does not say.
    package var per: GrantPer?

    /// A unit of time.
    package init(measure: TimeMeasure? = nil, per: GrantPer? = nil) {
        self.measure = measure
        self.per = per
    }

    /// The header without the unit that it ends with, and the unit: `Tid (min)` is `Tid` in minutes, `Timmar per
    /// månad` is `Timmar` in hours per month. Nil as unit when the header tells none; the base is then the header.
    package static func parse(_ header: String) -> (base: String, unit: HeaderUnit?) {
        let text = plain(header)
        if let (base, inner) = bracketed(text), let unit = unit(inner) {
            var (shorter, outer) = parse(base)
            if shorter.isEmpty { shorter = text }
            return (
                shorter, HeaderUnit(measure: unit.measure ?? outer?.measure, per: unit.per ?? outer?.per)
            )
        }
        if let comma = text.lastIndex(where: { $0 == "," || $0 == ";" || $0 == ":" }) {
            let tail = trimmed(text[text.index(after: comma)...])
            let base = trimmed(text[..<comma])
            if !base.isEmpty, let unit = unit(tail) { return (base, unit) }
        }
        return trailing(text)
    }

    /// What may be the header without its unit, longest first: `Tid tim per år` is `Tid tim`, or `Tid`. None when the
    /// header tells no unit.
    static func bases(of header: String) -> [String] {
        let (base, unit) = parse(header)
        guard unit != nil, !base.isEmpty else { return [] }
        let words = words(of: base)
        guard words.count > 1, let last = words.last, PeriodWords.measures[last.folded] != nil else { return [base] }
        return [base, trimmed(base[..<words[words.count - 2].end])]
    }

    /// A unit in words at the end: `Beviljade timmar per månad`, `timmar/vecka`, `Antal minuter`, `Tid i minuter`.
    private static func trailing(_ text: String) -> (base: String, unit: HeaderUnit?) {
        let words = words(of: text)
        var unit = HeaderUnit()
        var end = words.count
        for start in words.indices where start > 0 {
            if let per = PerText.per(words[start...].map(\.folded)) {
                unit.per = per
                end = start
                break
            }
        }
        if end > 0, let measure = PeriodWords.measures[words[end - 1].folded],
            words[end - 1].folded.count > 1 || end < words.count
        {
            unit.measure = measure
            // `Tid i minuter`, but `Antal minuter` is a name.
            if end > 2, ["i", "in", "som"].contains(words[end - 2].folded) { end -= 2 }
        }
        guard unit != HeaderUnit() else { return (text, nil) }
        return (trimmed(text[..<words[end - 1].end]), unit)
    }

    /// The unit that fills a text: `min`, `tim:min`, `tim/v`, `h per mån`, `per vecka`, `HH:MM`.
    private static func unit(_ text: String) -> HeaderUnit? {
        let lower = text.lowercased()
        let bare = lower.hasSuffix(".") ? String(lower.dropLast()) : lower
        if let measure = PeriodWords.measures[bare] { return HeaderUnit(measure: measure) }
        // A letter alone says too little: `(m)` may be months, minutes or men.
        if bare.count > 1, let per = PeriodWords.per[bare] ?? PeriodWords.perAlone[bare] { return HeaderUnit(per: per) }
        let words = words(of: text).map(\.folded)
        if let per = PerText.per(words) { return HeaderUnit(per: per) }
        guard let first = words.first else { return nil }
        if ["i", "antal", "in", "decimala"].contains(first) {
            return words.count == 2 ? PeriodWords.measures[words[1]].map { HeaderUnit(measure: $0) } : nil
        }
        guard let measure = PeriodWords.measures[first], let per = PerText.per(Array(words.dropFirst()))
        else { return nil }
        return HeaderUnit(measure: measure, per: per)
    }

    /// The text before a last parenthesis or bracket, and what stands in it.
    private static func bracketed(_ text: String) -> (base: String, inner: String)? {
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] where text.last == close {
            guard let start = text.firstIndex(of: open) else { continue }
            let inner = text[text.index(after: start)...].dropLast()
            return (trimmed(text[..<start]), trimmed(inner))
        }
        return nil
    }

    /// The words with where each ends; a slash is a word, full stops end words.
    private static func words(of text: String) -> [(folded: String, end: String.Index)] {
        var words: [(folded: String, end: String.Index)] = []
        var word = ""
        for index in text.indices {
            let character = text[index]
            if character == " " || character == "/" || character == "." || character == "_" {
                if !word.isEmpty { words.append((word.lowercased(), index)) }
                word = ""
                if character == "/" { words.append(("/", text.index(after: index))) }
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append((word.lowercased(), text.endIndex)) }
        return words
    }

    /// Without unseen characters, composed, with single blanks.
    private static func plain(_ header: String) -> String {
        let bytes = Array(header.utf8)
        let text = UnseenCharacters.plain(bytes.span).map { String(decoding: $0, as: UTF8.self) } ?? header
        return Composition.composed(text).split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }

    private static func trimmed(_ text: Substring) -> String {
        var inner = text
        while let last = inner.last, last == " " || last == "," || last == "_" { inner.removeLast() }
        while let first = inner.first, first == " " { inner.removeFirst() }
        return String(inner)
    }
}
