// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension SecretKeyError {
    package func message(in language: Language) -> String { "\(file): \(words[language])" }

    private var words: Phrase {
        switch fact {
        case .missing:
            Phrase(
                sv: "den hemliga nyckeln saknas. Skapa den med ”ledsaga init”, eller hämta den från säkerhetskopian.",
                en: "the secret key is missing. Make it with “ledsaga init”, or restore it from the backup.")
        case .unreadable(let trouble): trouble.words
        case .readableByOthers:
            Phrase(
                sv: "den hemliga nyckeln kan läsas av andra. Kör: chmod 600 \(file)",
                en: "others can read the secret key. Run: chmod 600 \(file)")
        case .damaged:
            Phrase(
                sv: "filen innehåller ingen nyckel (64 hexadecimala siffror). Hämta den från säkerhetskopian; "
                    + "en ny nyckel ger nya pseudonymer.",
                en: "the file holds no key (64 hexadecimal digits). Restore it from the backup; "
                    + "a new key gives new pseudonyms.")
        case .alreadyThere:
            Phrase(
                sv: "nyckeln finns redan och lämnas orörd.", en: "the key is already there and is left as it is.")
        case .cannotWrite(let number):
            Phrase(
                sv: "nyckeln kan inte skrivas (systemfel \(number)). Kontrollera mappens rättigheter och utrymme.",
                en: "the key cannot be written (system error \(number)). Check the folder's permissions and space.")
        }
    }
}
