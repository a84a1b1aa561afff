// SPDX-License-Identifier: EUPL-1.2

/// The codebook of the survey of case officers (*biståndshandläggare*) that a new project gets.
enum CaseOfficerCodebookText {
    /// Title, group and the words before the questions.
    static let head = """
        title: {sv: Enkät till biståndshandläggare om ledsagning, en: Survey of case officers on the companion service}
        group: case-officers
        form:
          intro:
            sv: >-
              Vi vill veta hur riktlinjerna för ledsagning fungerar i handläggningen. Svaren redovisas så att ingen kan se vad
              en enskild handläggare har svarat.
            en: >-
              We want to know how the guidelines of the companion service work in your assessments. The answers are shown so
              that no one can see what one case officer answered.

        batteries:
          - name: guidelines
            question: {sv: "Hur väl stämmer det här om riktlinjerna?", en: "How true is this of the guidelines?"}

        """

    /// The questions, in the order of the form.
    static let fields = """
        fields:
          - name: time-enough
            header: H01
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta räcker timmarna du beviljar till det brukaren vill göra?
              en: How often are the hours you grant enough for what the user wants to do?
            categories: how-often

          - name: hours-set-by
            header: H02
            type: single
            question: {sv: "Hur bestämmer du oftast antalet timmar?", en: "How do you usually set the number of hours?"}
            categories:
              - {value: activities, also: [A1], label: {sv: Utifrån brukarens aktiviteter, en: From the user's activities}}
              - {value: application, also: [A2], label: {sv: Utifrån ansökan, en: From the application}}
              - {value: standard, also: [A3], label: {sv: Med ett schablontal, en: By a standard number}}
              - {value: earlier-decision, also: [A4], label: {sv: Utifrån tidigare beslut, en: From the earlier decision}}
              - {value: other, also: [A5], label: {sv: På annat sätt, en: In another way}, other: true}

          - name: assessment-hours
            header: H03
            type: number
            constraints: {minimum: 0, maximum: 200}
            question:
              sv: Hur många timmar tar en utredning om ledsagning, ungefär?
              en: About how many hours does an assessment for the companion service take?

          - name: guidelines-clear
            header: "H04[1]"
            type: scale
            direction: higher-is-better
            battery: guidelines
            question: {sv: Riktlinjerna är tydliga, en: The guidelines are clear}
            categories: agreement

          - name: guidelines-flexible
            header: "H04[2]"
            type: scale
            direction: higher-is-better
            battery: guidelines
            question: {sv: Riktlinjerna gör det lätt att bedöma flexibelt, en: The guidelines make flexible assessment easy}
            categories: agreement

          - name: guidelines-equal
            header: "H04[3]"
            type: scale
            direction: higher-is-better
            battery: guidelines
            question:
              sv: Riktlinjerna ger lika bedömningar i hela kommunen
              en: The guidelines give equal assessments in all of the municipality
            categories: agreement

          - name: informs-three-month-rule
            header: H05
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta berättar du i utredningen hur timmarna får fördelas?
              en: How often do you tell in the assessment how the hours may be spread?
            categories: how-often

          - name: informs-expense-rule
            header: H06
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta berättar du i utredningen om ersättning för ledsagarens omkostnader?
              en: How often do you tell in the assessment about repayment of the companion's expenses?
            categories: how-often

          - name: complaint-informed
            header: H07
            type: single
            favourable: ["yes"]
            unfavourable: ["no"]
            question:
              sv: Brukar du berätta hur man klagar på ledsagningen?
              en: Do you usually tell how to complain about the service?
            categories: yes-no

          - name: knows-three-month-rule
            header: H08
            type: single
            role: knowledge
            right: three-months
            question:
              sv: Hur länge kan brukaren vänta med att använda månadens timmar?
              en: How long can the user wait before using the hours of a month?
            categories: three-month-rule

          - name: knows-expense-rule
            header: H09
            type: single
            role: knowledge
            right: can-apply
            question:
              sv: Vem betalar ledsagarens omkostnader, till exempel biobiljetten?
              en: Who pays the companion's expenses, such as the cinema ticket?
            categories: expense-rule

          - name: guideline-source
            header: H10
            type: multiple
            question: {sv: "Hur har du fått veta vad riktlinjerna säger?", en: "How have you learnt what the guidelines say?"}
            categories:
              - {value: meeting, also: [SQ001], label: {sv: På ett möte eller en utbildning, en: At a meeting or training}}
              - {value: written, also: [SQ002], label: {sv: Genom brev eller e-post, en: By letter or e-mail}}
              - {value: web, also: [SQ003], label: {sv: På webbplats eller intranät, en: On a web site or intranet}}
              - {value: colleague, also: [SQ004], label: {sv: Av en kollega, en: From a colleague}}
              - {value: not-told, also: [SQ005], label: {sv: Inte alls, en: Not at all}}
              - {value: other, label: {sv: På annat sätt, en: In another way}, other: true}

          - name: support-wished
            header: H11
            type: multiple
            question: {sv: "Vilket stöd skulle du vilja ha?", en: "Which support would you like?"}
            categories:
              - {value: training, also: [SQ001], label: {sv: Utbildning, en: Training}}
              - {value: examples, also: [SQ002], label: {sv: Skriftliga exempel, en: Written examples}}
              - {value: case-discussions, also: [SQ003], label: {sv: Ärendehandledning, en: Discussion of cases}}
              - {value: method, also: [SQ004], label: {sv: Ett bedömningsstöd, en: A method for assessment}}
              - {value: none, also: [SQ005], label: {sv: Inget, en: None}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: comment
            header: H12
            type: text
            question: {sv: "Vill du berätta något mer?", en: "Is there more you want to tell us?"}

          - name: comment-themes
            header: H12tema
            type: multiple
            themes_of: comment
            optional: true
            in_form: false
            question: {sv: Vad fritextsvaren handlar om, en: What the comments are about}
            categories:
              - {value: guidelines, label: {sv: Riktlinjerna, en: The guidelines}}
              - {value: workload, label: {sv: Arbetsbelastning, en: Workload}}
              - {value: providers, label: {sv: Utförarna, en: The providers}}
              - {value: information, label: {sv: Information om reglerna, en: Information on the rules}}
              - {value: expenses, label: {sv: Omkostnader, en: Expenses}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: years-in-role
            header: H13
            type: single
            role: background
            question: {sv: "Hur länge har du arbetat som handläggare?", en: "How long have you been a case officer?"}
            categories:
              - {value: 0-1, also: [A1], label: {sv: Mindre än två år, en: Less than two years}}
              - {value: 2-5, also: [A2], label: {sv: 2–5 år, en: 2–5 years}}
              - {value: 6-, also: [A3], label: {sv: 6 år eller mer, en: 6 years or more}}

        """
}
