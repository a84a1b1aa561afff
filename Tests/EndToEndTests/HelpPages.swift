// SPDX-License-Identifier: EUPL-1.2

/// The help of two commands, whole, as an 80-column terminal shows it.
enum HelpPages {
    static let all: [(command: String, language: String, page: String)] = [
        (
            "check", "sv",
            """
            Läs allt och säg vad som inte går att läsa.

            EXEMPEL
              ledsaga check
              ledsaga check --output fel.csv   en rad per fel, till uppgifternas ägare
              ledsaga check --format json

            Varje fel anges med fil, rad och kolumn och hur värdet såg ut, aldrig med en
            person. Slutkoden är 1 när rader har lagts åt sidan.

            ANVÄNDNING: ledsaga check [<val>]

            VAL:
              -C, --project <mapp>    Projektets mapp. (förval: .)
              --strict                Avbryt när en rad inte kan läsas, i stället för att
                                      lägga den åt sidan.
              --language <språk>      Språk i hjälp, svar och meddelanden. Utan valet
                                      gäller projektets. (värden: sv, en)
              -q, --quiet             Inga meddelanden utom fel.
              -v, --verbose           Berätta om varje fil som läses.
              --no-color              Inga färger och ingen nedtonad text.
              --format <format>       Text för en läsare eller JSON för ett program.
                                      (värden: text, json; förval: text)
              -o, --output <fil>      Skriv också felen till den här CSV-filen, en rad per
                                      fel.
              --version               Visa versionen.
              -h, --help              Visa den här hjälpen.

            """
        ),
        (
            "check", "en",
            """
            Read everything and tell what cannot be read.

            EXAMPLES
              ledsaga check
              ledsaga check --output fel.csv   a line a fault, for the data's owner
              ledsaga check --format json

            Each fault is given with file, line and column and the shape of the value,
            never with a person. The exit code is 1 when rows were set aside.

            USAGE: ledsaga check [<options>]

            OPTIONS:
              -C, --project <dir>     The project's folder. (default: .)
              --strict                Stop when a row cannot be read, instead of setting it
                                      aside.
              --language <language>   Language of help, answers and messages. Without it
                                      the project's is used. (values: sv, en)
              -q, --quiet             No messages but errors.
              -v, --verbose           Tell of every file read.
              --no-color              No colour and no dim text.
              --format <format>       Text for a reader or JSON for a program. (values:
                                      text, json; default: text)
              -o, --output <file>     Also write the faults to this CSV file, a line each.
              --version               Show the version.
              -h, --help              Show help information.

            """
        ),
        (
            "query", "sv",
            """
            Ett svar: ett mått, uppdelat och filtrerat.

            EXEMPEL
              ledsaga query utilisation
              ledsaga query utilisation --by district,year --where law=LSS
              ledsaga query flexible-use --by sex --year 2018..2019 --format json
              ledsaga query persons --by district --total --sort value --limit 5
              ledsaga query persons --on 10-01
              ledsaga query utilisation --compare district
              ledsaga query item:time-enough --compare district
              ledsaga query granted-hours:median --by age
              ledsaga query item:time-enough --by group,wave
              ledsaga query awareness:change --by question --where group=users

            I en terminal blir svaret en tabell att läsa, annars CSV för ett annat program.
            Små tal döljs (..), liksom tal som de annars går att räkna ut från. Mått och
            uppdelningar: ledsaga measures.

            ANVÄNDNING: ledsaga query <mått> [<val>]

            ARGUMENT:
              <mått>                  Måttet, eller en del av det som MÅTT:DEL. En
                                      enkätfråga skrivs item:NAMN.

            VAL:
              -C, --project <mapp>    Projektets mapp. (förval: .)
              --strict                Avbryt när en rad inte kan läsas, i stället för att
                                      lägga den åt sidan.
              --language <språk>      Språk i hjälp, svar och meddelanden. Utan valet
                                      gäller projektets. (värden: sv, en)
              -q, --quiet             Inga meddelanden utom fel.
              -v, --verbose           Berätta om varje fil som läses.
              --no-color              Inga färger och ingen nedtonad text.
              --by <uppdelning>       Dela upp efter detta, med komma emellan.
              --where <villkor>       Bara det som uppfyller villkoret: law=LSS,
                                      district=Farsta,Bromma, sex!=male eller year>=2018.
              --year <år>             Ett år eller flera: 2019 eller 2018..2019. (förval:
                                      det sista hela året)
              --on <dag>              Med persons: de som har ett beslut den dagen, som
                                      10-01. Antalen är avrundade.
              --interval <procent>    Intervallens nivå i procent, 50 till 99.9. (förval:
                                      95.0)
              --compare <uppdelning>  Jämför grupper med slumpen och med varandra:
                                      district, provider, provider-type eller law; i
                                      enkäter district, sex, age, law eller group.
              --total                 Lägg till rader för alla tillsammans.
              --definition <namn>     Definition av flexibel användning. Utan valet gäller
                                      projektets. (värden: moved-hours,
                                      moved-hours-or-overrun)
              --denominator <namn>    Nämnare för flexibel användning. Utan valet gäller
                                      projektets. (värden: granted, performed,
                                      complete-period)
              --anchor <namn>         Perioder från beslutens början (spell) eller
                                      kalenderns kvartal. Utan valet gäller projektets.
                                      (värden: spell, calendar)
              --format <format>       Svarets format. Utan valet table i en terminal,
                                      annars csv. (värden: table, csv, csv-excel, json,
                                      jsonl, md, html)
              --sort <ordning>        Radernas ordning: den vanliga (name), störst värde
                                      först (value) eller minst först (-value). (värden:
                                      name, value, -value; förval: name)
              --limit <rader>         Högst så många rader per år, förutom raderna för alla.
              -o, --output <fil>      Skriv till den här filen. - är standard ut.
              --internal              Visa allt, även små tal. Får aldrig lämnas vidare.
              --published <mapp>      En publicerad rapport: det den visar räknas som känt,
                                      och det den döljer ska förbli dolt. De i projektets
                                      reports/ hittas utan valet; none: räkna inte med
                                      några.
              --version               Visa versionen.
              -h, --help              Visa den här hjälpen.

            """
        ),
        (
            "query", "en",
            """
            One answer: a measure, broken down and filtered.

            EXAMPLES
              ledsaga query utilisation
              ledsaga query utilisation --by district,year --where law=LSS
              ledsaga query flexible-use --by sex --year 2018..2019 --format json
              ledsaga query persons --by district --total --sort value --limit 5
              ledsaga query persons --on 10-01
              ledsaga query utilisation --compare district
              ledsaga query item:time-enough --compare district
              ledsaga query granted-hours:median --by age
              ledsaga query item:time-enough --by group,wave
              ledsaga query awareness:change --by question --where group=users

            In a terminal the answer is a table for a reader, in a pipe CSV for a program.
            Small numbers are hidden (..), and so is what they could be had from. Measures
            and breakdowns: ledsaga measures.

            USAGE: ledsaga query <measure> [<options>]

            ARGUMENTS:
              <measure>               The measure, or one of its aspects as MEASURE:ASPECT.
                                      A survey item is written item:NAME.

            OPTIONS:
              -C, --project <dir>     The project's folder. (default: .)
              --strict                Stop when a row cannot be read, instead of setting it
                                      aside.
              --language <language>   Language of help, answers and messages. Without it
                                      the project's is used. (values: sv, en)
              -q, --quiet             No messages but errors.
              -v, --verbose           Tell of every file read.
              --no-color              No colour and no dim text.
              --by <dimensions>       Break down by these, comma between.
              --where <filter>        Only what meets the filter: law=LSS,
                                      district=Farsta,Bromma, sex!=male or year>=2018.
              --year <years>          One year or several: 2019 or 2018..2019. (default:
                                      the last whole year)
              --on <day>              With persons: those with a decision on that day, as
                                      10-01. Counts are rounded.
              --interval <percent>    Level of the intervals in per cent, 50 to 99.9.
                                      (default: 95.0)
              --compare <dimension>   Compare groups with chance and with each other:
                                      district, provider, provider-type or law; in surveys
                                      district, sex, age, law or group.
              --total                 Add rows for all together.
              --definition <name>     Definition of flexible use. Without it the project's
                                      is used. (values: moved-hours, moved-hours-or-overrun)
              --denominator <name>    Denominator of flexible use. Without it the project's
                                      is used. (values: granted, performed, complete-period)
              --anchor <name>         Periods from the start of the spell or by calendar
                                      quarter. Without it the project's is used. (values:
                                      spell, calendar)
              --format <format>       Format of the answer. Without it table in a terminal,
                                      else csv. (values: table, csv, csv-excel, json,
                                      jsonl, md, html)
              --sort <order>          Order of rows: the usual (name), highest value first
                                      (value) or lowest first (-value). (values: name,
                                      value, -value; default: name)
              --limit <rows>          At most so many rows a year, totals aside.
              -o, --output <file>     Write to this file; - is stdout.
              --internal              Show everything, small numbers too. Never to be
                                      passed on.
              --published <dir>       A published report: what it shows counts as known,
                                      and what it hides is to stay hidden. Those in the
                                      project's reports/ are found without it; none: count
                                      on none.
              --version               Show the version.
              -h, --help              Show help information.

            """
        ),
    ]
}
