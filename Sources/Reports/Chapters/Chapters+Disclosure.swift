// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Bilaga D Röjandekontroll och spårbarhet.
    func disclosure() -> Section {
        Section(
            id: "rojandekontroll",
            heading: said(
                sv: "Bilaga D. Röjandekontroll och spårbarhet", en: "Annex D. Disclosure control and traceability"),
            sections: [protection(), traceability()])
    }

    private func protection() -> Section {
        Section(
            id: "rojande", heading: said(sv: "Röjandekontroll", en: "Disclosure control"),
            blocks: release.method.map { .paragraph(RichText(said($0))) } + [
                .paragraph(
                    phrase(
                        sv: """
                            Ibland visas en andel men inte antalet personer bakom den, för att antalet skulle röja ett dolt \
                            tal. En andel av personer står då i hela procent.
                            """,
                        en: """
                            At times a share is shown but not the number of persons behind it, because that number would \
                            reveal a hidden one. A share of persons then stands in whole percent.
                            """)),
                .definitions(
                    CellSign.allCases.map { DefinedTerm($0.sign, RichText(said($0.meaning).asSentenceStart + ".")) }),
            ] + coarserClasses())
    }

    private func traceability() -> Section {
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
                .list(integrity.files.map { RichText([.code($0.file)]) }),
            ])
    }
}
