// SPDX-License-Identifier: EUPL-1.2

/// A question with a scale: its mean, the shares at the top and the bottom, and the balance between them (nettotal).
package struct LikertItem: Sendable {
    /// nil for answers without scores.
    package let mean: Linearised?
    package let top: Linearised
    package let bottom: Linearised
    /// Top minus bottom: the mean of +1, 0 and −1, so that its error is a mean's.
    package let netBalance: Linearised
    /// The rows that answered. Those who did not are outside the domain and stay in the design.
    package let answered: Domain
    /// Rows in the domain asked about that have no answer.
    package let missing: Int

    /// The share of rows that answered, unweighted.
    package var itemResponseRate: Double { Double(answered.count) / Double(answered.count + missing) }

    /// nil when nobody answered.
    package init?(
        _ answers: [Double?], top: Set<Double>, bottom: Set<Double>, _ design: SurveyDesign,
        in domain: Domain? = nil
    ) {
        self.init(
            isTop: answers.map { $0.map(top.contains) }, isBottom: answers.map { $0.map(bottom.contains) },
            scores: answers, design, in: domain)
    }

    /// Answers told by whether they are at the top and at the bottom, nil where there is none; with or without scores.
    /// nil when nobody answered.
    package init?(
        isTop: [Bool?], isBottom: [Bool?], scores: [Double?]? = nil, _ design: SurveyDesign, in domain: Domain? = nil
    ) {
        let known = Domain(isTop.map { $0 != nil })
        let answered = domain.map(known.intersection) ?? known
        guard let top = design.share(isTop, in: answered), let bottom = design.share(isBottom, in: answered) else {
            return nil
        }
        self.mean = scores.flatMap { design.mean($0, in: answered) }
        self.top = top
        self.bottom = bottom
        self.netBalance = top - bottom
        self.answered = answered
        self.missing = (domain?.count ?? design.count) - answered.count
    }
}
