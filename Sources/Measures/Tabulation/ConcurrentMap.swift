// SPDX-License-Identifier: EUPL-1.2
import Glibc
import Synchronization

/// The results of a transformation in the order of the inputs, worked out on as many threads as there are cores.
///
/// Each result hangs on its input alone, so that the results are the same on any number of cores. On one core, and where
/// the system gives no thread, they are worked out one after the other.
package func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
) -> [Output] {
    let cores = min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), inputs.count)
    guard cores > 1 else { return inputs.map(transform) }
    let slots = UnsafeMutableBufferPointer<Output?>.allocate(capacity: inputs.count)
    unsafe slots.initialize(repeating: nil)
    defer {
        unsafe slots.deinitialize()
        unsafe slots.deallocate()
    }
    let next = Counter()
    nonisolated(unsafe) let base = unsafe slots
    let worker = Worker {
        while case let place = next.take(), place < inputs.count { unsafe base[place] = transform(inputs[place]) }
    }
    let threads = (1..<cores).compactMap { _ in start(worker) }
    worker.work()
    for thread in threads { _ = pthread_join(thread, nil) }
    return unsafe slots.map { slot in
        guard let slot else { preconditionFailure("every place is taken by some thread, and all have ended") }
        return slot
    }
}

/// Hands out places, each to one thread.
private final class Counter: Sendable {
    private let next = Atomic<Int>(0)

    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}

private final class Worker: @unchecked Sendable {
    let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }
}

private func start(_ worker: Worker) -> pthread_t? {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(worker)
    let status = unsafe pthread_create(
        &thread, nil,
        { context in
            let worker = unsafe Unmanaged<Worker>.fromOpaque(context.unsafelyUnwrapped).takeRetainedValue()
            worker.work()
            return nil
        }, context.toOpaque())
    if status == 0 { return thread }
    unsafe context.release()
    return nil
}
