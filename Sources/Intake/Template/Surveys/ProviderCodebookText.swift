// SPDX-License-Identifier: EUPL-1.2

/// The codebook of the survey of providers (*utförare*) that a new project gets.
enum ProviderCodebookText {
    /// Title, group and the words before the questions.
    static let head = """
        title: {sv: Enkät till utförare av ledsagning, en: Survey of providers of the companion service}
        group: providers
        form:
          intro:
            sv: >-
              Vi vill veta hur riktlinjerna för ledsagning fungerar för er som utför den. Svaren redovisas så att ingen kan se
              vad en enskild utförare har svarat.
            en: >-
              We want to know how the guidelines of the companion service work for you who provide it. The answers are shown so
              that no one can see what one provider answered.

        """

    /// The questions, in the order of the form.
    static let fields = """
        fields:
          - name: use-when-wished
            header: U01
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta kan ni utföra ledsagningen när brukaren vill?
              en: How often can you provide the service when the user wishes?
            categories: how-often

          - name: time-enough
            header: U02
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta räcker timmarna till det brukaren vill göra?
              en: How often are the hours enough for what the user wants to do?
            categories: how-often

          - name: same-companion
            header: U03
            type: scale
            direction: higher-is-better
            question: {sv: "Hur ofta får brukaren samma ledsagare?", en: "How often does the user have the same companion?"}
            categories: how-often

          - name: hours-known
            header: U04
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta vet ni hur många timmar brukaren har kvar?
              en: How often do you know how many hours the user has left?
            categories: how-often

          - name: planned-over-three-months
            header: U05
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta planerar ni timmarna över tre månader tillsammans med brukaren?
              en: How often do you plan the hours over three months together with the user?
            categories: how-often

          - name: orders-refused
            header: U06
            type: single
            favourable: ["no"]
            unfavourable: ["yes"]
            question:
              sv: Har ni tackat nej till någon beställning det senaste året?
              en: Have you turned an order down in the last year?
            categories: yes-no

          - name: refusal-reasons
            header: U07
            type: multiple
            not_asked_if: {item: orders-refused, is: ["no"]}
            question: {sv: "Varför tackade ni nej?", en: "Why did you turn it down?"}
            categories:
              - {value: no-staff, also: [SQ001], label: {sv: Vi hade inte personal, en: We had no staff}}
              - {value: short-notice, also: [SQ002], label: {sv: Beställningen kom för sent, en: The order came too late}}
              - {value: distance, also: [SQ003], label: {sv: Det var för långt bort, en: It was too far away}}
              - {value: competence, also: [SQ004], label: {sv: Vi saknade kompetensen, en: We lacked the skills}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: not-performed-reasons
            header: U08
            type: multiple
            question:
              sv: Vad beror det oftast på när beviljade timmar inte utförs?
              en: When granted hours are not performed, what are the usual reasons?
            categories:
              - {value: user-declined, also: [SQ001], label: {sv: Brukaren tackade nej, en: The user declined}}
              - {value: user-ill, also: [SQ002], label: {sv: Brukaren var sjuk, en: The user was ill}}
              - {value: no-staff, also: [SQ003], label: {sv: Vi hade inte personal, en: We had no staff}}
              - {value: staff-ill, also: [SQ004], label: {sv: Ledsagaren var sjuk, en: The companion was ill}}
              - {value: saved, also: [SQ005], label: {sv: Brukaren sparade timmarna, en: The user saved the hours}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: informs-three-month-rule
            header: U09
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta berättar ni för nya brukare hur timmarna får fördelas?
              en: How often do you tell new users how the hours may be spread?
            categories: how-often

          - name: informs-expense-rule
            header: U10
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta berättar ni för nya brukare om ersättning för ledsagarens omkostnader?
              en: How often do you tell new users about repayment of the companion's expenses?
            categories: how-often

          - name: complaint-routine
            header: U11
            type: single
            favourable: ["yes"]
            unfavourable: ["no"]
            question:
              sv: Har ni en rutin för klagomål som brukarna får veta om?
              en: Do you have a routine for complaints that users are told of?
            categories: yes-no

          - name: knows-three-month-rule
            header: U12
            type: single
            role: knowledge
            right: three-months
            question:
              sv: Hur länge kan brukaren vänta med att använda månadens timmar?
              en: How long can the user wait before using the hours of a month?
            categories: three-month-rule

          - name: knows-expense-rule
            header: U13
            type: single
            role: knowledge
            right: can-apply
            question:
              sv: Vem betalar ledsagarens omkostnader, till exempel biobiljetten?
              en: Who pays the companion's expenses, such as the cinema ticket?
            categories: expense-rule

          - name: guideline-source
            header: U14
            type: multiple
            question: {sv: "Hur har ni fått veta vad riktlinjerna säger?", en: "How have you learnt what the guidelines say?"}
            categories:
              - {value: meeting, also: [SQ001], label: {sv: På ett möte eller en utbildning, en: At a meeting or training}}
              - {value: written, also: [SQ002], label: {sv: Genom brev eller e-post, en: By letter or e-mail}}
              - {value: web, also: [SQ003], label: {sv: På webbplats eller intranät, en: On a web site or intranet}}
              - {value: colleague, also: [SQ004], label: {sv: Av en kollega, en: From a colleague}}
              - {value: not-told, also: [SQ005], label: {sv: Inte alls, en: Not at all}}
              - {value: other, label: {sv: På annat sätt, en: In another way}, other: true}

          - name: comment
            header: U15
            type: text
            question: {sv: "Vill ni berätta något mer?", en: "Is there more you want to tell us?"}

          - name: comment-themes
            header: U15tema
            type: multiple
            themes_of: comment
            optional: true
            in_form: false
            question: {sv: Vad fritextsvaren handlar om, en: What the comments are about}
            categories:
              - {value: orders, label: {sv: Beställningar, en: Orders}}
              - {value: staffing, label: {sv: Bemanning, en: Staffing}}
              - {value: payment, label: {sv: Ersättning, en: Payment}}
              - {value: information, label: {sv: Information om reglerna, en: Information on the rules}}
              - {value: expenses, label: {sv: Omkostnader, en: Expenses}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: provider-type
            header: U16
            type: single
            role: background
            question: {sv: "I vilken regi arbetar ni?", en: "Who runs your service?"}
            categories:
              - {value: municipal, also: [A1], label: {sv: Kommunal, en: The municipality}}
              - {value: independent, also: [A2], label: {sv: Enskild, en: An independent provider}}

          - name: role-in-service
            header: U17
            type: single
            role: background
            question: {sv: "Vilket är ditt arbete?", en: "What is your work?"}
            categories:
              - {value: manager, also: [A1], label: {sv: Chef, en: Manager}}
              - {value: coordinator, also: [A2], label: {sv: Samordnare, en: Coordinator}}
              - {value: companion, also: [A3], label: {sv: Ledsagare, en: Companion}}
              - {value: other, also: [A4], label: {sv: Annat, en: Other}, other: true}

        """
}
