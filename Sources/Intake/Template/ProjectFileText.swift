// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The text of a new `ledsaga.yaml`: every setting with its default and what it means.
enum ProjectFileText {
    static let text = Phrase(
        sv: """
            # Ledsaga: uppföljning av ledsagning. Rader som börjar med # är förklaringar eller standardvärden.
            # Kontrollera med ”ledsaga check”; hjälp om en fil ger ”ledsaga inspect FIL”.

            municipality: Min kommun        # namnet i rapporten
            language: sv                    # sv eller en

            # Insatserna som följs upp, och vad exporterna kallar dem. Stora och små bokstäver spelar ingen roll.
            services:
              Ledsagning:      {law: SoL, aliases: [SoL Ledsagning, Ledsagning SoL, ledsagning enligt SoL]}
              Ledsagarservice: {law: LSS, aliases: [Ledsagarservice LSS, LSS Ledsagarservice]}

            # Utan sources läses alla tabeller i data/, vad filerna än heter: textfiler (.csv, .txt, .tsv, .tab, .skv),
            # arbetsböcker (.xlsx, .xlsm, .xls, .ods) och zip med sådana. Rubrikerna avgör vad varje fil eller blad är.
            # ”ledsaga init” lägger till sources med vad exporterna togs för, om inga står här. Med sources läses bara
            # det som står där, en rad för varje slag, fil eller blad:
            # sources:
            #   - {kind: decisions, files: data/beslut-*.csv}
            #   - {kind: visits, files: data/ledsagning.xlsx, sheet: Besök}
            #   - kind: visits
            #     files: data/utfort/*.csv
            #     columns: {person: Kundnummer, timmar: Utförd tid}   # vårt namn: rubriken i filen
            #     encoding: windows-1252    # annars känns den igen: utf-8, utf-16le, utf-16be, windows-1252
            #     delimiter: ";"            # annars känns det igen: ; , tab |
            #   - {kind: districts, files: data/stadsdelsnamnder.csv}
            #   - {kind: population, files: data/befolkning.csv}
            #   - {kind: population, files: data/fardtjanst-2017.csv, base: paratransit, year: 2017}
            # Enkäter har en kodbok var. Tre färdiga, med frågor, finns i enkater/:
            #   - {kind: survey, files: data/enkat-brukare-2019.csv, codebook: enkater/brukare.kodbok.yaml, wave: 2019}

            # Flexibel användning. ”ledsaga explain flexible-use” förklarar orden.
            # flexible_use:
            #   definition: moved-hours     # eller moved-hours-or-overrun
            #   denominator: granted        # eller performed, complete-period
            #   anchor: spell               # eller calendar
            #   period_months: 3
            #   tolerance_hours: 0.5        # decimaltal med punkt
            # pro_rating: days              # beslut under en del av månaden: days, whole eller none
            # hour_classes: [1, 10, 20, 40] # beviljade timmar i månaden, undre gränser
            # age_groups: [0, 23, 65, 80]   # åldersgrupper, undre gränser

            # Röjandekontroll: mindre antal än så visas inte. ”ledsaga explain method” förklarar metoderna.
            disclosure:
              threshold: 5                  # 4–10
            #   p_percent: 10               # summor: så många procent måste det största bidraget vara ovisst
            #   minimum_base: 10            # andelar och medianer av färre än så visas inte
            #   protection: 1               # ett dolt antal ska kunna vara minst så mycket större eller mindre
            #   method: suppression         # öppna tabeller: suppression, rounding eller cell_key
            #   rounding_base: 3            # rounding: 3 eller 5

            """,
        en: """
            # Ledsaga: the follow-up of the companion service. Lines that begin with # explain, or show defaults.
            # Check with “ledsaga check”; “ledsaga inspect FILE” helps with a file.

            municipality: My municipality   # its name in the report
            language: en                    # sv or en

            # The services to follow up, and what the exports call them. Case does not matter.
            services:
              Ledsagning:      {law: SoL, aliases: [SoL Ledsagning, Ledsagning SoL, ledsagning enligt SoL]}
              Ledsagarservice: {law: LSS, aliases: [Ledsagarservice LSS, LSS Ledsagarservice]}

            # Without sources, all tables in data/ are read, whatever the files are called: text files (.csv, .txt, .tsv,
            # .tab, .skv), workbooks (.xlsx, .xlsm, .xls, .ods) and zips of them. Headers decide what each file or sheet is.
            # “ledsaga init” adds sources with what the exports were taken for, where none stand here. With sources only
            # what stands there is read, an entry for each kind, file or sheet:
            # sources:
            #   - {kind: decisions, files: data/beslut-*.csv}
            #   - {kind: visits, files: data/ledsagning.xlsx, sheet: Besök}
            #   - kind: visits
            #     files: data/utfort/*.csv
            #     columns: {person: Kundnummer, timmar: Utförd tid}   # our name: the header in the file
            #     encoding: windows-1252    # else found out: utf-8, utf-16le, utf-16be, windows-1252
            #     delimiter: ";"            # else found out: ; , tab |
            #   - {kind: districts, files: data/stadsdelsnamnder.csv}
            #   - {kind: population, files: data/befolkning.csv}
            #   - {kind: population, files: data/fardtjanst-2017.csv, base: paratransit, year: 2017}
            # A survey has a codebook. Three ready ones, with questions, are in surveys/:
            #   - {kind: survey, files: data/survey-users-2019.csv, codebook: surveys/users.codebook.yaml, wave: 2019}

            # Flexible use. “ledsaga explain flexible-use” explains the words.
            # flexible_use:
            #   definition: moved-hours     # or moved-hours-or-overrun
            #   denominator: granted        # or performed, complete-period
            #   anchor: spell               # or calendar
            #   period_months: 3
            #   tolerance_hours: 0.5
            # pro_rating: days              # decisions over part of a month: days, whole or none
            # hour_classes: [1, 10, 20, 40] # granted hours a month, lower limits
            # age_groups: [0, 23, 65, 80]   # age groups, lower limits

            # Disclosure control: counts below this are hidden. “ledsaga explain method” explains the methods.
            disclosure:
              threshold: 5                  # 4–10
            #   p_percent: 10               # sums: by so many per cent the largest part must be uncertain
            #   minimum_base: 10            # shares and medians of fewer are not shown
            #   protection: 1               # a hidden count must be able to be at least so much more or less
            #   method: suppression         # open tables: suppression, rounding or cell_key
            #   rounding_base: 3            # rounding: 3 or 5

            """)
}
