// SPDX-License-Identifier: EUPL-1.2
import CZlib

/// The bytes of a zip's member as they unpack (uppackning), checked against what the directory says of them.
@safe final class MemberStream {
    /// A member that unpacks to more than this is no part of a table.
    static let longest = 500_000_000
    /// Past so many bytes, a member may unpack to at most `tightest` times what it takes packed.
    private static let tightAllowed = 50_000_000
    private static let tightest = 200

    private let archive: ZipArchive
    private let member: ZipArchive.Member
    /// Where the next packed byte is in the file, and where they end.
    private var place: Int
    private let end: Int
    private var stream = unsafe z_stream()
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private var crc: UInt = 0
    private var produced = 0
    private var hasEnded = false
    private let isChecked: Bool

    /// Opens a member. `isChecked` says whether its checksum is taken: once will do for what is read twice.
    init(_ archive: ZipArchive, _ member: ZipArchive.Member, isChecked: Bool = true) throws(ReadError) {
        guard !member.isEncrypted else { throw .encrypted(path: archive.path) }
        guard member.size <= MemberStream.longest else { throw .oversized(path: archive.path) }
        let header = LittleEndianBytes(try archive.file.source.bytes(at: member.offset, count: 30))
        guard header.count == 30, header.word(0) == 0x0403_4B50, header.half(8) == member.method,
            member.method == 0 && member.size == member.packedSize || member.method == 8
        else { throw archive.damaged }
        place = member.offset + 30 + header.half(26) + header.half(28)
        end = place + member.packedSize
        guard end <= member.limit else { throw archive.damaged }
        self.archive = archive
        self.member = member
        self.isChecked = isChecked
        unsafe packed = .allocate(capacity: 1 << 16)
        let status = unsafe inflateInit2_(
            &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib takes the version it was built with")
    }

    deinit {
        unsafe inflateEnd(&stream)
        unsafe packed.deallocate()
    }

    /// Fills as much of `buffer` as there is; 0 at the end, when all has proved to be as the directory says.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadError) -> Int {
        guard !hasEnded else { return 0 }
        let count = unsafe try member.method == 0 ? copy(to: buffer) : inflate(to: buffer)
        produced += count
        if produced > MemberStream.longest
            || produced > MemberStream.tightAllowed && produced / MemberStream.tightest > member.packedSize
        {
            throw .oversized(path: archive.path)
        }
        guard produced <= member.size else { throw archive.damaged }
        if isChecked { unsafe crc = crc32(crc, buffer.baseAddress, UInt32(count)) }
        if count == 0 {
            hasEnded = true
            guard produced == member.size, place == end, !isChecked || crc == UInt(member.crc) else {
                throw archive.damaged
            }
        }
        return count
    }

    private func copy(to buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadError) -> Int {
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<min(buffer.count, end - place)])
        let count = unsafe try archive.file.source.read(at: place, into: part)
        place += count
        return count
    }

    private func inflate(to buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadError) -> Int {
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(buffer.count)
        while unsafe stream.avail_out > 0 {
            if unsafe stream.avail_in == 0 && place < end {
                let part = unsafe UnsafeMutableBufferPointer(rebasing: packed[..<min(packed.count, end - place)])
                let count = unsafe try archive.file.source.read(at: place, into: part)
                place += count
                unsafe stream.next_in = packed.baseAddress
                unsafe stream.avail_in = UInt32(count)
            }
            let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            if status == Z_STREAM_END {
                guard unsafe stream.avail_in == 0 else { throw archive.damaged }
                break
            }
            // Z_BUF_ERROR: more is wanted than there is.
            guard status == Z_OK else { throw archive.damaged }
        }
        return unsafe buffer.count - Int(stream.avail_out)
    }

    /// All of it, for what is small or must be held.
    func all() throws(ReadError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(member.size, 1 << 24))
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { unsafe block.deallocate() }
        while true {
            let count = unsafe try read(into: block)
            if count == 0 { return bytes }
            unsafe bytes.append(contentsOf: block[..<count])
        }
    }
}
