// SPDX-License-Identifier: EUPL-1.2

package import Terms

/// Why a row was set aside. The raw value is the stable name in machine output; the words stand below, each rule's beside the other's.
package enum FaultRule: String, Error, Sendable, CaseIterable {
    // MARK: The record

    /// More or fewer fields than the header.
    case raggedRow = "ragged-row"
    /// Characters after the quote that ends a field.
    case junkAfterQuote = "junk-after-quote"
    /// A quote that never closes, reported where it opened.
    case unclosedQuote = "unclosed-quote"
    /// Bytes that are no text in the file's encoding.
    case invalidEncoding = "invalid-encoding"
    /// A NUL character in a cell: no text has one, so the file has been damaged there.
    case nulByte = "nul-byte"
    /// The same row came before, byte for byte but for the name of a board that has had others; the first stays.
    case duplicateRow = "duplicate-row"

    /// The same decision, or the same performed hours, came before under the board that this one became, or that became
    /// this one; the first stays.
    case listedUnderBothNames = "listed-under-both-names"

    /// A later row, of the same file or of a later one, tells how the same decision stands now.
    case replacedByLaterRow = "replaced-by-later-row"

    // MARK: A field

    /// Empty where a value is needed.
    case missingValue = "missing-value"
    case notANumber = "not-a-number"
    /// A number, year or date that cannot be right: negative or enormous hours, a birth year after the row's date.
    case outOfRange = "out-of-range"
    case notADate = "not-a-date"
    /// Written as a date, but the calendar has none such (`2019-02-29`).
    case noSuchDate = "no-such-date"
    /// Excel's day serial (`43525`) where a date is needed.
    case excelSerialDate = "excel-serial-date"
    /// A date that can be read in more than one order (`1/3/2019`), in a column that does not tell which.
    case ambiguousDate = "ambiguous-date"
    /// A number whose mark can be the decimal one or that of thousands (`1.284` in a column with decimal commas).
    case ambiguousNumber = "ambiguous-number"
    case notAMonth = "not-a-month"
    case notAClockTime = "not-a-clock-time"
    /// A clock time that Excel has turned into a part of a day (`0,354166666666667` for 08:30).
    case excelFractionOfDay = "excel-fraction-of-day"
    /// A person key that Excel has turned into a rounded number (`1,98E+11`): the person cannot be known.
    case excelMangledPerson = "excel-mangled-person"
    /// A word or sign that stands where a person should (`NULL`, *Okänd*, `xxxxxxxx-xxxx`): no person at all.
    case placeholderPerson = "placeholder-person"
    /// Words that say that the person's identity is protected, instead of a person key (*Skyddad identitet*).
    case protectedPerson = "protected-person"
    /// An identity number whose last four are hidden (`19800101-XXXX`): two persons may have the same.
    case maskedPerson = "masked-person"

    /// An identity number in a column of names: the row's fields have slipped sideways.
    case personKeyElsewhere = "person-key-elsewhere"

    // MARK: A word

    case unknownDistrict = "unknown-district"
    /// An *insats* that the project file does not name, thus not one it follows up.
    case unknownService = "unknown-service"
    /// A *lagrum* that is neither SoL nor LSS.
    case unknownLaw = "unknown-law"
    case unknownOutcome = "unknown-outcome"
    case unknownStatus = "unknown-status"
    case unknownUnit = "unknown-unit"
    case unknownSex = "unknown-sex"
    /// A *regi* that is neither municipal nor independent.
    case unknownProviderType = "unknown-provider-type"
    /// Neither yes nor no.
    case unknownYesNo = "unknown-yes-no"

    // MARK: Fields together

    /// A visit of more than 24 hours.
    case longerThanADay = "longer-than-a-day"
    /// A decision that was made before it was applied for.
    case appliedAfterDecision = "applied-after-decision"
    /// A person born after the row's date.
    case beforeBirth = "before-birth"
    /// A decision whose last day comes before its first.
    case endsBeforeStart = "ends-before-start"
    /// Hours as Excel's fraction of a day (`0,0416666667` for one hour), as all the column's values seem to be.
    case hoursAsFractions = "hours-as-fractions"
    /// Neither hours nor both clock times: the length of the visit cannot be known.
    case noDuration = "no-duration"
    /// The cell or the header says another unit than the row's own column of units.
    case unitsDiffer = "units-differ"
    /// Negative hours, or a credit, that answer to no visit.
    case creditWithoutVisit = "credit-without-visit"

    // MARK: Tables

    /// A name that the table already has.
    case duplicateName = "duplicate-name"
    /// A district whose successor (*efterföljare*) is not in the table.
    case unknownSuccessor = "unknown-successor"
    /// Districts that succeed each other in a ring.
    case successorRing = "successor-ring"
    /// A second row of a table of totals for what it has a row for already: the same year, district, age and sex.
    case duplicateCell = "duplicate-cell"
    /// A district that had ended, beside the one that took over, for the same year: its people would count twice.
    case predecessorBesideSuccessor = "predecessor-beside-successor"

    /// A time band of rates that is none of those known.
    case unknownBand = "unknown-band"
    /// A rate for days that another has already.
    case overlappingRates = "overlapping-rates"

    /// A key figure (*nyckeltal*) that is none of those compared with.
    case unknownKeyFigure = "unknown-key-figure"
    /// A key figure of a service that the project does not follow up.
    case keyFigureOfOtherService = "key-figure-of-other-service"
    /// A code or name that no municipality has, and that is no group.
    case unknownMunicipality = "unknown-municipality"
    /// A number of another municipality, which the source does not list as similar.
    case otherMunicipality = "other-municipality"

    // MARK: Surveys

    /// The same respondent (login code or person) has a later complete answer, or a complete one where this is not.
    case duplicateResponse = "duplicate-response"
}

