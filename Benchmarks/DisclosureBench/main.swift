// SPDX-License-Identifier: EUPL-1.2
// Random releases, protected and then attacked: the table of docs/rojandekontroll.md.
//
//   swift run -c release disclosure-bench [RELEASES]
//
// Exit code 1 when something hidden could be had; each with its seed before the table.
import CaseData
import Disclosure
import DisclosureTrials
import Glibc

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
var summary = TrialSummary()
for seed in 0..<count {
    let trial = DisclosureTrial(seed: UInt64(seed))
    for leak in trial.leaks { print("seed \(seed): \(leak)") }
    summary.add(trial)
}
print(summary.table)
exit(summary.leaks == 0 ? 0 : 1)
