// SPDX-License-Identifier: EUPL-1.2
import CExpat

/// The namespaces that parts of workbooks use, the transitional and the strict ones of Office Open XML as one.
enum XMLNamespace {
    case none, spreadsheet, documentRelationships, packageRelationships, contentTypes, odfTable, odfOffice, odfStyle,
        odfNumber, odfManifest, other

    private static let known: [String: XMLNamespace] = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .spreadsheet,
        "http://purl.oclc.org/ooxml/spreadsheetml/main": .spreadsheet,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .documentRelationships,
        "http://purl.oclc.org/ooxml/officeDocument/relationships": .documentRelationships,
        "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationships,
        "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .odfTable,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .odfOffice,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .odfStyle,
        "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": .odfNumber,
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": .odfManifest,
    ]

    init(_ uri: String) { self = XMLNamespace.known[uri] ?? .other }
}

/// An element or attribute name.
struct XMLName: Hashable {
    var namespace: XMLNamespace
    var local: String

    init(_ namespace: XMLNamespace, _ local: String) {
        self.namespace = namespace
        self.local = local
    }

    /// As expat writes it: URI, line break, local name.
    init(expat name: String) {
        let parts = name.split(separator: "\n", maxSplits: 1)
        self =
            parts.count == 2
            ? XMLName(XMLNamespace(String(parts[0])), String(parts[1])) : XMLName(.none, name)
    }
}

/// The start of an element in a small part.
struct XMLElement {
    var name: XMLName
    var attributes: [XMLName: String]

    /// An attribute without a namespace.
    subscript(_ local: String) -> String? { attributes[XMLName(.none, local)] }
    subscript(_ namespace: XMLNamespace, _ local: String) -> String? { attributes[XMLName(namespace, local)] }

    /// Whether an attribute is true as XML Schema writes it.
    func isTrue(_ local: String) -> Bool { self[local] == "1" || self[local] == "true" }
}

/// Whether the reader of a part has seen enough of it.
enum XMLProgress { case goOn, enough }

/// An expat parser as every part is read with it: namespaces on, no document type, hence no entities to expand, and no
/// nesting deeper than any workbook has.
@safe struct XMLParser: ~Copyable {
    /// Elements are nested no deeper than this.
    static let deepest = 200
    /// Bytes handed over at a time.
    static let chunk = 1 << 16

    let handle: XML_Parser
    private var hasAll = false

    init(userData: UnsafeMutableRawPointer) {
        guard let handle = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: 0x0A)) else {
            preconditionFailure("out of memory")
        }
        unsafe self.handle = unsafe handle
        unsafe XML_SetUserData(handle, userData)
        unsafe XML_UseParserAsHandlerArg(handle)
        unsafe XML_SetStartDoctypeDeclHandler(handle) { parser, _, _, _, _ in
            unsafe XML_StopParser(OpaquePointer(parser), 0)
        }
    }

    deinit { unsafe XML_ParserFree(handle) }

    /// Hands over the next chunk, or, when the parser was halted, goes on with the one it has. Gives whether the part has
    /// ended. Throws `damaged` where it is no XML; what the callbacks stopped it for is theirs to tell.
    mutating func feed(_ stream: MemberStream, isHalted: inout Bool, path: String) throws(ReadError) -> Bool {
        let status: XML_Status
        if isHalted {
            unsafe status = XML_ResumeParser(handle)
        } else {
            guard let buffer = unsafe XML_GetBuffer(handle, Int32(XMLParser.chunk)) else {
                throw .damaged(path: path)
            }
            let bytes = unsafe UnsafeMutableBufferPointer(
                start: buffer.assumingMemoryBound(to: UInt8.self), count: XMLParser.chunk)
            let count = unsafe try stream.read(into: bytes)
            hasAll = count == 0
            unsafe status = XML_ParseBuffer(handle, Int32(count), hasAll ? 1 : 0)
        }
        isHalted = status == XML_STATUS_SUSPENDED
        guard status != XML_STATUS_ERROR else { throw .damaged(path: path) }
        return hasAll && !isHalted
    }

    /// Hands over a whole part that is in memory. `false` when it is no XML, or the callbacks stopped it.
    mutating func parse(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: XML_Char.self)
            return unsafe XML_Parse(handle, start, Int32(bytes.count), 1) == XML_STATUS_OK
        }
    }
}

/// Reads a small part: styles, the list of sheets, relations. Large ones have callbacks of their own.
final class XMLPart {
    private let onStart: (XMLElement) -> XMLProgress
    private let onEnd: (XMLName) -> Void
    private var depth = 0
    private var isEnough = false

    private init(_ onStart: @escaping (XMLElement) -> XMLProgress, _ onEnd: @escaping (XMLName) -> Void) {
        self.onStart = onStart
        self.onEnd = onEnd
    }

    /// Reads a part from its start until `onStart` has had enough, or to its end.
    static func read(
        _ stream: MemberStream, path: String, onEnd: @escaping (XMLName) -> Void = { _ in },
        onStart: @escaping (XMLElement) -> XMLProgress
    ) throws(ReadError) {
        let part = XMLPart(onStart, onEnd)
        try withExtendedLifetime(part) { () throws(ReadError) in try part.run(stream, path) }
    }

    private func run(_ stream: MemberStream, _ path: String) throws(ReadError) {
        var parser = unsafe XMLParser(userData: Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser.handle,
            { context, name, attributes in
                guard let parser = OpaquePointer(context) else { return }
                let part = unsafe Unmanaged<XMLPart>.fromOpaque(XML_UserData(parser)).takeUnretainedValue()
                guard unsafe part.start(name.unsafelyUnwrapped, attributes.unsafelyUnwrapped) else {
                    unsafe XML_StopParser(parser, 0)
                    return
                }
            },
            { context, name in
                guard let parser = OpaquePointer(context) else { return }
                let part = unsafe Unmanaged<XMLPart>.fromOpaque(XML_UserData(parser)).takeUnretainedValue()
                part.depth -= 1
                unsafe part.onEnd(XMLName(expat: String(cString: name.unsafelyUnwrapped)))
            })
        var isHalted = false
        do throws(ReadError) {
            while try !parser.feed(stream, isHalted: &isHalted, path: path) {}
        } catch {
            guard isEnough else { throw error }
        }
    }

    private func start(
        _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) -> Bool {
        depth += 1
        guard depth <= XMLParser.deepest else { return false }
        var element = XMLElement(name: XMLName(expat: unsafe String(cString: name)), attributes: [:])
        var place = 0
        while let name = unsafe attributes[place], let value = unsafe attributes[place + 1] {
            element.attributes[XMLName(expat: unsafe String(cString: name))] = unsafe String(cString: value)
            place += 2
        }
        isEnough = onStart(element) == .enough
        return !isEnough
    }
}
