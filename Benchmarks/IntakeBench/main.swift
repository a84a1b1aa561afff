// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DelimitedText
import Glibc
import Intake

/// What reading costs beside bare libcsv. One way of reading a run, since peak memory is the process's.
///
///     IntakeBench generate 5000000 person visits.csv
///     IntakeBench libcsv visits.csv
///     IntakeBench records visits.csv
///     IntakeBench intake visits.csv
let arguments = CommandLine.arguments
guard arguments.count >= 3, let path = arguments.last else {
    print("usage: IntakeBench generate COUNT person|date FILE | libcsv FILE | records FILE | intake FILE")
    exit(64)
}
switch arguments[1] {
case "generate":
    MadeUpVisits.write(Int(arguments[2]) ?? 0, to: path, byDate: arguments[3] == "date")
case "libcsv":
    var counts = (fields: 0, records: 0)
    let usage = Usage.measuring { counts = BareLibCSV.count(path) }
    report("libcsv", usage, "\(counts.records) records, \(counts.fields) fields")
case "records":
    var (records, bytes) = (0, 0)
    let usage = try Usage.measuring {
        var reader = try RecordReader(path: path)
        while let batch = try reader.nextBatch() {
            records += batch.count
            bytes += batch.bytes.count
        }
    }
    report("records", usage, "\(records) records, \(bytes) bytes")
case "intake":
    let project = Project(folder: "/", sources: [Source(kind: .visits, pattern: path, files: [path])])
    var summary = ""
    let usage = try Usage.measuring {
        let result = try Intake(project, key: SecretKey(bytes: Array(0..<32))).read()
        let tally = result.tallies[0]
        summary =
            "\(tally.rows) rows, \(tally.setAside) set aside, \(tally.remarks) remarks, "
            + "\(result.dataset.persons.count) persons, \(result.dataset.performed.count) person-months"
    }
    report("intake", usage, summary)
default:
    print("no such way of reading: \(arguments[1])")
    exit(64)
}

func report(_ name: String, _ usage: Usage, _ what: String) {
    func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
    print(
        "\(name): wall \(rounded(usage.wall)) s, CPU \(rounded(usage.cpu)) s, peak \(rounded(usage.peakMegabytes)) MB; \(what)"
    )
}
