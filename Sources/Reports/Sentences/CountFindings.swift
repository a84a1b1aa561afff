// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// A change of a full count gets a word only when both years have at least this many persons: of fewer, one
    /// person more or less would be a great change.
    static let personsForWords = 50

    /// "Antalet personer med ledsagning har ökat något, från 2 301 personer 2018 till 2 390 personer 2019." Without a
    /// year to compare with: "Under 2019 hade 2 390 personer ledsagning."
    /// - Parameter isAtLeast: whether some who have the service are not known: then two years are not compared.
    func persons(_ cell: ReleasedCell, before: ReleasedCell?, isAtLeast: Bool = false) -> Finding? {
        guard let now = cell.shown else { return nil }
        let before = isAtLeast ? nil : before
        guard let before = before?.shown else {
            return finding(
                sv:
                    "Under \(String(year)) hade \(isAtLeast ? "minst " : "")\(counted(now, .person)) \(service.swedish).",
                en:
                    "During \(String(year)), \(isAtLeast ? "at least " : "")\(counted(now, .person)) had \(service.english).",
                values: [now])
        }
        return Finding(
            compared(
                Phrase(
                    sv: "antalet personer med \(service.swedish)", en: "the number of persons with \(service.english)"),
                now: now, before: before
            ) { counted($0, .person) }, values: [before, now])
    }

    /// "412 timmar har utförts utan individuell behovsprövning." nil when there are none.
    func withoutTest(_ cell: ReleasedCell) -> Finding? {
        guard let sum = cell.shown, sum.value > 0 else { return nil }
        return finding(
            sv: "\(hours(sum)) har utförts utan individuell behovsprövning (11 kap. 5 § SoL).",
            en: "\(hours(sum)) were performed without an individual test (SoL, chapter 11, section 5).")
    }

    /// "Antalet beviljade timmar har ökat, från 301 200 timmar 2018 till 325 400 timmar 2019."
    /// - Parameter persons: how many they were granted; nil when not asked.
    func grantedHours(_ cell: ReleasedCell, before: ReleasedCell?, persons: ReleasedCell? = nil) -> Finding? {
        hours(
            Phrase(sv: "antalet beviljade timmar", en: "the number of granted hours"),
            verb: Phrase(sv: "beviljades", en: "were granted"), during: nil, cell, before: before, persons: persons)
    }

    /// "Antalet utförda timmar är i stort sett oförändrat, …"
    /// - Parameter persons: how many had the service; nil when not asked.
    func performedHours(_ cell: ReleasedCell, before: ReleasedCell?, persons: ReleasedCell? = nil) -> Finding? {
        hours(
            Phrase(sv: "antalet utförda timmar", en: "the number of performed hours"),
            verb: Phrase(sv: "utfördes", en: "were performed"), during: observesWholeYear ? nil : observed, cell,
            before: before, persons: persons)
    }

    private func hours(
        _ name: Phrase, verb: Phrase, during part: Phrase?, _ cell: ReleasedCell, before: ReleasedCell?,
        persons: ReleasedCell?
    ) -> Finding? {
        guard let now = cell.shown else { return nil }
        guard let before = before?.shown else {
            let time = part ?? Phrase(sv: "under \(year)", en: "during \(year)")
            return finding(
                sv: "\(time.swedish.asSentenceStart) \(verb.swedish) \(hours(now)).",
                en: "\(time.english.asSentenceStart), \(hours(now)) \(verb.english).")
        }
        return Finding(compared(name, now: now, before: before, persons: persons) { hours($0) })
    }

    private func compared(
        _ name: Phrase, now: ReleasedValue, before: ReleasedValue, persons: ReleasedCell? = nil,
        written: (ReleasedValue) -> RichText
    ) -> RichText {
        // Where n is withheld, the number of persons with the service tells whether they are many.
        let granted = persons.map { $0.shown.map { Int($0.value) } ?? 0 } ?? .max
        let isLarge = min(now.persons ?? granted, before.persons ?? granted) >= Self.personsForWords
        guard isLarge, let wording = ChangeWording(from: before.value, to: now.value),
            let predicate = wording.predicate(of: .neuter)
        else {
            return text(
                sv: """
                    \(name.swedish.asSentenceStart) var \(written(now)) \(String(year)) och \(written(before)) \
                    \(String(year - 1)).
                    """,
                en: """
                    \(name.english.asSentenceStart) was \(written(now)) in \(String(year)) and \(written(before)) in \
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
