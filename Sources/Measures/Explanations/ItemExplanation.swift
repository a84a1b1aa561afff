// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// What `ledsaga explain item:NAME` tells of one item of the project's surveys: the question as it was put, its answers,
/// which of them is right or favourable, who was asked and when.
package struct ItemExplanation: Sendable {
    package struct Line: Sendable, Hashable {
        package var label: Phrase
        package var text: Phrase
    }

    package let name: String
    package let question: Phrase
    /// What kind of item, its scale, the right answer, who was asked, who was not.
    package let lines: [Line]
    /// `yes – Ja`, in the codebook's order.
    package let answers: [Phrase]

    /// nil when no survey has the item. Names are compared without regard to case and accents.
    package init?(_ name: String, in surveys: [Survey]) {
        let wanted = NearestName.folded(name)
        let asked = surveys.compactMap { survey in
            survey.items.first { NearestName.folded($0.name) == wanted }.map { (survey, $0) }
        }
        guard let item = asked.last?.1 else { return nil }
        self.name = item.name
        self.question = item.question
        answers = item.categories.map { category in
            Phrase(
                sv: "\(category.code) – \(category.label.swedish)", en: "\(category.code) – \(category.label.english)")
        }
        var lines = [Line(label: Phrase(sv: "Slag", en: "Kind"), text: Self.kind(of: item))]
        func add(_ sv: String, _ en: String, _ places: [Int]) {
            guard !places.isEmpty else { return }
            let labels = places.map { item.categories[$0].label }
            lines.append(
                Line(
                    label: Phrase(sv: sv, en: en),
                    text: Phrase(
                        sv: labels.map(\.swedish).joined(separator: "; "),
                        en: labels.map(\.english).joined(separator: "; "))))
        }
        add("Rätt svar", "Right answer", item.categories.indices.filter { item.categories[$0].isRight })
        add("Positiva svar", "Favourable answers", item.favourable)
        add("Negativa svar", "Unfavourable answers", item.unfavourable)
        let groups = asked.map { survey, _ in
            Phrase(
                sv: "\(survey.group.label.swedish) \(survey.wave)", en: "\(survey.group.label.english) \(survey.wave)")
        }
        lines.append(
            Line(
                label: Phrase(sv: "Tillfrågade", en: "Who was asked"),
                text: Phrase(
                    sv: groups.map(\.swedish).joined(separator: ", "),
                    en: groups.map(\.english).joined(separator: ", "))))
        if let filter = item.notAskedIf {
            let codes = filter.codes.joined(separator: ", ")
            lines.append(
                Line(
                    label: Phrase(sv: "Inte tillfrågade", en: "Not asked"),
                    text: Phrase(
                        sv: "De som svarat \(codes) på \(filter.item).",
                        en: "Those who answered \(codes) to \(filter.item).")))
        }
        if let battery = item.battery {
            lines.append(
                Line(label: Phrase(sv: "Frågebatteri", en: "Battery"), text: Phrase(sv: battery, en: battery)))
        }
        self.lines = lines
    }

    /// Names of the items that surveys have, in order of first appearance.
    package static func names(in surveys: [Survey]) -> [String] {
        var seen: Set<String> = []
        return surveys.flatMap { $0.items.map(\.name) }.filter { seen.insert($0).inserted }
    }

    private static func kind(of item: SurveyItem) -> Phrase {
        switch (item.role, item.kind) {
        case (.knowledge, _):
            Phrase(sv: "Kunskapsfråga: vet ej räknas som inte rätt", en: "Knowledge item: do not know is not right")
        case (.background, _): Phrase(sv: "Bakgrundsfråga", en: "Background item")
        case (_, .single): Phrase(sv: "Ett svar; vet ej räknas inte med", en: "One answer; do not know is left out")
        case (_, .multiple): Phrase(sv: "Flera svar", en: "Several answers")
        case (_, .scale): Phrase(sv: "Skala; vet ej räknas inte med", en: "Scale; do not know is left out")
        case (_, .number): Phrase(sv: "Tal", en: "Number")
        case (_, .text):
            Phrase(sv: "Fritext: räknas, trycks aldrig", en: "Free text: counted, never printed")
        }
    }
}
