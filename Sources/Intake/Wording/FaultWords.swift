// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension FaultRule {
    /// What is wrong, to follow a place and a colon.
    package var problem: Phrase {
        switch self {
        case .raggedRow:
            Phrase(
                sv: "raden har inte lika många fält som rubriken", en: "the row has not as many fields as the header")
        case .junkAfterQuote:
            Phrase(sv: "text efter ett avslutande citattecken", en: "text after a closing quotation mark")
        case .unclosedQuote:
            Phrase(sv: "ett citattecken som aldrig stängs", en: "a quotation mark that never closes")
        case .invalidEncoding:
            Phrase(
                sv: "tecken som inte går att läsa i filens teckenkodning",
                en: "bytes that are no text in the file's encoding")
        case .nulByte:
            Phrase(sv: "ett NUL-tecken i fältet: filen är skadad där", en: "a NUL character: the file is damaged there")
        case .unitsDiffer:
            Phrase(
                sv: "enheten är en annan än den som rubriken eller fältet säger",
                en: "another unit than the header or the field says")
        case .creditWithoutVisit:
            Phrase(
                sv: "negativ tid eller kreditering som inte svarar mot något besök",
                en: "negative hours or a credit that answer to no visit")
        case .unknownBand: Phrase(sv: "okänt tidsband", en: "unknown time band")
        case .overlappingRates:
            Phrase(sv: "ersättningen gäller dagar som redan har en", en: "the rate is for days that have one already")
        case .duplicateRow: Phrase(sv: "samma rad finns längre upp", en: "the same row stands further up")
        case .listedUnderBothNames:
            Phrase(
                sv: "samma uppgift finns redan under nämndens äldre eller nyare namn",
                en: "the same thing stands already under the district's older or newer name")
        case .missingValue: Phrase(sv: "värde saknas", en: "a value is missing")
        case .notANumber: Phrase(sv: "inte ett tal", en: "not a number")
        case .outOfRange: Phrase(sv: "värdet är orimligt", en: "the value cannot be right")
        case .notADate: Phrase(sv: "inte ett datum", en: "not a date")
        case .noSuchDate: Phrase(sv: "datumet finns inte i kalendern", en: "no such day in the calendar")
        case .excelSerialDate:
            Phrase(sv: "Excels löpnummer i stället för datum", en: "Excel's serial number instead of a date")
        case .ambiguousDate:
            Phrase(
                sv: "datumet kan läsas på mer än ett sätt, till exempel med dag eller månad först",
                en: "the date can be read in more than one way, such as day or month first")
        case .ambiguousNumber:
            Phrase(
                sv: "talet kan läsas på två sätt: med decimaler eller med tusental",
                en: "the number can be read in two ways: with decimals or with thousands")
        case .notAMonth: Phrase(sv: "inte en månad", en: "not a month")
        case .notAClockTime: Phrase(sv: "inte ett klockslag", en: "not a clock time")
        case .excelFractionOfDay:
            Phrase(
                sv: "Excels del av ett dygn i stället för klockslag",
                en: "Excel's fraction of a day instead of a clock time")
        case .hoursAsFractions:
            Phrase(
                sv: "timmarna ser ut att vara Excels delar av ett dygn",
                en: "the hours seem to be Excel's fractions of a day")
        case .excelMangledPerson:
            Phrase(
                sv: "personnumret har avrundats i Excel, så personen är okänd",
                en: "Excel has rounded the identity number, so the person is unknown")
        case .placeholderPerson:
            Phrase(
                sv: "ingen person anges, bara en utfyllnad",
                en: "no person is given, only something that fills the place")
        case .protectedPerson:
            Phrase(
                sv: "personen har skyddade uppgifter och anges inte",
                en: "the person's identity is protected and not given")
        case .maskedPerson:
            Phrase(
                sv: "personnumrets fyra sista tecken är dolda, så personen är okänd",
                en: "the last four of the identity number are hidden, so the person is unknown")
        case .personKeyElsewhere:
            Phrase(
                sv: "ett personnummer i en kolumn för namn; fälten har hamnat snett",
                en: "an identity number in a column of names; the fields have slipped sideways")
        case .unknownDistrict: Phrase(sv: "okänd stadsdelsnämnd", en: "unknown district")
        case .unknownService: Phrase(sv: "okänd insats", en: "unknown service")
        case .unknownLaw: Phrase(sv: "okänt lagrum", en: "unknown law")
        case .unknownOutcome: Phrase(sv: "okänt utfall", en: "unknown outcome")
        case .unknownStatus: Phrase(sv: "okänd status", en: "unknown status")
        case .unknownUnit: Phrase(sv: "okänd enhet för timmar", en: "unknown unit of hours")
        case .unknownSex: Phrase(sv: "okänt kön", en: "unknown sex")
        case .unknownProviderType: Phrase(sv: "okänd regi", en: "unknown type of provider")
        case .unknownYesNo: Phrase(sv: "varken ja eller nej", en: "neither yes nor no")
        case .longerThanADay: Phrase(sv: "besöket är längre än 24 timmar", en: "the visit is longer than 24 hours")
        case .endsBeforeStart: Phrase(sv: "slutdatum före startdatum", en: "the last day comes before the first")
        case .noDuration:
            Phrase(sv: "varken timmar eller både start och slut", en: "neither hours nor both start and end")
        case .duplicateName: Phrase(sv: "namnet finns redan i tabellen", en: "the table already has the name")
        case .unknownSuccessor:
            Phrase(sv: "efterföljaren finns inte i tabellen", en: "the successor is not in the table")
        case .duplicateResponse:
            Phrase(
                sv: "samma respondent har ett senare eller mer fullständigt svar",
                en: "the same respondent has a later or more complete answer")
        case .duplicateCell:
            Phrase(sv: "tabellen har redan en rad för samma sak", en: "the table already has a row for this")
        case .predecessorBesideSuccessor:
            Phrase(
                sv: "nämnden har upphört men står bredvid sin efterföljare",
                en: "the district has ended but stands beside its successor")
        case .successorRing:
            Phrase(sv: "nämnder som efterträder varandra i en ring", en: "districts that succeed each other in a ring")
        }
    }

    /// What the owner of the data can do about it: one sentence.
    package var remedy: Phrase {
        switch self {
        case .raggedRow:
            Phrase(
                sv: "Sätt citattecken om fält med skiljetecken eller radbrytningar.",
                en: "Put quotation marks round fields that hold separators or line breaks.")
        case .junkAfterQuote, .unclosedQuote:
            Phrase(
                sv: "Skriv citattecken inne i fältet dubbelt och avsluta fältet med ett.",
                en: "Write quotation marks inside the field twice and end it with one.")
        case .invalidEncoding:
            Phrase(
                sv: "Exportera filen på nytt som UTF-8, eller ange encoding i ledsaga.yaml.",
                en: "Export the file again as UTF-8, or name its encoding in ledsaga.yaml.")
        case .nulByte: Phrase(sv: "Exportera filen på nytt.", en: "Export the file again.")
        case .unitsDiffer:
            Phrase(
                sv: "Rätta enheten, eller ange vad som gäller under units i ledsaga.yaml.",
                en: "Correct the unit, or say what holds under units in ledsaga.yaml.")
        case .creditWithoutVisit:
            Phrase(
                sv: "Kontrollera att besöket som krediteras finns med, med samma dag och tid.",
                en: "Check that the visit it takes back is there, with the same day and time.")
        case .unknownBand:
            Phrase(
                sv: "Skriv dag, kväll, natt, helg, storhelg eller alla.",
                en: "Write dag, kväll, natt, helg, storhelg or alla.")
        case .overlappingRates: Phrase(sv: "Behåll den rad som gäller.", en: "Keep the row that is right.")
        case .duplicateRow:
            Phrase(
                sv: "Ta bort den ena om det är samma händelse.", en: "Remove one of them if they are the same event.")
        case .listedUnderBothNames:
            Phrase(
                sv: "Ta bort raden med det gamla namnet, om det är samma beslut eller besök.",
                en: "Remove the row with the old name, if it is the same decision or visit.")
        case .missingValue: Phrase(sv: "Fyll i värdet i källsystemet.", en: "Fill in the value in the source system.")
        case .notANumber: Phrase(sv: "Skriv ett tal, till exempel 12,5.", en: "Write a number, such as 12.5.")
        case .outOfRange:
            Phrase(
                sv: "Kontrollera värdet; en fotnotssiffra kan ha hamnat i talet.",
                en: "Check the value; a footnote digit may have got into the number.")
        case .notADate, .noSuchDate: Phrase(sv: "Skriv datum som 2019-03-01.", en: "Write dates as 2019-03-01.")
        case .excelSerialDate:
            Phrase(
                sv: "Formatera kolumnen som datum i Excel och spara om filen.",
                en: "Format the column as dates in Excel and save the file again.")
        case .ambiguousDate:
            Phrase(
                sv: "Ange kolumnens datumordning i ledsaga.yaml, eller skriv datum som 2019-03-01.",
                en: "Name the column's order of dates in ledsaga.yaml, or write dates as 2019-03-01.")
        case .ambiguousNumber:
            Phrase(
                sv: "Skriv talet med decimalkomma och utan punkt, till exempel 1284 eller 1,284.",
                en: "Write the number with one decimal mark and no thousands, such as 1284 or 1,284.")
        case .notAMonth: Phrase(sv: "Skriv månaden som 2019-03.", en: "Write the month as 2019-03.")
        case .notAClockTime: Phrase(sv: "Skriv klockslag som 08:15.", en: "Write clock times as 08:15.")
        case .excelFractionOfDay:
            Phrase(
                sv: "Formatera kolumnen som klockslag i Excel och spara om filen.",
                en: "Format the column as clock times in Excel and save the file again.")
        case .hoursAsFractions:
            Phrase(
                sv: "Stämmer det, ange units: {timmar: dygn} vid källan i ledsaga.yaml; annars units: {timmar: timmar}.",
                en: "If so, give units: {timmar: days} at the source in ledsaga.yaml; else units: {timmar: hours}.")
        case .excelMangledPerson:
            Phrase(
                sv: "Exportera på nytt utan Excel emellan, eller med kolumnen som text.",
                en: "Export again without opening it in Excel, or with the column as text.")
        case .placeholderPerson:
            Phrase(
                sv: "Fyll i personnummer eller annan id i källsystemet.",
                en: "Fill in the identity number or another id in the source system.")
        case .protectedPerson:
            Phrase(
                sv: "Exportera med en pseudonym eller annan id för personen, om raden ska räknas.",
                en: "Export with a pseudonym or another id for the person, if the row is to count.")
        case .maskedPerson:
            Phrase(
                sv: "Exportera på nytt med hela numret, eller med en id för varje person.",
                en: "Export again with the whole number, or with an id for each person.")
        case .personKeyElsewhere:
            Phrase(
                sv: "Kontrollera att raden har alla fält i rätt ordning.",
                en: "Check that the row has all its fields in the right order.")
        case .unknownDistrict:
            Phrase(
                sv: "Rätta namnet, eller lägg till det i tabellen över stadsdelsnämnder.",
                en: "Correct the name, or add it to the table of districts.")
        case .unknownService:
            Phrase(
                sv: "Lägg till den under services i ledsaga.yaml om den ska följas upp.",
                en: "Add it under services in ledsaga.yaml if it is to be followed up.")
        case .unknownLaw:
            Phrase(
                sv: "Skriv SoL eller LSS, med eller utan paragraf.",
                en: "Write SoL or LSS, with or without the section.")
        case .unknownOutcome:
            Phrase(sv: "Skriv bifall, delavslag eller avslag.", en: "Write bifall, delavslag or avslag.")
        case .unknownStatus:
            Phrase(sv: "Skriv till exempel utförd, avbokad eller bom.", en: "Write for example utförd, avbokad or bom.")
        case .unknownUnit: Phrase(sv: "Skriv månad, vecka, år eller period.", en: "Write månad, vecka, år or period.")
        case .unknownSex: Phrase(sv: "Skriv kvinna eller man.", en: "Write kvinna or man.")
        case .unknownProviderType: Phrase(sv: "Skriv kommunal eller enskild.", en: "Write kommunal or enskild.")
        case .unknownYesNo: Phrase(sv: "Skriv ja eller nej.", en: "Write ja or nej.")
        case .longerThanADay:
            Phrase(sv: "Kontrollera start, slut och antal timmar.", en: "Check the start, the end and the hours.")
        case .endsBeforeStart: Phrase(sv: "Kontrollera båda datumen.", en: "Check both dates.")
        case .noDuration:
            Phrase(sv: "Fyll i timmar, eller start och slut.", en: "Fill in hours, or start and end.")
        case .duplicateName: Phrase(sv: "Behåll en av raderna.", en: "Keep one of the rows.")
        case .unknownSuccessor:
            Phrase(
                sv: "Rätta efterföljarens namn eller lägg till den som egen rad.",
                en: "Correct the successor's name or add it as a row of its own.")
        case .duplicateCell:
            Phrase(sv: "Behåll den rad som gäller.", en: "Keep the row that is right.")
        case .duplicateResponse:
            Phrase(
                sv: "Inget behöver göras, om det inte är två personer med samma kod.",
                en: "Nothing need be done, unless two persons have the same code.")
        case .predecessorBesideSuccessor:
            Phrase(
                sv: "Ingår dess tal inte i efterföljarens? Ta då bort efterföljarens rad.",
                en: "Is its figure not part of the successor's? Remove the successor's row.")
        case .successorRing:
            Phrase(sv: "Ta bort en av efterföljarna.", en: "Remove one of the successors.")
        }
    }
}
