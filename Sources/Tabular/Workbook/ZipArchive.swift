// SPDX-License-Identifier: EUPL-1.2

/// The members of a zip, by its central directory (zipfil).
///
/// What the directory says is not taken on trust: members lie within the file and apart from each other, two of one name
/// are not told apart and therefore an error, and what a member unpacks to is held against its size and checksum.
final class ZipArchive {
    /// A member as the central directory has it.
    struct Member {
        /// The path, with `/` between folders and none first.
        var name: String
        var isEncrypted: Bool
        var method: Int
        var crc: UInt32
        var packedSize: Int
        var size: Int
        /// Where the local header is in the file.
        var offset: Int
        /// Where the next member, or the directory, starts.
        var limit: Int
        /// The length of the name as bytes, which the local header repeats.
        var nameLength: Int
    }

    /// A directory of more bytes than this is none.
    private static let longestDirectory = 1 << 24

    let file: FileBytes
    let members: [Member]
    private let byName: [String: Int]

    /// Reads the directory. Throws `damaged` when there is none, as in a file cut short, or when it contradicts itself.
    init(_ file: FileBytes) throws(ReadError) {
        members = try ZipArchive.directory(file.source)
        var byName: [String: Int] = [:]
        for (index, member) in members.enumerated() {
            guard byName.updateValue(index, forKey: member.name.lowercased()) == nil else {
                throw .damaged(path: file.source.path)
            }
        }
        self.byName = byName
        self.file = file
    }

    var path: String { file.source.path }
    var damaged: ReadError { .damaged(path: path) }

    /// The member of that path; upper and lower case are one.
    func member(_ name: String) -> Member? { byName[name.lowercased()].map { members[$0] } }

    private static func directory(_ source: borrowing ByteSource) throws(ReadError) -> [Member] {
        let damaged = ReadError.damaged(path: source.path)
        guard let end = try ZipDirectoryEnd(source) else { throw damaged }
        guard end.length <= longestDirectory else { throw .oversized(path: source.path) }
        let bytes = LittleEndianBytes(try source.bytes(at: end.start, count: end.length))
        guard bytes.count == end.length else { throw damaged }
        var members: [Member] = []
        var place = 0
        while place < bytes.count {
            guard place + 46 <= bytes.count, bytes.word(place) == 0x0201_4B50 else { break }
            let (nameLength, extraLength) = (bytes.half(place + 28), bytes.half(place + 30))
            let next = place + 46 + nameLength + extraLength + bytes.half(place + 32)
            guard next <= bytes.count else { throw damaged }
            var sizes = Zip64Sizes(
                size: bytes.word(place + 24), packedSize: bytes.word(place + 20), offset: bytes.word(place + 42))
            guard sizes.widen(bytes, place + 46 + nameLength, extraLength) else { throw damaged }
            let flags = bytes.half(place + 8)
            let name = ZipName.decode(bytes[place + 46, nameLength], isUTF8: flags & 0x800 != 0)
            members.append(
                Member(
                    name: name, isEncrypted: flags & 1 != 0, method: bytes.half(place + 10),
                    crc: UInt32(bytes.word(place + 16)), packedSize: sizes.packedSize, size: sizes.size,
                    offset: sizes.offset + end.shift, limit: end.start, nameLength: nameLength))
            place = next
        }
        guard members.count == end.count else { throw damaged }
        return try apart(members, end.start, damaged)
    }

    /// The members with where each must end. Throws when two overlap, or one lies outside of the file.
    private static func apart(
        _ members: [Member], _ directory: Int, _ damaged: ReadError
    ) throws(ReadError) -> [Member] {
        var members = members
        var limit = directory
        for index in members.indices.sorted(by: { members[$0].offset > members[$1].offset }) {
            let member = members[index]
            guard member.offset >= 0, member.packedSize >= 0, member.size >= 0,
                member.packedSize <= directory, member.offset <= directory,
                member.offset + 30 + member.nameLength + member.packedSize <= limit
            else { throw damaged }
            members[index].limit = limit
            limit = member.offset
        }
        return members
    }
}

/// Where a zip's central directory is.
private struct ZipDirectoryEnd {
    var start: Int
    var length: Int
    var count: Int
    /// What stands before the zip in the file, as in an archive that unpacks itself.
    var shift: Int

