// SPDX-License-Identifier: EUPL-1.2

/// The answers that the codebooks of the three groups share: the same codes, so that groups can be compared.
enum SurveyScaleText {
    /// The `scales:` of a codebook.
    static let text = """
        scales:
          how-often:
            - {value: never, also: [A1], label: {sv: Aldrig, en: Never}}
            - {value: seldom, also: [A2], label: {sv: Sällan, en: Seldom}}
            - {value: sometimes, also: [A3], label: {sv: Ibland, en: Sometimes}}
            - {value: often, also: [A4], label: {sv: Ofta, en: Often}}
            - {value: always, also: [A5], label: {sv: Alltid, en: Always}}
            - {value: do-not-know, also: [A6], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}
          agreement:
            - {value: disagree, also: [A1], label: {sv: Stämmer inte alls, en: Not true at all}}
            - {value: partly-disagree, also: [A2], label: {sv: Stämmer ganska dåligt, en: Not very true}}
            - {value: partly-agree, also: [A3], label: {sv: Stämmer ganska bra, en: Fairly true}}
            - {value: agree, also: [A4], label: {sv: Stämmer helt, en: Entirely true}}
            - {value: do-not-know, also: [A5], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}
          yes-no:
            - {value: "yes", also: [A1, Y], label: {sv: Ja, en: "Yes"}}
            - {value: "no", also: [A2, N], label: {sv: Nej, en: "No"}}
            - {value: do-not-know, also: [A3], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}
          three-month-rule:
            - value: same-month
              also: [A1]
              label: {sv: De måste användas samma månad, en: They must be used in the same month}
            - value: three-months
              also: [A2]
              label: {sv: De kan fördelas fritt över tre månader, en: They can be spread freely over three months}
            - value: no-limit
              also: [A3]
              label: {sv: De kan sparas hur länge som helst, en: They can be saved for any length of time}
            - {value: do-not-know, also: [A4], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}
          expense-rule:
            - value: user-pays
              also: [A1]
              label: {sv: Den som har ledsagning betalar alltid själv, en: The user always pays}
            - value: can-apply
              also: [A2]
              label: {sv: Man kan ansöka om ersättning för dem, en: The user can apply to be repaid}
            - value: companion-pays
              also: [A3]
              label: {sv: Ledsagaren betalar alltid själv, en: The companion always pays}
            - {value: do-not-know, also: [A4], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}

        """
}
