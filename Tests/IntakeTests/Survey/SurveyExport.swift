// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import TestSupport

/// The same answers written as each survey tool exports them.
struct SurveyExport {
    enum Style: String, CaseIterable, Sendable {
        /// LimeSurvey with codes as headers and answers.
        case limeCodes
        /// LimeSurvey with the questions as headers and the answers in words.
        case limeWords
        /// LimeSurvey with code and question in the header, in English.
        case limeBoth
        case surveyMonkey
        case forms
        /// One header row of the items' names, answers as the codebook's codes.
        case names
        /// One header row of questions, a column for each answer of several.
        case columns

        var isLime: Bool { self == .limeCodes || self == .limeWords || self == .limeBoth }
    }

    let codebook: Codebook
    let style: Style
    /// One row a respondent: login code, district, time, and an answer for each item of the codebook.
    var rows: [(login: String, district: String, time: String, answers: [ItemAnswer])] = []

    private var language: Language { style == .limeBoth ? .english : .swedish }

    /// The items that the file has: themes are coded afterwards.
    private var items: [(place: Int, item: CodebookItem)] {
        codebook.items.enumerated().filter { $0.element.isInForm }.map { ($0.offset, $0.element) }
    }

    var text: String {
        var lines: [[String]] = []
        let fixed = fixedHeaders
        lines.append(fixed.map(\.self) + items.flatMap { headers(of: $0.item) })
        if style == .surveyMonkey {
            lines.append(fixed.map { _ in "" } + items.flatMap { parts(of: $0.item) })
            // A question stands over the first of its columns only.
            var last = ""
            for column in fixed.count..<lines[0].count {
                if lines[0][column] == last, lines[1][column] != "Response" {
                    lines[0][column] = ""
                } else {
                    last = lines[0][column]
                }
            }
        }
        for (number, row) in rows.enumerated() {
            lines.append(fixedCells(row, number) + items.flatMap { cells($0.item, row.answers[$0.place], number) })
        }
        let separator = style == .surveyMonkey || style == .forms ? "," : ";"
        let quotesAll = style.isLime
        let body = lines.map { line in
            line.map { cell in
                let mustQuote = quotesAll || cell.contains { "\";,\n".contains($0) }
                return mustQuote ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
            }.joined(separator: separator)
        }
        return (style.isLime ? "\u{FEFF}" : "") + body.joined(separator: "\r\n") + "\r\n" + (style.isLime ? "\r\n" : "")
    }

