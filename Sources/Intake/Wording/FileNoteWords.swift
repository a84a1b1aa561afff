// SPDX-License-Identifier: EUPL-1.2

import CaseData
package import Terms

extension FileNote {
    /// What is worth saying, to follow a file's name and a colon.
    package var words: Phrase {
        switch self {
        case .unitByClock(let header, let measure):
            Phrase(
                sv: "”\(header)” läses som \(measure.words.swedish): så stämmer den med start och slut",
                en: "“\(header)” is read as \(measure.words.english): so it agrees with start and end")
        case .dateOrder(let header, let order):
            Phrase(
                sv: "”\(header)” läses med \(order.words.swedish): bara så är alla datum möjliga",
                en: "“\(header)” is read \(order.words.english): only so are all its dates possible")
        case .headerOnLine(let line):
            Phrase(sv: "rubriken står på rad \(line)", en: "the header is on line \(line)")
        case .doubleEncoded:
            Phrase(
                sv: "tecken som Ã¤ läses som de var menade (ä): texten hade kodats två gånger",
                en: "signs such as Ã¤ are read as they were meant (ä): the text had been encoded twice")
        case .columnAbsent(let column):
            switch column {
            case "tom":
                Phrase(
                    sv: "kolumnen ”tom” saknas: alla beslut räknas som om de gäller tills vidare",
                    en: "there is no column “tom”: all decisions count as if they had no end")
            case "utfall":
                Phrase(
                    sv: "kolumnen ”utfall” saknas: alla beslut räknas som bifall",
                    en: "there is no column “utfall”: all decisions count as granted")
            case "status":
                Phrase(
                    sv: "kolumnen ”status” saknas: alla rader räknas som utförda",
                    en: "there is no column “status”: all rows count as performed")
            default:
                Phrase(sv: "kolumnen ”\(column)” saknas", en: "there is no column “\(column)”")
            }
        case .columnUnread(let header, let content):
            Phrase(
                sv: "”\(header)” läses inte, men ser ut att vara \(content.words.swedish)",
                en: "“\(header)” is not read, but looks like \(content.words.english)")
        case .protectedHours(let hours):
            Phrase(
                sv:
                    "\(NumberStyle(.swedish).text(hours.value, .hours(1))) timmar gäller personer med skyddad identitet, vars nummer "
                    + "inte står i filen; de räknas inte",
                en:
                    "\(NumberStyle(.english).text(hours.value, .hours(1))) hours are of persons with protected identity, whose "
                    + "numbers are not in the file; they are not counted")
        case .codebookDrafted(let questions, let file, let path):
            Phrase(
                sv: "läses med ett utkast till kodbok, gjort ur filen (\(questions) frågor). Se igenom det: ledsaga "
                    + "codebook \"\(file)\" -o \"\(path)\"",
                en:
                    "is read by a draft of a codebook, made from the file (\(questions) questions). Look it over: ledsaga "
                    + "codebook \"\(file)\" -o \"\(path)\"")
        case .boardOfFile(let board):
            Phrase(sv: "alla rader räknas till \(board)", en: "all rows count for \(board)")
        case .hiddenColumns(let headers):
            Phrase(
                sv: "dolda kolumner läses inte: \(headers.joined(separator: ", "))",
                en: "hidden columns are not read: \(headers.joined(separator: ", "))")
        case .hiddenRows(let count):
            Phrase(
                sv: "\(count) \(count == 1 ? "dold rad" : "dolda rader") räknas med",
                en: "\(count) hidden \(count == 1 ? "row counts" : "rows count") too")
        case .monthOfFile(let month):
            Phrase(sv: "alla rader räknas till \(month)", en: "all rows count for \(month)")
        }
    }
}

