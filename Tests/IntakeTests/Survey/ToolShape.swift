// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport
import Testing

/// One small survey as each tool exports it, with the count of every answer, reckoned from the answers themselves.
struct ToolShape: Sendable, CustomTestStringConvertible {
    enum Tool: String, CaseIterable, Sendable {
        case forms, formsEnglish, webropol, webropolMerged, google, qualtrics, qualtricsColumns, redcapCodes,
            redcapLabels
        case monkey, limeCodes, limeWords, netigate, codesOverQuestions
    }

    static let satisfaction = [
        "Mycket missnöjd", "Ganska missnöjd", "Varken nöjd eller missnöjd", "Ganska nöjd", "Mycket nöjd",
    ]
    static let agreement = ["Instämmer inte alls", "Instämmer knappast", "Instämmer delvis", "Instämmer helt"]
    static let uses = ["Läkarbesök", "Handla", "Promenader", "Det finns ingen, inte ens en vikarie"]
    static let ages = ["0–17 år", "18–64 år", "65 år eller äldre"]
    static let questions = [
        "Hur nöjd är du med ledsagningen?", "Vad använder du ledsagningen till?", "Ledsagaren lyssnar på mig",
        "Hur gammal är du?", "Hur troligt är det att du rekommenderar oss? (0–10)", "Har du något mer att berätta?",
    ]

    struct Person: Sendable {
        var satisfied: Int?
        var uses: [Int]
        var listens: Int?
        var age: Int?
        var likely: Int?
        var words: String
    }

    let tool: Tool
    let persons: [Person]

    var testDescription: String { "\(tool) \(persons.count)" }

    static let all = Tool.allCases.flatMap { tool in [25, 140].map { ToolShape(tool, persons: $0) } }

    init(_ tool: Tool, persons: Int) {
        self.tool = tool
        var random = SeededGenerator(seed: 11)
        func draw(_ count: Int) -> Int? {
            Int.random(in: 0..<12, using: &random) == 0 ? nil : Int.random(in: 0..<count, using: &random)
        }
        self.persons = (0..<persons).map { number in
            Person(
                // The last is "Vet ej".
                satisfied: draw(6), uses: (0..<4).filter { _ in Int.random(in: 0..<5, using: &random) < 2 },
                listens: draw(4), age: draw(3), likely: draw(11),
                words: number % 3 == 0 ? "Det är svårt att boka; \(number) gånger" : "")
        }
    }

    /// Whether its codes stand for the answers.
    private var hasCodes: Bool { [.limeCodes, .redcapCodes, .codesOverQuestions].contains(tool) }

