// SPDX-License-Identifier: EUPL-1.2
import CExpat

/// Reads a sheet of an xlsx workbook row by row, as its part unpacks (bladläsare).
@safe final class XLSXSheet: BatchReader, SheetShape {
    let format = FileFormat.workbook(.xlsx)
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private let workbook: XLSXWorkbook
    private let member: ZipArchive.Member
    private let stream: MemberStream
    private let strings: SharedStrings
    private let formats: UnsafeBufferPointer<NumberFormat>
    private let state: UnsafeMutablePointer<XLSXSheetState>
    private var parser: XMLParser
    private var isHalted = false
    private var isFinished = false
    /// Looked for when first asked for: the part is unpacked once more for it.
    private(set) lazy var merges = XLSXMerges.find(workbook.archive, member)

    /// Opens a sheet and reads it up to its first row.
    init(_ workbook: XLSXWorkbook, _ sheet: XLSXWorkbook.Sheet) throws(ReadError) {
        let archive = workbook.archive
        guard let member = archive.member(sheet.part) else { throw archive.damaged }
        let known = try workbook.formats()
        self.workbook = workbook
        self.member = member
        strings = try workbook.strings()
        stream = try MemberStream(archive, member)
        let formats = UnsafeMutableBufferPointer<NumberFormat>.allocate(capacity: known.count)
        _ = unsafe formats.initialize(from: known)
        unsafe self.formats = UnsafeBufferPointer(formats)
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(
            to: XLSXSheetState(
                path: archive.path, strings: strings.texts, formats: UnsafeBufferPointer(formats),
                system: workbook.system, awaitsCalculation: workbook.awaitsCalculation))
        parser = unsafe XMLParser(userData: UnsafeMutableRawPointer(state))
        parser.callSheetState()
        while unsafe !state.pointee.hasData && !isFinished { try feed() }
        hiddenColumns = unsafe state.pointee.hiddenColumns
    }

    deinit {
        unsafe state.pointee.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
        unsafe formats.deallocate()
    }

    func nextBatch() throws(ReadError) -> RecordBatch? {
        while unsafe !isFinished && !state.pointee.builder.isEnough { try feed() }
        return unsafe state.pointee.builder.recordCount > 0 ? state.pointee.builder.takeBatch() : nil
    }

    private func feed() throws(ReadError) {
        do throws(ReadError) {
            isFinished = try parser.feed(stream, isHalted: &isHalted, path: workbook.archive.path)
        } catch {
            throw unsafe state.pointee.failure ?? error
        }
        if isFinished, unsafe !state.pointee.hasRoot { throw workbook.archive.damaged }
    }
}

extension XMLParser {
    /// Lets the callbacks write to the `XLSXSheetState` that is the parser's user data.
    func callSheetState() {
        unsafe XML_SetElementHandler(handle, startElement, endElement)
        unsafe XML_SetCharacterDataHandler(handle, textOfElement)
    }
}

private let startElement:
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> Void = { context, name, attributes in
        guard let parser = OpaquePointer(context), let name = unsafe name,
            let attributes = unsafe attributes
        else { return }
        let state = unsafe XML_UserData(parser).assumingMemoryBound(to: XLSXSheetState.self)
        unsafe state.pointee.start(name, attributes)
        if unsafe state.pointee.hasFailed { unsafe XML_StopParser(parser, 0) }
    }

private let endElement: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?) -> Void = { context, _ in
    guard let parser = OpaquePointer(context) else { return }
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: XLSXSheetState.self)
    unsafe state.pointee.end()
    if unsafe state.pointee.hasFailed {
        unsafe XML_StopParser(parser, 0)
    } else if unsafe state.pointee.builder.isMuch && state.pointee.builder.recordCount > 0 {
        unsafe XML_StopParser(parser, 1)
    }
}

private let textOfElement: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, Int32) -> Void = {
    context, text, count in
    guard let parser = OpaquePointer(context), let text = unsafe text else { return }
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: XLSXSheetState.self)
    unsafe state.pointee.text(text, Int(count))
    if unsafe state.pointee.hasFailed { unsafe XML_StopParser(parser, 0) }
}
