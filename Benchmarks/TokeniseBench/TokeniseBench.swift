// SPDX-License-Identifier: EUPL-1.2
import CLibCSV
import DelimitedText
import Glibc

/// Tokenises one file and prints what it counted, to compare the reader with libcsv by itself:
/// `tokenise-bench bare FILE` or `tokenise-bench reader FILE [CHUNKSIZE]`.
@main
struct TokeniseBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, ["bare", "reader"].contains(arguments[1]) else {
            print("usage: tokenise-bench bare|reader FILE [CHUNKSIZE]")
            exit(64)
        }
        let counts =
            arguments[1] == "bare" ? bare(arguments[2]) : try reader(arguments[2], arguments.dropFirst(3).first)
        print("\(counts.records) records, \(counts.fields) fields, \(counts.bytes) bytes")
    }

    /// What a tokenising run has counted.
    struct Counts {
        var records = 0
        var fields = 0
        var bytes = 0
    }

    /// libcsv alone, as its manual shows it: `;`, blocks of 64 KiB, callbacks that count.
    static func bare(_ path: String) -> Counts {
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

    /// The reader, looking at every field of every record through the batch.
    static func reader(_ path: String, _ chunkSize: String?) throws -> Counts {
        var options = ReaderOptions()
        if let chunkSize, let size = Int(chunkSize) { options.chunkSize = size }
        var reader = try RecordReader(path: path, options: options)
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
