// SPDX-License-Identifier: EUPL-1.2

/// A heading and what stands under it. The level of the heading is its depth in the document, so none is skipped.
package struct Section: Sendable {
    /// Short and stable, lower-case ASCII: the target of links. Unique in the document.
    package let id: String
    package let heading: String
    package let blocks: [Block]
    package let sections: [Section]

    package init(id: String, heading: String, blocks: [Block] = [], sections: [Section] = []) {
        self.id = id
        self.heading = heading
        self.blocks = blocks
        self.sections = sections
    }

    /// Every id it holds: its own, those of its tables and figures, those of its sections.
    var ids: [String] {
        let inBlocks: [String] = blocks.compactMap {
            switch $0 {
            case .table(let table): table.id
            case .figure(let figure): figure.table.id
            default: nil
            }
        }
        return [id] + inBlocks + sections.flatMap(\.ids)
    }

    /// Every id its text links to.
    var linked: [String] {
        blocks.flatMap(\.texts).flatMap(\.runs).compactMap {
            switch $0 {
            case .link(_, let id), .reference(let id): id
            default: nil
            }
        } + sections.flatMap(\.linked)
    }
}
