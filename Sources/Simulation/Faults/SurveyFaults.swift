// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

/// What the field does to a file of survey answers, on any platform.
struct SurveyFaults {
    let survey: SimulatedSurvey
    let platform: SurveyPlatform

    func plant(in planter: inout Planter) {
        plantQuirks(in: &planter)
        plantRemarks(in: &planter)
        plantFaults(in: &planter)
    }

    // MARK: Read right, and nothing said

    private func plantQuirks(in planter: inout Planter) {
        for (item, label) in [("time-enough", "Ofta"), ("same-companion", "Ibland"), ("hours-known", "Alltid")] {
            guard let column = column(item, in: planter) else { continue }
            let fits = { (sheet: FaultySheet, row: Int) in sheet[row, column] == label }
            planter.quirk("answer-case", column, where: fits) { " \($0.uppercased()) " }
        }
        if let column = column("time-enough", in: planter) {
            planter.quirk("answer-word", column, where: { $0[$1, column] == "Vet ej" }) { _ in "Vet inte" }
            planter.quirk("answer-code", column, where: { $0[$1, column] == "Aldrig" }) { _ in "A1" }
        }
        guard survey.strataAreDistricts else { return }
        let southern = { (sheet: FaultySheet, row: Int) in sheet[row, "place"] == "Södermalm" }
        planter.quirk("district-alias", "place", where: southern) { "\($0)s stadsdelsnämnd" }
        let suburb = { (sheet: FaultySheet, row: Int) in sheet[row, "place"] == "Farsta" }
        planter.quirk("district-alias", "place", where: suburb) { $0.uppercased() }
    }

    // MARK: Kept, with a remark

    private func plantRemarks(in planter: inout Planter) {
        // Where nothing was answered, so that an answer nobody knows takes none away.
        for item in ["time-enough", "same-companion", "knows-expense-rule"] {
            guard let column = column(item, in: planter) else { continue }
            planter.remark("unknown-answer", at: column, where: { $0[$1, column].isEmpty }) { sheet, row in
                sheet[row, column] = "Det beror på"
            }
        }
        for question in survey.questions {
            guard let filter = question.item.notAskedIf, question.item.kind == .multiple,
                let place = survey.items.firstIndex(where: { $0.name == filter.item }),
                let hiding = survey.questions[place].options.first(where: { option in
                    option.spellings.first.map(filter.codes.contains) ?? false
                })
            else { continue }
            let columns = planter.sheet.columns.filter {
                $0 == question.item.name || $0.hasPrefix(question.item.name + "/")
            }
            guard let first = columns.first, let other = question.options.first else { continue }
            let fits = { (sheet: FaultySheet, row: Int) in
                sheet[row, filter.item] == hiding.label.swedish && columns.allSatisfy { sheet[row, $0].isEmpty }
            }
            planter.remark("answered-though-not-asked", at: first, where: fits) { sheet, row in
                sheet[row, first] = other.label.swedish
            }
        }
    }

    // MARK: Set aside

    private func plantFaults(in planter: inout Planter) {
        if survey.strataAreDistricts {
            planter.fault("unknown-district", at: "place") { $0[$1, "place"] = "Solna" }
        }
        planter.fault("ragged-row", at: nil) { sheet, row in sheet.rows[row].cells.removeLast(2) }
        planter.fault("ragged-row", at: nil) { sheet, row in sheet.rows[row].cells.append("") }
        // After junk the reader takes a line break for the end of the row, in quotes or not.
        let isOneLine = { (sheet: FaultySheet, row: Int) in !sheet.rows[row].cells.contains { $0.contains("\n") } }
        planter.fault("junk-after-quote", at: "login", where: isOneLine) { sheet, row in
            sheet.rows[row].broken = (sheet.place(of: "login"), .junkAfterQuote)
        }
        plantDuplicates(in: &planter)
    }

    /// The same respondent once more, and the row before it stays: an answer that was never sent in, or an earlier one.
    private func plantDuplicates(in planter: inout Planter) {
        switch platform {
        case .limeSurvey:
            let isSentIn = { (sheet: FaultySheet, row: Int) in !sheet[row, "submitdate"].isEmpty }
            planter.fault("duplicate-response", at: "login", where: isSentIn) { $0[$1, "submitdate"] = "" }
            planter.fault("duplicate-response", at: "login", where: isSentIn) {
                $0[$1, "submitdate"] = "\(survey.year)-10-01 07:00:00"
                $0[$1, "login"] = $0[$1, "login"].lowercased()
            }
        case .surveyMonkey:
            planter.fault("duplicate-response", at: "login", where: isAnswered) {
                $0[$1, "End Date"] = "10/01/\(survey.year) 07:00:00 AM"
            }
        case .microsoftForms:
            planter.fault("duplicate-response", at: "login", where: isAnswered) {
                $0[$1, "Completion time"] = "10/1/\(twoDigits(survey.year % 100)) 07:00:00"
            }
        case .generic, .webropol, .googleForms, .qualtrics, .redcap:
            planter.fault("duplicate-response", at: "login", where: isAnswered) {
                $0[$1, "datum"] = "\(survey.year)-10-01 07:00:00"
            }
        }
    }

    /// Whether a row has an answer in the question all are asked.
    private func isAnswered(_ sheet: FaultySheet, _ row: Int) -> Bool {
        !sheet[row, "knows-three-month-rule"].isEmpty
    }

    private func column(_ item: String, in planter: Planter) -> String? {
        planter.sheet.columns.contains(item) ? item : nil
    }
}
