// SPDX-License-Identifier: EUPL-1.2
import CExpat
import Glibc

/// Names of elements as expat gives them to the callbacks of a large part, compared without being made strings.
enum ExpatName {
    /// The two namespaces of a sheet, and the line break that expat sets before the local name.
    private static let transitional: StaticString = "http://schemas.openxmlformats.org/spreadsheetml/2006/main\n"
    private static let strict: StaticString = "http://purl.oclc.org/ooxml/spreadsheetml/main\n"

    /// The local name of an element of a sheet or of shared strings; nil for one of another namespace.
    @inline(__always)
    static func spreadsheet(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<UInt8>? {
        if let local = unsafe local(name, in: transitional) { return unsafe local }
        return unsafe local(name, in: strict)
    }

    @inline(__always)
    static func local(_ name: UnsafePointer<XML_Char>, in namespace: StaticString) -> UnsafePointer<UInt8>? {
        let count = namespace.utf8CodeUnitCount
        guard
            unsafe strncmp(name, UnsafeRawPointer(namespace.utf8Start).assumingMemoryBound(to: XML_Char.self), count)
                == 0
        else { return nil }
        return unsafe UnsafeRawPointer(name + count).assumingMemoryBound(to: UInt8.self)
    }

    /// Whether a name that ends in NUL is this one.
    @inline(__always)
    static func isEqual(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
        unsafe strcmp(
            UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// Whether it is the letter alone.
    @inline(__always)
    static func isLetter(_ name: UnsafePointer<UInt8>, _ letter: UInt8) -> Bool {
        unsafe name[0] == letter && name[1] == 0
    }

    /// The value of an attribute, from its name as expat writes it; nil when it is not there.
    static func attribute(
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>, _ name: StaticString
    ) -> UnsafePointer<UInt8>? {
        var place = 0
        while let found = unsafe attributes[place], let value = unsafe attributes[place + 1] {
            if unsafe isEqual(UnsafeRawPointer(found).assumingMemoryBound(to: UInt8.self), name) {
                return unsafe UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
            }
            place += 2
        }
        return nil
    }

    /// Whether the element says that white space at the ends of its text is data.
    static func preservesSpace(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) -> Bool {
        guard let value = unsafe attribute(attributes, "http://www.w3.org/XML/1998/namespace\nspace") else {
            return false
        }
        return unsafe isEqual(value, "preserve")
    }

    /// A whole number of at most nine digits and nothing else; nil for all other text.
    @inline(__always)
    static func wholeNumber(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        guard count > 0, count <= 9 else { return nil }
        var number = 0
        for place in 0..<count {
            let digit = unsafe bytes[place] &- 0x30
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ Int(digit)
        }
        return number
    }

    /// The same of text that ends in NUL.
    @inline(__always)
    static func wholeNumber(_ text: UnsafePointer<UInt8>) -> Int? {
        var (number, count) = (0, 0)
        while unsafe text[count] != 0 {
            let digit = unsafe text[count] &- 0x30
            guard digit <= 9, count < 9 else { return nil }
            number = number &* 10 &+ Int(digit)
            count &+= 1
        }
        return count == 0 ? nil : number
    }

    /// Whether a value of XML Schema is true.
    static func isTrue(_ value: UnsafePointer<UInt8>) -> Bool {
        unsafe isLetter(value, 0x31) || isEqual(value, "true")
    }
}
