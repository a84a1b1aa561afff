// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension ProjectError {
    package func message(in language: Language) -> String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(words[language])"
    }

    /// Of a table that is like no kind of export.
    private static func likeNothing(_ reason: IntakeFileError) -> Phrase {
        guard case .missingColumn(_, _, let line, let headers, _) = reason else { return reason.words(at: nil) }
        let shown = headers.prefix(8).joined(separator: "; ") + (headers.count > 8 ? "; …" : "")
        return Phrase(
            sv: "liknar inget slag av export. Rubriken verkar stå på rad \(line): \(shown).\n"
                + "Ange kind och columns för filen under sources i ledsaga.yaml, eller ta bort den ur data/.",
            en: "is like no kind of export. The header seems to be on line \(line): \(shown).\n"
                + "Give its kind and columns under sources in ledsaga.yaml, or take it out of data/.")
    }

    private var words: Phrase {
        switch fact {
        case .folderMissing:
            Phrase(sv: "mappen finns inte. Ange projektets mapp.", en: "no such folder. Give the project's folder.")
        case .notAFolder:
            Phrase(sv: "är en fil, inte en mapp. Ange projektets mapp.", en: "is a file. Give the project's folder.")
        case .nothingToRead(let loose): loose.words(hasProjectFile: false, folder: file)
        case .noExports(let loose): loose.words(hasProjectFile: true, folder: Paths.folder(of: file))
        case .unrecognised(let site, let reason):
            site.map { site in
                let words = reason.words(at: site)
                return Phrase(
                    sv: "liknar mest \(site.kind.words.swedish), men \(words.swedish)",
                    en: "is most like \(site.kind.words.english), but \(words.english)")
            } ?? Self.likeNothing(reason)
        case .unreadable(let trouble): trouble.words
        case .lineBreakInName:
            Phrase(
                sv: "filens namn har en radbrytning. Byt namn på filen.",
                en: "the file's name has a line break in it. Rename the file.")
        case .personKey:
            Phrase(
                sv: "här står ett personnummer, och det som står i filen kan publiceras.\n"
                    + "Ta bort det, eller byt namn på filen om det är en fil som heter så.",
                en: "here is an identity number, and what the file says may be published.\n"
                    + "Remove it, or rename the file if it is a file's name.")
        case .notUTF8:
            Phrase(
                sv: "filen är inte UTF-8. Spara den som UTF-8 i textredigeraren.",
                en: "the file is not UTF-8. Save it as UTF-8 in the text editor.")
        case .empty:
            Phrase(
                sv: "filen är tom. Ta bort den för att använda standardvärdena, eller skriv minst ”municipality:”.",
                en: "the file is empty. Remove it to use the defaults, or write at least “municipality:”.")
        case .syntax(let syntax): syntax.words
        case .duplicateKey(let key):
            Phrase(
                sv: "nyckeln ”\(key)” står två gånger i samma block. Behåll en av dem.",
                en: "the key “\(key)” stands twice in the same block. Keep one.")
        case .unknownKey(let key, let inside, let nearest, let known):
            unknownKey(key, inside, nearest, known)
        case .keyOfAnotherKind(let key, let kind):
            Phrase(
                sv: "”\(key)” gäller inte för en källa av slaget \(kind). Ta bort raden.",
                en: "“\(key)” has no meaning for a source of kind \(kind). Remove it.")
        case .wrongType(let key, let expected, let found):
            key.isEmpty
                ? Phrase(
                    sv: "filen ska bestå av ”nyckel: värde”, men här står \(found.words[.swedish]).",
                    en: "the file should be “key: value”, but here is \(found.words[.english]).")
                : Phrase(
                    sv: "”\(key)” ska vara \(expected.words[.swedish]), men är \(found.words[.swedish]).",
                    en: "“\(key)” should be \(expected.words[.english]), but is \(found.words[.english]).")
        case .decimalComma(let key, let value):
            Phrase(
                sv: "”\(key)” är \(value), men här skrivs decimaltal med punkt.",
                en: "“\(key)” is \(value), but numbers here have a decimal point.")
        case .badChoice(let key, let value, let nearest, let allowed):
            Phrase(
                sv: "”\(key)” kan inte vara ”\(value)”.\(meant(nearest)[.swedish])\n"
                    + "Välj bland: \(allowed.joined(separator: ", ")).",
                en: "“\(key)” cannot be “\(value)”.\(meant(nearest)[.english])\n"
                    + "Choose from: \(allowed.joined(separator: ", ")).")
        case .outOfRange(let key, let value, let low, let high):
            Phrase(
                sv: "”\(key)” är \(value), men ska vara \(low)–\(high).",
                en: "“\(key)” is \(value), but should be \(low)–\(high).")
        case .notAscending(let key, let first):
            Phrase(
                sv: "talen i ”\(key)” ska stiga, och det första ska vara \(first).",
                en: "the numbers in “\(key)” should ascend, and the first should be \(first).")
        case .missingKey(let key, let inside):
            Phrase(sv: "”\(key)” saknas i ”\(inside)”.", en: "“\(key)” is missing in “\(inside)”.")
        case .noSheet(let sheet, let file):
            Phrase(
                sv: "\(file) har inget blad ”\(sheet)”. ”ledsaga inspect \(file)” visar bladen.",
                en: "\(file) has no sheet “\(sheet)”. “ledsaga inspect \(file)” shows its sheets.")
        case .noFiles(let pattern, let nearest):
            Phrase(
                sv: "ingen fil heter ”\(pattern)”.\(meant(nearest)[.swedish])"
                    + (nearest == nil ? " Lägg filen där eller ta bort raden." : ""),
                en: "no file is called “\(pattern)”.\(meant(nearest)[.english])"
                    + (nearest == nil ? " Put the file there or remove the entry." : ""))
        case .fileTwice(let file, let otherLine):
            Phrase(
                sv: "\(file) läses redan av källan på rad \(otherLine). Varje fil får bara ha en källa.",
                en: "\(file) is already read by the source on line \(otherLine). A file has one source.")
        case .aliasTwice(let alias, let services):
            Phrase(
                sv: "”\(alias)” står under två insatser: \(services.joined(separator: " och ")).",
                en: "“\(alias)” stands under two services: \(services.joined(separator: " and ")).")
        case .waveWithoutYear(let wave):
            wave.map {
                Phrase(
                    sv:
                        "”wave: \($0)” säger inte vilket år mätningen gjordes. Skriv året i namnet, eller lägg till year: 2019.",
                    en:
                        "“wave: \($0)” does not tell the year of the survey. Put the year in its name, or add year: 2019."
                )
            }
                ?? Phrase(
                    sv: "”wave” saknas. Skriv vilket år enkäten gjordes, till exempel wave: 2019.",
                    en: "“wave” is missing. Say which year the survey was made, such as wave: 2019.")
        case .codebook(let fault): fault.words
        }
    }

    private func unknownKey(_ key: String, _ inside: String?, _ nearest: String?, _ known: [String]) -> Phrase {
        if Int(key) != nil, inside != nil {
            return Phrase(
                sv: "”\(key)” är ingen nyckel. Skrev du decimalkomma? Decimaltal skrivs här med punkt.",
                en: "“\(key)” is no key. Was it a decimal comma? Numbers here have a decimal point.")
        }
        let place = inside.map { Phrase(sv: " i ”\($0)”", en: " in “\($0)”") } ?? Phrase(sv: "", en: "")
        let choices = known.joined(separator: ", ")
        let help =
            nearest == nil
            ? Phrase(
                sv: known.isEmpty ? "" : "\nHär kan stå: \(choices).",
                en: known.isEmpty ? "" : "\nHere may stand: \(choices).")
            : meant(nearest)
        return Phrase(
            sv: "okänd nyckel ”\(key)”\(place[.swedish]).\(help[.swedish])",
            en: "unknown key “\(key)”\(place[.english]).\(help[.english])")
    }

    private func meant(_ nearest: String?) -> Phrase {
        guard let nearest else { return Phrase(sv: "", en: "") }
        return Phrase(sv: " Menade du ”\(nearest)”?", en: " Did you mean “\(nearest)”?")
    }
}

