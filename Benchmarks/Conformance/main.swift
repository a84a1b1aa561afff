// SPDX-License-Identifier: EUPL-1.2
// conformance CASES_DIR ACTUAL_DIR: runs the reference cases and writes what this package computes, for another
// program to judge.
import ConformanceCases
import Tabular
import Glibc

guard CommandLine.arguments.count == 3 else {
    print("usage: conformance CASES_DIR ACTUAL_DIR")
    exit(64)
}
/// The folder is this tool's own.
func write(_ text: String, to path: String) throws {
    try OutputFile.write(Array(text.utf8), to: OutputGuard().place(path, replacing: .anything))
}

let target = CommandLine.arguments[2]
var ran = 0
var lacking: [String] = []
var failed: [String] = []
for path in CaseFolder.paths(in: CommandLine.arguments[1]) {
    do {
        let reference = try ConformanceCase(path: path)
        guard let method = MethodRegistry.method(named: reference.method) else {
            lacking.append("\(reference.id) (\(reference.method))")
            continue
        }
        let result = try method.result(reference)
        let file = "\(target)/\(reference.id).json"
        try OutputFile.makeFolder(above: file)
        try write(ResultFile.document(result.rows), to: file)
        for table in result.tables {
            try write(ResultFile.table(table.records), to: "\(target)/\(reference.id).\(table.name).csv")
        }
        ran += 1
    } catch {
        failed.append("\(path): \(error)")
    }
}
print("\(ran) cases ran")
for name in lacking { print("no method: \(name)") }
for line in failed { print("failed: \(line)") }
exit(failed.isEmpty ? 0 : 1)
