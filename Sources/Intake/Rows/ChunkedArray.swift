// SPDX-License-Identifier: EUPL-1.2

/// An array that grows without moving: what it holds is never held twice, as it is when a plain array doubles.
struct ChunkedArray<Element> {
    private static var bits: Int { 14 }
    private static var mask: Int { (1 << bits) - 1 }

    private var chunks: [ContiguousArray<Element>] = []
    private(set) var count = 0

    @inline(__always)
    subscript(index: Int) -> Element {
        get { chunks[index >> Self.bits][index & Self.mask] }
        _modify { yield &chunks[index >> Self.bits][index & Self.mask] }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count & Self.mask == 0 { addChunk() }
        chunks[count >> Self.bits].append(element)
        count += 1
    }

    private mutating func addChunk() {
        var chunk = ContiguousArray<Element>()
        // The first grows from nothing, so that small files take little.
        if count > 0 { chunk.reserveCapacity(1 << Self.bits) }
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