    /// Nil when no directory is found.
    init?(_ source: borrowing ByteSource) throws(ReadError) {
        let tailStart = max(0, source.size - (1 << 16) - 22)
        let tail = LittleEndianBytes(try source.bytes(at: tailStart, count: source.size - tailStart))
        var found: Int?
        var place = tail.count - 22
        while place >= 0, found == nil {
            if tail.word(place) == 0x0605_4B50, place + 22 + tail.half(place + 20) <= tail.count { found = place }
            place -= 1
        }
        guard let found else { return nil }
        (count, length, start) = (tail.half(found + 10), tail.word(found + 12), tail.word(found + 16))
        var end = tailStart + found
        guard tail.half(found + 4) == 0 || tail.half(found + 4) == 0xFFFF else { return nil }
        if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            guard end >= 20 else { return nil }
            let locator = LittleEndianBytes(try source.bytes(at: end - 20, count: 20))
            if locator.count == 20, locator.word(0) == 0x0706_4B50 {
                guard let place = locator.double(8) else { return nil }
                // What stands before the zip shifts this too: the record lies right before its locator.
                for at in [place, end - 20 - 56] where at >= 0 && at <= end - 20 - 56 {
                    let record = LittleEndianBytes(try source.bytes(at: at, count: 56))
                    guard record.count == 56, record.word(0) == 0x0606_4B50 else { continue }
                    guard let wideCount = record.double(32), let wideLength = record.double(40),
                        let wideStart = record.double(48)
                    else { return nil }
                    (count, length, start, end) = (wideCount, wideLength, wideStart, at)
                    break
                }
            }
        }
        guard length >= 0, start >= 0, length <= end, start <= end - length else { return nil }
        shift = end - length - start
        start = end - length
    }
}

/// Sizes of a member, which stand in an extra field when they do not fit in four bytes.
private struct Zip64Sizes {
    var size: Int
    var packedSize: Int
    var offset: Int

    /// `false` when a size that must be in the extra field is not there.
    mutating func widen(_ bytes: LittleEndianBytes, _ extra: Int, _ length: Int) -> Bool {
        guard size == 0xFFFF_FFFF || packedSize == 0xFFFF_FFFF || offset == 0xFFFF_FFFF else { return true }
        var place = extra
        while place + 4 <= extra + length {
            let end = place + 4 + bytes.half(place + 2)
            guard end <= extra + length else { return false }
            if bytes.half(place) == 1 {
                place += 4
                let next = { () -> Int? in
                    guard place + 8 <= end else { return nil }
                    defer { place += 8 }
                    return bytes.double(place)
                }
                if size == 0xFFFF_FFFF { size = next() ?? -1 }
                if packedSize == 0xFFFF_FFFF { packedSize = next() ?? -1 }
                if offset == 0xFFFF_FFFF { offset = next() ?? -1 }
                return size >= 0 && packedSize >= 0 && offset >= 0
            }
            place = end
        }
        // Without the field the numbers are what they are: a member of exactly that size.
        return true
    }
}

/// Names of members, which may be in the code page of old DOS when they are not UTF-8.
private enum ZipName {
    /// Letters of code pages 437 and 850 from 0x80 on, as far as the two agree; the rest is no letter of Swedish.
    private static let letters = Array("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ".unicodeScalars)

    static func decode(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
        var name = ""
        if isUTF8 || UTF8Validator.isText(Array(bytes)) {
            name = String(decoding: bytes, as: UTF8.self)
        } else {
            for byte in bytes {
                let letter = Int(byte) - 0x80
                let scalar =
                    letter < 0 ? Unicode.Scalar(byte) : letters.indices ~= letter ? letters[letter] : "\u{FFFD}"
                name.unicodeScalars.append(scalar)
            }
        }
        name = String(name.map { $0 == "\\" ? "/" : $0 })
        while name.hasPrefix("/") || name.hasPrefix("./") { name.removeFirst(name.hasPrefix("/") ? 1 : 2) }
        return name
    }
}

/// Bytes with numbers in them, least significant byte first. What is asked for must be there.
struct LittleEndianBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    subscript(start: Int, length: Int) -> ArraySlice<UInt8> { bytes[start..<start + length] }

    func half(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

    func word(_ place: Int) -> Int { half(place) | half(place + 2) << 16 }

    /// Nil when it is more than any size: half the range of `Int` is.
    func double(_ place: Int) -> Int? {
        let value = UInt64(word(place)) | UInt64(word(place + 4)) << 32
        return value < 1 << 62 ? Int(value) : nil
    }
}

extension ByteSource {
    /// The bytes from `offset` on; fewer at the end.
    func bytes(at offset: Int, count: Int) throws(ReadError) -> [UInt8] {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(0, count))
        defer { unsafe buffer.deallocate() }
        let filled = unsafe try read(at: offset, into: buffer)
        return unsafe Array(buffer[..<filled])
    }

    /// The digest of all of it, read from start to end.
    func digest() throws(ReadError) -> FileDigest {
        var running = RunningDigest()
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { unsafe block.deallocate() }
        while true {
            let count = unsafe try read(at: running.end, into: block)
            if count == 0 { return running.finish() }
            unsafe running.update(with: UnsafeBufferPointer(rebasing: block[..<count]), at: running.end)
        }
    }
}
