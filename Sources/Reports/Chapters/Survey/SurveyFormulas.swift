// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

extension MethodAnnex {
    /// How survey numbers are computed, for the method annex; empty without surveys.
    var surveyFormulas: [DefinedTerm] {
        guard !scope.currentSurveys.isEmpty else { return [] }
        func term(_ name: Phrase, _ lines: RichText...) -> DefinedTerm { DefinedTerm(said(name), meaning: lines) }
        return [
            term(
                Phrase(sv: "Svarsfrekvens", en: "Response rate"), "r = n ÷ (s − o)",
                phrase(
                    sv: """
                        n är antalet svarande med minst ett svar utöver bakgrundsfrågorna, s antalet utskick och o de utskick \
                        som inte nådde fram eller gällde någon utanför ramen.
                        """,
                    en: """
                        n is the respondents with an answer beside the background questions, s those the survey was sent to \
                        and o those it did not reach or who were outside the frame.
                        """)),
            term(
                Phrase(sv: "Vikter", en: "Weights"), "w = N ÷ n",
                phrase(
                    sv: """
                        I varje stratum, och där ramen är räknad efter en bakgrundsfråga i varje klass, står ett svar för N \
                        personer i ramen delat med n svar. Räknas ramen efter flera bakgrundsfrågor anpassas vikterna till \
                        alla i tur och ordning (raking, Deming och Stephan 1940).
                        """,
                    en: """
                        In each stratum, and in each class where the frame is counted by a background question, an answer \
                        stands for N persons of the frame divided by n answers. Where the frame is counted by several \
                        questions, weights are fitted to each in turn (raking, Deming and Stephan 1940).
                        """), "deff = nΣw² ÷ (Σw)²",
                phrase(
                    sv: "Designeffekten av vikterna (Kish 1965): så mycket större blir variansen av att de är olika.",
                    en: "The design effect of the weights (Kish 1965): how much unequal weights raise the variance.")),
            term(
                Phrase(sv: "Andelar i enkäter", en: "Shares in surveys"), "p = Σwy ÷ Σw",
                phrase(
                    sv: """
                        y är 1 för svaret och 0 för andra. Vet ej och inget svar är inte med i någon av summorna; i \
                        kunskapsfrågor är vet ej med, som inte rätt. Positiva svar är de som frågeformuläret anger, oftast \
                        skalans två bästa. Felet räknas stratum för stratum med ändlighetskorrektion, för ju större del av \
                        ramen som svarat, desto mindre slump.
                        """,
                    en: """
                        y is 1 for the answer and 0 for others. Do not know and no answer are in neither sum; in knowledge \
                        questions do not know is in, as not right. Favourable answers are those the codebook names, mostly \
                        the best two of the scale. The error is computed stratum by stratum with the finite population \
                        correction: the larger the part of the frame that answered, the less is left to chance.
                        """)),
            term(
                Phrase(sv: "Förändringar och skillnader i enkäter", en: "Changes and differences in surveys"),
                phrase(
                    sv: """
                        Förändringen räknas från gruppens förra mätning med samma fråga. Har samma personer svarat båda \
                        gångerna räknas felet på deras egna förändringar. Varje skillnad prövas, och p-värdena justeras \
                        enligt Holm (1979) för hur många frågor som prövas tillsammans: frågorna i samma batteri, \
                        kunskapsfrågorna, eller grupperna som jämförs. En skillnad kallas säker när det justerade p-värdet \
                        är under 0,05 och intervallet inte innehåller 0.
                        """,
                    en: """
                        A change is from the group's last wave with the same question. Where the same persons answered both \
                        times, the error is computed on their own changes. Every difference is tested, and p-values are \
                        adjusted by Holm (1979) for how many are tested together: the questions of a battery, the knowledge \
                        questions, or the groups compared. A difference is called clear when its adjusted p-value is below \
                        0.05 and the interval does not hold 0.
                        """)),
        ]
    }
}
