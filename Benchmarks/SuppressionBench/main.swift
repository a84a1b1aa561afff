// SPDX-License-Identifier: EUPL-1.2
// Patterns for the tables of the reference cases, by each method: a table of docs/rojandekontroll.md.
//
//   swift run -c release suppression-bench [CASES_DIR]
//
// What every pattern hides in all, and seconds of processor time: Langsrud's elimination alone, the same attacked and
// mended, and the pattern of least loss; for both profiles. Primary cells that are known all the same stand after a +.
import ConformanceCases
import Glibc
import Suppression

/// Processor time used so far.
func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func cell(_ began: Double, _ problem: SuppressionProblem, _ profile: ProtectionProfile, _ hidden: [Bool]) -> String {
    let time = seconds() - began
    let audit = PatternAudit(problem, hidden: hidden)
    let known = profile == .classic ? audit.exactClassic.count : audit.exactZerosKnown.count
    let milliseconds = (time * 10_000).rounded() / 10
    return "\(Int(problem.loss(hidden)))\(known > 0 ? " + \(known)" : "") | \(milliseconds)"
}

let folder = CommandLine.arguments.dropFirst().first ?? "Tests/ConformanceTests/Cases"
print("| table | profile | elimination | ms | attacked | ms | least loss | ms |")
print("|---|---|--:|--:|--:|--:|--:|--:|")
for path in CaseFolder.paths(in: folder) {
    let reference = try ConformanceCase(path: path)
    guard reference.method == "sdc.suppress" else { continue }
    let problem = try SuppressionCase(reference).problem(threshold: Int(reference.parameters.number("threshold")))
    for profile in ProtectionProfile.allCases {
        var began = seconds()
        let alone = cell(began, problem, profile, GaussianPattern(problem, profile: profile).hidden)
        began = seconds()
        let attacked = cell(
            began, problem, profile, SuppressionPattern.gaussian(for: problem, profile: profile).hidden)
        began = seconds()
        let best = cell(began, problem, profile, SuppressionPattern.best(for: problem, profile: profile).hidden)
        print("| \(reference.id) | \(profile.rawValue) | \(alone) | \(attacked) | \(best) |")
    }
}
