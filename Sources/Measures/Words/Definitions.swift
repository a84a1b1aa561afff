// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The definition that stands beside an answer: a short id, one sentence, and the settings in force.
enum Definitions {
    static func definition(of question: Question, settings: MeasureSettings) -> Definition {
        if question.measure.isOfSurvey { return SurveyDefinitions.definition(of: question, settings: settings) }
        let variant = FlexibleVariant(question, settings: settings)
        return Definition(
            id: id(of: question, variant), text: text(of: question, variant),
            settings: self.settings(of: question, settings, variant))
    }

    private static func id(of question: Question, _ variant: FlexibleVariant) -> String {
        let measure = question.measure.rawValue
        switch question.aspect {
        case .headline: return question.measure == .flexibleUse ? "\(measure) \(variant.id)" : measure
        case .flexible: return "\(measure) \(variant.id)"
        case .change: return question.measure == .flexibleUse ? "\(measure) change \(variant.id)" : "\(measure) change"
        case .onDay(let month, let day): return "\(measure) on \(padded(month))-\(padded(day))"
        case .monthEndMean: return "\(measure) month-end-mean"
        case .perTenThousand: return "\(measure) per-10000"
        case .perThousandEntitled: return "\(measure) per-1000-paratransit"
        case .perPerson: return "\(measure) per-person"
        case .lawCombination: return "\(measure) law-combination"
        case .mean: return "\(measure) mean"
        case .quantile(let p): return question.measure == .flexibleUse ? "\(measure) F2 q\(p)" : "\(measure) q\(p)"
        case .decisions: return "\(measure) decisions"
        case .outsideDecisions: return "\(measure) outside-decisions"
        case .part(let factor): return "\(measure) \(factor.rawValue)"
        case .unlimited: return "\(measure) unlimited"
        case .withoutPerformed: return "\(measure) without-performed"
        case .withoutDistrict: return "\(measure) without-district"
        case .shiftedShare: return "\(measure) F2 total"
        case .topBox, .netBalance, .index, .answers, .itemNonresponse, .doNotKnow, .worstCase, .gap, .register:
            return SurveyDefinitions.id(of: question)
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: Words

    private static func text(of question: Question, _ variant: FlexibleVariant) -> Phrase {
        switch question.measure {
        case .persons: persons(question.aspect)
        case .grantedHours: grantedHours(question.aspect)
        case .performedHours: performedHours(question.aspect)
        case .utilisation: utilisation(question.aspect)
        case .decomposition: decomposition(question.aspect)
        case .flexibleUse: flexibleUse(question.aspect, variant)
        case .item, .awareness, .responseRate, .respondents: SurveyDefinitions.text(of: question)
        }
    }

    private static func persons(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .onDay(let month, let day):
            Phrase(
                sv: "Olika personer med ett beviljat beslut som gäller den \(day) \(Phrase.month(month).swedish).",
                en: "Distinct persons with a granted decision valid on \(day) \(Phrase.month(month).english).")
        case .monthEndMean:
            Phrase(
                sv:
                    "Antalet personer med ett beviljat beslut den sista dagen i månaden, i genomsnitt över årets månader.",
                en: "Persons with a granted decision on the last day of the month, on average over the year's months.")
        case .perTenThousand:
            Phrase(
                sv: "Personer med ett beviljat beslut under året per 10 000 invånare den 31 december.",
                en: "Persons with a granted decision in the year per 10,000 inhabitants on 31 December.")
        case .perThousandEntitled:
            Phrase(
                sv:
                    "Personer med ett beviljat beslut under året per 1\u{A0}000 färdtjänstberättigade den 31 december. Den som "
                    + "har insatsen behöver inte ha färdtjänst.",
                en:
                    "Persons with a granted decision in the year per 1,000 entitled to paratransit on 31 December. Those "
                    + "with the service need not be entitled.")
        case .lawCombination:
            Phrase(
                sv: "Personer efter om årets beviljade beslut vilar på enbart SoL, enbart LSS eller båda lagarna.",
                en: "Persons by whether the year's granted decisions rest on SoL only, LSS only or both laws.")
        case .unlimited: unlimitedPersons
        case .withoutPerformed:
            Phrase(
                sv: "Personer med ett beviljat beslut under året men ingen utförd timme.",
                en: "Persons with a granted decision in the year but no performed hour.")
        case .outsideDecisions:
            Phrase(
                sv: "Personer med utförda timmar i en månad utan beviljade timmar av insatsen.",
                en: "Persons with performed hours in a month without granted hours of the service.")
        case .withoutDistrict:
            Phrase(
                sv: "Personer med ett beviljat beslut under året som inte anger någon stadsdelsnämnd.",
                en: "Persons with a granted decision in the year that names no district.")
        case .change:
            Phrase(
                sv: "Skillnad mot året innan i antalet personer med ett beviljat beslut.",
                en: "Difference from the year before in persons with a granted decision.")
        default:
            Phrase(
                sv: "Olika personer med ett beviljat beslut som gäller minst en dag under året.",
                en: "Distinct persons with a granted decision valid on at least one day of the year.")
        }
    }

    private static let unlimitedPersons = Phrase(
        sv: "Personer med fri ledsagning (beslut utan tak för timmar) minst en dag under året.",
        en: "Persons with a decision without an hour ceiling on at least one day of the year.")

    private static func grantedHours(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .mean:
            Phrase(
                sv: "Beviljade timmar delat med antalet personmånader med beviljade timmar.",
                en: "Granted hours divided by the number of person-months with granted hours.")
        case .perPerson:
            Phrase(
                sv: "Årets beviljade timmar delat med antalet personer med beviljade timmar under året.",
                en: "The year's granted hours divided by the number of persons with granted hours in the year.")
        case .quantile(let p):
            Phrase(
                sv:
                    "\(Phrase.quantile(p).swedish) av beviljade timmar per månad, över personmånader som beslutet täcker helt (typ 7).",
                en:
                    "\(Phrase.quantile(p).english) of granted hours a month, over person-months that the decision covers in full (type 7)."
            )
        case .decisions:
            Phrase(
                sv: "Beviljade beslut som gäller den 31 december.",
                en: "Granted decisions valid on 31 December.")
        case .withoutPerformed:
            Phrase(
                sv: "Beviljade beslut utan någon utförd timme av insatsen i de månader av året som de omfattar.",
                en: "Granted decisions without a performed hour of the service in the months of the year they cover.")
        case .change:
            Phrase(
                sv: "Skillnad mot året innan i beviljade timmar.",
                en: "Difference from the year before in granted hours.")
        default:
            Phrase(
                sv: "Summan av beviljade timmar, månad för månad efter besluten.",
                en: "The sum of granted hours, month by month according to the decisions.")
        }
    }

