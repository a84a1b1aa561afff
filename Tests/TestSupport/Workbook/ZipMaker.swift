// SPDX-License-Identifier: EUPL-1.2
import CZlib

/// Writes zips for tests, true ones and false.
package struct ZipMaker {
    /// What a member may be other than plain.
    package struct Options: OptionSet {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Not packed.
        package static let stored = Options(rawValue: 1)
        /// Sizes and checksum stand after the data, not before.
        package static let descriptor = Options(rawValue: 2)
        /// Sizes and place stand in fields of eight bytes.
        package static let wide = Options(rawValue: 4)
        /// The checksum is another's.
        package static let wrongChecksum = Options(rawValue: 8)
        /// The size is said to be less than it is.
        package static let wrongSize = Options(rawValue: 16)
        /// The flag of a password is set.
        package static let locked = Options(rawValue: 32)
    }

    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private var isWide = false

    package init() {}

    package mutating func add(_ name: String, _ text: String, _ options: Options = []) {
        add(Array(name.utf8), Array(text.utf8), options)
    }

    package mutating func add(_ name: [UInt8], _ data: [UInt8], _ options: Options = []) {
        let packed = options.contains(.stored) ? data : ZipMaker.deflate(data)
        var crc = unsafe UInt32(crc32(0, data, UInt32(data.count)))
        if options.contains(.wrongChecksum) { crc ^= 1 }
        let size = options.contains(.wrongSize) ? data.count / 2 : data.count
        let method = options.contains(.stored) ? 0 : 8
        let flags = (options.contains(.descriptor) ? 8 : 0) | (options.contains(.locked) ? 1 : 0)
        let place = bytes.count
        let wide = options.contains(.wide)
        isWide = isWide || wide
        let isLate = options.contains(.descriptor)
        bytes += word(0x0403_4B50) + half(20) + half(flags) + half(method) + word(0)
        bytes += word(isLate ? 0 : Int(crc)) + word(isLate ? 0 : packed.count) + word(isLate ? 0 : size)
        bytes += half(name.count) + half(0) + name + packed
        if isLate { bytes += word(0x0807_4B50) + word(Int(crc)) + word(packed.count) + word(size) }
        let extra = wide ? half(1) + half(24) + long(size) + long(packed.count) + long(place) : []
        directory += word(0x0201_4B50) + half(45) + half(20) + half(flags) + half(method) + word(0) + word(Int(crc))
        directory += word(wide ? 0xFFFF_FFFF : packed.count) + word(wide ? 0xFFFF_FFFF : size)
        directory += half(name.count) + half(extra.count) + half(0) + half(0) + half(0) + word(0)
        directory += word(wide ? 0xFFFF_FFFF : place) + name + extra
        count += 1
    }

    /// The zip. `before` is what stands before it in the file.
    package func finished(before: [UInt8] = []) -> [UInt8] {
        var all = before + bytes + directory
        let start = bytes.count
        if isWide {
            let place = bytes.count + directory.count
            all += word(0x0606_4B50) + long(44) + half(45) + half(45) + word(0) + word(0)
            all += long(count) + long(count) + long(directory.count) + long(start)
            all += word(0x0706_4B50) + word(0) + long(place) + word(1)
        }
        all += word(0x0605_4B50) + half(0) + half(0) + half(isWide ? 0xFFFF : count) + half(isWide ? 0xFFFF : count)
        all += word(isWide ? 0xFFFF_FFFF : directory.count) + word(isWide ? 0xFFFF_FFFF : start) + half(0)
        return all
    }

    package static func deflate(_ data: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        unsafe deflateInit2_(
            &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { unsafe deflateEnd(&stream) }
        var data = data
        var packed = [UInt8](repeating: 0, count: data.count + data.count / 100 + 64)
        let length = unsafe data.withUnsafeMutableBufferPointer { source in
            unsafe packed.withUnsafeMutableBufferPointer { out in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = out.baseAddress
                unsafe stream.avail_out = UInt32(out.count)
                unsafe CZlib.deflate(&stream, Z_FINISH)
                return unsafe Int(stream.total_out)
            }
        }
        return Array(packed.prefix(length))
    }
}

private func half(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
private func word(_ number: Int) -> [UInt8] { half(number) + half(number >> 16) }
private func long(_ number: Int) -> [UInt8] { word(number) + word(number >> 32) }
