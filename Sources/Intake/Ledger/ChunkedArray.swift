// SPDX-License-Identifier: EUPL-1.2

/// An array that grows without moving: what it holds is never held twice, as it is when a plain array doubles.
///
/// A chunk is just above 32 MB, the size from which the C library maps memory for the request alone: only pages that
/// have been written take memory, and a chunk let go is given back at once.
struct ChunkedArray<Element> {
    private static var bits: Int { 25 - (MemoryLayout<Element>.stride - 1).bitWidthNeeded }
    private static var mask: Int { (1 << bits) - 1 }

    private var chunks: [ContiguousArray<Element>] = []
    private(set) var count = 0

    @inline(__always)
    subscript(index: Int) -> Element { chunks[index >> Self.bits][index & Self.mask] }

    /// Changes an element where it lies.
    @inline(__always)
    mutating func change<Result>(_ index: Int, _ body: (inout Element) -> Result) -> Result {
        body(&chunks[index >> Self.bits][index & Self.mask])
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count & Self.mask == 0 { addChunk() }
        chunks[count >> Self.bits].append(element)
        count += 1
    }

    private mutating func addChunk() {
        var chunk = ContiguousArray<Element>()
        chunk.reserveCapacity(1 << Self.bits)
        chunks.append(chunk)
    }

    /// Gives all elements in order, each chunk let go as soon as it has been given.
    mutating func drain(_ body: (Element) -> Void) {
        var taken: [ContiguousArray<Element>] = []
        swap(&taken, &chunks)
        count = 0
        for place in taken.indices {
            for element in taken[place] { body(element) }
            taken[place] = []
        }
    }
}

extension Int {
    /// Bits that it takes to write the number.
    @inline(__always)
    fileprivate var bitWidthNeeded: Int { Int.bitWidth - leadingZeroBitCount }
}
