// SPDX-License-Identifier: EUPL-1.2

extension Phrase {
    /// What the interval of a full count (*totalräkning*) shows: said once in a place, so that whoever prints it in
    /// words of its own can tell it from the other notes.
    package static let naturalVariation = Phrase(
        sv: "Uppgifterna är en totalräkning. Intervallet visar naturlig variation: hur mycket talet kan skilja mellan "
            + "år och områden om bara slumpen skiljer.",
        en: "The figures are a full count. The interval shows natural variation: how much the number may differ "
            + "between years and areas if only chance is at work.")
}
