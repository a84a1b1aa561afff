// SPDX-License-Identifier: EUPL-1.2
import CLibCSV
import Glibc

/// The measure of all reading here: libcsv in blocks of 128 KB with callbacks that only count.
enum BareLibCSV {
    /// Fields and records of the file.
    static func count(_ path: String) -> (fields: Int, records: Int) {
        var parser = unsafe csv_parser()
        guard unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) == 0 else { fatalError() }
        unsafe csv_set_delim(&parser, UInt8(ascii: ";"))
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { fatalError("cannot open \(path)") }
        defer { close(descriptor) }
        var counts: (fields: Int, records: Int) = (0, 0)
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        unsafe withUnsafeMutablePointer(to: &counts) { counts in
            while true {
                let length = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
                guard length > 0 else { break }
                _ = unsafe csv_parse(
                    &parser, buffer, length,
                    { _, _, counts in
                        unsafe counts!.assumingMemoryBound(to: (fields: Int, records: Int).self).pointee.fields += 1
                    },
                    { _, counts in
                        unsafe counts!.assumingMemoryBound(to: (fields: Int, records: Int).self).pointee.records += 1
                    }, counts)
            }
        }
        unsafe csv_free(&parser)
        return counts
    }
}
