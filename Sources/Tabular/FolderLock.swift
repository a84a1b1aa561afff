// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// The right to make and remove temporary names in a folder: one run has it at a time.
///
/// It is a lock on the folder itself, so it leaves no file behind, and it goes with the run that holds it, also one that
/// is killed. Whoever makes a temporary name holds it while doing so: a name that is not locked then was left by a run
/// that no longer lives.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock for so long; nil when another run still has it then, or the folder cannot be locked.
    init?(_ folder: String, patience: Duration) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let start = ContinuousClock.now
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now - start < patience else {
                close(descriptor)
                return nil
            }
            usleep(20_000)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
