// SPDX-License-Identifier: EUPL-1.2
import Terms

/// One line on stderr while something takes its time: shown only on a terminal, only past half a second,
/// and wiped when done.
struct ProgressLine {
    private let console: Console
    private let started = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?
    private let isActive: Bool
    /// Bytes in all.
    private let total: Int

    init(_ console: Console, total: Int) {
        self.console = console
        self.total = total
        self.isActive = console.messagesReachTerminal && !console.isQuiet
    }

    /// Tells how far it has come: bytes of all bytes read.
    mutating func show(_ done: Int, what: String) {
        guard isActive, total > 0 else { return }
        let now = ContinuousClock.now
        guard now - started > .milliseconds(500), lastShown.map({ now - $0 > .milliseconds(100) }) ?? true else {
            return
        }
        lastShown = now
        let elapsed = Double((now - started).components.seconds) + Double((now - started).components.attoseconds) / 1e18
        let rate = Double(done) / elapsed / 1e6
        let left = done > 0 ? elapsed * Double(total - done) / Double(done) : 0
        let percent = min(100, 100 * done / total)
        let text = Notes.reading(
            what, percent: percent, megabytesPerSecond: Int(rate.rounded()), secondsLeft: Int(left.rounded(.up)))[
                console.language]
        console.showProgress(text)
    }

    /// Wipes the line.
    func finish() {
        guard lastShown != nil else { return }
        console.showProgress(nil)
    }
}
