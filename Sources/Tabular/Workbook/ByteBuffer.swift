// SPDX-License-Identifier: EUPL-1.2

/// Bytes that grow at the end, without the checks of an array: what the callbacks of a parser write to. Its owner frees it.
@unsafe struct ByteBuffer {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 1 << 12) {
        unsafe start = .allocate(capacity: capacity)
        unsafe self.capacity = capacity
    }

    func deallocate() { unsafe start.deallocate() }

    /// The bytes, until the next change.
    var all: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: count) }

    @inline(__always)
    mutating func append(_ from: UnsafePointer<UInt8>, _ length: Int) {
        if unsafe count &+ length > capacity { unsafe grow(length) }
        unsafe (start + count).update(from: from, count: length)
        unsafe count &+= length
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if unsafe count == capacity { unsafe grow(1) }
        unsafe start[count] = byte
        unsafe count &+= 1
    }

    mutating func append(_ text: StaticString) {
        unsafe append(text.utf8Start, text.utf8CodeUnitCount)
    }

    /// Forgets all after the first `length` bytes.
    @inline(__always)
    mutating func cut(to length: Int) { unsafe count = length }

    /// Forgets the bytes before `first` and moves the rest to the front.
    mutating func drop(before first: Int) {
        unsafe start.update(from: start + first, count: count - first)
        unsafe count -= first
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = unsafe max(capacity * 2, count + more)
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe new.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = new
        unsafe capacity = larger
    }
}
