// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

extension LooseTables {
    /// Why there is nothing to read, and what to do with what lies elsewhere. `folder` is the project's, as it was given.
    func words(hasProjectFile: Bool, folder: String) -> Phrase {
        let initialise = folder == "." ? "ledsaga init" : "ledsaga init \"\(folder)\""
        let problem =
            hasProjectFile
            ? Phrase(sv: "i data/ finns inga exporter", en: "data/ holds no exports")
            : Phrase(
                sv: "här finns varken ledsaga.yaml eller exporter i data/",
                en: "neither ledsaga.yaml nor exports in data/ are here")
        let inFolder = tables.filter { !$0.file.contains("/") }
        let below = tables.filter { $0.file.contains("/") }
        if !inFolder.isEmpty {
            let list = Self.list(inFolder)
            let isOne = inFolder.count == 1
            return problem
                + Phrase(
                    sv: ", men i projektets mapp ligger \(list.swedish).\n"
                        + "Kör ”\(initialise)”, som skriver in \(isOne ? "filen" : "dem") i ledsaga.yaml där "
                        + "\(isOne ? "den" : "de") ligger, eller flytta \(isOne ? "den" : "dem") till data/.",
                    en: ", but \(list.english) \(isOne ? "lies" : "lie") in the project's folder.\n"
                        + "Run “\(initialise)”, which writes \(isOne ? "it" : "them") into ledsaga.yaml where "
                        + "\(isOne ? "it lies" : "they lie"), or move \(isOne ? "it" : "them") to data/.")
        }
        if !below.isEmpty {
            let list = Self.list(below)
            return problem
                + Phrase(
                    sv: ", men i mappar under den ligger \(list.swedish). Flytta dit filerna.",
                    en: ", but in folders below it: \(list.english). Move the files there.")
        }
        let formats = Phrase(
            sv: "Lägg filerna där som de är, under vilka namn som helst: textfiler, Excelfiler, .ods eller zip.",
            en: "Put the files there as they are, under any names: text files, Excel files, .ods or zip.")
        if !others.isEmpty {
            let names = others.prefix(3).map { PersonMask.shown(path: $0) }.joined(separator: ", ")
            let more = others.count > 3 ? Phrase(sv: " med flera", en: " and others") : Phrase(sv: "", en: "")
            let verb = others.count == 1 ? "is" : "are"
            return problem
                + Phrase(
                    sv: ": \(names)\(more.swedish) är \(others.count == 1 ? "ingen tabell" : "inga tabeller").\n"
                        + formats.swedish,
                    en: ": \(names)\(more.english) \(verb) no \(others.count == 1 ? "table" : "tables").\n"
                        + formats.english)
        }
        guard !hasProjectFile else { return problem + Phrase(sv: ".\n" + formats.swedish, en: ".\n" + formats.english) }
        return problem
            + Phrase(
                sv: ".\nSkapa ett projekt med ”\(initialise)”, eller ange rätt mapp med -C.",
                en: ".\nMake a project with “\(initialise)”, or give the right folder with -C.")
    }

    /// `Uppföljning.xlsx (beslut och utförd tid), lista.csv (liknar beslut)`
    private static func list(_ tables: [Table]) -> Phrase {
        let shown = tables.prefix(4).map { table in
            let file = PersonMask.shown(path: table.file)
            return Phrase(
                sv: "\(file) (\(table.words.swedish))", en: "\(file) (\(table.words.english))")
        }
        let more = tables.count > 4
        return Phrase(
            sv: shown.map(\.swedish).joined(separator: ", ") + (more ? " med flera" : ""),
            en: shown.map(\.english).joined(separator: ", ") + (more ? " and others" : ""))
    }
}

extension LooseTables.Table {
    /// What it was taken for.
    fileprivate var words: Phrase {
        if !kinds.isEmpty {
            let words = kinds.map(\.words)
            return Phrase(
                sv: words.map(\.swedish).joined(separator: " och "), en: words.map(\.english).joined(separator: " and ")
            )
        }
        guard let nearest else { return Phrase(sv: "går inte att öppna", en: "cannot be opened") }
        return Phrase(sv: "liknar \(nearest.words.swedish)", en: "is like \(nearest.words.english)")
    }
}
