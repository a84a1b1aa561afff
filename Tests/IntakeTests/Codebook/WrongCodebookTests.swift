// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Terms
import Testing

@Suite struct WrongCodebookTests {
    /// The first fault of a codebook, as its Swedish message without the path.
    private func message(_ text: String, _ language: Language = .swedish) -> String {
        do {
            _ = try Codebook(bytes: Array(text.utf8), path: "kodbok.yaml")
            return "nothing wrong"
        } catch {
            return error.message(in: language)
        }
    }

    /// A codebook of one question, with more keys.
    private func one(_ more: String, categories: String = "[Ja, Nej]", type: String = "single") -> String {
        """
        fields:
          - name: q
            type: \(type)
            categories: \(categories)
            \(more.split(separator: "\n").joined(separator: "\n    "))
        """
    }

    @Test func `two right answers where one can be chosen are an error that says what to do`() {
        let found = message(one("right: [Ja, Nej]"))
        #expect(found.hasPrefix("kodbok.yaml:5: frågan ”q” har flera rätta svar (Ja, Nej) men bara ett kan väljas."))
        #expect(found.contains("right: {any: [Ja, Nej]}"))
        #expect(message(one("right: {any: [Ja, Nej]}")) == "nothing wrong")
        #expect(message(one("right: [Ja, Nej]", type: "multiple")) == "nothing wrong")
    }

    @Test(arguments: [
        ("right: Kanske", "kodbok.yaml:5: ”Kanske” är inget av svaren i frågan ”q”.\nVälj bland: Ja, Nej."),
        ("right: Neej", "kodbok.yaml:5: ”Neej” är inget av svaren i frågan ”q”. Menade du ”Nej”?"),
        ("role: knowledge", "kodbok.yaml:5: kunskapsfrågan ”q” saknar rätt svar. Skriv right: svarets value."),
        ("role: opinion\nright: Ja", "kodbok.yaml:6: frågan ”q” har rollen opinion"),
        ("favourable: [Ja]\nunfavourable: [Ja]", "kodbok.yaml:6: svaret ”Ja” i frågan ”q” kan inte vara både"),
        ("direction: higher-is-better", "kodbok.yaml:5: frågan ”q” är ingen skala"),
        ("directon: higher-is-better", "kodbok.yaml:5: okänd nyckel ”directon” i ”fields”. Menade du ”direction”?"),
        ("not_asked_if: {item: p, is: Ja}", "kodbok.yaml:5: ”not_asked_if” pekar på frågan ”p”, som inte finns."),
        ("themes_of: p", "kodbok.yaml:5: ”themes_of” pekar på frågan ”p”, som inte finns."),
        ("trait: sex", "kodbok.yaml:4: svaret ”Ja” i frågan ”q” går inte att jämföra med registret (trait: sex)."),
        ("missing: {do_not_no: [x]}", "kodbok.yaml:5: okänd nyckel ”do_not_no” i ”missing”. Menade du ”do_not_know”?"),
    ])
    func `what does not hold together is told with line and help`(more: String, expected: String) {
        #expect(message(one(more)).hasPrefix(expected), "\(message(one(more)))")
    }

