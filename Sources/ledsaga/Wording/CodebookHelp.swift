// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `codebook`.
enum CodebookHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Gör ett utkast till kodbok ur en enkätexport.",
            en: "Draft a codebook from a survey's export."),
        usage: Phrase(sv: "<fil> [<val>]", en: "<file> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga codebook enkat-2019.csv"),
            CommandWords.Example("ledsaga codebook enkat-2019.csv -o enkater/brukare.kodbok.yaml"),
        ],
        text: Phrase(
            sv: """
                Känner igen LimeSurvey, SurveyMonkey, Microsoft Forms och filer med en rubrikrad. Utkastet har \
                filens frågor, vilket slag de verkar vara och de svar som flera har gett. Fritext, namn, adresser \
                och nycklar visas aldrig. Se igenom utkastet: rätt svar och vem som fick frågan vet bara du.
                """,
            en: """
                LimeSurvey, SurveyMonkey, Microsoft Forms and files with one header row are recognised. The draft \
                has the file's questions, what type each seems to be, and the answers that several have given. \
                Free text, names, addresses and keys are never shown. Look it over: only you know the right \
                answers and who was asked.
                """))
    static let file = OptionWords(ValueName.file, sv: "Enkätexporten.", en: "The survey's export.")
    static let output = OptionWords(
        ValueName.file, sv: "Skriv utkastet till den här filen.", en: "Write the draft to this file.")
}
