// SPDX-License-Identifier: EUPL-1.2

/// The words of common scales.
enum AnswerScaleWords {
    /// Each a kind of scale, from the lowest answer; answers on the same line stand equal.
    static let scales: [[[String]]] = [
        [
            ["Aldrig", "Never", "Nej, aldrig"], ["Nästan aldrig", "Almost never", "Mycket sällan", "Very rarely"],
            ["Sällan", "Seldom", "Rarely", "Ganska sällan", "Nej, sällan", "För det mesta inte"],
            ["Ibland", "Sometimes", "Då och då", "Occasionally", "Ja, ibland"],
            ["Ofta", "Often", "Ganska ofta", "Ja, ofta"],
            ["Oftast", "Usually", "Most of the time", "Mycket ofta", "Very often", "För det mesta", "Ja, oftast"],
            ["Nästan alltid", "Almost always"], ["Alltid", "Always", "Ja, alltid"],
        ],
        agreement("Stämmer", "true"), agreement("Instämmer", "agree"),
        [
            ["Tar helt avstånd", "Tar starkt avstånd"], ["Tar delvis avstånd", "Tar avstånd"],
            ["Varken eller", "Varken instämmer eller tar avstånd", "Neutral"],
            ["Instämmer delvis", "Instämmer"], ["Instämmer helt", "Instämmer starkt"],
        ],
        [
            ["Strongly disagree", "Completely disagree"], ["Disagree", "Somewhat disagree"],
            ["Neither agree nor disagree", "Neutral", "Neither"], ["Agree", "Somewhat agree"],
            ["Strongly agree", "Completely agree"],
        ],
        [
            ["Mycket missnöjd", "Very dissatisfied", "Inte alls nöjd", "Not at all satisfied", "Väldigt missnöjd"],
            [
                "Ganska missnöjd", "Missnöjd", "Dissatisfied", "Inte särskilt nöjd", "Somewhat dissatisfied",
                "Inte så nöjd",
            ],
            ["Varken nöjd eller missnöjd", "Neither satisfied nor dissatisfied", "Varken eller", "Neutral"],
            ["Ganska nöjd", "Nöjd", "Satisfied", "Somewhat satisfied"],
            ["Mycket nöjd", "Very satisfied", "Väldigt nöjd"], ["Helt nöjd", "Completely satisfied"],
        ],
        [
            ["Mycket dåligt", "Mycket dålig", "Very bad", "Very poor"],
            ["Ganska dåligt", "Ganska dålig", "Dåligt", "Dålig", "Bad", "Poor"],
            [
                "Varken bra eller dåligt", "Varken bra eller dålig", "Fair", "Varken eller", "Neither good nor bad",
                "Acceptabelt", "Godtagbart",
            ],
            ["Ganska bra", "Bra", "Good", "Fairly good"], ["Mycket bra", "Very good"], ["Utmärkt", "Excellent"],
        ],
        [
            [
                "Inte alls", "Nej, inte alls", "Not at all", "I mycket liten grad", "I mycket liten utsträckning",
                "Ingen", "Nej",
            ],
            [
                "I liten grad", "I liten utsträckning", "A little", "I låg grad", "Knappast", "To a small extent",
                "I ganska liten utsträckning", "Inte särskilt",
            ],
            [
                "Delvis", "Till viss del", "I viss mån", "Ja, delvis", "Somewhat", "Partly", "I viss utsträckning",
                "I någon mån", "I viss grad", "To some extent", "I varken liten eller stor utsträckning",
            ],
            [
                "I stor utsträckning", "I hög grad", "Ja, till stor del", "Mostly", "Till stor del", "I stor grad",
                "I ganska stor utsträckning", "To a large extent",
            ],
            [
                "Helt", "Helt och hållet", "Ja, helt", "Completely", "Fully", "I mycket hög grad",
                "Ja, helt och hållet",
                "I mycket stor utsträckning", "To a very large extent",
            ],
        ],
        [
            ["Mycket svårt", "Very difficult", "Very hard"], ["Ganska svårt", "Svårt", "Difficult", "Hard"],
            ["Varken lätt eller svårt", "Varken eller", "Neither easy nor difficult"],
            ["Ganska lätt", "Lätt", "Easy", "Ganska enkelt"], ["Mycket lätt", "Very easy", "Mycket enkelt"],
        ],
        [
            ["Inte alls viktigt", "Oviktigt", "Not at all important", "Helt oviktigt"],
            ["Mindre viktigt", "Inte så viktigt", "Ganska oviktigt", "Not very important"],
            ["Varken viktigt eller oviktigt", "Varken eller", "Neutral"],
            ["Ganska viktigt", "Viktigt", "Important", "Fairly important"], ["Mycket viktigt", "Very important"],
        ],
        [
            ["Inte alls troligt", "Mycket osannolikt", "Very unlikely", "Inte alls sannolikt"],
            ["Ganska osannolikt", "Osannolikt", "Unlikely", "Mindre troligt"],
            ["Varken sannolikt eller osannolikt", "Varken eller"],
            ["Ganska sannolikt", "Sannolikt", "Likely", "Ganska troligt"],
            ["Mycket sannolikt", "Very likely", "Mycket troligt"],
        ],
        [
            ["Mycket otrygg", "Very unsafe"], ["Ganska otrygg", "Otrygg", "Unsafe"],
            ["Varken trygg eller otrygg", "Varken eller"], ["Ganska trygg", "Trygg", "Safe"],
            ["Mycket trygg", "Very safe"],
        ],
        [
            ["Mycket sämre", "Much worse"], ["Sämre", "Något sämre", "Worse", "Lite sämre"],
            ["Oförändrat", "Varken bättre eller sämre", "Ungefär som förut", "Unchanged", "The same"],
            ["Bättre", "Något bättre", "Better", "Lite bättre"], ["Mycket bättre", "Much better"],
        ],
        [
            ["Alldeles för få", "Alldeles för lite"], ["För få", "För lite", "Too few", "Too little"],
            ["Lagom", "Lagom många", "About right"], ["För många", "För mycket", "Too many", "Too much"],
            ["Alldeles för många", "Alldeles för mycket"],
        ],
        [
            ["Färre", "Färre timmar", "Fewer"], ["Lika många", "Lika många timmar", "Samma", "Same"],
            ["Fler", "Fler timmar", "More"],
        ],
        [
            ["Aldrig", "Never"], ["Mer sällan", "Mera sällan", "Less often", "Sällan"],
            ["Någon gång per år", "Någon gång om året", "Varje år", "En gång om året", "Yearly", "Once a year"],
            ["Någon gång i halvåret", "Några gånger om året", "Några gånger per år", "A few times a year"],
            ["Varje månad", "En gång i månaden", "Någon gång i månaden", "Monthly", "Någon gång per månad"],
            ["Några gånger i månaden", "Varannan vecka", "Flera gånger i månaden"],
            ["Varje vecka", "En gång i veckan", "Någon gång i veckan", "Weekly", "Någon gång per vecka"],
            ["Flera gånger i veckan", "Några gånger i veckan", "Flera gånger per vecka", "Several times a week"],
            ["Varje dag", "Dagligen", "Daily", "Every day", "I stort sett varje dag"],
        ],
        [["Låg", "Low"], ["Medel", "Medelhög", "Medium"], ["Hög", "High"]],
        [["Liten", "Small"], ["Medelstor", "Lagom"], ["Stor", "Large"]],
    ]

    /// `Stämmer inte alls` … `Stämmer helt`, in the words that forms have for the degrees.
    private static func agreement(_ verb: String, _ english: String) -> [[String]] {
        let degrees = [
            ["inte alls", "mycket dåligt", "ej", "inte", "inte alls på mig"],
            [
                "ganska dåligt", "dåligt", "knappast", "i liten grad", "inte särskilt bra", "till liten del",
                "mindre bra",
            ],
            ["delvis", "till viss del", "varken eller", "i viss mån", "i viss grad", "någorlunda", "till en del"],
            ["ganska bra", "bra", "till stor del", "i hög grad", "i stort sett", "till största delen", "i stort"],
            ["helt", "mycket bra", "helt och hållet", "fullständigt", "fullt ut", "precis"],
        ]
        var scale = degrees.map { degree in degree.map { "\(verb) \($0)" } }
        scale[2].append("Varken eller")
        if english == "true" {
            scale[0] += ["Not true at all", "Strongly disagree"]
            scale[1] += ["Not very true", "Disagree"]
            scale[2] += ["Partly true", "Neither agree nor disagree", "Neutral"]
            scale[3] += ["Fairly true", "Agree"]
            scale[4] += ["Entirely true", "Strongly agree"]
        }
        return scale
    }
}
