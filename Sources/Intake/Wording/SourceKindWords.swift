// SPDX-License-Identifier: EUPL-1.2

import Terms

/// What files hold that no kind of table declares.
enum SourceKindWords {
    static let survey = Phrase(sv: "enkätsvar", en: "survey answers")
}
