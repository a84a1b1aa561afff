// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// What a stretch of work took of the machine.
struct Usage {
    /// Seconds by the wall clock.
    let wall: Double
    /// Seconds of processor time, of all threads, user and system.
    let cpu: Double
    /// Most memory the process has held so far, in megabytes (10⁶ bytes).
    let peakMegabytes: Double

    /// Runs the work once and tells what it took.
    static func measuring(_ work: () throws -> Void) rethrows -> Usage {
        let (wall, cpu) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        try work()
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Usage(
            wall: now(CLOCK_MONOTONIC) - wall, cpu: now(CLOCK_PROCESS_CPUTIME_ID) - cpu,
            peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
