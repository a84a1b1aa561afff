// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Measures
import Terms
import TestSupport
import Testing

@testable import Documents
@testable import Reports

/// Reads findings as a reader of the method annex would, with the bounds written out again here, and asks whether the
/// value behind each lies within what the words promise.
struct ReadBackTests {
    private static let writers = Language.allCases.map {
        FindingWriter(
            language: $0, year: 2019, service: Phrase(sv: "ledsagning", en: "the companion service"),
            adverse: Catalogue.adverse)
    }

    @Test func `what a share is said to be, it is`() throws {
        let fractions: [(words: String, share: Double)] = [
            ("en av tjugo", 0.05), ("en av tio", 0.1), ("en femtedel", 0.2), ("en fjärdedel", 0.25),
            ("en tredjedel", 1.0 / 3), ("fyra av tio", 0.4), ("hälften", 0.5), ("sex av tio", 0.6),
            ("två tredjedelar", 2.0 / 3), ("tre fjärdedelar", 0.75), ("fyra femtedelar", 0.8), ("nio av tio", 0.9),
        ]
        for step in 0...4000 {
            let value = Double(step) / 4000
            let finding = try #require(Self.writers[0].flexibleUse(Sample.share(value)))
            let text = finding.sentence.plain().lowercased()
            let read: ClosedRange<Double>
            if text.hasPrefix("ingen av") {
                read = 0...0
            } else if text.hasPrefix("alla ") {
                read = 1...1
            } else if text.hasPrefix("nästan alla ") {
                read = 0.949...0.99999
            } else if text.hasPrefix("färre än en av tjugo ") {
                read = 0.00001...0.04
            } else {
                let isBelow = text.hasPrefix("knappt ")
                let isAbove = text.hasPrefix("drygt ")
                let words = isBelow ? text.dropFirst(7) : isAbove ? text.dropFirst(6) : text[...]
                let share = try #require(fractions.first { words.hasPrefix($0.words + " ") }?.share)
                if isBelow {
                    read = share - 0.055...share - 0.005
                } else if isAbove {
                    read = share + 0.005...share + 0.055
                } else {
                    read = share - 0.0125...share + 0.0125
                }
            }
            #expect(read.contains(value), "\(value): \(text)")
            #expect(finding.values.map(\.value).contains(value))
        }
    }

    @Test func `what a change is said to be, it is`() throws {
        var random = SeededGenerator(seed: 20_191_217)
        let before = Sample.share(0.5)
        for _ in 0..<3000 {
            let difference = Double.random(in: -0.35...0.35, using: &random) * Double.random(in: 0...1, using: &random)
            let half = Double.random(in: 0...0.05, using: &random)
            let (lower, upper) = (difference - half, difference + half)
            let change = Sample.difference(difference, lower, upper)
            for writer in Self.writers {
                let finding = try #require(
                    writer.change(of: .utilisation, difference: change, before: before, now: Sample.share(0.6)))
                let text = finding.sentence.plain(writer.language)
                let size = abs(difference)
                func says(_ swedish: String, _ english: String) -> Bool {
                    text.contains(writer.language == .swedish ? swedish : english)
                }
                if says("ingen säker skillnad", "no clear difference") {
                    #expect(lower <= 0 && upper >= 0)
                } else if says("oförändrad", "unchanged") {
                    #expect((lower <= 0 && upper >= 0 && upper < 0.01 && lower > -0.01) || size < 0.0005)
                } else {
                    #expect(lower > 0 || upper < 0)
                    #expect(says("har ökat", "has risen") == (difference > 0))
                    #expect(says("har minskat", "has fallen") == (difference < 0))
                    let band =
                        says("något,", "somewhat,")
                        ? 0.0005..<0.0495
                        : says("mycket,", "a great deal,")
                            ? 0.0995..<0.1995 : says("kraftigt,", "sharply,") ? 0.1995..<1 : 0.0495..<0.0995
                    #expect(band.contains(size), "\(difference): \(text)")
                }
            }
        }
    }

    @Test func `no sentence holds the workings of the program`() {
        for writer in Self.writers {
            let share = Sample.share(0.5, 0.4, 0.6, x: 5, n: 10)
            let difference = Sample.difference(0.1, 0.05, 0.15)
            let findings = [
                writer.flexibleUse(share), writer.utilisation(share), writer.persons(Sample.count(70), before: nil),
                writer.persons(Sample.count(70), before: Sample.count(60)), writer.outsideDecisions(Sample.hours(3)),
                writer.grantedHours(Sample.hours(70), before: Sample.hours(60)), writer.unlimited(Sample.count(7)),
                writer.change(of: .utilisation, difference: difference, before: share, now: share),
                writer.withoutPerformed(Sample.count(3)), writer.shiftedShare(median: share),
                writer.definitionSpread([share, Sample.share(0.6)]),
            ]
            for finding in findings {
                let text = finding?.sentence.plain(writer.language) ?? "nothing was written"
                #expect(!text.contains("Released") && !text.contains("nothing was written") && !text.contains("?"))
                #expect(text.hasSuffix("."))
                #expect(text.first?.isUppercase == true || text.first?.isNumber == true, "\(text)")
            }
        }
    }

    @Test func `the annex tells the bounds that choose the words`() {
        let rules = WordingRule.shares
        #expect(rules.count == ShareWording.table.count + 2)
        let half = rules.first { $0.words.swedish == "hälften" }
        #expect(half?.rule.swedish == "49,0 till 50,9 procent")
        #expect(half?.rule.english == "49.0 to 50.9%")
        #expect(rules[1].rule.swedish == "över 0 till 3,9 procent")
        #expect(rules.dropLast().last?.rule.swedish == "95,0 till under 100 procent")
        #expect(WordingRule.changes.map(\.words.swedish).contains("kraftigt"))
    }
}