extension TimeMeasure {
    var words: Phrase {
        switch self {
        case .hours: Phrase(sv: "timmar", en: "hours")
        case .minutes: Phrase(sv: "minuter", en: "minutes")
        case .clock: Phrase(sv: "timmar och minuter", en: "hours and minutes")
        case .dottedClock:
            Phrase(sv: "timmar och minuter med punkt eller komma emellan", en: "hours and minutes with a point")
        case .seconds: Phrase(sv: "sekunder", en: "seconds")
        case .days: Phrase(sv: "Excels delar av ett dygn", en: "Excel's fractions of a day")
        }
    }

    /// The unit as the project file names it.
    var settingWord: Phrase {
        switch self {
        case .hours, .clock: Phrase(sv: "timmar", en: "hours")
        case .minutes: Phrase(sv: "minuter", en: "minutes")
        case .dottedClock: Phrase(sv: "tt.mm", en: "tt.mm")
        case .seconds: Phrase(sv: "sekunder", en: "seconds")
        case .days: Phrase(sv: "dygn", en: "days")
        }
    }
}

extension DateOrder {
    fileprivate var words: Phrase {
        switch self {
        case .dayFirst: Phrase(sv: "dagen först", en: "with the day first")
        case .monthFirst: Phrase(sv: "månaden först", en: "with the month first")
        case .yearFirst: Phrase(sv: "året först", en: "with the year first")
        }
    }
}

extension ColumnContent {
    fileprivate var words: Phrase {
        switch self {
        case .date, .month, .year: Phrase(sv: "datum", en: "dates")
        case .clock: Phrase(sv: "klockslag", en: "clock times")
        case .amount, .number: Phrase(sv: "en mängd med enhet", en: "an amount with its unit")
        case .word: Phrase(sv: "en status eller enhet", en: "a status or a unit")
        case .person, .name, .code, .text: Phrase(sv: "text", en: "text")
        }
    }
}

extension ProjectNote {
    /// One line to tell beside other messages.
    package func message(in language: Language) -> String {
        words[language]
    }

    private var words: Phrase {
        switch self {
        case .noTable(let name):
            let file = PersonMask.shown(path: name)
            return Phrase(sv: "\(file) är ingen tabell och läses inte", en: "\(file) is no table and is not read")
        case .besideData(let name):
            let file = PersonMask.shown(path: name)
            return Phrase(
                sv: "\(file) läses inte: filen ligger utanför data/, och ingen källa i ledsaga.yaml nämner den",
                en: "\(file) is not read: it lies outside data/, and no source in ledsaga.yaml names it")
        case .hiddenSheet(let name):
            let file = PersonMask.shown(path: name)
            return Phrase(
                sv: "\(file) är ett dolt blad och läses inte. Ska det läsas, ange sheet vid källan i ledsaga.yaml",
                en:
                    "\(file) is a hidden sheet and is not read. To have it read, name it as sheet at a source in ledsaga.yaml"
            )
        case .otherSheet(let name):
            let file = PersonMask.shown(path: name)
            return Phrase(
                sv: "\(file) läses inte: bladet liknar inget slag av export",
                en: "\(file) is not read: the sheet is like no kind of export")
        case .outsideSources(let name):
            let file = PersonMask.shown(path: name)
            return Phrase(
                sv: "\(file) läses inte: ingen källa i ledsaga.yaml nämner filen",
                en: "\(file) is not read: no source in ledsaga.yaml names it")
        }
    }
}

extension FileIntake {
    /// What the answers hang on, for the first page of a report: columns that are missing, and columns that are not read
    /// although they look as if they mattered. Each names its file.
    package var cautions: [Phrase] {
        notes.filter { note in
            switch note {
            case .columnAbsent, .columnUnread, .protectedHours, .hiddenRows, .codebookDrafted: true
            case .unitByClock, .dateOrder, .headerOnLine, .doubleEncoded, .boardOfFile, .monthOfFile, .hiddenColumns:
                false
            }
        }.map { note in
            Phrase(
                sv: "\(tally.file): \(note.words.swedish)", en: "\(tally.file): \(note.words.english)")
        }
    }
}