    /// The count of every answer, by the words or the code that the file has for it.
    var counts: [[String: Int]] {
        func count(_ answers: [String]) -> [String: Int] { answers.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
        return [
            count(persons.compactMap { $0.satisfied.map(satisfied) }),
            count(persons.flatMap { $0.uses.map(use) }), count(persons.compactMap { $0.listens.map(listens) }),
            count(persons.compactMap { $0.age.map(age) }), count(persons.compactMap { $0.likely.map { "\($0)" } }),
        ]
    }

    private func satisfied(_ place: Int) -> String {
        if hasCodes { return code(place) }
        return place == 5 ? "Vet ej" : Self.satisfaction[place]
    }
    private func use(_ place: Int) -> String {
        switch tool {
        case .limeCodes: "SQ00\(place + 1)"
        case .redcapCodes, .codesOverQuestions: "\(place + 1)"
        default: Self.uses[place]
        }
    }
    private func listens(_ place: Int) -> String { hasCodes ? code(place) : Self.agreement[place] }
    private func age(_ place: Int) -> String { hasCodes ? code(place) : Self.ages[place] }
    private func code(_ place: Int) -> String { tool == .limeCodes ? "A\(place + 1)" : "\(place + 1)" }

    /// The exported file, in the order of its rows.
    var text: String {
        let separator =
            [.google, .qualtrics, .qualtricsColumns, .redcapCodes, .redcapLabels, .monkey].contains(tool) ? "," : ";"
        let rows = head + persons.enumerated().map { row($0, $1) }
        return rows.map { row in
            row.map { cell in
                cell.contains { "\",;\n".contains($0) }
                    ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
            }.joined(separator: separator)
        }.joined(separator: "\r\n") + "\r\n"
    }

    private func time(_ number: Int) -> String { "2019-10-\(number % 19 + 10) 08:15:00" }

    private var isOverParts: Bool { tool == .webropol || tool == .webropolMerged || tool == .monkey }

    /// The cells of the multiple choice: one, or one an answer.
    private func chosen(_ person: Person) -> [String] {
        let labels = person.uses.map { Self.uses[$0] }
        func columns(_ yes: (Int) -> String, _ no: String) -> [String] {
            (0..<4).map { person.uses.contains($0) ? yes($0) : no }
        }
        switch tool {
        case .forms, .formsEnglish: return [labels.map { $0 + ";" }.joined()]
        case .google: return [labels.joined(separator: ", ")]
        case .qualtrics: return [labels.joined(separator: ",")]
        case .webropol, .webropolMerged, .redcapCodes, .netigate, .codesOverQuestions: return columns({ _ in "1" }, "0")
        case .qualtricsColumns, .monkey: return columns({ Self.uses[$0] }, "")
        case .redcapLabels: return columns({ _ in "Checked" }, "Unchecked")
        case .limeCodes: return columns({ _ in "Y" }, person.uses.isEmpty ? "" : "N")
        case .limeWords: return columns({ _ in "Ja" }, person.uses.isEmpty ? "" : "Nej")
        }
    }

    private func row(_ number: Int, _ person: Person) -> [String] {
        let before: [String] =
            switch tool {
            case .forms, .formsEnglish: ["\(number + 1)", time(number), time(number), "anonymous", ""]
            case .webropol, .webropolMerged: ["\(number + 1)", "\(number % 19 + 10).10.2019 12:57", "sv"]
            case .google: ["2019/10/\(number % 19 + 10) 7:05:00 em CET"]
            case .qualtrics, .qualtricsColumns:
                [
                    time(number), time(number), "IP Address", "192.0.2.7", "100", "61", "True", time(number),
                    "R_3f\(number)", "anonymous", "SV",
                ]
            case .redcapCodes, .redcapLabels: ["\(number + 1)", "", time(number)]
            case .monkey: ["\(number + 10000)", "7", "10/\(number % 19 + 10)/2019 08:15:00 AM"]
            case .limeCodes, .limeWords: ["\(number + 1)", time(number), "3", "sv", "77"]
            case .netigate, .codesOverQuestions: ["\(number + 1)", time(number)]
            }
        let after: [String] =
            switch tool {
            case .redcapCodes: ["2"]
            case .redcapLabels: ["Complete"]
            default: []
            }
        return before + [person.satisfied.map(satisfied) ?? ""] + chosen(person)
            + [
                person.listens.map(listens) ?? "", person.age.map(age) ?? "", person.likely.map { "\($0)" } ?? "",
                person.words,
            ] + after
    }

    private var head: [[String]] {
        let q = Self.questions
        func row(_ before: [String], _ uses: [String], _ after: [String] = []) -> [String] {
            before + [q[0]] + uses + Array(q[2...]) + after
        }
        let one = [q[1]]
        let none = ["", "", ""]
        switch tool {
        case .forms: return [row(["ID", "Starttid", "Slutförandetid", "E-post", "Namn"], ["\(q[1])\u{A0}"])]
        case .formsEnglish: return [row(["ID", "Start time", "Completion time", "Email", "Name"], one)]
        case .webropol:
            return [
                ["Ledsagning – rapport"], row(["Respondent", "Svarat", "Språk"], one + none),
                ["", "", "", ""] + Self.uses + ["", "", "", ""],
            ]
        case .webropolMerged:
            let first = row(["Respondent", "Svarat", "Språk"], one + one + one + one)
            return [
                ["Ledsagning – rapport"], ["Antal svar: 25"], [], first,
                ["", "", "", q[0]] + Self.uses + Array(q[2...]),
            ]
        case .google: return [row(["Tidstämpel"], one)]
        case .qualtrics:
            let codes = qualtricsCodes + ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]
            return [
                codes, qualtricsTexts + q,
                codes.map { "{\"ImportId\":\"\($0)\",\"timeZone\":\"Europe/Stockholm\"}" }, preview(codes.count),
            ]
        case .qualtricsColumns:
            let codes = qualtricsCodes + ["Q1", "Q2_1", "Q2_2", "Q2_3", "Q2_4", "Q3", "Q4", "Q5", "Q6"]
            let texts = qualtricsTexts + [q[0]] + Self.uses.map { "\(q[1]) - Selected Choice - \($0)" } + Array(q[2...])
            return [codes, texts, codes.map { "{\"ImportId\":\"\($0)\"}" }, preview(codes.count)]
        case .redcapCodes:
            return [
                ["record_id", "redcap_survey_identifier", "enkat_timestamp", "nojd"] + (1...4).map { "bruk___\($0)" }
                    + ["lyssnar", "alder", "rek", "mer", "enkat_complete"]
            ]
        case .redcapLabels:
            return [
                row(
                    ["Record ID", "Survey Identifier", "Survey Timestamp"],
                    Self.uses.map { "\(q[1]) (choice=\($0))" }, ["Complete?"])
            ]
        case .monkey:
            return [
                row(["Respondent ID", "Collector ID", "End Date"], one + none),
                ["", "", "", "Response"] + Self.uses + ["Response", "Response", "Response", "Open-Ended Response"],
            ]
        case .limeCodes:
            return [
                ["id", "submitdate", "lastpage", "startlanguage", "seed", "Q01"] + (1...4).map { "Q02[SQ00\($0)]" }
                    + ["Q03", "Q04", "Q05", "Q06"]
            ]
        case .limeWords:
            return [
                row(
                    ["Svars-ID", "Datum skickat", "Senaste sidan", "Startspråk", "Frö"],
                    Self.uses.map { "\(q[1]) [\($0)]" })
            ]
        case .netigate: return [row(["Respondent", "Svarsdatum"], Self.uses.map { "\(q[1]): \($0)" })]
        case .codesOverQuestions:
            return [
                ["nr", "datum", "V1", "V2_1", "V2_2", "V2_3", "V2_4", "V3", "V4", "V5", "V6"],
                row(["Löpnummer", "Svarsdatum"], Self.uses.map { "\(q[1]) - \($0)" }),
            ]
        }
    }

    private var qualtricsCodes: [String] {
        [
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
            "RecordedDate", "ResponseId", "DistributionChannel", "UserLanguage",
        ]
    }
    private var qualtricsTexts: [String] {
        [
            "Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
            "Recorded Date", "Response ID", "Distribution Channel", "User Language",
        ]
    }
    /// An answer given to try the form.
    private func preview(_ width: Int) -> [String] {
        var row = [
            "2019-09-01 08:15:00", "2019-09-01 08:15:00", "Survey Preview", "192.0.2.7", "100", "61", "True",
            "2019-09-01 08:15:00", "R_1", "preview", "SV", Self.satisfaction[0],
        ]
        while row.count < width { row.append("") }
        return row
    }
}
