// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Queries
import Terms
import Testing

@testable import Disclosure

@Suite struct `Open data` {
    private var package: DataPackage {
        DataPackage(
            name: "uppfoljning-2019", title: Phrase(sv: "Uppföljning 2019", en: "Follow-up 2019"),
            source: "Stockholms stads verksamhetssystem", version: "0.1.0",
            tables: [
                OpenTable(name: "utilisation", table: SampleAnswer.table()),
                OpenTable(name: "persons", table: SampleAnswer.count),
            ])
    }

    @Test func `the data package describes every column of its tables`() throws {
        let json = package.json(in: .swedish)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let resources = try #require(object["resources"] as? [[String: Any]])
        #expect(resources.count == 2)
        for (resource, table) in zip(resources, package.tables) {
            #expect(resource["path"] as? String == table.path)
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            let header = table.csv.split(separator: "\n")[0].split(separator: ",").map(String.init)
            #expect(fields.map { $0["name"] as? String } == header)
            #expect(fields.allSatisfy { $0["title_sv"] is String && $0["title_en"] is String && $0["type"] is String })
            #expect(schema["missingValues"] as? [String] == [""])
        }
        let licenses = try #require(object["licenses"] as? [[String: String]])
        #expect(licenses[0]["name"] == "CC0-1.0")
    }

    @Test func `an open table keeps its year and hides what is hidden`() {
        let lines = package.tables[0].csv.split(separator: "\n")
        #expect(lines[0] == "year,district,value,lower,upper,se,n,numerator,denominator,unit,status")
        #expect(lines[3] == "2019,Skarpnäck,,,,,,,,share,hidden")
    }

    @Test func `the same tables give the same bytes`() {
        #expect(package.json(in: .english) == package.json(in: .english))
        #expect(package.json(in: .english).contains("\"missingValues\": [\"\"]"))
    }
}
