// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Every written form of an identity number, in every column, through every command: none comes out.
///
/// Each cell has a number of its own, so that a leak is told by column and form and the number itself by no message.
/// `make test` takes forms by a seed; `LEDSAGA_PROVE` takes them all.
@Suite struct PersonMatrixTests {
    private static let proves = ProcessInfo.processInfo.environment["LEDSAGA_PROVE"] != nil

    /// The forms of a run: one in so many by the seed, with those that have leaked before; or all that are given.
    private static func forms(_ seed: UInt64, of whole: [WrittenForm] = WrittenForm.whole) -> [WrittenForm] {
        guard !proves else { return whole }
        var random = SeededRandom(seed: seed)
        return WrittenForm.all.filter { form in
            random.below(6) == 0 || ["single digits", "groups of three", "parted by [\"2c\"]"].contains(form.name)
        }
    }

    @Test func `no number in any column comes out of any command`() throws {
        let matrix = try PersonMatrix(forms: Self.forms(1, of: WrittenForm.all))
        try matrix.writeProject()
        try matrix.run(["init"])
        try matrix.run(["check"])
        try matrix.run(["check", "--format", "json"])
        try matrix.run(["check", "--output", "fel.csv", "--verbose", "--language", "en"])
        try matrix.run(["check", "--strict"])
        for by in ["provider", "district", "provider,district,law,sex,age"] {
            try matrix.run(["query", "persons", "--by", by, "--internal"])
            try matrix.run(["query", "utilisation", "--by", by, "--format", "json", "--internal", "--total"])
        }
        try matrix.run(["query", "granted-hours", "--by", "provider", "--format", "html"])
        try matrix.run(["query", "item:nojd", "--by", "district", "--format", "md"])
        try matrix.run(["query", "persons", "--compare", "district", "--format", "md"])
        try matrix.run(["report", "--year", "2019", "--disclosure", "dolt.json", "--verbose"])
        try matrix.run(["report", "--year", "2019", "--language", "en", "--output", "english"])
        try matrix.run(["audit", "reports/2019"])
        try matrix.run(["measures"])
        try matrix.run(["explain", "utilisation"])
        for file in matrix.exports {
            try matrix.run(["inspect", file])
            try matrix.run(["inspect", file, "--records", "all"])
            try matrix.run(["inspect", file, "--records", "all", "--format", "json"])
            try matrix.run(["pseudonymise", file, "-o", "kopia-" + (file as NSString).lastPathComponent])
            try matrix.run(
                [
                    "pseudonymise", file, "-o", "kvar-" + (file as NSString).lastPathComponent, "--keep", "anteckning",
                    "--keep", "orsak",
                ])
            try matrix.run(["codebook", file])
        }
        try matrix.expectNothing()
    }

    @Test func `no number among the answers of a survey comes out`() throws {
        let matrix = try PersonMatrix(forms: Self.forms(2))
        for repeats in 1...3 {
            let file = "enkat-\(repeats).csv"
            try matrix.writeSurvey(file, answersAlike: repeats)
            try matrix.run(["codebook", file])
            try matrix.run(["inspect", file, "--records", "all", "--format", "json"])
            try matrix.run(["codebook", file, "-o", "kodbok-\(repeats).yaml"])
        }
        try matrix.expectNothing()
    }

    @Test func `no number in a header or above it comes out`() throws {
        for kind in PersonMatrix.tables {
            let matrix = try PersonMatrix(forms: Self.forms(3))
            try matrix.writeHeaders(of: kind)
            for arguments in [
                ["check"], ["check", "--format", "json"], ["check", "--language", "en", "--output", "fel.csv"],
                ["inspect", kind.file, "--records", "all"],
                ["inspect", kind.file, "--records", "all", "--format", "json"],
                ["pseudonymise", kind.file, "-o", "ut.csv"], ["codebook", kind.file],
            ] { try matrix.run(arguments) }
            try matrix.expectNothing()
        }
    }

    /// One form after another where a number stops the program: names of files, settings, arguments, lone headers.
    @Test func `no number that stops a run is told by the error`() throws {
        var random = SeededRandom(seed: 4)
        let forms =
            Self.proves ? WrittenForm.bare : (0..<2).map { _ in WrittenForm.bare[random.below(WrittenForm.bare.count)] }
        let matrix = try PersonMatrix(forms: [])
        for form in forms { try matrix.tryErrors(form) }
        try matrix.expectNothing()
    }
}
