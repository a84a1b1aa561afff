// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Intake
import Terms
import Testing

@Suite struct WordingTests {
    @Test(arguments: FaultRule.allCases) func `every fault says what is wrong and what to do, in both languages`(
        rule: FaultRule
    ) {
        for phrase in [rule.problem, rule.remedy] {
            #expect(!phrase.swedish.isEmpty && !phrase.english.isEmpty)
            #expect(phrase.swedish != phrase.english)
            #expect(phrase.swedish.count < 100 && phrase.english.count < 100)
        }
        #expect(rule.problem.swedish.last != ".")
        #expect(rule.remedy.swedish.last == ".")
        #expect(rule.remedy.english.last == ".")
    }

    @Test(arguments: RemarkRule.allCases) func `every remark says what is worth knowing`(rule: RemarkRule) {
        #expect(!rule.problem.swedish.isEmpty && rule.problem.swedish != rule.problem.english)
        #expect(rule.problem.swedish.last != ".")
    }

    @Test func `machine names of rules are all different`() {
        let names = FaultRule.allCases.map(\.rawValue) + RemarkRule.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
    }

    @Test func `a fault is one line with place, problem, shape and remedy`() {
        let location = Location(file: "data/beslut-2019.csv", line: 17, column: "Nämnd", row: 16)
        let fault = Fault(location: location, rule: .unknownDistrict, found: .word("Forsta"))
        #expect(
            fault.line(in: .swedish, nearest: ["Farsta"])
                == "data/beslut-2019.csv:17, kolumnen Nämnd: okänd stadsdelsnämnd (”Forsta”). Menade du ”Farsta”?")
        #expect(
            fault.line(in: .english)
                == "data/beslut-2019.csv:17, column Nämnd: unknown district (“Forsta”). "
                + "Correct the name, or add it to the table of districts.")
    }

    @Test(arguments: [
        (ValueShape.empty, "empty", "tomt"), (.digits(12), "12 digits", "12 siffror"),
        (.digits(1), "1 digit", "1 siffra"),
        (.number(digits: 4), "number of 4 digits", "tal med 4 siffror"),
        (.text(characters: 7), "text of 7 characters", "text med 7 tecken"), (.word("Bom"), "Bom", "”Bom”"),
        (.fields(5), "5 fields", "5 fält"),
    ]) func `the shape of a value is told, never the value`(shape: ValueShape, machine: String, swedish: String) {
        #expect(shape.machineText == machine)
        #expect(shape.words?[.swedish] == swedish)
    }

    @Test(arguments: [
        (IntakeFileError.unreadable(.missing), ExitCode.inputMissing), (.unreadable(.directory), .inputMissing),
        (.unreadable(.permission), .inputMissing), (.unreadable(.system(5)), .inputMissing), (.empty, .inputFormat),
        (.notText, .inputFormat), (.recordTooLong(line: 3), .inputFormat), (.missingHeader, .inputFormat),
        (.workbook, .inputFormat), (.severalSheets, .inputFormat), (.noSheet, .inputFormat), (.damaged, .inputFormat),
        (.encrypted, .inputFormat), (.binaryWorkbook, .inputFormat), (.oversized, .inputFormat),
        (
            .missingColumn(
                canonical: "timmar", nearest: "Timar", line: 4, headers: ["Person", "Timar"], kind: .decisions),
            .inputFormat
        ),
        (.unitUnknown(column: "timmar", header: "Beviljad tid"), .inputFormat),
        (.unitSeems(column: "timmar", header: "Tid", measure: .minutes), .inputFormat),
        (.unitWord(column: "timmar", word: "varv"), .configuration),
        (.dateOrderUnknown(column: "from", header: "Från", shape: "0/0/0000"), .inputFormat),
        (.dateOrdersDiffer(column: "from", header: "Från"), .inputFormat),
        (.otherPseudonyms(.visits), .inputFormat), (.noPersonInCommon(.visits), .inputFormat),
        (.ambiguousColumn(canonical: "timmar", headers: ["Tid", "Tid"]), .inputFormat), (.yearMissing, .configuration),
        (.mappedColumnMissing(canonical: "timmar", header: "Tim", nearest: nil), .configuration),
    ]) func `an unusable file is told in at most two lines with what to do`(reason: IntakeFileError, code: ExitCode) {
        let error = IntakeError(file: "data/x.csv", reason: reason)
        #expect(error.exitCode == code)
        for language in Language.allCases {
            let message = error.message(in: language)
            #expect(message.hasPrefix("data/x.csv: "))
            #expect(message.split(separator: "\n").count <= 2)
        }
        #expect(error.message(in: .swedish) != error.message(in: .english))
    }

    @Test(arguments: [13, 28, 2, 21, 5] as [Int32])
    func `a file that cannot be written is told with its name`(number: Int32) {
        let failure = WriteFailure(path: "ut.csv", errno: number)
        #expect(failure.exitCode == .cannotWrite)
        #expect(failure.message(in: .swedish).hasPrefix("ut.csv: "))
    }
}
