// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// The canonical column names of each kind of table, in the order the simulator writes them.
enum CanonicalColumns {
    static func names(of kind: SourceKind) -> [String] {
        switch kind {
        case .decisions:
            [
                "person", "beslut_id", "stadsdelsnamnd", "insats", "lagrum", "ansokan", "sokta_timmar", "beslutsdatum",
                "utfall", "from", "tom", "timmar", "enhet", "fri", "utforare", "regi", "kon", "fodelsear", "skyddad",
            ]
        case .visits:
            [
                "person", "insats", "datum", "manad", "start", "slut", "timmar", "status", "orsak", "stadsdelsnamnd",
                "lagrum", "utforare", "regi", "omkostnad", "kon", "fodelsear", "skyddad",
            ]
        case .statistics:
            [
                "ar", "manad", "stadsdelsnamnd", "insats", "lagrum", "personer", "beviljade_timmar", "utforda_timmar",
                "flexibla_personer",
            ]
        case .survey: []
        case .districts: ["namn", "giltig_fran", "giltig_till", "efterfoljare"]
        case .population: ["stadsdelsnamnd", "ar", "alder", "kon", "antal"]
        case .rates: ["ar", "band", "regi", "lagrum", "insats", "kr_per_timme"]
        }
    }
}
