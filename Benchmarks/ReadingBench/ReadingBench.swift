// SPDX-License-Identifier: EUPL-1.2
import CLibCSV
import Tabular
import Glibc

/// Tokenises one file and prints what it counted: what all reading is measured against.
///
///     reading-bench libcsv FILE     libcsv by itself, with callbacks that count
///     reading-bench records FILE    the reader, looking at every field of every record
@main
struct ReadingBench {
    /// What a run has counted.
    struct Counts {
        var records = 0
        var fields = 0
        var bytes = 0
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, ["libcsv", "records"].contains(arguments[1]) else {
            print("usage: reading-bench libcsv|records FILE")
            exit(64)
        }
        let counts = arguments[1] == "libcsv" ? libcsv(arguments[2]) : try records(arguments[2])
        print("\(counts.records) records, \(counts.fields) fields, \(counts.bytes) bytes")
    }

    /// As libcsv's manual shows it: `;`, blocks of 64 KiB, callbacks that count.
    private static func libcsv(_ path: String) -> Counts {
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { exit(66) }
        defer { close(descriptor) }
        var parser = unsafe csv_parser()
        unsafe csv_init(&parser, UInt8(CSV_STRICT))
        defer { unsafe csv_free(&parser) }
        unsafe csv_set_delim(&parser, UInt8(ascii: ";"))
        let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
            _, length, state in
            let counts = unsafe state.unsafelyUnwrapped.assumingMemoryBound(to: Counts.self)
            unsafe counts.pointee.fields &+= 1
            unsafe counts.pointee.bytes &+= length
        }
        let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, state in
            unsafe state.unsafelyUnwrapped.assumingMemoryBound(to: Counts.self).pointee.records &+= 1
        }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { unsafe block.deallocate() }
        var counts = Counts()
        while true {
            let count = unsafe read(descriptor, block.baseAddress!, block.count)
            guard count > 0 else { break }
            _ = unsafe csv_parse(&parser, block.baseAddress!, count, field, row, &counts)
        }
        _ = unsafe csv_fini(&parser, field, row, &counts)
        return counts
    }

    private static func records(_ path: String) throws -> Counts {
        var reader = try RecordReader(path: path)
        var counts = Counts()
        while let batch = try reader.nextBatch() {
            counts.records += batch.count
            for record in 0..<batch.count {
                let columns = batch.fieldCount(of: record)
                counts.fields += columns
                for column in 0..<columns { counts.bytes += batch.range(of: column, in: record).count }
            }
        }
        return counts
    }
}
