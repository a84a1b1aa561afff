// SPDX-License-Identifier: EUPL-1.2
import CExpat

/// The texts that the cells of a workbook point to (delade strängar): one run of bytes, and where each text ends.
@safe final class SharedStrings {
    private let state: UnsafeMutablePointer<SharedStringsState>

    /// None: a workbook without the part.
    init() {
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: SharedStringsState())
    }

    /// Reads the whole part.
    convenience init(_ stream: MemberStream, path: String) throws(ReadError) {
        self.init()
        var parser = unsafe XMLParser(userData: UnsafeMutableRawPointer(state))
        unsafe XML_SetElementHandler(parser.handle, startString, endString)
        unsafe XML_SetCharacterDataHandler(parser.handle, textOfString)
        var isHalted = false
        while try !parser.feed(stream, isHalted: &isHalted, path: path) {}
        guard unsafe state.pointee.hasRoot else { throw .damaged(path: path) }
    }

    deinit {
        unsafe state.pointee.bytes.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// The texts for callbacks to look in, as long as this object lives.
    var texts: UnsafePointer<SharedStringsState> { unsafe UnsafePointer(state) }
}

/// What expat's callbacks write texts to.
@unsafe struct SharedStringsState {
    fileprivate enum Place: UInt8 { case outside, table, item, run, text }

    fileprivate(set) var bytes = unsafe ByteBuffer()
    /// Where each text ends in `bytes`.
    fileprivate(set) var ends: [UInt32] = []
    fileprivate var place = Place.outside
    /// Whether the text at hand is in a run of its own format.
    fileprivate var isInRun = false
    /// How deep in an element that is passed over: phonetic help, formats.
    fileprivate var skipped = 0
    fileprivate var preserves = false
    /// Where the piece of text at hand starts, and the whole text.
    fileprivate var pieceStart = 0
    fileprivate var start = 0
    fileprivate var hasRoot = false

    /// Adds a text to a record, unless there is none of that number.
    @inline(__always)
    func append(_ index: Int, to out: inout ByteBuffer) -> Bool {
        guard unsafe index < ends.count else { return false }
        let first = unsafe index == 0 ? 0 : Int(ends[index - 1])
        unsafe out.append(bytes.start + first, Int(ends[index]) - first)
        return true
    }
}

private let startString:
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> Void = { context, name, attributes in
        guard let parser = OpaquePointer(context), let name = unsafe name,
            let attributes = unsafe attributes
        else { return }
        let state = unsafe XML_UserData(parser).assumingMemoryBound(to: SharedStringsState.self)
        guard unsafe state.pointee.skipped == 0, let local = unsafe ExpatName.spreadsheet(name) else {
            unsafe state.pointee.skipped += 1
            if unsafe state.pointee.skipped > XMLParser.deepest { unsafe XML_StopParser(parser, 0) }
            return
        }
        let isText = unsafe ExpatName.isLetter(local, UInt8(ascii: "t"))
        switch unsafe state.pointee.place {
        case .outside where unsafe ExpatName.isEqual(local, "sst"):
            unsafe state.pointee.place = .table
            unsafe state.pointee.hasRoot = true
        case .table where unsafe ExpatName.isEqual(local, "si"):
            unsafe state.pointee.place = .item
        case .item where isText, .run where isText:
            unsafe state.pointee.isInRun = unsafe state.pointee.place == .run
            unsafe state.pointee.place = .text
            unsafe state.pointee.pieceStart = state.pointee.bytes.count
            unsafe state.pointee.preserves = ExpatName.preservesSpace(attributes)
        case .item where unsafe ExpatName.isLetter(local, UInt8(ascii: "r")):
            unsafe state.pointee.place = .run
        default: unsafe state.pointee.skipped = 1
        }
    }

private let endString: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?) -> Void = { context, _ in
    guard let parser = OpaquePointer(context) else { return }
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: SharedStringsState.self)
    guard unsafe state.pointee.skipped == 0 else {
        unsafe state.pointee.skipped -= 1
        return
    }
    switch unsafe state.pointee.place {
    case .text:
        if unsafe !state.pointee.preserves {
            unsafe EscapedText.trim(&state.pointee.bytes, from: state.pointee.pieceStart)
        }
        unsafe state.pointee.place = state.pointee.isInRun ? .run : .item
    case .run: unsafe state.pointee.place = .item
    case .item:
        unsafe EscapedText.decode(&state.pointee.bytes, from: state.pointee.start)
        unsafe state.pointee.ends.append(UInt32(state.pointee.bytes.count))
        unsafe state.pointee.start = state.pointee.bytes.count
        unsafe state.pointee.place = .table
    case .table, .outside: unsafe state.pointee.place = .outside
    }
}

private let textOfString: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, Int32) -> Void = {
    context, text, count in
    guard let parser = OpaquePointer(context), let text = unsafe text else { return }
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: SharedStringsState.self)
    guard unsafe state.pointee.place == .text && state.pointee.skipped == 0 else { return }
    unsafe state.pointee.bytes.append(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), Int(count))
}
