// SPDX-License-Identifier: EUPL-1.2
import CGLPK

/// A linear program (*linjärt program*), with whole variables where it is asked for, solved by GLPK.
///
/// Columns and rows are numbered from 0 in the order they are added. The same calls in the same order give the same
/// answer: limits are counted in work, never in time.
@safe package struct LinearProgram: ~Copyable {
    package enum Outcome: Sendable {
        case optimal
        case infeasible
        case unbounded
        /// The limit of work was reached, or the numbers failed: nothing can be said.
        case undecided
    }

    package enum Goal: Sendable { case least, greatest }

    private let problem: OpaquePointer
    package private(set) var columns = 0
    package private(set) var rows = 0
    private var isWhole: [Bool] = []
    /// Whether the last answer was of whole numbers.
    private var answeredWhole = false

    package init() {
        glp_term_out(GLP_OFF)
        unsafe problem = glp_create_prob()
    }

    deinit { unsafe glp_delete_prob(problem) }

    /// Adds a variable between two bounds, which may be infinite.
    @discardableResult
    package mutating func addColumn(
        from lower: Double, to upper: Double, cost: Double = 0, isWhole whole: Bool = false
    ) -> Int {
        unsafe glp_add_cols(problem, 1)
        columns += 1
        isWhole.append(whole)
        setBounds(of: columns - 1, from: lower, to: upper)
        if cost != 0 { setCost(of: columns - 1, cost) }
        if whole { unsafe glp_set_col_kind(problem, Int32(columns), GLP_IV) }
        return columns - 1
    }

    /// Adds lower ≤ Σ coefficient · variable ≤ upper. A variable stands at most once.
    @discardableResult
    package mutating func addRow(
        _ terms: [(column: Int, coefficient: Double)], from lower: Double, to upper: Double
    ) -> Int {
        unsafe glp_add_rows(problem, 1)
        rows += 1
        let kind = Self.kind(lower, upper)
        unsafe glp_set_row_bnds(problem, Int32(rows), kind, lower, upper)
        let places = [0] + terms.map { Int32($0.column + 1) }
        let numbers = [0] + terms.map(\.coefficient)
        unsafe glp_set_mat_row(problem, Int32(rows), Int32(terms.count), places, numbers)
        return rows - 1
    }

    /// Lets a row say nothing any more.
    package mutating func freeRow(_ row: Int) { unsafe glp_set_row_bnds(problem, Int32(row + 1), GLP_FR, 0, 0) }

    package mutating func setBounds(of column: Int, from lower: Double, to upper: Double) {
        let kind = Self.kind(lower, upper)
        unsafe glp_set_col_bnds(problem, Int32(column + 1), kind, lower, upper)
    }

    package mutating func setCost(of column: Int, _ cost: Double) {
        unsafe glp_set_obj_coef(problem, Int32(column + 1), cost)
    }

    /// Solves among real numbers, from where the last solution ended. `dual` suits changed bounds and added rows,
    /// its opposite changed costs.
    package mutating func solve(_ goal: Goal, dual: Bool = true, iterations: Int = 200_000) -> Outcome {
        unsafe glp_set_obj_dir(problem, goal == .least ? GLP_MIN : GLP_MAX)
        var settings = glp_smcp()
        unsafe glp_init_smcp(&settings)
        settings.msg_lev = GLP_MSG_OFF
        settings.meth = dual ? GLP_DUALP : GLP_PRIMAL
        settings.it_lim = Int32(iterations)
        answeredWhole = false
        var result = unsafe glp_simplex(problem, &settings)
        if result == GLP_EITLIM { return .undecided }
        let status = unsafe glp_get_status(problem)
        if result != 0 || status == GLP_UNDEF {
            // A basis gone bad: once more, from the beginning.
            unsafe glp_std_basis(problem)
            settings.meth = GLP_PRIMAL
            result = unsafe glp_simplex(problem, &settings)
            if result != 0 { return .undecided }
        }
        return Self.outcome(unsafe glp_get_status(problem))
    }

    /// Solves among whole numbers, where columns are whole. A search of more than `nodes` nodes is given up; with
    /// `gap`, the search ends when the answer is at most that share from the best possible.
    package mutating func solveWhole(_ goal: Goal, nodes: Int = 5_000, gap: Double = 0) -> Outcome {
        unsafe glp_set_obj_dir(problem, goal == .least ? GLP_MIN : GLP_MAX)
        var settings = unsafe glp_iocp()
        unsafe glp_init_iocp(&settings)
        unsafe settings.msg_lev = GLP_MSG_OFF
        unsafe settings.presolve = GLP_ON
        unsafe settings.mip_gap = gap
        unsafe settings.br_tech = GLP_BR_PCH
        var work = Work(nodes: nodes)
        let result = unsafe withUnsafeMutablePointer(to: &work) { place in
            unsafe settings.cb_info = UnsafeMutableRawPointer(place)
            unsafe settings.cb_func = { tree, work in
                var total: Int32 = 0
                unsafe glp_ios_tree_size(tree, nil, nil, &total)
                let isDone = unsafe work?.assumingMemoryBound(to: Work.self).pointee.isDone(nodes: total) ?? true
                if isDone { unsafe glp_ios_terminate(tree) }
            }
            return unsafe glp_intopt(problem, &settings)
        }
        answeredWhole = true
        switch result {
        case 0, GLP_EMIPGAP: return Self.outcome(unsafe glp_mip_status(problem))
        case GLP_ENOPFS: return .infeasible
        case GLP_ENODFS: return .unbounded
        default: return .undecided
        }
    }

    /// What a search may cost.
    private struct Work {
        private let most: Int32
        private var calls = 0

        init(nodes: Int) { most = Int32(clamping: nodes) }

        /// GLPK asks some five times a node. Where it narrows the same node's bounds by one and one it asks without end
        /// and makes no node more.
        mutating func isDone(nodes: Int32) -> Bool {
            calls += 1
            return nodes > most || calls > 20 * (Int(most) + 50)
        }
    }

    /// Whether a search that was given up found any answer on its way.
    package var hasWholeAnswer: Bool {
        let status = unsafe glp_mip_status(problem)
        return status == GLP_FEAS || status == GLP_OPT
    }

    /// The goal's value in the last answer.
    package var value: Double {
        if answeredWhole { return unsafe glp_mip_obj_val(problem) }
        return unsafe glp_get_obj_val(problem)
    }

    /// The variable's value in the last answer.
    package func value(of column: Int) -> Double {
        if answeredWhole { return unsafe glp_mip_col_val(problem, Int32(column + 1)) }
        return unsafe glp_get_col_prim(problem, Int32(column + 1))
    }

    /// What the goal changes by when the variable is moved one unit; of the last answer among real numbers.
    package func reducedCost(of column: Int) -> Double { unsafe glp_get_col_dual(problem, Int32(column + 1)) }

    /// The row's shadow price; of the last answer among real numbers.
    package func price(of row: Int) -> Double { unsafe glp_get_row_dual(problem, Int32(row + 1)) }

    private static func outcome(_ status: Int32) -> Outcome {
        switch status {
        case GLP_OPT, GLP_FEAS: .optimal
        case GLP_NOFEAS, GLP_INFEAS: .infeasible
        case GLP_UNBND: .unbounded
        default: .undecided
        }
    }

    private static func kind(_ lower: Double, _ upper: Double) -> Int32 {
        if lower == upper { return GLP_FX }
        if lower.isFinite { return upper.isFinite ? GLP_DB : GLP_LO }
        return upper.isFinite ? GLP_UP : GLP_FR
    }
}
