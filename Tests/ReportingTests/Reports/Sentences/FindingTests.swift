// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Measures
import Terms
import Testing

@testable import Documents
@testable import Reports

private let swedish = FindingWriter(
    language: .swedish, year: 2019, service: Phrase(sv: "ledsagning", en: "the companion service"),
    adverse: Catalogue.adverse)
private let english = FindingWriter(
    language: .english, year: 2019, service: Phrase(sv: "ledsagning", en: "the companion service"),
    adverse: Catalogue.adverse)

struct FindingTests {
    // MARK: The two findings of the 2019 evaluation

    @Test func `the share of performed hours has risen somewhat`() {
        let finding = swedish.change(
            of: .utilisation, difference: Sample.difference(0.022, 0.01, 0.034), before: Sample.share(0.59),
            now: Sample.share(0.612))
        #expect(
            finding?.sentence.plain()
                == "Andelen utförda timmar har ökat något, från 59,0 procent 2018 till 61,2 procent 2019. "
                + "Skillnaden är +2,2 procentenheter (intervall +1,0 till +3,4).")
        #expect(finding?.change == .better)
        #expect(
            swedish.changeTitle(of: .utilisation, difference: Sample.difference(0.022, 0.01, 0.034))
                == "Andelen utförda timmar har ökat något")
    }

    @Test func `half of the persons granted the service have used it flexibly`() {
        let finding = swedish.flexibleUse(Sample.share(0.503, 0.484, 0.522, x: 1203, n: 2390))
        #expect(
            finding?.sentence.plain()
                == "Hälften av de personer som beviljats insatsen någon gång under året har använt ledsagning på ett "
                + "flexibelt sätt (50,3 procent, intervall 48,4–52,2; 1 203 av 2 390 personer).")
        #expect(finding?.values.contains { $0.value == 0.503 } == true)
    }

    @Test func `English says the same two`() {
        let change = english.change(
            of: .utilisation, difference: Sample.difference(0.022, 0.01, 0.034), before: Sample.share(0.59),
            now: Sample.share(0.612))
        #expect(
            change?.sentence.plain(.english)
                == "The share of performed hours has risen somewhat, from 59.0% in 2018 to 61.2% in 2019. "
                + "The difference is +2.2 percentage points (interval +1.0 to +3.4).")
        let half = english.flexibleUse(Sample.share(0.503, 0.484, 0.522, x: 1203, n: 2390))
        #expect(
            half?.sentence.plain(.english)
                == "Half of those who had been granted the service at some time during the year have used the companion "
                + "service in a flexible way (50.3%, interval 48.4–52.2; 1,203 of 2,390 persons).")
    }

    // MARK: Other years, other words

    @Test(arguments: [
        (0.0, "Ingen av de personer som beviljats insatsen"), (0.33, "En tredjedel av de personer som beviljats"),
        (0.36, "Drygt en tredjedel av de personer"), (0.31, "Knappt en tredjedel av de personer"),
        (0.47, "Knappt hälften av de personer"), (0.52, "Drygt hälften av de personer"),
        (0.9, "Nio av tio personer som beviljats insatsen"), (0.97, "Nästan alla personer som beviljats insatsen"),
        (1.0, "Alla personer som beviljats insatsen någon gång under året har använt ledsagning"),
    ])
    func `flexible use is said with its fraction`(share: Double, beginning: String) {
        #expect(swedish.flexibleUse(Sample.share(share))?.sentence.plain().hasPrefix(beginning) == true)
    }

    @Test func `a certain fall is said to be a fall, and worse`() {
        let finding = swedish.change(
            of: .utilisation, difference: Sample.difference(-0.12, -0.15, -0.09), before: Sample.share(0.7),
            now: Sample.share(0.58))
        #expect(finding?.sentence.plain().hasPrefix("Andelen utförda timmar har minskat mycket, från 70,0") == true)
        #expect(finding?.sentence.plain().contains("−12,0 procentenheter (intervall −15,0 till −9,0)") == true)
        #expect(finding?.change == .worse)
    }

    @Test func `a difference that chance may explain is not called a change`() {
        let difference = Sample.difference(0.004, -0.008, 0.016)
        let finding = swedish.change(
            of: .flexibleUse, difference: difference, before: Sample.share(0.5), now: Sample.share(0.504))
        #expect(
            finding?.sentence.plain()
                == "Det är ingen säker skillnad i andelen med flexibel användning mellan 2018 (50,0 procent) och 2019 "
                + "(50,4 procent). Skillnaden är +0,4 procentenheter (intervall −0,8 till +1,6), och den kan bero på "
                + "slumpen.")
        #expect(finding?.change == nil)
        #expect(swedish.changeWord(of: .flexibleUse, difference: difference) == .noCertainChange)
        #expect(
            swedish.changeTitle(of: .flexibleUse, difference: difference)
                == "Ingen säker skillnad i andelen med flexibel användning")
    }

    @Test func `a sentence about a hidden or undefined number is not written`() {
        let shown = Sample.share(0.5)
        #expect(swedish.flexibleUse(.hidden) == nil)
        #expect(swedish.utilisation(.hidden) == nil)
        #expect(swedish.persons(.hidden, before: Sample.count(70)) == nil)
        #expect(swedish.utilisation(Sample.notDefined) == nil)
        let difference = Sample.difference(0.1, 0.05, 0.15)
        #expect(swedish.change(of: .utilisation, difference: .hidden, before: shown, now: shown) == nil)
        #expect(swedish.change(of: .utilisation, difference: difference, before: .hidden, now: shown) == nil)
        #expect(swedish.change(of: .utilisation, difference: difference, before: shown, now: .hidden) == nil)
    }

    @Test func `the first year has nothing to compare with, and says so on its card`() {
        let shown = Sample.share(0.5)
        #expect(
            swedish.change(of: .utilisation, difference: Sample.notDefined, before: Sample.notDefined, now: shown)
                == nil)
        #expect(swedish.changeWord(of: .utilisation, difference: Sample.notDefined) == .notComparable)
        #expect(swedish.changeTitle(of: .utilisation, difference: Sample.notDefined) == nil)
        #expect(
            swedish.persons(Sample.count(2390), before: nil)?.sentence.plain()
                == "Under 2019 hade 2 390 personer ledsagning.")
    }

    @Test func `a difference without an interval is not judged`() {
        let finding = swedish.change(
            of: .utilisation, difference: Sample.difference(0.1, nil, nil), before: Sample.share(0.5),
            now: Sample.share(0.6))
        #expect(finding == nil)
    }

    @Test func `performed hours are a part of the granted, or more`() {
        #expect(
            swedish.utilisation(Sample.share(0.612, 0.601, 0.623))?.sentence.plain()
                == "Drygt sex av tio beviljade timmar har utförts under året (61,2 procent, intervall 60,1–62,3).")
        #expect(
            swedish.utilisation(Sample.share(1.04))?.sentence.plain()
                == "Fler timmar har utförts än vad som beviljats: 104,0 procent av de beviljade timmarna.")
        #expect(
            swedish.utilisation(Sample.share(0))?.sentence.plain()
                == "Inga av de beviljade timmarna har utförts under året (0,0 procent).")
    }

    // MARK: Persons and hours

    @Test func `the number of persons is compared with the year before`() {
        #expect(
            swedish.persons(Sample.count(2390), before: Sample.count(2301))?.sentence.plain()
                == "Antalet personer med ledsagning har ökat något, från 2 301 personer 2018 till 2 390 personer 2019.")
        #expect(
            swedish.persons(Sample.count(2301), before: Sample.count(2300))?.sentence.plain()
                == "Antalet personer med ledsagning är i stort sett oförändrat: 2 300 personer 2018 och 2 301 personer "
                + "2019.")
    }

    @Test func `few persons get numbers and no word`() {
        #expect(
            swedish.persons(Sample.count(12), before: Sample.count(18))?.sentence.plain()
                == "Antalet personer med ledsagning var 12 personer 2019 och 18 personer 2018.")
    }

    @Test func `one person is one, and none is none`() {
        #expect(
            swedish.persons(Sample.count(1), before: nil)?.sentence.plain() == "Under 2019 hade 1 person ledsagning.")
        let none = swedish.persons(Sample.count(0), before: nil)
        #expect(none?.sentence.plain() == "Under 2019 hade ingen person ledsagning.")
        #expect(none?.values.map(\.value) == [0])
    }

    @Test func `hours are compared with the year before`() {
        #expect(
            swedish.grantedHours(Sample.hours(325_400.4), before: Sample.hours(401_200))?.sentence.plain()
                == "Antalet beviljade timmar har minskat mycket, från 401 200 timmar 2018 till 325 400 timmar 2019.")
        #expect(
            swedish.performedHours(Sample.hours(8.25), before: nil)?.sentence.plain()
                == "Under 2019 utfördes 8,3 timmar.")
    }

    @Test func `the change in hours is told by its causes`() {
        let parts = FindingWriter.HourParts(
            sum: Sample.hours(4210), persons: Sample.hours(2100), grantedPerPerson: Sample.hours(-500),
            utilisation: Sample.hours(2610))
        #expect(
            swedish.decomposition(parts)?.sentence.plain()
                == "De utförda timmarna inom beslut blev 4 210 fler än 2018: fler personer (+2 100 timmar), färre "
                + "beviljade timmar per person (−500 timmar) och en större andel utförda timmar (+2 610 timmar).")
        let still = FindingWriter.HourParts(
            sum: Sample.hours(-0.3), persons: Sample.hours(0.2), grantedPerPerson: Sample.hours(-0.5),
            utilisation: Sample.hours(0))
        #expect(
            swedish.decomposition(still)?.sentence.plain()
                == "De utförda timmarna inom beslut blev lika många som 2018: lika många personer (0 timmar), färre "
                + "beviljade timmar per person (−1 timme) och samma andel utförda timmar (0 timmar).")
    }

    @Test func `the median of granted hours comes with its quartiles when they may be shown`() {
        #expect(
            swedish.grantedPerMonth(median: Sample.hours(12), lower: Sample.hours(8), upper: Sample.hours(20))?
                .sentence.plain()
                == "Medianen är 12,0 beviljade timmar per månad. För minst hälften av personmånaderna ligger timmarna "
                + "mellan 8,0 och 20,0.")
        #expect(
            swedish.grantedPerMonth(median: Sample.hours(12), lower: .hidden, upper: Sample.hours(20))?.sentence.plain()
                == "Medianen är 12,0 beviljade timmar per månad.")
    }

    @Test func `hours outside decisions and persons without a ceiling are told only when there are any`() {
        #expect(swedish.outsideDecisions(Sample.hours(0)) == nil)
        #expect(
            swedish.outsideDecisions(Sample.hours(1240))?.sentence.plain().hasPrefix(
                "1 240 timmar har utförts i månader utan beslut.") == true)
        #expect(swedish.unlimited(Sample.count(0)) == nil)
        #expect(
            swedish.unlimited(Sample.count(14))?.sentence.plain().hasPrefix("14 personer har insatsen utan timtak")
                == true)
    }
}
