// SPDX-License-Identifier: EUPL-1.2
// Random releases, protected and then attacked: the tables of docs/rojandekontroll.md.
//
//   swift run -c release disclosure-bench [RELEASES] [groups | tables | laws]
//
// The gate is given the finest groups where the tables do not tell all that they could; with `groups` always, with
// `tables` never. With `laws` some persons have both laws, and only releases whose tables tell all count. Two releases are tried at a time, and told of in order.
// Exit code 1 when something hidden could be had; each with its seed before the table.
import DisclosureTrials
import Glibc

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 1000
let givesGroups: Bool? = arguments.contains("groups") ? true : arguments.contains("tables") ? false : nil
let lawsOverlap = arguments.contains("laws")

@Sendable func tryReleases(_ seeds: StrideTo<Int>) -> [(seed: Int, trial: DisclosureTrial)] {
    seeds.map { ($0, DisclosureTrial(seed: UInt64($0), lawsOverlap: lawsOverlap, givesGroups: givesGroups)) }
}

async let even = tryReleases(stride(from: 0, to: count, by: 2))
async let odd = tryReleases(stride(from: 1, to: count, by: 2))
let trials = (await even + odd).sorted { $0.seed < $1.seed }
var summary = TrialSummary()
for (seed, trial) in trials {
    for leak in trial.leaks { print("seed \(seed): \(leak)") }
    summary.add(trial)
}
print(summary.table)
print("\(trials.count { $0.trial.tellsEverything }) of \(count) have tables that tell all the finest groups could")
exit(summary.leaks == 0 ? 0 : 1)
