// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

extension FileBasis {
    /// What decides the numbers, each to follow a file's name and a colon.
    func words(_ style: NumberStyle) -> [Phrase] {
        var words: [Phrase] = []
        if let notPerformed, !notPerformed.isEmpty {
            let rows = notPerformed.reduce(0) { $0 + $1.rows }
            let list = notPerformed.map { "\($0.word) \(style.count($0.rows))" }.joined(separator: ", ")
            words.append(
                Phrase(
                    sv: "\(style.count(rows)) \(rows == 1 ? "rad" : "rader") räknas inte som utförd tid: \(list)",
                    en: "\(style.count(rows)) \(rows == 1 ? "row does" : "rows do") not count as performed: \(list)"))
        }
        if let grants { words += grants.words(style) }
        if let sums { words.append(sums.words(style, grants)) }
        return words
    }
}

extension FileBasis.Grants {
    fileprivate func words(_ style: NumberStyle) -> [Phrase] {
        var words: [Phrase] = []
        if refused > 0 {
            let count = style.count(refused)
            words.append(
                Phrase(
                    sv: "\(count) beslut är avslag och räknas inte som beviljade",
                    en: "\(count) \(refused == 1 ? "decision is a refusal and does" : "decisions are refusals and do") "
                        + "not count as granted"))
        }
        if withoutEnd > 0, withoutEnd < granted {
            let (count, all) = (style.count(withoutEnd), style.count(granted))
            words.append(
                Phrase(
                    sv: "\(count) av \(all) beviljade beslut saknar slutdatum och räknas som om de gäller tills vidare",
                    en: "\(count) of \(all) granted decisions have no end and count as if they ran on"))
        } else if withoutEnd > 0 {
            words.append(
                Phrase(
                    sv: "inget beviljat beslut har slutdatum: alla räknas som om de gäller tills vidare",
                    en: "no granted decision has an end: all count as if they ran on"))
        }
        // Hours per month are what all else is made into.
        if per.keys.contains(where: { $0 != .month }) {
            let known = GrantPer.allCases.filter { per[$0] != nil }
            func list(_ language: Language) -> String {
                known.map { "\($0.words[language]) \(style.count(per[$0] ?? 0))" }.joined(separator: ", ")
            }
            words.append(
                Phrase(
                    sv:
                        "beslut efter vad timmarna är per: \(list(.swedish)) (”ledsaga explain vecka” säger hur de räknas)",
                    en: "decisions by what their hours are per: \(list(.english)) (“ledsaga explain week” tells how)"))
        }
        return words
    }
}

extension FileBasis.Sums {
    fileprivate func words(_ style: NumberStyle, _ grants: FileBasis.Grants?) -> Phrase {
        func hours(_ milliseconds: Int64) -> String {
            style.text(Hours(milliseconds: milliseconds).value, .hours(1))
        }
        var parts = [
            grants != nil
                ? Phrase(sv: "\(hours(counted)) i beviljade beslut", en: "\(hours(counted)) in granted decisions")
                : Phrase(sv: "\(hours(counted)) räknas", en: "\(hours(counted)) count")
        ]
        let rest: [(Int64, Phrase)] = [
            (notPerformed, Phrase(sv: "inte utförda", en: "not performed")),
            (refused, Phrase(sv: "i avslag", en: "in refusals")),
            (doubled, Phrase(sv: "dubbelbemanning", en: "double staffing")),
            (setAside, Phrase(sv: "i rader åt sidan", en: "in rows set aside")),
            (deleted, Phrase(sv: "i borttagna rader", en: "in deleted rows")),
            (isOff ? other : 0, Phrase(sv: "som raderna inte förklarar", en: "that the rows do not explain")),
        ]
        for (milliseconds, what) in rest where milliseconds != 0 {
            parts.append(
                Phrase(
                    sv: "\(hours(milliseconds)) \(what.swedish)", en: "\(hours(milliseconds)) \(what.english)"))
        }
        let said = Phrase(
            sv: "filens egna summor är \(hours(told)) timmar: \(parts.map(\.swedish).joined(separator: ", "))",
            en: "the file's own sums are \(hours(told)) hours: \(parts.map(\.english).joined(separator: ", "))")
        guard let grants, grants.per.count > 1 else { return said }
        return said
            + Phrase(sv: "; olika enheter läggs ihop där", en: "; they add up hours of different units")
    }
}

extension GrantPer {
    /// `per vecka`.
    fileprivate var words: Phrase {
        switch self {
        case .day: Phrase(sv: "dag", en: "day")
        case .week: Phrase(sv: "vecka", en: "week")
        case .twoWeeks: Phrase(sv: "två veckor", en: "two weeks")
        case .month: Phrase(sv: "månad", en: "month")
        case .quarter: Phrase(sv: "kvartal", en: "quarter")
        case .year: Phrase(sv: "år", en: "year")
        case .period: Phrase(sv: "hela beslutet", en: "whole decision")
        }
    }
}
