// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Terms

extension FindingWriter {
    /// A change of a full count gets a word only when both years have at least this many persons: of fewer, one
    /// person more or less would be a great change.
    package static let personsForWords = 50

    /// "Antalet personer med ledsagning har ökat något, från 2 301 personer 2018 till 2 390 personer 2019." Without a
    /// year to compare with: "Under 2019 hade 2 390 personer ledsagning."
    package func persons(_ cell: ReleasedCell, before: ReleasedCell?) -> Finding? {
        guard let now = cell.shown else { return nil }
        guard let before = before?.shown else {
            return Finding(
                text(
                    sv: "Under \(String(year)) hade \(counted(now, .person)) \(service.swedish).",
                    en: "During \(String(year)), \(counted(now, .person)) had \(service.english)."),
                values: [now])
        }
        return Finding(
            compared(
                Phrase(
                    sv: "antalet personer med \(service.swedish)", en: "the number of persons with \(service.english)"),
                now: now, before: before
            ) { counted($0, .person) },
            values: [before, now])
    }

    /// "Antalet beviljade timmar har ökat, från 301 200 timmar 2018 till 325 400 timmar 2019."
    package func grantedHours(_ cell: ReleasedCell, before: ReleasedCell?) -> Finding? {
        hours(
            Phrase(sv: "antalet beviljade timmar", en: "the number of granted hours"),
            verb: Phrase(sv: "beviljades", en: "were granted"), cell, before: before)
    }

    /// "Antalet utförda timmar är i stort sett oförändrat, …"
    package func performedHours(_ cell: ReleasedCell, before: ReleasedCell?) -> Finding? {
        hours(
            Phrase(sv: "antalet utförda timmar", en: "the number of performed hours"),
            verb: Phrase(sv: "utfördes", en: "were performed"), cell, before: before)
    }

    private func hours(_ name: Phrase, verb: Phrase, _ cell: ReleasedCell, before: ReleasedCell?) -> Finding? {
        guard let now = cell.shown else { return nil }
        guard let before = before?.shown else {
            return Finding(
                text(
                    sv: "Under \(String(year)) \(verb.swedish) \(hours(now)).",
                    en: "During \(String(year)), \(hours(now)) \(verb.english)."))
        }
        return Finding(compared(name, now: now, before: before) { hours($0) })
    }

    private func compared(
        _ name: Phrase, now: ReleasedValue, before: ReleasedValue, written: (ReleasedValue) -> RichText
    ) -> RichText {
        // An n is withheld only where it is large.
        let isLarge = min(now.persons ?? .max, before.persons ?? .max) >= Self.personsForWords
        guard isLarge, let wording = ChangeWording(from: before.value, to: now.value),
            let predicate = wording.predicate(of: .neuter)
        else {
            return text(
                sv: """
                    \(name.swedish.asSentenceStart): \(written(now)) \(String(year)) och \(written(before)) \
                    \(String(year - 1)).
                    """,
                en: """
                    \(name.english.asSentenceStart): \(written(now)) in \(String(year)) and \(written(before)) in \
                    \(String(year - 1)).
                    """)
        }
        guard wording.verdict != .unchanged else {
            return text(
                sv: """
                    \(name.swedish.asSentenceStart) \(predicate.swedish): \(written(before)) \(String(year - 1)) och \
                    \(written(now)) \(String(year)).
                    """,
                en: """
                    \(name.english.asSentenceStart) \(predicate.english): \(written(before)) in \(String(year - 1)) \
                    and \(written(now)) in \(String(year)).
                    """)
        }
        return text(
            sv: """
                \(name.swedish.asSentenceStart) \(predicate.swedish), från \(written(before)) \(String(year - 1)) \
                till \(written(now)) \(String(year)).
                """,
            en: """
                \(name.english.asSentenceStart) \(predicate.english), from \(written(before)) in \
                \(String(year - 1)) to \(written(now)) in \(String(year)).
                """)
    }
}
