// SPDX-License-Identifier: EUPL-1.2
import CExpat
import Glibc

/// The elements of an OpenDocument table that its reader tells apart.
enum ODSElement: UInt8 {
    case document, body, spreadsheet, table, rowGroup, columnGroup, column, row, cell, paragraph, span, blanks, tab,
        lineBreak, other

    private static let family: StaticString = "urn:oasis:names:tc:opendocument:xmlns:"
    private static let names: [String: ODSElement] = [
        "office:1.0\ndocument-content": .document, "office:1.0\nbody": .body, "office:1.0\nspreadsheet": .spreadsheet,
        "table:1.0\ntable": .table, "table:1.0\ntable-rows": .rowGroup, "table:1.0\ntable-header-rows": .rowGroup,
        "table:1.0\ntable-row-group": .rowGroup, "table:1.0\ntable-columns": .columnGroup,
        "table:1.0\ntable-header-columns": .columnGroup, "table:1.0\ntable-column-group": .columnGroup,
        "table:1.0\ntable-column": .column, "table:1.0\ntable-row": .row, "table:1.0\ntable-cell": .cell,
        "table:1.0\ncovered-table-cell": .cell, "text:1.0\np": .paragraph, "text:1.0\nh": .paragraph,
        "text:1.0\nspan": .span, "text:1.0\na": .span, "text:1.0\nruby": .span, "text:1.0\nruby-base": .span,
        "text:1.0\ns": .blanks, "text:1.0\ntab": .tab, "text:1.0\nline-break": .lineBreak,
    ]

    init(_ name: UnsafePointer<XML_Char>) {
        guard let local = unsafe ExpatName.local(name, in: ODSElement.family) else {
            self = .other
            return
        }
        // The two that nearly all are.
        if unsafe ExpatName.isEqual(local, "table:1.0\ntable-cell") {
            self = .cell
        } else if unsafe ExpatName.isEqual(local, "text:1.0\np") {
            self = .paragraph
        } else {
            self = ODSElement.names[unsafe String(cString: local)] ?? .other
        }
    }
}

/// What the attributes of an element of an OpenDocument table say, looked through once.
@unsafe struct ODSAttributes {
    private(set) var valueType: UnsafePointer<UInt8>?
    private(set) var value: UnsafePointer<UInt8>?
    private(set) var stringValue: UnsafePointer<UInt8>?
    private(set) var style: UnsafePointer<UInt8>?
    private(set) var defaultStyle: UnsafePointer<UInt8>?
    private(set) var name: UnsafePointer<UInt8>?
    private(set) var visibility: UnsafePointer<UInt8>?
    private(set) var blankCount: UnsafePointer<UInt8>?
    private(set) var isError = false
    private(set) var hasFormula = false
    private(set) var columns = 1
    private(set) var rows = 1
    private(set) var columnsSpanned = 1
    private(set) var rowsSpanned = 1
    /// Whether a count is none.
    private(set) var isFaulty = false

    private static let family: StaticString = "urn:oasis:names:tc:opendocument:xmlns:"
    private static let calcType: StaticString =
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\nvalue-type"

    init(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var place = 0
        while let name = unsafe attributes[place], let text = unsafe attributes[place + 1] {
            place += 2
            let value = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            if let local = unsafe ExpatName.local(name, in: ODSAttributes.family) {
                unsafe take(local, value)
            } else if unsafe ExpatName.isEqual(
                UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), ODSAttributes.calcType)
            {
                unsafe isError = unsafe ExpatName.isEqual(value, "error")
            }
        }
    }

    private mutating func take(_ name: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>) {
        switch unsafe String(cString: name) {
        case "office:1.0\nvalue-type": unsafe valueType = unsafe text
        case "office:1.0\nvalue", "office:1.0\ndate-value", "office:1.0\ntime-value", "office:1.0\nboolean-value":
            unsafe value = unsafe text
        case "office:1.0\nstring-value": unsafe stringValue = unsafe text
        case "table:1.0\nformula": unsafe hasFormula = true
        case "table:1.0\nstyle-name": unsafe style = unsafe text
        case "table:1.0\ndefault-cell-style-name": unsafe defaultStyle = unsafe text
        case "table:1.0\nname": unsafe self.name = unsafe text
        case "table:1.0\nvisibility": unsafe visibility = unsafe text
        case "table:1.0\nnumber-columns-repeated": unsafe columns = count(text)
        case "table:1.0\nnumber-rows-repeated": unsafe rows = count(text)
        case "table:1.0\nnumber-columns-spanned": unsafe columnsSpanned = count(text)
        case "table:1.0\nnumber-rows-spanned": unsafe rowsSpanned = count(text)
        case "text:1.0\nc": unsafe blankCount = unsafe text
        default: break
        }
    }

    private mutating func count(_ text: UnsafePointer<UInt8>) -> Int {
        guard let count = unsafe ExpatName.wholeNumber(text), count > 0 else {
            unsafe isFaulty = true
            return 1
        }
        return count
    }

    /// Whether the row or column is hidden, by hand or by a filter.
    var isHidden: Bool {
        guard let visibility = unsafe visibility else { return false }
        return unsafe !ExpatName.isEqual(visibility, "visible")
    }
}
