// SPDX-License-Identifier: EUPL-1.2

/// The codebook of the survey of users (*brukare*) that a new project gets.
enum UserCodebookText {
    /// Title, group and the words before the questions.
    static let head = """
        title: {sv: Enkät till dig som har ledsagning, en: Survey of users of the companion service}
        group: users
        form:
          intro:
            sv: >-
              Vi vill veta hur ledsagningen fungerar för dig. Det är frivilligt att svara, och dina svar påverkar inte ditt
              beslut. Svaren redovisas så att ingen kan se vad just du har svarat.
            en: >-
              We want to know how the companion service works for you. Answering is voluntary and does not affect your
              decision. The answers are shown so that no one can see what you answered.
          easy:
            sv: >-
              Vi vill veta vad du tycker om din ledsagning. Du bestämmer själv om du vill svara. Du kan få hjälp att svara.
              Ingen får veta vad just du har svarat.
            en: >-
              We want to know what you think of your companion service. You decide if you want to answer. You can have help.
              No one will know what you answered.

        batteries:
          - name: companion
            question: {sv: "Hur väl stämmer det här om dina ledsagare?", en: "How true is this of your companions?"}

        """

    /// The questions, in the order of the form.
    static let fields = """
        fields:
          - name: use-when-wished
            header: B01
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta kan du använda ledsagningen när du själv vill?
              en: How often can you use the companion service when you wish to?
            easy: {sv: "Får du ledsagning när du vill?", en: "Do you get a companion when you want one?"}
            categories: how-often

          - name: time-enough
            header: B02
            type: scale
            direction: higher-is-better
            question:
              sv: Hur ofta räcker dina timmar till det du vill göra?
              en: How often are your hours enough for what you want to do?
            easy: {sv: "Räcker dina timmar?", en: "Do you have enough hours?"}
            categories: how-often

          - name: hours-changed
            header: B03
            type: single
            favourable: [same, more]
            unfavourable: [fewer]
            question:
              sv: Hur ändrades antalet timmar i ditt senaste beslut?
              en: How did your latest decision change the number of hours?
            easy:
              sv: Fick du fler eller färre timmar i ditt senaste beslut?
              en: Did you get more or fewer hours in your latest decision?
            categories:
              - {value: fewer, also: [A1], label: {sv: Färre timmar, en: Fewer hours}}
              - {value: same, also: [A2], label: {sv: Lika många timmar, en: As many hours}}
              - {value: more, also: [A3], label: {sv: Fler timmar, en: More hours}}
              - value: first-decision
                also: [A4]
                label: {sv: Jag har bara haft ett beslut, en: I have had one decision only}
                missing: not_asked
              - {value: do-not-know, also: [A5], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}

          - name: wanted-activities
            header: B04
            type: scale
            direction: higher-is-better
            optional: true
            question:
              sv: Hur ofta kan du göra det du vill med hjälp av ledsagningen?
              en: How often can you do what you want to with the companion service?
            categories: how-often

          - name: same-companion
            header: B05
            type: scale
            direction: higher-is-better
            question: {sv: "Hur ofta får du samma ledsagare?", en: "How often do you have the same companion?"}
            easy: {sv: "Får du samma ledsagare varje gång?", en: "Do you get the same companion every time?"}
            categories: how-often

          - name: companion-kind
            header: "B06[1]"
            type: scale
            direction: higher-is-better
            battery: companion
            optional: true
            question: {sv: Ledsagarna bemöter mig väl, en: My companions treat me well}
            categories: agreement

          - name: companion-on-time
            header: "B06[2]"
            type: scale
            direction: higher-is-better
            battery: companion
            optional: true
            question: {sv: Ledsagarna kommer när de ska, en: My companions come when they should}
            categories: agreement

          - name: companion-listens
            header: "B06[3]"
            type: scale
            direction: higher-is-better
            battery: companion
            optional: true
            question: {sv: Ledsagarna lyssnar på vad jag vill, en: My companions listen to what I want}
            categories: agreement

          - name: complaint-way
            header: B07
            type: single
            favourable: ["yes"]
            unfavourable: ["no"]
            question:
              sv: Vet du vart du vänder dig om du vill klaga eller lämna synpunkter?
              en: Do you know where to turn if you want to complain or comment?
            easy: {sv: "Vet du vem du ska prata med om något är dåligt?", en: "Do you know who to tell if something is bad?"}
            categories: yes-no

          - name: hours-unused
            header: B08
            type: single
            favourable: ["no"]
            unfavourable: ["yes"]
            question:
              sv: Har du haft timmar som du inte använde under de senaste tre månaderna?
              en: Have you had hours that you did not use in the last three months?
            easy: {sv: "Har du haft timmar kvar som du inte använde?", en: "Have you had hours left that you did not use?"}
            categories: yes-no

          - name: unused-reasons
            header: B09
            type: multiple
            not_asked_if: {item: hours-unused, is: ["no"]}
            question: {sv: "Varför använde du inte alla timmar?", en: "Why did you not use all your hours?"}
            easy: {sv: "Varför hade du timmar kvar?", en: "Why did you have hours left?"}
            categories:
              - {value: no-companion, also: [SQ001], label: {sv: Det fanns ingen ledsagare, en: There was no companion}}
              - {value: illness, also: [SQ002], label: {sv: Jag var sjuk eller orkade inte, en: I was ill or too tired}}
              - {value: no-need, also: [SQ003], label: {sv: Jag behövde dem inte, en: I did not need them}}
              - {value: saved, also: [SQ004], label: {sv: Jag sparade dem, en: I saved them}}
              - value: rules-unclear
                also: [SQ005]
                label: {sv: Jag visste inte hur jag fick använda dem, en: I did not know how I might use them}
              - {value: hard-to-book, also: [SQ006], label: {sv: Det var svårt att boka, en: It was hard to book}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: knows-three-month-rule
            header: B10
            type: single
            role: knowledge
            right: three-months
            question:
              sv: Hur länge kan du vänta med att använda månadens timmar?
              en: How long can you wait before you use the hours of a month?
            easy: {sv: "När måste du använda dina timmar?", en: "When do you have to use your hours?"}
            categories: three-month-rule

          - name: knows-expense-rule
            header: B11
            type: single
            role: knowledge
            right: can-apply
            question:
              sv: Vem betalar ledsagarens omkostnader, till exempel biobiljetten?
              en: Who pays the companion's expenses, such as the cinema ticket?
            easy: {sv: "Vem betalar ledsagarens biljett?", en: "Who pays for the companion's ticket?"}
            categories: expense-rule

          - name: expenses-repaid
            header: B12
            type: single
            optional: true
            question:
              sv: Har du fått ersättning för ledsagarens omkostnader det senaste året?
              en: Have you been repaid for your companion's expenses in the last year?
            categories:
              - {value: repaid, also: [A1], label: {sv: Ja, en: "Yes"}}
              - {value: refused, also: [A2], label: {sv: "Nej, jag fick avslag", en: "No, I was refused"}}
              - {value: not-applied, also: [A3], label: {sv: "Nej, jag har inte ansökt", en: "No, I have not applied"}}
              - {value: no-expenses, also: [A4], label: {sv: "Det fanns inga omkostnader", en: "There were no expenses"}}
              - {value: do-not-know, also: [A5], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}

          - name: information-source
            header: B13
            type: multiple
            optional: true
            question:
              sv: Vem har berättat för dig hur timmarna får användas?
              en: Who has told you how the hours may be used?
            categories:
              - {value: case-officer, also: [SQ001], label: {sv: Min handläggare, en: My case officer}}
              - {value: provider, also: [SQ002], label: {sv: Utföraren eller ledsagaren, en: The provider or companion}}
              - {value: municipality, also: [SQ003], label: {sv: Kommunens webbplats eller brev, en: The municipality's site or letters}}
              - {value: relatives, also: [SQ004], label: {sv: Anhöriga eller vänner, en: Family or friends}}
              - {value: organisation, also: [SQ005], label: {sv: En förening, en: An organisation}}
              - {value: no-one, also: [SQ006], label: {sv: Ingen, en: No one}}
              - {value: other, label: {sv: Någon annan, en: Someone else}, other: true}

          - name: comment
            header: B14
            type: text
            question: {sv: "Vill du berätta något mer om din ledsagning?", en: "Is there more you want to tell us?"}
            easy: {sv: "Vill du säga något mer?", en: "Do you want to say more?"}

          - name: comment-themes
            header: B14tema
            type: multiple
            themes_of: comment
            optional: true
            in_form: false
            question: {sv: Vad fritextsvaren handlar om, en: What the comments are about}
            categories:
              - {value: hours, label: {sv: Antal timmar, en: Number of hours}}
              - {value: companions, label: {sv: Ledsagarna, en: The companions}}
              - {value: booking, label: {sv: Bokning och tider, en: Booking and times}}
              - {value: information, label: {sv: Information om reglerna, en: Information on the rules}}
              - {value: expenses, label: {sv: Omkostnader, en: Expenses}}
              - {value: freedom, label: {sv: Frihet och delaktighet, en: Freedom and taking part}}
              - {value: other, label: {sv: Annat, en: Other}, other: true}

          - name: age
            header: B15
            type: single
            trait: age
            question: {sv: "Hur gammal är du?", en: "How old are you?"}
            easy: {sv: "Hur gammal är du nu?", en: "How old are you now?"}
            categories:
              - {value: 0-22, also: [A1], label: {sv: 22 år eller yngre, en: 22 or younger}}
              - {value: 23-64, also: [A2], label: {sv: 23–64 år, en: 23–64}}
              - {value: 65-79, also: [A3], label: {sv: 65–79 år, en: 65–79}}
              - {value: 80-, also: [A4], label: {sv: 80 år eller äldre, en: 80 or older}}

          - name: sex
            header: B16
            type: single
            trait: sex
            question: {sv: "Vilket är ditt juridiska kön?", en: "What is your legal sex?"}
            easy: {sv: "Är du kvinna eller man?", en: "Are you a woman or a man?"}
            categories:
              - {value: female, also: [A1, F], label: {sv: Kvinna, en: Woman}}
              - {value: male, also: [A2, M], label: {sv: Man, en: Man}}
              - {value: declines, also: [A3], label: {sv: Vill inte svara, en: Prefer not to say}, missing: declines}

          - name: law
            header: B17
            type: single
            trait: law
            optional: true
            question: {sv: "Enligt vilken lag har du ledsagning?", en: "Under which act do you have the service?"}
            categories:
              - {value: SoL, also: [A1], label: {sv: Socialtjänstlagen (SoL), en: The Social Services Act (SoL)}}
              - {value: LSS, also: [A2], label: {sv: LSS, en: The Support and Service Act (LSS)}}
              - {value: do-not-know, also: [A3], label: {sv: Vet ej, en: Do not know}, missing: do_not_know}

          - name: answered-by
            header: B18
            type: single
            role: background
            question: {sv: "Vem har svarat på frågorna?", en: "Who has answered the questions?"}
            easy: {sv: "Har du svarat själv?", en: "Have you answered yourself?"}
            categories:
              - {value: self, also: [A1], label: {sv: Jag själv, en: I have}}
              - {value: helped, also: [A2], label: {sv: "Jag själv, med hjälp", en: "I have, with help"}}
              - {value: other-person, also: [A3], label: {sv: Någon annan för mig, en: Someone else on my behalf}}

        """
}
