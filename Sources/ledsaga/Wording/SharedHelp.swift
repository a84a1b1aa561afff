// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of options that several commands take.
enum SharedHelp {
    static let project = OptionWords(
        ValueName.folder, sv: "Projektets mapp.", en: "The project's folder.")
    static let strict = OptionWords(
        sv: "Avbryt när en rad inte kan läsas, i stället för att lägga den åt sidan.",
        en: "Stop when a row cannot be read, instead of setting it aside.")
    static let language = OptionWords(
        ValueName.language,
        sv: "Språk i hjälp, svar och meddelanden. Utan valet gäller projektets.",
        en: "Language of help, answers and messages. Without it the project's is used.")
    static let quiet = OptionWords(sv: "Inga meddelanden utom fel.", en: "No messages but errors.")
    static let verbose = OptionWords(
        sv: "Berätta om varje fil som läses.", en: "Tell of every file read.")
    static let noColor = OptionWords(sv: "Inga färger och ingen nedtonad text.", en: "No colour and no dim text.")

    static let textFormat = OptionWords(
        ValueName.format, sv: "Text för en läsare eller JSON för ett program.",
        en: "Text for a reader or JSON for a program.")

    static let encoding = OptionWords(
        ValueName.encoding, sv: "Filens teckenkodning. Utan valet känns den igen.",
        en: "The file's encoding. Without it the encoding is recognised.")
    static let delimiter = OptionWords(
        ValueName.delimiter, sv: "Filens skiljetecken. Utan valet känns det igen.",
        en: "The file's separator. Without it the separator is recognised.")
    static let sheet = OptionWords(
        ValueName.sheet, sv: "Bladet i en arbetsbok, eller filen i en zip.",
        en: "The sheet of a workbook, or the file in a zip.")
    static let projectOfFile = OptionWords(
        ValueName.folder, sv: "Det projekt vars ledsaga.yaml kan namnge filens kolumner.",
        en: "The project whose ledsaga.yaml may name the file's columns.")
}
