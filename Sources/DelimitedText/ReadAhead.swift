// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Reads a file's records one batch ahead (förläsning): while one batch is made use of, a thread reads the next.
///
/// There is one reader and one order, so the records are those of `RecordReader` itself, whatever the number of cores.
/// The reader is only ever in one pair of hands: the thread's from when a batch is wanted until it is ready, else the
/// caller's. One thread lasts the whole file: waking it costs a tenth of starting another.
@safe package struct ReadAhead: ~Copyable {
    private let work: UnsafeMutablePointer<Work>
    private let isParallel: Bool
    private var thread: pthread_t?
    /// What the file was found to be, as of the last batch handed out.
    package private(set) var format: FileFormat

    /// Takes over a reader. With a single core, or `isParallel` false, nothing is read before it is asked for.
    package init(_ reader: consuming RecordReader, isParallel: Bool = ReadAhead.hasCores) {
        format = reader.format
        self.isParallel = isParallel
        unsafe work = .allocate(capacity: 1)
        unsafe work.initialize(to: Work(reader))
    }

    deinit {
        if thread != nil { unsafe wait(for: work.pointee.ready) }
        unsafe stop(work, thread)
        unsafe work.deinitialize(count: 1)
        unsafe work.deallocate()
    }

    /// Whether the machine has a core to spare.
    package static var hasCores: Bool { sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 }

    /// The next records, as `RecordReader.nextBatch` gives them.
    package mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        if thread == nil {
            unsafe work.pointee.readOne()
        } else {
            unsafe wait(for: work.pointee.ready)
        }
        format = unsafe work.pointee.reader.format
        let outcome = unsafe work.pointee.takeOutcome()
        if case .success(.some) = outcome {
            if thread == nil && isParallel { thread = unsafe startThread(work) }
            if thread != nil { unsafe sem_post(work.pointee.wanted) }
        } else {
            unsafe stop(work, thread)
            thread = nil
        }
        return try outcome.get()
    }
}

/// A reader, what it read last, and the two signals by which it changes hands.
@safe private struct Work: ~Copyable {
    var reader: RecordReader
    var outcome: Result<RecordBatch?, ReadError> = .success(nil)
    /// Set before the last signal to the thread.
    var isOver = false
    /// To the thread: the reader is yours. Semaphores may not move, nor be part of what they guard.
    let wanted: UnsafeMutablePointer<sem_t>
    /// From the thread: the reader is yours again.
    let ready: UnsafeMutablePointer<sem_t>

    init(_ reader: consuming RecordReader) {
        self.reader = reader
        unsafe wanted = .allocate(capacity: 1)
        unsafe ready = .allocate(capacity: 1)
        unsafe sem_init(wanted, 0, 0)
        unsafe sem_init(ready, 0, 0)
    }

    deinit {
        unsafe wanted.deallocate()
        unsafe ready.deallocate()
    }

    mutating func readOne() {
        do throws(ReadError) {
            outcome = .success(try reader.nextBatch())
        } catch {
            outcome = .failure(error)
        }
    }

    /// What was read last, given away so that it is held once.
    mutating func takeOutcome() -> Result<RecordBatch?, ReadError> {
        let taken = outcome
        outcome = .success(nil)
        return taken
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

/// The thread's whole life. The work is touched only between the two signals.
private func readWhileWanted(_ work: UnsafeMutablePointer<Work>) {
    let (wanted, ready) = unsafe (work.pointee.wanted, work.pointee.ready)
    while true {
        unsafe wait(for: wanted)
        if unsafe work.pointee.isOver { return }
        unsafe work.pointee.readOne()
        unsafe sem_post(ready)
    }
}

/// Lets the thread end and waits for it. The reader must be in the caller's hands.
private func stop(_ work: UnsafeMutablePointer<Work>, _ thread: pthread_t?) {
    guard let thread else { return }
    unsafe work.pointee.isOver = true
    unsafe sem_post(work.pointee.wanted)
    _ = pthread_join(thread, nil)
}

/// Waits for a signal, on through interruptions.
private func wait(for semaphore: UnsafeMutablePointer<sem_t>) {
    while unsafe sem_wait(semaphore) != 0 {}
}
