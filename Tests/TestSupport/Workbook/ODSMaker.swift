// SPDX-License-Identifier: EUPL-1.2

/// Writes ods workbooks for tests from the XML of their sheets.
package enum ODSMaker {
    package static let family = "urn:oasis:names:tc:opendocument:xmlns:"

    package static func bytes(_ tables: String, styles: String = "", manifest: String? = nil) -> [UInt8] {
        let names = ["office", "table", "text", "style"].map { "xmlns:\($0)=\"\(family)\($0):1.0\"" }
        var zip = ZipMaker()
        zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet", .stored)
        zip.add(
            "content.xml",
            "<office:document-content \(names.joined(separator: " ")) xmlns:number=\"\(family)datastyle:1.0\" "
                + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>"
                + "<table:calculation-settings/>\(tables)</office:spreadsheet></office:body></office:document-content>")
        if let manifest { zip.add("META-INF/manifest.xml", manifest) }
        return zip.finished()
    }
}