extension ProjectError.Shape {
    fileprivate var words: Phrase {
        switch self {
        case .text: Phrase(sv: "en text", en: "a text")
        case .number: Phrase(sv: "ett tal", en: "a number")
        case .wholeNumber: Phrase(sv: "ett heltal", en: "a whole number")
        case .list: Phrase(sv: "en lista", en: "a list")
        case .mapping: Phrase(sv: "ett block med ”nyckel: värde”", en: "a block of “key: value”")
        case .empty: Phrase(sv: "tomt", en: "empty")
        }
    }
}

extension ProjectError.Syntax {
    fileprivate var words: Phrase {
        switch self {
        case .tab:
            Phrase(
                sv: "raden börjar med tabb. Indrag i YAML görs med blanksteg.",
                en: "the line begins with a tab. YAML is indented with blanks.")
        case .colonInValue:
            Phrase(
                sv: "ett kolon till på raden. Sätt citattecken om värdet, eller börja en ny rad.",
                en: "a second colon on the line. Put the value in quotes, or begin a new line.")
        case .colonMissing:
            Phrase(sv: "kolon saknas efter nyckeln.", en: "the colon after the key is missing.")
        case .indentation:
            Phrase(
                sv: "raden är inte indragen som raderna ovanför. Ge syskonrader samma indrag.",
                en: "the line is not indented as those above. Give siblings the same indent.")
        case .bracketNotClosed:
            Phrase(
                sv: "en parentes { eller [ som börjar här saknar slut eller ett komma.",
                en: "a bracket { or [ that begins here lacks its end or a comma.")
        case .quoteNotClosed:
            Phrase(
                sv: "ett citattecken som börjar här saknar slut.", en: "a quotation mark that opens here never closes.")
        case .unknownAnchor:
            Phrase(
                sv: "ett värde som börjar med * eller & måste stå inom citattecken.",
                en: "a value that begins with * or & must be quoted.")
        case .severalDocuments:
            Phrase(
                sv: "filen innehåller flera dokument (”---”). Behåll ett.",
                en: "the file holds several documents (“---”). Keep one.")
        case .forbiddenCharacter:
            Phrase(
                sv: "ett styrtecken som YAML inte tillåter. Ta bort det.",
                en: "a control character that YAML does not allow. Remove it.")
        case .other:
            Phrase(
                sv: "raden kan inte läsas som YAML. Jämför med exemplet som ”ledsaga init” skriver.",
                en: "the line cannot be read as YAML. Compare the example that “ledsaga init” writes.")
        }
    }
}

extension FileTrouble {
    /// What the trouble is and what to do, to stand after `FILE: `.
    package var words: Phrase {
        switch self {
        case .missing: Phrase(sv: "filen finns inte. Kontrollera sökvägen.", en: "no such file. Check the path.")
        case .noPermission:
            Phrase(
                sv: "filen får inte läsas av dig. Ändra rättigheterna eller fråga ägaren.",
                en: "you may not read the file. Change its permissions or ask its owner.")
        case .isFolder: Phrase(sv: "är en mapp, inte en fil.", en: "is a folder, not a file.")
        case .notAFolder:
            Phrase(
                sv: "en del av sökvägen är en fil, inte en mapp.", en: "a part of the path is a file, not a folder.")
        case .tooLarge:
            Phrase(
                sv: "filen är för stor för att vara en inställningsfil.", en: "the file is too large to hold settings.")
        case .other(let number):
            Phrase(sv: "filen kan inte läsas (systemfel \(number)).", en: "cannot be read (system error \(number)).")
        }
    }
}
