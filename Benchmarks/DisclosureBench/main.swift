// SPDX-License-Identifier: EUPL-1.2
// Random releases, protected and then attacked: the tables of docs/rojandekontroll.md.
//
//   swift run -c release disclosure-bench [RELEASES] [tables]
//
// With `tables` the gate is given no more than the tables themselves, as a report gives it; else the finest groups too.
// Exit code 1 when something hidden could be had; each with its seed before the table.
import DisclosureTrials
import Glibc

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 1000
var summary = TrialSummary()
for seed in 0..<count {
    let trial = DisclosureTrial(seed: UInt64(seed), givesGroups: !arguments.contains("tables"))
    for leak in trial.leaks { print("seed \(seed): \(leak)") }
    summary.add(trial)
}
print(summary.table)
exit(summary.leaks == 0 ? 0 : 1)