    @Test(arguments: [
        ("[Ja, Ja]", "kodbok.yaml:4: svaret ”Ja” står två gånger i frågan ”q”."),
        ("[Ja, ja]", "kodbok.yaml:4: ”ja” skulle betyda två olika svar i frågan ”q”: ”Ja” och ”ja”."),
        ("[{value: 1, label: 2}, {value: 2, label: 3}]", "kodbok.yaml:4: ”2” skulle betyda två olika svar"),
        ("[]", "kodbok.yaml:4: frågan ”q” har inga svar att välja bland."),
        ("yesno", "kodbok.yaml:4: svarslistan ”yesno” finns inte under scales."),
        ("[{label: Ja}]", "kodbok.yaml:4: ”value” saknas i ”categories”."),
        ("[{value: Ja, missing: dont_know}]", "kodbok.yaml:4: ”missing” kan inte vara ”dont_know”."),
    ])
    func `answers that cannot be told apart are errors`(categories: String, expected: String) {
        let found = message(one("", categories: categories))
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test(arguments: [
        ("fields: []\n", "kodbok.yaml:1: kodboken har inga frågor."),
        ("title: x\n", "kodbok.yaml:1: kodboken har inga frågor."),
        ("", "kodbok.yaml: filen är tom."),
        ("fields:\n  - {name: a, type: text}\n  - {name: a, type: text}\n", "kodbok.yaml:3: namnet ”a” finns redan."),
        ("fields:\n  - {name: a b, type: text}\n", "kodbok.yaml:2: ”a b” duger inte som namn."),
        (
            "fields:\n  - {name: a, type: text, header: Q1}\n  - {name: b, type: text, header: q1}\n",
            "kodbok.yaml:3: rubriken ”q1” hör till två frågor: ”a” och ”b”."
        ),
        (
            "fields:\n  - {name: a, type: single, categories: [x], not_asked_if: {item: b, is: y}}\n"
                + "  - {name: b, type: single, categories: [y]}\n",
            "kodbok.yaml:2: frågan ”a” beror på ”b”, som ställs efter den."
        ),
        (
            "columns: {login: Kod, person: kod}\nfields:\n  - {name: a, type: text}\n",
            "kodbok.yaml:1: rubriken ”kod” står två"
        ),
        (
            "platform: limesurvy\nfields: [{name: a}]\n",
            "kodbok.yaml:1: ”platform” kan inte vara ”limesurvy”. Menade du ”limesurvey”?"
        ),
        ("fields:\n  - {name: a, type: siffra}\n", "kodbok.yaml:2: ”type” kan inte vara ”siffra”."),
        ("fields:\n  - {name: a, type: text, categories: [x]}\n", "kodbok.yaml:2: frågan ”a” är av slaget text"),
    ])
    func `the codebook as a whole is checked`(text: String, expected: String) {
        #expect(message(text).hasPrefix(expected), "\(message(text))")
    }

    @Test(arguments: [
        ("{strata: [{name: A}, {name: a}]}", "kodbok.yaml:2: stratumet ”a” står två gånger."),
        (
            "{strata: [{name: A, population: 5, sent: 6}]}",
            "kodbok.yaml:2: ”sent” är större än ”population” i stratumet ”A”."
        ),
        ("{sent: 5, strata: [{name: A}]}", "kodbok.yaml:2: ”sent” står bredvid strata."),
        ("{nonresponse: raking}", "kodbok.yaml:2: nonresponse: raking behöver kända antal."),
        (
            "{margins: [{item: q, counts: {Ja: 1, Nej: 2}}]}",
            "kodbok.yaml:2: nonresponse: strata använder inte margins."
        ),
        (
            "{nonresponse: classes, margins: [{item: q, counts: {Ja: 1}}]}",
            "kodbok.yaml:2: margins för ”q” saknar antalet för svaret ”Nej”."
        ),
        (
            "{nonresponse: classes, margins: [{item: q, counts: {Ja: 1, Nje: 2}}]}",
            "kodbok.yaml:2: ”Nje” är inget av svaren i frågan ”q”. Menade du ”Nej”?"
        ),
        (
            "{nonresponse: raking, margins: [{item: q, counts: {Ja: 1, Nej: 2}}, {item: r, counts: {x: 4}}]}",
            "kodbok.yaml:2: margins ska räkna samma personer, men ”q” har 3 och ”r” har 4."
        ),
        ("{by: distrikt}", "kodbok.yaml:2: ”by” kan inte vara ”distrikt”."),
    ])
    func `the design is checked`(design: String, expected: String) {
        let text = """
            title: x
            design: \(design)
            fields:
              - {name: q, type: single, categories: [Ja, Nej]}
              - {name: r, type: single, categories: [x]}
            """
        #expect(message(text).hasPrefix(expected), "\(message(text))")
    }

    @Test func `the message is in English too`() {
        #expect(
            message(one("right: [Ja, Nej]"), .english).hasPrefix(
                "kodbok.yaml:5: the question “q” has several right answers (Ja, Nej) but one can be chosen."))
        #expect(
            message("fields:\n  - {name: a, header: Q1}\n  - {name: b, header: Q1}\n", .english)
                .hasPrefix("kodbok.yaml:3: the header “Q1” belongs to two questions: “a” and “b”."))
    }
}
