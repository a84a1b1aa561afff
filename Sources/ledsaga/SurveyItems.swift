// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake

/// The surveys of a project, read without its decisions and visits: what `measures` and `explain` need to know of items.
enum SurveyItems {
    /// None outside a project, and none of a project whose surveys cannot be read: `check` tells why.
    static func surveys(of project: Project?) -> [Survey] {
        guard var project else { return [] }
        project.sources.removeAll { $0.kind != .survey && $0.kind != .districts }
        guard project.sources.contains(where: { $0.kind == .survey }) else { return [] }
        return (try? Intake(project, key: SecretKey.random()).read())?.dataset.surveys ?? []
    }
}