extension FaultRule {
    /// What is said of a rule.
    private struct Words {
        let problem: Phrase
        let remedy: Phrase
    }

    /// What is wrong, to follow a place and a colon.
    package var problem: Phrase { words.problem }
    /// What to do about it.
    package var remedy: Phrase { words.remedy }

    /// The table of rules: what each says, and what it advises.
    private var words: Words {
        switch self {
        case .raggedRow:
            Words(
                problem: Phrase(
                    sv: "raden har inte lika många fält som rubriken",
                    en: "the row has not as many fields as the header"),
                remedy: Phrase(
                    sv: "Sätt citattecken om fält med skiljetecken eller radbrytningar.",
                    en: "Put quotation marks round fields that hold separators or line breaks."))
        case .junkAfterQuote:
            Words(
                problem: Phrase(sv: "text efter ett avslutande citattecken", en: "text after a closing quotation mark"),
                remedy: Phrase(
                    sv: "Skriv citattecken inne i fältet dubbelt och avsluta fältet med ett.",
                    en: "Write quotation marks inside the field twice and end it with one."))
        case .unclosedQuote:
            Words(
                problem: Phrase(sv: "ett citattecken som aldrig stängs", en: "a quotation mark that never closes"),
                remedy: Phrase(
                    sv: "Skriv citattecken inne i fältet dubbelt och avsluta fältet med ett.",
                    en: "Write quotation marks inside the field twice and end it with one."))
        case .invalidEncoding:
            Words(
                problem: Phrase(
                    sv: "tecken som inte går att läsa i filens teckenkodning",
                    en: "bytes that are no text in the file's encoding"),
                remedy: Phrase(
                    sv: "Exportera filen på nytt som UTF-8, eller ange encoding i ledsaga.yaml.",
                    en: "Export the file again as UTF-8, or name its encoding in ledsaga.yaml."))
        case .nulByte:
            Words(
                problem: Phrase(
                    sv: "ett NUL-tecken i fältet: filen är skadad där", en: "a NUL character: the file is damaged there"
                ),
                remedy: Phrase(sv: "Exportera filen på nytt.", en: "Export the file again."))
        case .duplicateRow:
            Words(
                problem: Phrase(sv: "samma rad finns längre upp", en: "the same row stands further up"),
                remedy: Phrase(
                    sv: "Ta bort den ena om det är samma händelse.",
                    en: "Remove one of them if they are the same event."))
        case .replacedByLaterRow:
            Words(
                problem: Phrase(
                    sv: "samma beslut står på en senare rad, som gäller i stället",
                    en: "the same decision stands on a later row, which holds instead"),
                remedy: Phrase(
                    sv: "Inget behöver göras om den senare raden är den rätta.",
                    en: "Nothing need be done if the later row is the right one."))
        case .listedUnderBothNames:
            Words(
                problem: Phrase(
                    sv: "samma uppgift finns redan under nämndens äldre eller nyare namn",
                    en: "the same thing stands already under the district's older or newer name"),
                remedy: Phrase(
                    sv: "Ta bort raden med det gamla namnet, om det är samma beslut eller besök.",
                    en: "Remove the row with the old name, if it is the same decision or visit."))
        case .missingValue:
            Words(
                problem: Phrase(sv: "värde saknas", en: "a value is missing"),
                remedy: Phrase(sv: "Fyll i värdet i källsystemet.", en: "Fill in the value in the source system."))
        case .notANumber:
            Words(
                problem: Phrase(sv: "inte ett tal", en: "not a number"),
                remedy: Phrase(sv: "Skriv ett tal, till exempel 12,5.", en: "Write a number, such as 12.5."))
        case .outOfRange:
            Words(
                problem: Phrase(sv: "värdet är orimligt", en: "the value cannot be right"),
                remedy: Phrase(
                    sv: "Kontrollera värdet; en fotnotssiffra kan ha hamnat i talet.",
                    en: "Check the value; a footnote digit may have got into the number."))
        case .notADate:
            Words(
                problem: Phrase(sv: "inte ett datum", en: "not a date"),
                remedy: Phrase(sv: "Skriv datum som 2019-03-01.", en: "Write dates as 2019-03-01."))
        case .noSuchDate:
            Words(
                problem: Phrase(sv: "datumet finns inte i kalendern", en: "no such day in the calendar"),
                remedy: Phrase(sv: "Skriv datum som 2019-03-01.", en: "Write dates as 2019-03-01."))
        case .excelSerialDate:
            Words(
                problem: Phrase(
                    sv: "Excels löpnummer i stället för datum", en: "Excel's serial number instead of a date"),
                remedy: Phrase(
                    sv: "Formatera kolumnen som datum i Excel och spara om filen.",
                    en: "Format the column as dates in Excel and save the file again."))
        case .ambiguousDate:
            Words(
                problem: Phrase(
                    sv: "datumet kan läsas på mer än ett sätt, till exempel med dag eller månad först",
                    en: "the date can be read in more than one way, such as day or month first"),
                remedy: Phrase(
                    sv: "Ange kolumnens datumordning i ledsaga.yaml, eller skriv datum som 2019-03-01.",
                    en: "Name the column's order of dates in ledsaga.yaml, or write dates as 2019-03-01."))
        case .ambiguousNumber:
            Words(
                problem: Phrase(
                    sv: "talet kan läsas på två sätt: med decimaler eller med tusental",
                    en: "the number can be read in two ways: with decimals or with thousands"),
                remedy: Phrase(
                    sv: "Skriv talet med decimalkomma och utan punkt, till exempel 1284 eller 1,284.",
                    en: "Write the number with one decimal mark and no thousands, such as 1284 or 1,284."))
        case .notAMonth:
            Words(
                problem: Phrase(sv: "inte en månad", en: "not a month"),
                remedy: Phrase(sv: "Skriv månaden som 2019-03.", en: "Write the month as 2019-03."))
        case .notAClockTime:
            Words(
                problem: Phrase(sv: "inte ett klockslag", en: "not a clock time"),
                remedy: Phrase(sv: "Skriv klockslag som 08:15.", en: "Write clock times as 08:15."))
        case .excelFractionOfDay:
            Words(
                problem: Phrase(
                    sv: "Excels del av ett dygn i stället för klockslag",
                    en: "Excel's fraction of a day instead of a clock time"),
                remedy: Phrase(
                    sv: "Formatera kolumnen som klockslag i Excel och spara om filen.",
                    en: "Format the column as clock times in Excel and save the file again."))
        case .excelMangledPerson:
            Words(
                problem: Phrase(
                    sv: "personnumret har avrundats i Excel, så personen är okänd",
                    en: "Excel has rounded the identity number, so the person is unknown"),
                remedy: Phrase(
                    sv: "Exportera på nytt utan Excel emellan, eller med kolumnen som text.",
                    en: "Export again without opening it in Excel, or with the column as text."))
        case .placeholderPerson:
            Words(
                problem: Phrase(
                    sv: "ingen person anges, bara en utfyllnad",
                    en: "no person is given, only something that fills the place"),
                remedy: Phrase(
                    sv: "Fyll i personnummer eller annan id i källsystemet.",
                    en: "Fill in the identity number or another id in the source system."))
        case .protectedPerson:
            Words(
                problem: Phrase(
                    sv: "personen har skyddade uppgifter och anges inte",
                    en: "the person's identity is protected and not given"),
                remedy: Phrase(
                    sv: "Exportera med en pseudonym eller annan id för personen, om raden ska räknas.",
                    en: "Export with a pseudonym or another id for the person, if the row is to count."))
        case .maskedPerson:
            Words(
                problem: Phrase(
                    sv: "personnumrets fyra sista tecken är dolda, så personen är okänd",
                    en: "the last four of the identity number are hidden, so the person is unknown"),
                remedy: Phrase(
                    sv: "Exportera på nytt med hela numret, eller med en id för varje person.",
                    en: "Export again with the whole number, or with an id for each person."))
        case .personKeyElsewhere:
            Words(
                problem: Phrase(
                    sv: "ett personnummer i en kolumn för namn; fälten har hamnat snett",
                    en: "an identity number in a column of names; the fields have slipped sideways"),
                remedy: Phrase(
                    sv: "Kontrollera att raden har alla fält i rätt ordning.",
                    en: "Check that the row has all its fields in the right order."))
        case .unknownDistrict:
            Words(
                problem: Phrase(sv: "okänd stadsdelsnämnd", en: "unknown district"),
                remedy: Phrase(
                    sv: "Rätta namnet, eller lägg till det i tabellen över stadsdelsnämnder.",
                    en: "Correct the name, or add it to the table of districts."))
        case .unknownService:
            Words(
                problem: Phrase(sv: "okänd insats", en: "unknown service"),
                remedy: Phrase(
                    sv: "Lägg till den under services i ledsaga.yaml om den ska följas upp.",
                    en: "Add it under services in ledsaga.yaml if it is to be followed up."))
        case .unknownLaw:
            Words(
                problem: Phrase(sv: "okänt lagrum", en: "unknown law"),
                remedy: Phrase(
                    sv: "Skriv SoL eller LSS, med eller utan paragraf.",
                    en: "Write SoL or LSS, with or without the section."))
        case .unknownOutcome:
            Words(
                problem: Phrase(sv: "okänt utfall", en: "unknown outcome"),
                remedy: Phrase(sv: "Skriv bifall, delavslag eller avslag.", en: "Write bifall, delavslag or avslag."))
        case .unknownStatus:
            Words(
                problem: Phrase(sv: "okänd status", en: "unknown status"),
                remedy: Phrase(
                    sv: "Skriv till exempel utförd, avbokad eller bom.", en: "Write for example utförd, avbokad or bom."
                ))
        case .unknownUnit:
            Words(
                problem: Phrase(sv: "okänd enhet för timmar", en: "unknown unit of hours"),
                remedy: Phrase(sv: "Skriv månad, vecka, år eller period.", en: "Write månad, vecka, år or period."))
        case .unknownSex:
            Words(
                problem: Phrase(sv: "okänt kön", en: "unknown sex"),
                remedy: Phrase(sv: "Skriv kvinna eller man.", en: "Write kvinna or man."))
        case .unknownProviderType:
            Words(
                problem: Phrase(sv: "okänd regi", en: "unknown type of provider"),
                remedy: Phrase(sv: "Skriv kommunal eller enskild.", en: "Write kommunal or enskild."))
        case .unknownYesNo:
            Words(
                problem: Phrase(sv: "varken ja eller nej", en: "neither yes nor no"),
                remedy: Phrase(sv: "Skriv ja eller nej.", en: "Write ja or nej."))
        case .longerThanADay:
            Words(
                problem: Phrase(sv: "besöket är längre än 24 timmar", en: "the visit is longer than 24 hours"),
                remedy: Phrase(
                    sv: "Kontrollera start, slut och antal timmar.", en: "Check the start, the end and the hours."))
        case .endsBeforeStart:
            Words(
                problem: Phrase(sv: "slutdatum före startdatum", en: "the last day comes before the first"),
                remedy: Phrase(sv: "Kontrollera båda datumen.", en: "Check both dates."))
        case .hoursAsFractions:
            Words(
                problem: Phrase(
                    sv: "timmarna ser ut att vara Excels delar av ett dygn",
                    en: "the hours seem to be Excel's fractions of a day"),
                remedy: Phrase(
                    sv:
                        "Stämmer det, ange units: {timmar: dygn} vid källan i ledsaga.yaml; annars units: {timmar: timmar}.",
                    en: "If so, give units: {timmar: days} at the source in ledsaga.yaml; else units: {timmar: hours}.")
            )
        case .noDuration:
            Words(
                problem: Phrase(
                    sv: "varken timmar eller både start och slut", en: "neither hours nor both start and end"),
                remedy: Phrase(sv: "Fyll i timmar, eller start och slut.", en: "Fill in hours, or start and end."))
        case .unitsDiffer:
            Words(
                problem: Phrase(
                    sv: "enheten är en annan än den som rubriken eller fältet säger",
                    en: "another unit than the header or the field says"),
                remedy: Phrase(
                    sv: "Rätta enheten, eller ange vad som gäller under units i ledsaga.yaml.",
                    en: "Correct the unit, or say what holds under units in ledsaga.yaml."))
        case .creditWithoutVisit:
            Words(
                problem: Phrase(
                    sv: "negativ tid eller kreditering som inte svarar mot något besök",
                    en: "negative hours or a credit that answer to no visit"),
                remedy: Phrase(
                    sv: "Kontrollera att besöket som krediteras finns med, med samma dag och tid.",
                    en: "Check that the visit it takes back is there, with the same day and time."))
        case .duplicateName:
            Words(
                problem: Phrase(sv: "namnet finns redan i tabellen", en: "the table already has the name"),
                remedy: Phrase(sv: "Behåll en av raderna.", en: "Keep one of the rows."))
        case .unknownSuccessor:
            Words(
                problem: Phrase(sv: "efterföljaren finns inte i tabellen", en: "the successor is not in the table"),
                remedy: Phrase(
                    sv: "Rätta efterföljarens namn eller lägg till den som egen rad.",
                    en: "Correct the successor's name or add it as a row of its own."))
        case .successorRing:
            Words(
                problem: Phrase(
                    sv: "nämnder som efterträder varandra i en ring", en: "districts that succeed each other in a ring"),
                remedy: Phrase(sv: "Ta bort en av efterföljarna.", en: "Remove one of the successors."))
        case .duplicateCell:
            Words(
                problem: Phrase(
                    sv: "tabellen har redan en rad för samma sak", en: "the table already has a row for this"),
                remedy: Phrase(sv: "Behåll den rad som gäller.", en: "Keep the row that is right."))
        case .predecessorBesideSuccessor:
            Words(
                problem: Phrase(
                    sv: "nämnden har upphört men står bredvid sin efterföljare",
                    en: "the district has ended but stands beside its successor"),
                remedy: Phrase(
                    sv: "Ingår dess tal inte i efterföljarens? Ta då bort efterföljarens rad.",
                    en: "Is its figure not part of the successor's? Remove the successor's row."))
        case .unknownBand:
            Words(
                problem: Phrase(sv: "okänt tidsband", en: "unknown time band"),
                remedy: Phrase(
                    sv: "Skriv dag, kväll, natt, helg, storhelg eller alla.",
                    en: "Write dag, kväll, natt, helg, storhelg or alla."))
        case .overlappingRates:
            Words(
                problem: Phrase(
                    sv: "ersättningen gäller dagar som redan har en", en: "the rate is for days that have one already"),
                remedy: Phrase(sv: "Behåll den rad som gäller.", en: "Keep the row that is right."))
        case .appliedAfterDecision:
            Words(
                problem: Phrase(
                    sv: "ansökan är senare än beslutet", en: "the application is later than the decision"),
                remedy: Phrase(
                    sv: "Rätta det av de två datumen som är fel.", en: "Correct whichever of the two dates is wrong."))
        case .beforeBirth:
            Words(
                problem: Phrase(
                    sv: "raden gäller en tid före personens födelse",
                    en: "the row is of a time before the person's birth"),
                remedy: Phrase(
                    sv: "Rätta datumet eller personnumret.", en: "Correct the date or the identity number."))
        case .unknownKeyFigure:
            Words(
                problem: Phrase(
                    sv: "ett annat nyckeltal än de som rapporten jämför med",
                    en: "another key figure than those the report compares with"),
                remedy: Phrase(
                    sv:
                        "Läs ut N28812 eller N28806 (ledsagarservice), N28814 (avlösarservice) eller N01951 (invånare).",
                    en: "Fetch N28812 or N28806 (companion service), N28814 (relief service) or N01951 (inhabitants)."))
        case .keyFigureOfOtherService:
            Words(
                problem: Phrase(
                    sv: "nyckeltalet gäller en insats som inte följs upp",
                    en: "the key figure is of a service that is not followed up"),
                remedy: Phrase(
                    sv: "Ta bort raden, eller lägg till insatsen (LSS) under services.",
                    en: "Remove the row, or add the service (LSS) under services."))
        case .unknownMunicipality:
            Words(
                problem: Phrase(sv: "ingen kommun eller grupp", en: "no municipality or group"),
                remedy: Phrase(
                    sv: "Skriv kommunens namn eller kod (0180), Riket (0000) eller gruppens nummer (G39696).",
                    en: "Write the municipality's name or code (0180), Riket (0000) or the group's number (G39696)."))
        case .otherMunicipality:
            Words(
                problem: Phrase(
                    sv: "en annan kommun än den egna", en: "another municipality than the project's own"),
                remedy: Phrase(
                    sv: "Är den en liknande kommun? Lägg till den under similar vid källan i ledsaga.yaml.",
                    en: "Is it a similar municipality? Add it under similar at the source in ledsaga.yaml."))
        case .duplicateResponse:
            Words(
                problem: Phrase(
                    sv: "samma respondent har ett senare eller mer fullständigt svar",
                    en: "the same respondent has a later or more complete answer"),
                remedy: Phrase(
                    sv: "Inget behöver göras, om det inte är två personer med samma kod.",
                    en: "Nothing need be done, unless two persons have the same code."))
        }
    }
}
