// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Finds the merged cells of a sheet, which its part tells after all rows (sammanslagna celler).
///
/// The part is unpacked, but its rows are not read: what stands before and after them is put together to a sheet without
/// rows. Where that is no XML, as when a comment speaks of rows, the sheet is read whole.
enum XLSXMerges {
    /// What stands before the rows is never longer, nor what stands after them.
    private static let longestHead = 1 << 20
    private static let longestTail = 1 << 25

    /// The merged cells. None where the part cannot be read: its reader says why.
    static func find(_ archive: ZipArchive, _ member: ZipArchive.Member) -> [CellRange] {
        do throws(ReadError) {
            guard let bare = try withoutRows(archive, member), let merges = read(bare, archive.path) else {
                return try readWhole(archive, member)
            }
            return merges
        } catch {
            return []
        }
    }

    /// The part with an empty element in place of its rows; nil when it is not seen where they are.
    private static func withoutRows(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(ReadError) -> [UInt8]? {
        let stream = try MemberStream(archive, member, isChecked: false)
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { unsafe block.deallocate() }
        var head: [UInt8] = []
        while true {
            let count = unsafe try stream.read(into: block)
            guard count > 0, head.count < longestHead else { return nil }
            unsafe head.append(contentsOf: block[..<count])
            if let place = find("sheetData", in: head, from: 0), place + 9 < head.count {
                return unsafe try join(head, place, stream, block)
            }
        }
    }

    private static func join(
        _ head: [UInt8], _ place: Int, _ stream: MemberStream, _ block: UnsafeMutableBufferPointer<UInt8>
    ) throws(ReadError) -> [UInt8]? {
        guard let open = head[..<place].lastIndex(of: UInt8(ascii: "<")) else { return nil }
        let name = head[open + 1..<place + 9]
        guard name.allSatisfy({ $0 > 0x20 }), name.first != UInt8(ascii: "/") else { return nil }
        let endTag = String(decoding: [UInt8(ascii: "<"), UInt8(ascii: "/")] + name, as: UTF8.self)
        var window = Array(head[place...])
        while true {
            if let end = find(endTag, in: window, from: 0) {
                var tail = Array(window[(end + endTag.utf8.count)...])
                while true {
                    let count = unsafe try stream.read(into: block)
                    if count == 0 { break }
                    guard tail.count < longestTail else { return nil }
                    unsafe tail.append(contentsOf: block[..<count])
                }
                guard let close = tail.firstIndex(of: UInt8(ascii: ">")) else { return nil }
                return Array(head[..<(place + 9)]) + Array("/>".utf8) + tail[(close + 1)...]
            }
            let kept = min(window.count, endTag.utf8.count)
            window.removeFirst(window.count - kept)
            let count = unsafe try stream.read(into: block)
            guard count > 0 else { return nil }
            unsafe window.append(contentsOf: block[..<count])
        }
    }

    /// Where a name that holds an h stands; h is rare in what surrounds it.
    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let text = Array(text.utf8)
        guard let anchor = text.firstIndex(of: UInt8(ascii: "h")), bytes.count >= text.count else { return nil }
        return unsafe bytes.withUnsafeBytes { bytes in
            unsafe text.withUnsafeBytes { text in
                let (base, last) = (bytes.baseAddress!, bytes.count - text.count)
                var place = start
                while place <= last {
                    guard let found = unsafe memchr(base + place + anchor, 0x68, last - place + 1) else { return nil }
                    place = unsafe UnsafeRawPointer(found) - base - anchor
                    if unsafe memcmp(base + place, text.baseAddress!, text.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }

    private static func read(_ part: [UInt8], _ path: String) -> [CellRange]? {
        unsafe withState(path) { state in
            var parser = unsafe XMLParser(userData: UnsafeMutableRawPointer(state))
            parser.callSheetState()
            return unsafe parser.parse(part) ? state.pointee.merges : nil
        }
    }

    private static func readWhole(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(ReadError) -> [CellRange] {
        let outcome: Result<[CellRange], ReadError> = unsafe withState(archive.path) { state in
            var parser = unsafe XMLParser(userData: UnsafeMutableRawPointer(state))
            parser.callSheetState()
            var isHalted = false
            do throws(ReadError) {
                let stream = try MemberStream(archive, member, isChecked: false)
                while try !parser.feed(stream, isHalted: &isHalted, path: archive.path) {
                    if unsafe state.pointee.builder.isEnough { _ = unsafe state.pointee.builder.takeBatch() }
                }
                return unsafe .success(state.pointee.merges)
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// Gives a place for callbacks to write to, without texts and formats: no value is of interest.
    private static func withState<Outcome>(
        _ path: String, _ body: (UnsafeMutablePointer<XLSXSheetState>) -> Outcome
    ) -> Outcome {
        let state = UnsafeMutablePointer<XLSXSheetState>.allocate(capacity: 1)
        unsafe state.initialize(
            to: XLSXSheetState(
                path: path, strings: nil, formats: UnsafeBufferPointer(start: nil, count: 0), system: .from1900,
                awaitsCalculation: false))
        defer {
            unsafe state.pointee.deallocate()
            unsafe state.deinitialize(count: 1)
            unsafe state.deallocate()
        }
        return unsafe body(state)
    }
}
