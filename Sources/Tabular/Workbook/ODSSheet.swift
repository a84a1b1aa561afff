// SPDX-License-Identifier: EUPL-1.2
import CExpat

/// Reads a sheet of an ods workbook row by row, as its part unpacks (bladläsare).
@safe final class ODSSheet: BatchReader, SheetShape {
    let format = FileFormat.workbook(.ods)
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private let workbook: ODSWorkbook
    private let table: Int?
    private let stream: MemberStream
    private let state: UnsafeMutablePointer<ODSSheetState>
    private var parser: XMLParser
    private var isHalted = false
    private var isFinished = false
    /// Looked for when first asked for: they stand at the cells themselves, so the sheet is read once more for them.
    private(set) lazy var merges = findMerges()

    /// Opens a sheet, counted from 0, and reads it up to its first row; none to learn the sheets' names alone.
    init(_ workbook: ODSWorkbook, table: Int?) throws(ReadError) {
        self.workbook = workbook
        self.table = table
        stream = try MemberStream(workbook.archive, workbook.content)
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(
            to: ODSSheetState(
                wanted: table, path: workbook.archive.path, durationStyles: workbook.durationStyles))
        parser = unsafe XMLParser(userData: UnsafeMutableRawPointer(state))
        unsafe XML_SetElementHandler(parser.handle, startElement, endElement)
        unsafe XML_SetCharacterDataHandler(parser.handle, textOfElement)
        guard table != nil else { return }
        while unsafe !state.pointee.hasRows && !isFinished { try feed() }
        hiddenColumns = unsafe state.pointee.hiddenColumns
    }

    deinit {
        unsafe state.pointee.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// The names and styles of the tables so far.
    var tables: [(name: String, style: String)] { unsafe state.pointee.tables }

    func nextBatch() throws(ReadError) -> RecordBatch? {
        while unsafe !isFinished && !state.pointee.builder.isEnough { try feed() }
        return unsafe state.pointee.builder.recordCount > 0 ? state.pointee.builder.takeBatch() : nil
    }

    /// Goes through the whole part and forgets the records.
    func readToEnd() throws(ReadError) {
        while try nextBatch() != nil {}
    }

    private func findMerges() -> [CellRange] {
        do throws(ReadError) {
            let reader = try ODSSheet(workbook, table: table)
            try reader.readToEnd()
            return unsafe reader.state.pointee.merges
        } catch {
            // The reader of the records says why.
            return []
        }
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

private let startElement:
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> Void = { context, name, attributes in
        guard let parser = OpaquePointer(context), let name = unsafe name, let attributes = unsafe attributes
        else { return }
        let state = unsafe XML_UserData(parser).assumingMemoryBound(to: ODSSheetState.self)
        unsafe state.pointee.start(name, attributes)
        if unsafe state.pointee.hasFailed { unsafe XML_StopParser(parser, 0) }
    }

private let endElement: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?) -> Void = { context, _ in
    guard let parser = OpaquePointer(context) else { return }
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: ODSSheetState.self)
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
    let state = unsafe XML_UserData(parser).assumingMemoryBound(to: ODSSheetState.self)
    unsafe state.pointee.text(text, Int(count))
    if unsafe state.pointee.hasFailed { unsafe XML_StopParser(parser, 0) }
}
