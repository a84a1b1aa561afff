// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Reads a file's records ahead (förläsning): while one batch is made use of, a thread reads the next.
///
/// There is one reader and one order, so the records are those of `RecordReader` itself, whatever the number of cores.
/// Once the thread runs, the reader is its own; batches come from it through a ring of places, each in one pair of hands
/// at a time. One thread lasts the whole file: waking it costs a tenth of starting another.
@safe package struct ReadAhead: ~Copyable {
    /// So many batches may be read before the second is asked for: a file opened while another is still being read has
    /// come that far when its turn comes.
    private static let headStart = 64
    /// So many are read ahead from then on.
    private static let steady = 2

    private let work: UnsafeMutablePointer<Work>
    private let ring: Ring
    private let isParallel: Bool
    private var thread: pthread_t?
    /// Batches that the thread has been told to read and that have not been taken.
    private var wanted = 0
    private var nextToTake = 0
    private var hasEnded = false
    /// What the file was found to be, as of the last batch handed out.
    package private(set) var format: FileFormat
    /// The file's digest, once its end was handed out; `nil` when none was asked for.
    package private(set) var digest: FileDigest?

    /// Takes over a reader. With a single core, or `isParallel` false, nothing is read before it is asked for.
    package init(_ reader: consuming RecordReader, isParallel: Bool = ReadAhead.hasCores) {
        self.init(.delimited(reader), isParallel: isParallel)
    }

    /// Takes over a reader of any kind of file.
    init(_ reader: consuming TableReader, isParallel: Bool) {
        format = reader.format
        self.isParallel = isParallel
        unsafe ring = Ring(places: ReadAhead.headStart)
        unsafe work = .allocate(capacity: 1)
        unsafe work.initialize(to: Work(reader, ring))
    }

    deinit {
        if let thread {
            // The work may be touched only when the thread has read all it was told to.
            for _ in 0..<wanted { unsafe wait(for: ring.ready) }
            unsafe work.pointee.isOver = true
            unsafe sem_post(ring.wanted)
            _ = pthread_join(thread, nil)
        }
        unsafe work.deinitialize(count: 1)
        unsafe work.deallocate()
        unsafe ring.deallocate()
    }

    /// Whether the machine has a core to spare.
    package static var hasCores: Bool { sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 }

    /// The next records, as `RecordReader.nextBatch` gives them; `nil` also after an error.
    package mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        guard !hasEnded else { return nil }
        if thread == nil {
            unsafe work.pointee.readOne()
        } else {
            unsafe wait(for: ring.ready)
            wanted -= 1
        }
        let (batch, format, digest) = unsafe ring.take(nextToTake)
        nextToTake = (nextToTake + 1) % ReadAhead.headStart
        self.format = format
        guard case .success(.some) = batch else {
            hasEnded = true
            let end = try batch.get()
            self.digest = digest
            return end
        }
        if thread == nil && isParallel, unsafe !work.pointee.isAllRead {
            thread = unsafe startThread(work)
            want(ReadAhead.headStart)
        } else if wanted < ReadAhead.steady {
            want(1)
        }
        return try batch.get()
    }

    /// Tells the thread, where there is one, to read so many batches more.
    private mutating func want(_ count: Int) {
        guard thread != nil else { return }
        wanted += count
        for _ in 0..<count { unsafe sem_post(ring.wanted) }
    }
}

/// What has been read and not yet taken, and the two signals by which places change hands.
@unsafe private struct Ring {
    typealias Outcome = (batch: Result<RecordBatch?, ReadError>, format: FileFormat, digest: FileDigest?)

    let places: UnsafeMutableBufferPointer<Outcome?>
    /// To the thread: another place is yours. Semaphores may not move.
    let wanted: UnsafeMutablePointer<sem_t>
    /// From the thread: a place is filled.
    let ready: UnsafeMutablePointer<sem_t>

    init(places count: Int) {
        unsafe places = .allocate(capacity: count)
        unsafe places.initialize(repeating: nil)
        unsafe wanted = .allocate(capacity: 1)
        unsafe ready = .allocate(capacity: 1)
        unsafe sem_init(wanted, 0, 0)
        unsafe sem_init(ready, 0, 0)
    }

    func deallocate() {
        unsafe places.deinitialize()
        unsafe places.deallocate()
        unsafe wanted.deallocate()
        unsafe ready.deallocate()
    }

    /// What a filled place holds, given away so that it is held once.
    func take(_ place: Int) -> Outcome {
        guard let outcome = unsafe places[place].take() else { preconditionFailure("a place is filled, then taken") }
        return outcome
    }
}

/// A reader, and where in the ring its next batch goes: the thread's, once it runs.
@safe private struct Work: ~Copyable {
    private var reader: TableReader
    private var hasEnded = false
    private var nextToFill = 0
    let ring: Ring
    /// Set before the last signal to the thread.
    var isOver = false

    init(_ reader: consuming TableReader, _ ring: Ring) {
        self.reader = reader
        unsafe self.ring = unsafe ring
    }

    /// Whether a thread would have nothing to do. Asked only while none runs.
    var isAllRead: Bool { reader.isAllRead }

    /// Fills the next place.
    mutating func readOne() {
        unsafe ring.places[nextToFill] = (read(), reader.format, reader.digest)
        nextToFill = unsafe (nextToFill + 1) % ring.places.count
    }

    /// After the end, or an error, the reader is asked no more.
    private mutating func read() -> Result<RecordBatch?, ReadError> {
        guard !hasEnded else { return .success(nil) }
        do throws(ReadError) {
            let batch = try reader.nextBatch()
            hasEnded = batch == nil
            return .success(batch)
        } catch {
            hasEnded = true
            return .failure(error)
        }
    }
}

/// Starts the thread of a file. Where the system gives none, each batch is read when it is asked for.
private func startThread(_ work: UnsafeMutablePointer<Work>) -> pthread_t? {
    var thread = pthread_t()
    let status = unsafe pthread_create(
        &thread, nil,
        { context in
            unsafe readWhileWanted(context.unsafelyUnwrapped.assumingMemoryBound(to: Work.self))
            return nil
        }, work)
    return status == 0 ? thread : nil
}

/// The thread's whole life.
private func readWhileWanted(_ work: UnsafeMutablePointer<Work>) {
    let ring = unsafe work.pointee.ring
    while true {
        unsafe wait(for: ring.wanted)
        if unsafe work.pointee.isOver { return }
        unsafe work.pointee.readOne()
        unsafe sem_post(ring.ready)
    }
}

/// Waits for a signal, on through interruptions.
private func wait(for semaphore: UnsafeMutablePointer<sem_t>) {
    while unsafe sem_wait(semaphore) != 0 {}
}