    private var fixedHeaders: [String] {
        switch style {
        case .limeCodes: ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "ipaddr", "stadsdelsnamnd"]
        case .limeWords:
            ["Svars-ID", "Datum skickat", "Senaste sidan", "Startspråk", "Frö", "Kod", "IP-adress", "Stadsdelsnämnd"]
        case .limeBoth:
            [
                "id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
                "seed. Seed", "token. Access code", "ipaddr. IP address", "SDN. District",
            ]
        case .surveyMonkey:
            [
                "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
                "Custom Data 1", "District",
            ]
        case .forms: ["ID", "Start time", "Completion time", "Email", "Name", "Inloggningskod", "Stadsdelsnämnd"]
        case .names, .columns: ["login", "stadsdelsnamnd", "svarsdatum"]
        }
    }

    private func fixedCells(
        _ row: (login: String, district: String, time: String, answers: [ItemAnswer]), _ number: Int
    ) -> [String] {
        switch style {
        case .limeCodes, .limeWords, .limeBoth:
            return ["\(number + 1)", row.time, "3", "sv", "12", row.login, "192.0.2.7", row.district]
        case .surveyMonkey:
            return [
                "\(number + 10_000)", "77", american(row.time), american(row.time), "192.0.2.7", "a@example.org",
                row.login, row.district,
            ]
        case .forms:
            return ["\(number + 1)", american(row.time), american(row.time), "anonymous", "", row.login, row.district]
        case .names, .columns: return [row.login, row.district, row.time]
        }
    }

    /// `2019-03-21 08:15:00` as `3/21/19 8:15:00`.
    private func american(_ time: String) -> String {
        let parts = time.split(whereSeparator: { !$0.isNumber }).map { Int($0)! }
        return "\(parts[1])/\(parts[2])/\(parts[0] % 100) \(parts[3]):\(parts[4]):\(parts[5])"
    }

    private func hasColumns(_ item: CodebookItem) -> Bool {
        item.item.kind == .multiple && (style.isLime || style == .surveyMonkey || style == .columns)
    }

    private func headers(of item: CodebookItem) -> [String] {
        let question = item.item.question[language]
        let battery = codebook.batteries.first { $0.name == item.item.battery }?.question[language]
        let code = item.headers[0]
        let whole: String
        switch style {
        case .limeCodes: whole = code
        case .limeWords: whole = battery.map { "\($0) [\(question)]" } ?? question
        case .limeBoth: whole = code + ". " + (battery.map { "\($0) [\(question)]" } ?? question)
        case .surveyMonkey: whole = battery ?? question
        case .forms: whole = battery.map { "\($0).\(question)" } ?? question.replacingOccurrences(of: " ", with: "\n")
        case .names: whole = item.item.name
        case .columns: whole = question
        }
        guard hasColumns(item) else { return [whole] }
        return item.options.map { option in
            let label = option.label[language]
            switch style {
            case .limeCodes: return "\(code)[\(Self.code(option))]"
            case .limeWords: return "\(question) [\(label)]"
            case .limeBoth: return "\(code)[\(Self.code(option))]. \(question) [\(label)]"
            case .columns: return "\(question): \(label)"
            default: return whole
            }
        }
    }

    /// LimeSurvey's code of an answer with a column of its own.
    private static func code(_ option: CodebookItem.Option) -> String {
        option.isOther ? "other" : option.spellings.last!
    }

    private func parts(of item: CodebookItem) -> [String] {
        if item.item.kind == .text { return ["Open-Ended Response"] }
        if item.item.battery != nil { return [item.item.question[language]] }
        if hasColumns(item) {
            return item.options.map { $0.isOther ? "Other (please specify)" : $0.label[language] }
        }
        return ["Response"]
    }

    private func cells(_ item: CodebookItem, _ answer: ItemAnswer, _ number: Int) -> [String] {
        func written(_ option: CodebookItem.Option) -> String {
            switch style {
            case .limeCodes: option.spellings.last!
            case .names: option.spellings[0]
            default: option.label[language]
            }
        }
        func option(_ meaning: AnswerMeaning) -> CodebookItem.Option? { item.options.first { $0.meaning == meaning } }
        guard hasColumns(item) else {
            switch answer {
            case .category(let place): return [written(option(.category(place))!)]
            case .categories(let chosen):
                let labels = item.item.categories.indices.filter { chosen & (1 << UInt64($0)) != 0 }
                    .map { written(option(.category($0))!) }
                return [labels.map { $0 + ";" }.joined()]
            case .number(let value):
                return [style.isLime ? "\(value)000" : "\(value)".replacingOccurrences(of: ".", with: ",")]
            case .text: return ["Det \"fungerar\";\nbra, tack \(number)"]
            case .missing(let kind): return [option(.missing(kind)).map(written) ?? ""]
            }
        }
        var chosen: UInt64 = 0
        if case .categories(let bits) = answer { chosen = bits }
        return item.options.map { option in
            guard case .category(let place) = option.meaning, chosen & (1 << UInt64(place)) != 0 else {
                guard chosen != 0, !option.isOther else { return "" }
                return style == .limeCodes ? "N" : style == .limeWords ? "Nej" : ""
            }
            if option.isOther, style != .columns { return "=Något \"helt\" annat" }
            switch style {
            case .limeCodes: return "Y"
            case .limeWords: return "Ja"
            case .limeBoth: return "Yes"
            case .columns: return "1"
            default: return option.label[language]
            }
        }
    }
}

extension SurveyExport {
    /// Answers drawn at random that respect the codebook's filters.
    static func randomAnswers(_ codebook: Codebook, using random: inout SeededGenerator) -> [ItemAnswer] {
        var answers: [ItemAnswer] = []
        for item in codebook.items {
            if !item.isInForm {
                answers.append(.missing(.notAsked))
                continue
            }
            if let filter = item.item.notAskedIf,
                let other = codebook.items.firstIndex(where: { $0.item.name == filter.item }),
                case .category(let place) = answers[other],
                filter.codes.contains(codebook.items[other].item.categories[place].code)
            {
                answers.append(.missing(.notAsked))
                continue
            }
            answers.append(randomAnswer(item, using: &random))
        }
        return answers
    }

    private static func randomAnswer(_ item: CodebookItem, using random: inout SeededGenerator) -> ItemAnswer {
        if Int.random(in: 0..<10, using: &random) == 0 { return .missing(.noAnswer) }
        switch item.item.kind {
        case .single, .scale:
            switch item.options.randomElement(using: &random)!.meaning {
            case .category(let place): return .category(place)
            case .missing(let kind): return .missing(kind)
            }
        case .multiple:
            let all = (UInt64(1) << UInt64(item.item.categories.count)) - 1
            return .categories(UInt64.random(in: 1...all, using: &random))
        case .number: return .number(Double(Int.random(in: 0...400, using: &random)) / 2)
        case .text: return .text
        }
    }
}
