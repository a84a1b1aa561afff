// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// Which cells are hidden, so that every primary cell withstands the attack (*prickningsmönster*).
package struct SuppressionPattern: Sendable {
    package let hidden: [Bool]
    package let loss: Double
    /// Whether no pattern loses less.
    package let isOptimal: Bool
    /// Primary cells that no pattern protects.
    package let unprotected: [Int]
    /// Programs solved.
    package let work: Int
    /// Primary cells that were not proved to withstand the attack within the limit of work. That none is a linear
    /// combination of what is shown is sure all the same.
    package var untested: [Int] = []
    /// Primary cells that count whole things and have not all the values they should have, for nothing that could be
    /// hidden gives them more: percentages bind them.
    package var narrow: [Int] = []
    /// Those of them that have the room among real numbers.
    package var lacksWhole: [Int] = []

    /// Whether everything withstands the attack as it is, without more being hidden; what no pattern protects aside.
    package static func holds(_ problem: SuppressionProblem, profile: ProtectionProfile) -> Bool {
        var model = CutModel(problem, problem.requirements(profile))
        _ = model.dropUnmeetable()
        return model.separate(problem.cells.map { $0.isUnknown ? 1 : 0 }, isWhole: true) == 0
    }

    /// The pattern of least loss where the search ends within its limit of work, else the best that was found.
    ///
    /// The exact model first (`CutModel`): cells that would alone cost more than a few per cent above the bound are
    /// left out, and let in when that leaves no pattern. Where it does not end, the Gaussian pattern
    /// (`GaussianPattern`), attacked and mended (`AttackedPattern`), or one that is routed (`RoutedPattern`), led by
    /// what the model got: the one that loses less. A problem too large for the model is reduced first
    /// (`ReducedProblem`). Where everything is hidden there is nothing to attack with.
    package static func best(
        for problem: SuppressionProblem, profile: ProtectionProfile, distance: Double = 1,
        limits: WorkLimits = .thorough
    ) -> SuppressionPattern {
        if problem.isHiddenWhole { return whole(problem) }
        return attacked(problem, profile, distance, limits)
    }

    /// What is hidden of the problem, mended until it withstands the attack: where most of it was searched before, and
    /// little is left to do.
    package static func mended(
        _ problem: SuppressionProblem, profile: ProtectionProfile, distance: Double = 1, limits: WorkLimits
    ) -> SuppressionPattern {
        if problem.isHiddenWhole { return whole(problem) }
        func mended(_ problem: SuppressionProblem) -> SuppressionPattern {
            let pattern = AttackedPattern(
                problem, from: problem.cells.map(\.isUnknown), problem.requirements(profile, distance: distance),
                profile,
                limits)
            return SuppressionPattern(pattern, of: problem)
        }
        if problem.cells.count < leastToReduce { return mended(problem) }
        let reduced = ReducedProblem(problem)
        return mended(reduced.problem).expanded(by: reduced, to: problem)
    }

    /// A smaller problem is soon looked at as it is.
    private static let leastToReduce = 250

    private func expanded(by reduced: ReducedProblem, to whole: SuppressionProblem) -> SuppressionPattern {
        let hidden = reduced.expanded(hidden, of: whole)
        return SuppressionPattern(
            hidden: hidden, loss: whole.loss(hidden), isOptimal: isOptimal,
            unprotected: reduced.expanded(unprotected, of: whole, and: reduced.lost), work: work,
            untested: reduced.expanded(untested, of: whole), narrow: reduced.expanded(narrow, of: whole),
            lacksWhole: reduced.expanded(lacksWhole, of: whole))
    }

    private init(_ pattern: AttackedPattern, of problem: SuppressionProblem) {
        self.init(
            hidden: pattern.hidden, loss: pattern.loss, isOptimal: false,
            unprotected: Array(Set(pattern.unmet.map(\.cell))).sorted(), work: pattern.work,
            untested: Array(Set(pattern.untested.map(\.cell))).sorted(),
            narrow: Array(Set((pattern.narrow + pattern.natural).map(\.cell))).sorted(),
            lacksWhole: Array(Set(pattern.narrow.map(\.cell))).sorted())
    }

    init(
        hidden: [Bool], loss: Double, isOptimal: Bool, unprotected: [Int], work: Int, untested: [Int] = [],
        narrow: [Int] = [], lacksWhole: [Int] = []
    ) {
        self.hidden = hidden
        self.loss = loss
        self.isOptimal = isOptimal
        self.unprotected = unprotected
        self.work = work
        self.untested = untested
        self.narrow = narrow
        self.lacksWhole = lacksWhole
    }

    /// Everything hidden.
    private static func whole(_ problem: SuppressionProblem) -> SuppressionPattern {
        let hidden = problem.cells.map { $0.isUnknown || $0.mayHide }
        return SuppressionPattern(
            hidden: hidden, loss: problem.loss(hidden), isOptimal: false, unprotected: [], work: 0)
    }

    private static func attacked(
        _ problem: SuppressionProblem, _ profile: ProtectionProfile, _ distance: Double, _ limits: WorkLimits
    ) -> SuppressionPattern {
        let requirements = problem.requirements(profile, distance: distance)
        if isLarge(problem, requirements, limits) {
            let reduced = ReducedProblem(problem)
            let requirements = reduced.problem.requirements(profile, distance: distance)
            var limits = limits
            limits.effort = limits.effortWhenReduced
            return searched(reduced.problem, requirements, profile, limits).expanded(by: reduced, to: problem)
        }
        return searched(problem, requirements, profile, limits)
    }

    /// One look at all requirements must not take more than a part of what may be spent.
    private static func isLarge(
        _ problem: SuppressionProblem, _ requirements: [Requirement], _ limits: WorkLimits
    ) -> Bool {
        requirements.count > limits.effort / max(1, problem.cells.count) / 3
    }

    private static func searched(
        _ problem: SuppressionProblem, _ requirements: [Requirement], _ profile: ProtectionProfile,
        _ limits: WorkLimits
    ) -> SuppressionPattern {
        if isLarge(problem, requirements, limits) { return gaussian(problem, requirements, profile, limits) }
        var model = CutModel(problem, requirements)
        let (unmet, natural) = model.dropUnmeetable()
        let programs = limits.effort / max(1, problem.cells.count)
        guard let root = model.tighten(rounds: limits.roundsAmongReals, work: programs) else {
            let everything = problem.cells.map { $0.isUnknown || $0.mayHide }
            return SuppressionPattern(
                hidden: everything, loss: problem.loss(everything), isOptimal: false, unprotected: unmet,
                work: model.work)
        }
        var answer = exact(&model, root, limits)
        var extraWork = 0
        if answer == nil {
            var routed = RoutedPattern(problem, model.requirements)
            routed.guide = problem.cells.indices.map { problem.cells[$0].loss * (1.02 - root.extents[$0]) }
            routed.routeAll(Array(model.requirements.indices))
            while routed.reroute(work: min(limits.reroutes, programs)) {}
            let gaussian = AttackedPattern(
                problem, from: GaussianPattern(problem, profile: profile).hidden, model.requirements,
                profile, limits)
            let isGaussian = gaussian.unmet.isEmpty && gaussian.untested.isEmpty && gaussian.loss < routed.loss - 1e-9
            answer = isGaussian ? (gaussian.hidden, gaussian.loss, false) : (routed.hidden, routed.loss, false)
            extraWork = routed.work + gaussian.work
        }
        guard var answer else { preconditionFailure("there is an answer by now") }
        var lost = unmet
        var lacksWhole: [Int] = []
        if profile.asksForWholes {
            var patience = SearchPatience()
            let repair = WholeRepair(
                problem, hidden: answer.hidden, model.requirements.filter(\.isOfWholes), limits: limits, &patience)
            if repair.hidden != answer.hidden { answer = (repair.hidden, problem.loss(repair.hidden), false) }
            lost += repair.lost.map(\.cell)
            lacksWhole = Array(Set(repair.failing.filter(\.mayFail).map(\.cell))).sorted()
        }
        return SuppressionPattern(
            hidden: answer.hidden, loss: answer.loss, isOptimal: answer.isOptimal,
            unprotected: Array(Set(lost)).sorted(), work: model.work + extraWork,
            narrow: Array(Set(natural + lacksWhole)).sorted(), lacksWhole: lacksWhole)
    }

    /// By elimination, attacked and mended: where looking at all requirements in one program is too much.
    package static func gaussian(
        for problem: SuppressionProblem, profile: ProtectionProfile, distance: Double = 1,
        limits: WorkLimits = .thorough
    ) -> SuppressionPattern {
        gaussian(problem, problem.requirements(profile, distance: distance), profile, limits)
    }

    private static func gaussian(
        _ problem: SuppressionProblem, _ requirements: [Requirement], _ profile: ProtectionProfile,
        _ limits: WorkLimits
    ) -> SuppressionPattern {
        let pattern = AttackedPattern(
            problem, from: GaussianPattern(problem, profile: profile).hidden, requirements, profile, limits)
        return SuppressionPattern(pattern, of: problem)
    }

    private static func exact(
        _ model: inout CutModel, _ root: CutModel.Root, _ limits: WorkLimits
    ) -> (hidden: [Bool], loss: Double, isOptimal: Bool)? {
        var limit = root.bound + max(2, root.bound * 0.03)
        let most = limits.effort / max(1, root.extents.count)
        for _ in 0..<limits.roundsAmongWholes {
            if model.work > most { return nil }
            let answer = model.solveWhole(below: limit, root, nodes: limits.nodes)
            if answer.outcome == .infeasible {
                if limit.isInfinite { return nil }
                limit = limit > root.bound * 1.5 + 20 ? .infinity : root.bound + (limit - root.bound) * 4
                continue
            }
            guard answer.outcome == .optimal else { return nil }
            let extents = answer.hidden.map { $0 ? 1.0 : 0 }
            var found = model.separateBridges(extents)
            found += model.separate(extents, isWhole: false)
            if found == 0 { found = model.separate(extents, isWhole: true) }
            if found == 0 {
                // Among the cells let in nothing is cheaper; those left out cost at least the limit.
                if answer.loss <= limit + 1e-6 { return (answer.hidden, answer.loss, true) }
                limit = answer.loss + 1e-3
            }
        }
        return nil
    }
}
