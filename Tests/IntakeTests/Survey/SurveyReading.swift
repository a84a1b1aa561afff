// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms

/// A project with a survey, read in a folder of its own.
struct SurveyReading {
    var codebook: String
    var files: [String: String] = [:]
    var settings = "wave: 2019"
    /// Other files of the project, with their sources.
    var others: [(source: String, name: String, text: String)] = []

    func read() throws -> IntakeResult {
        let folder = try ScratchFolder(["kodbok.yaml": codebook])
        var sources = ""
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try folder.write(name, Data(text.utf8))
            sources += "  - {kind: survey, files: \(name), codebook: kodbok.yaml, \(settings)}\n"
        }
        for other in others {
            try folder.write(other.name, Data(other.text.utf8))
            sources += "  - {\(other.source), files: \(other.name)}\n"
        }
        try folder.write("ledsaga.yaml", Data(("sources:\n" + sources).utf8))
        return try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
    }

    /// The error's Swedish words, the folder left out.
    func failure() throws -> String {
        do {
            _ = try read()
            return "no error"
        } catch let error as any UserFacingError {
            return error.message(in: .swedish).split(separator: "/").last.map(String.init) ?? ""
        }
    }
}

/// A codebook of a few questions.
let smallCodebook = """
    title: Liten
    group: users
    fields:
      - name: enough
        header: Q1
        type: scale
        direction: higher-is-better
        question: {sv: "Räcker timmarna?", en: "Are the hours enough?"}
        categories: [Aldrig, Ibland, Alltid]
      - name: why
        header: Q2
        type: multiple
        not_asked_if: {item: enough, is: Alltid}
        question: {sv: "Varför inte?", en: "Why not?"}
        categories:
          - {value: ill, label: Sjuk}
          - {value: none, label: "Ingen ledsagare; alls"}
          - {value: other, label: Annat, other: true}
      - name: rule
        header: Q3
        type: single
        right: three
        question: {sv: "Hur länge?", en: "How long?"}
        categories:
          - {value: one, label: En månad}
          - {value: three, label: Tre månader}
      - name: hours
        header: Q4
        type: number
        constraints: {minimum: 0, maximum: 100}
        question: {sv: "Hur många timmar?", en: "How many hours?"}
      - name: comment
        header: Q5
        type: text
        question: {sv: "Mer?", en: "More?"}
    """
