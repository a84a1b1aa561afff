// SPDX-License-Identifier: EUPL-1.2
import Terms

extension CorrectionFault {
    /// What is wrong with the line and what to do, to stand after `rattelser.csv:3: `.
    var words: Phrase {
        switch self {
        case .columnMissing(let column):
            Phrase(
                sv: "kolumnen ”\(column)” saknas. Rubriken ska vara: fil;rad;kolumn;varde;vem;nar",
                en: "the column “\(column)” is missing. The header should be: file;line;column;value;who;when")
        case .unknownColumn(let column, let nearest):
            Phrase(
                sv: "kolumnen ”\(column)” är okänd eller står två gånger.\(Self.meant(nearest, .swedish))",
                en: "the column “\(column)” is unknown or stands twice.\(Self.meant(nearest, .english))")
        case .raggedRow:
            Phrase(
                sv: "raden har inte lika många fält som rubriken. Sätt citattecken om värden med skiljetecken i.",
                en: "the line has not as many fields as the header. Put values with a separator in them in quotes.")
        case .valueMissing(let column):
            Phrase(sv: "”\(column)” är tom. Fyll i den.", en: "“\(column)” is empty. Fill it in.")
        case .placeUnclear:
            Phrase(
                sv: "ange antingen rad eller beslut_id: det ena av dem, inte båda.",
                en: "give either line or decision_id: one of them, not both.")
        case .notALine:
            Phrase(
                sv: "”rad” ska vara radens nummer så som ledsaga check visar det.",
                en: "“line” should be the line's number as ledsaga check shows it.")
        case .notADate:
            Phrase(
                sv: "”nar” ska vara ett datum, till exempel 2026-03-01.",
                en: "“when” should be a date, such as 2026-03-01.")
        case .personKey(let column):
            Phrase(
                sv: "ett personnummer står i ”\(column)”. Det får bara stå som rätt värde i en kolumn med personer.",
                en: "an identity number stands in “\(column)”. It may only be the right value of a column of persons.")
        case .unknownFile(let file, let nearest):
            Phrase(
                sv: "projektet läser ingen fil ”\(file)”.\(Self.meant(nearest, .swedish))",
                en: "the project reads no file “\(file)”.\(Self.meant(nearest, .english))")
        case .unknownTableColumn(let column, let file, let nearest):
            Phrase(
                sv: "\(file) har ingen kolumn ”\(column)”.\(Self.meant(nearest, .swedish))",
                en: "\(file) has no column “\(column)”.\(Self.meant(nearest, .english))")
        case .ambiguousTableColumn(let column, let file):
            Phrase(
                sv: "\(file) har flera kolumner ”\(column)”. Skriv vilken, till exempel ”\(column) (2)”.",
                en: "\(file) has several columns “\(column)”. Say which, such as “\(column) (2)”.")
        case .withoutDecisionNumbers(let file):
            Phrase(
                sv: "\(file) har ingen kolumn med beslutsnummer. Ange rad i stället.",
                en: "\(file) has no column of decision numbers. Give the line instead.")
        case .lineMissing(let line, let file):
            Phrase(
                sv: "\(file) har ingen rad med uppgifter som börjar på rad \(line).",
                en: "\(file) has no row of data that begins on line \(line).")
        case .decisionMissing(let file):
            Phrase(
                sv: "\(file) har inget beslut med det numret.", en: "\(file) has no decision with that number.")
        case .decisionTwice(let file):
            Phrase(
                sv: "\(file) har flera rader med det beslutsnumret. Ange rad i stället.",
                en: "\(file) has several rows with that decision number. Give the line instead.")
        case .cellMissing(let line, let file):
            Phrase(
                sv: "rad \(line) i \(file) går inte att dela upp i fält, och kan inte rättas här.",
                en: "line \(line) of \(file) cannot be told apart into fields, and cannot be corrected here.")
        case .cellTwice(let other):
            Phrase(
                sv: "samma cell rättas redan på rad \(other). Behåll en av raderna.",
                en: "the same cell is corrected on line \(other) already. Keep one of them.")
        case .beforeDiffers(let line, let file):
            Phrase(
                sv: "cellen på rad \(line) i \(file) innehåller inte det som står i ”fore”.\n"
                    + "Kontrollera att rättelsen gäller den här versionen av filen.",
                en: "the cell on line \(line) of \(file) does not hold what “before” says.\n"
                    + "Check that the correction is of this version of the file.")
        }
    }

    private static func meant(_ nearest: String?, _ language: Language) -> String {
        guard let nearest else { return "" }
        return Phrase(sv: " Menade du ”\(nearest)”?", en: " Did you mean “\(nearest)”?")[language]
    }
}
