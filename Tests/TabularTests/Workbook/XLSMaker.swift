// SPDX-License-Identifier: EUPL-1.2

/// Writes `.xls` workbooks for tests: records in a stream in an OLE file.
struct XLSMaker {
    var globals: [UInt8] = []
    var sheets: [(name: String, visibility: Int, records: [UInt8])] = []

    static func record(_ type: Int, _ content: [UInt8]) -> [UInt8] { half(type) + half(content.count) + content }

    static func cell(_ type: Int, _ row: Int, _ column: Int, style: Int = 0, _ content: [UInt8]) -> [UInt8] {
        record(type, half(row) + half(column) + half(style) + content)
    }

    static func number(_ row: Int, _ column: Int, style: Int = 0, _ value: Double) -> [UInt8] {
        cell(0x203, row, column, style: style, long(Int(bitPattern: UInt(value.bitPattern))))
    }

    /// A text of one byte a character.
    static func text(_ text: String) -> [UInt8] {
        half(text.unicodeScalars.count) + [0] + text.unicodeScalars.map { UInt8($0.value) }
    }

    /// A text of two bytes a character.
    static func wide(_ text: String) -> [UInt8] { half(text.utf16.count) + [1] + text.utf16.flatMap { half(Int($0)) } }

    static func start(_ kind: Int) -> [UInt8] {
        record(0x809, half(0x600) + half(kind) + half(0) + half(0) + word(0) + word(0))
    }

    static let end = record(0x0A, [])

    var stream: [UInt8] {
        let lists = sheets.map { $0.name.unicodeScalars.map { UInt8($0.value) } }
        let length =
            XLSMaker.start(5).count + globals.count + XLSMaker.end.count + lists.map { $0.count + 12 }.reduce(0, +)
        var (list, content) = ([UInt8](), [UInt8]())
        for (sheet, name) in zip(sheets, lists) {
            list += XLSMaker.record(
                0x85, word(length + content.count) + [UInt8(sheet.visibility), 0, UInt8(name.count), 0] + name)
            content += XLSMaker.start(0x10) + sheet.records + XLSMaker.end
        }
        return XLSMaker.start(5) + globals + list + XLSMaker.end + content
    }

    var bytes: [UInt8] { XLSMaker.file([("Workbook", stream)]) }

    /// An OLE file of one stream of at most 60 kB.
    static func file(_ streams: [(name: String, bytes: [UInt8])], small: Bool = false) -> [UInt8] {
        let (name, content) = streams[0]
        let padded = small ? content : content + Array(repeating: 0, count: max(0, 4096 - content.count))
        let sectors = (padded.count + 511) / 512
        let (fat, directory, smallFat) = (0, 1, 2)
        var chain = [0xFFFF_FFFD, 0xFFFF_FFFE, 0xFFFF_FFFE]
        for sector in 0..<sectors { chain.append(sector == sectors - 1 ? 0xFFFF_FFFE : sector + 4) }
        while chain.count < 128 { chain.append(0xFFFF_FFFF) }
        let smalls = (padded.count + 63) / 64
        var smallChain = (0..<(small ? smalls : 0)).map { $0 == smalls - 1 ? 0xFFFF_FFFE : $0 + 1 }
        while smallChain.count < 128 { smallChain.append(0xFFFF_FFFF) }
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 16)
        header += half(0x3E) + half(3) + half(0xFFFE) + half(9) + half(6) + Array(repeating: 0, count: 10)
        header += word(1) + word(directory) + word(0) + word(4096)
        header += word(small ? smallFat : 0xFFFF_FFFE) + word(small ? 1 : 0) + word(0xFFFF_FFFE) + word(0) + word(fat)
        for _ in 1..<109 { header += word(0xFFFF_FFFF) }
        let entry = { (name: String, kind: UInt8, start: Int, size: Int) -> [UInt8] in
            let units = name.utf16.flatMap { half(Int($0)) }
            var bytes = units + Array(repeating: 0, count: 64 - units.count) + half(units.count + 2) + [kind, 1]
            bytes += word(0xFFFF_FFFF) + word(0xFFFF_FFFF) + word(1) + Array(repeating: 0, count: 36)
            return bytes + word(start) + word(size) + word(0)
        }
        var folder = entry("Root Entry", 5, small ? 3 : 0xFFFF_FFFE, small ? sectors * 512 : 0)
        folder += entry(name, 2, small ? 0 : 3, padded.count)
        folder += Array(repeating: 0, count: 512 - folder.count)
        let tail = padded + Array(repeating: 0, count: sectors * 512 - padded.count)
        return header + chain.flatMap { word($0) } + folder + smallChain.flatMap { word($0) } + tail
    }
}

func half(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
func word(_ number: Int) -> [UInt8] { half(number) + half(number >> 16) }
func long(_ number: Int) -> [UInt8] { word(number) + word(number >> 32) }
