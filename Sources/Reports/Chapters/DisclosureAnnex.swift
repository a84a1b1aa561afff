// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Bilaga D Röjandekontroll och spårbarhet.
struct DisclosureAnnex: Chapter {
    let scope: ReportScope

    var requests: [Question] { [] }

    func section(_ released: Released) -> Section? {
        Section(
            id: "rojandekontroll",
            heading: said(
                sv: "Bilaga D. Röjandekontroll och spårbarhet", en: "Annex D. Disclosure control and traceability"),
            sections: [protection(released), traceability(released)])
    }

    private func protection(_ released: Released) -> Section {
        let trust = Trust(scope: scope, released: released)
        return Section(
            id: "rojande", heading: said(sv: "Röjandekontroll", en: "Disclosure control"),
            blocks: released.release.method.map { .paragraph(RichText(said($0))) } + [
                .paragraph(
                    phrase(
                        sv: """
                            Ibland visas en andel men inte antalet personer bakom den, för att antalet skulle röja ett dolt \
                            tal. En andel av personer är då avrundad till 1, 2, 5 eller 10 procent.
                            """,
                        en: """
                            At times a share is shown but not the number of persons behind it, because that number would \
                            reveal a hidden one. A share of persons is then rounded to 1, 2, 5 or 10 per cent.
                            """)),
                .definitions(
                    CellSign.allCases.map { DefinedTerm($0.sign, RichText(said($0.meaning).asSentenceStart + ".")) }),
            ] + trust.leftOutBreakdowns + trust.coarserClasses)
    }

    private func traceability(_ released: Released) -> Section {
        Section(
            id: "sparbarhet", heading: said(sv: "Spårbarhet", en: "Traceability"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: """
                            Rapporten är gjord med \(facts.generator). Samma filer, samma inställningar och samma version ger \
                            samma rapport, tecken för tecken.
                            """,
                        en: """
                            The report was made with \(facts.generator). The same files, settings and version give the same \
                            report, byte for byte.
                            """)),
                .paragraph(
                    text(
                        sv: """
                            Filen \(code: "manifest.json") intill rapporten listar de lästa filerna, inställningarna och de \
                            skrivna filerna, med kontrollsummor (SHA-256).
                            """,
                        en: """
                            The file \(code: "manifest.json") beside the report lists the files read, the settings and the \
                            files written, with their checksums (SHA-256).
                            """)),
                .list(released.integrity.files.map { RichText([.code($0.file)]) }),
            ])
    }
}
