// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// Exports of which one is pseudonymised and the other not, or with another key, stop the program.
@Suite struct PersonsInCommonTests {
    private static let key = SecretKey(bytes: Array(0..<32))
    private static let otherKey = SecretKey(bytes: Array(32..<64))

    /// How the persons of a file are written.
    private enum Writing {
        case numbers
        case pseudonyms(SecretKey)
        case ids

        func text(_ number: Int) throws -> String {
            let written = TestNumber.make("19500\(1 + number % 9)1\(number / 9 % 10)", "98\(number % 10)")
            switch self {
            case .numbers: return written
            case .ids: return "K\(1000 + number)"
            case .pseudonyms(let key):
                let person = try PersonKeyDecoder(key: key).decode(
                    Array(written.utf8).span, on: CivilDate(year: 2019, month: 1, day: 1)!)
                return String(decoding: PseudonymToken.bytes(of: person.pseudonym), as: UTF8.self)
            }
        }
    }

    private static func decisions(_ persons: Range<Int>, _ writing: Writing) throws -> String {
        try persons.reduce("person;insats;from;tom;timmar;enhet\n") { text, number in
            text + "\(try writing.text(number));Ledsagning;2019-01-01;2019-12-31;10;månad\n"
        }
    }

    private static func visits(_ persons: Range<Int>, _ writing: Writing) throws -> String {
        try persons.reduce("person;insats;datum;timmar\n") { text, number in
            text + "\(try writing.text(number));Ledsagning;2019-03-01;2\n"
        }
    }

    /// The error of a reading, without its file; nil when the files are read.
    private static func error(
        _ files: [(SourceKind, String)], key: SecretKey = key
    ) throws -> IntakeFileError? {
        var project = ProjectInMemory()
        for (number, (kind, text)) in files.enumerated() { project.add(kind, "fil-\(number).csv", text) }
        do {
            _ = try project.read(key: key)
            return nil
        } catch let error as IntakeError {
            return error.reason
        }
    }

    @Test(arguments: [1, 2, 3, 5, 40]) func `a pseudonymised file beside one that is not is found in towns of any size`(
        persons: Int
    ) throws {
        let all = 0..<persons
        for (one, other) in [
            (Writing.numbers, Writing.pseudonyms(Self.otherKey)), (.pseudonyms(Self.otherKey), .numbers),
            (.pseudonyms(Self.key), .pseudonyms(Self.otherKey)),
        ] {
            let error = try Self.error([
                (.decisions, Self.decisions(all, one)), (.visits, Self.visits(all, other)),
            ])
            #expect(error == .otherPseudonyms(.visits))
        }
    }

    @Test func `one file of several is enough, and so is a part of one`() throws {
        let whole = try Self.decisions(0..<40, .numbers)
        let part = try Self.decisions(40..<52, .pseudonyms(Self.otherKey))
        let visits = try Self.visits(0..<52, .numbers)
        #expect(
            try Self.error([(.decisions, whole), (.decisions, part), (.visits, visits)]) == .otherPseudonyms(.visits))
        let joined = whole + part.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        #expect(try Self.error([(.decisions, joined), (.visits, visits)]) == .otherPseudonyms(.visits))
    }

    @Test func `without the key a pseudonym and a number are never one person, whatever the files`() throws {
        for files in [
            [
                (SourceKind.decisions, try Self.decisions(0..<9, .numbers)),
                (.decisions, try Self.decisions(9..<12, .pseudonyms(Self.key))),
            ],
            [(.visits, try Self.visits(0..<1, .pseudonyms(Self.key))), (.visits, try Self.visits(1..<9, .numbers))],
        ] {
            guard case .otherPseudonyms? = try Self.error(files, key: .random()) else {
                Issue.record("the files were read")
                continue
            }
        }
    }

    @Test func `pseudonyms by the project's own key go with numbers, and alone with one another`() throws {
        for (one, other) in [
            (Writing.numbers, Writing.pseudonyms(Self.key)), (.pseudonyms(Self.key), .numbers),
            (.pseudonyms(Self.otherKey), .pseudonyms(Self.otherKey)), (.numbers, .numbers), (.ids, .ids),
        ] {
            #expect(
                try Self.error([(.decisions, Self.decisions(0..<20, one)), (.visits, Self.visits(3..<25, other))])
                    == nil)
        }
        // Only one side; and one new person in a file of their own.
        #expect(try Self.error([(.visits, Self.visits(0..<5, .pseudonyms(Self.otherKey)))]) == nil)
        #expect(
            try Self.error([
                (.decisions, Self.decisions(0..<20, .pseudonyms(Self.key))), (.visits, Self.visits(0..<20, .numbers)),
                (.visits, Self.visits(30..<31, .numbers)),
            ]) == nil)
    }

    @Test(arguments: [2, 3, 40]) func `numbers beside ids of another kind are found`(persons: Int) throws {
        let error = try Self.error([
            (.decisions, Self.decisions(0..<persons, .numbers)), (.visits, Self.visits(0..<persons, .ids)),
        ])
        #expect(error == .noPersonInCommon(.visits))
    }

    @Test func `a few persons of whom none has both a decision and a visit are no fault`() throws {
        #expect(
            try Self.error([(.decisions, Self.decisions(0..<3, .numbers)), (.visits, Self.visits(3..<6, .numbers))])
                == nil)
    }
}