    private static func performedHours(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .outsideDecisions:
            Phrase(
                sv: "Utförda timmar i månader utan beviljade timmar för personen och insatsen.",
                en: "Performed hours in months without granted hours for the person and service.")
        case .unlimited:
            Phrase(
                sv: "Utförda timmar i månader med fri ledsagning (inget tak).",
                en: "Performed hours in months without an hour ceiling.")
        case .change:
            Phrase(
                sv: "Skillnad mot året innan i utförda timmar.",
                en: "Difference from the year before in performed hours.")
        default:
            Phrase(
                sv: "Summan av utförda timmar, räknade till den månad då besöket börjar.",
                en: "The sum of performed hours, each visit in the month it starts.")
        }
    }

    private static func utilisation(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .mean:
            Phrase(
                sv: "Medelvärdet av personernas egna andelar utförda timmar.",
                en: "The mean of the persons' own shares of performed hours.")
        case .quantile(let p):
            Phrase(
                sv: "\(Phrase.quantile(p).swedish) av personernas egna andelar utförda timmar (typ 7).",
                en: "\(Phrase.quantile(p).english) of the persons' own shares of performed hours (type 7).")
        case .change:
            Phrase(
                sv:
                    "Skillnad mot året innan i andelen utförda timmar; osäkerheten tar hänsyn till att personerna delvis är desamma.",
                en:
                    "Difference from the year before in utilisation; the uncertainty allows for persons who are in both years."
            )
        default:
            Phrase(
                sv: "Utförda timmar delat med beviljade timmar, över personmånader med beviljade timmar: "
                    + "en kvot av summor.",
                en: "Performed hours divided by granted hours, over person-months with granted hours: a ratio of sums.")
        }
    }

    private static func decomposition(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .headline, .part(.sum):
            Phrase(
                sv: "Skillnad mot året innan i utförda timmar under beslut.",
                en: "Difference from the year before in performed hours under decisions.")
        case .part(.grantedSum):
            Phrase(
                sv: "Skillnad mot året innan i beviljade timmar.",
                en: "Difference from the year before in granted hours.")
        case .part(.decisions), .part(.hoursPerDecision):
            Phrase(
                sv:
                    "Så mycket av förändringen i beviljade timmar som faktorn svarar för, när de beviljade timmarna skrivs "
                    + "som beslut × timmar per beslut (LMDI).",
                en:
                    "The part of the change in granted hours that the factor accounts for, when granted hours are written "
                    + "as decisions × hours per decision (LMDI).")
        default:
            Phrase(
                sv:
                    "Så mycket av förändringen i utförda timmar som faktorn svarar för, när de utförda timmarna skrivs som "
                    + "personer × beviljade timmar per person × andel utförda timmar (LMDI).",
                en: "The part of the change in performed hours that the factor accounts for, when performed hours are "
                    + "written as persons × granted hours per person × utilisation (LMDI).")
        }
    }

    private static func flexibleUse(_ aspect: Question.Aspect, _ variant: FlexibleVariant) -> Phrase {
        switch aspect {
        case .unlimited: return unlimitedPersons
        case .quantile(let p):
            return Phrase(
                sv:
                    "\(Phrase.quantile(p).swedish) av personernas andel flyttade timmar, F2 = Σ max(0, u − b) ÷ Σ u (typ 7).",
                en: "\(Phrase.quantile(p).english) of the persons' shifted shares, F2 = Σ max(0, u − b) ÷ Σ u (type 7)."
            )
        case .shiftedShare:
            return Phrase(
                sv: "Alla timmar över månadens beviljade, delat med alla utförda timmar.",
                en: "All hours above the month's granted, divided by all performed hours.")
        default:
            let base = variant.denominator.text
            let use = variant.definition.text
            let share =
                aspect == .change
                ? Phrase(
                    sv: "skillnaden mot året innan i andelen", en: "the difference from the year before in the share")
                : Phrase(sv: "andelen", en: "the share")
            return Phrase(
                sv: "Av alla \(base.swedish): \(share.swedish) som \(use.swedish).",
                en: "Of all \(base.english): \(share.english) who \(use.english).")
        }
    }

    // MARK: Settings

    private static func settings(
        of question: Question, _ settings: MeasureSettings, _ variant: FlexibleVariant
    ) -> [Definition.Setting] {
        var list: [Definition.Setting] = []
        if usesGrantedHours(question) { list.append(.init("pro_rating", settings.proRating.rawValue)) }
        if question.measure == .flexibleUse, question.aspect != .unlimited {
            switch question.aspect {
            case .quantile, .shiftedShare: break
            default:
                list += [
                    .init("definition", variant.definition.rawValue),
                    .init("denominator", variant.denominator.rawValue), .init("anchor", variant.anchor.rawValue),
                    .init("period_months", "\(settings.periodMonths)"),
                    .init("tolerance_hours", "\(settings.tolerance.value)"),
                ]
            }
        }
        let used = question.dimensions + question.filters.map(\.dimension)
        if used.contains(.hourClass) { list.append(.init("hour_classes", listed(settings.hourClasses))) }
        if used.contains(.age) { list.append(.init("age_groups", listed(settings.ageGroups))) }
        return list
    }

    private static func listed(_ limits: [Int]) -> String {
        "[" + limits.map { "\($0)" }.joined(separator: ", ") + "]"
    }

    private static func usesGrantedHours(_ question: Question) -> Bool {
        switch (question.measure, question.aspect) {
        case (.persons, .outsideDecisions): true
        case (.persons, _), (_, .unlimited), (.grantedHours, .decisions), (.grantedHours, .withoutPerformed): false
        case (.performedHours, .headline), (.performedHours, .change): false
        default: true
        }
    }
}
