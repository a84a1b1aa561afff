// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2
import PackageDescription

/// What every room is built with: no warning is let through, imports say what they let out,
/// and each unsafe expression is marked where it stands.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room: its name is its folder, its dependencies point one way (docs/architecture.md).
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    of name: String, _ more: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + more, exclude: exclude,
        resources: resources, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "ledsaga",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CAtomicRename"),
        .systemLibrary(name: "CRmath", providers: [.apt(["r-mathlib"])]),
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),

        room("Terms"),
        room("Tabular", ["CLibCSV", "CAtomicRename", "CSodium", "CZlib", "CExpat", "Terms"]),
        room("CaseData", ["Terms"]),
        room("Intake", ["Tabular", "CaseData", "CSodium", "Terms", yams]),
        room("Statistics", ["CRmath"]),
        room("Measures", ["CaseData", "Statistics", "Terms"]),
        room("LinearPrograms", ["CGLPK"]),
        room("Suppression", ["LinearPrograms"]),
        room("Disclosure", ["CaseData", "Measures", "Statistics", "Suppression", "Terms"]),
        room("Documents", ["Disclosure", "Terms"]),
        room("Renderers", ["Disclosure", "Documents", "Terms"]),
        room("Reports", ["Disclosure", "Documents", "Tabular", "Terms"]),
        room("Queries", ["Disclosure", "Documents", "Renderers", "Tabular", "Terms"]),
        room("Published", ["Tabular", "Terms"]),
        room("Audit", ["LinearPrograms", "Published", "Terms"]),
        room("Simulation", ["CXlsxWriter", "CaseData", "Tabular", "Intake", "Terms"]),
        .executableTarget(
            name: "ledsaga",
            dependencies: [
                "Terms", "Tabular", "CaseData", "Intake", "Statistics", "Measures", "Disclosure",
                "Published", "Audit", "Documents", "Renderers", "Reports", "Queries", "Simulation", argumentParser,
            ],
            swiftSettings: strict),

        // What only proves the product: methods it does not use, the reference cases, and the trials of disclosure control.
        .target(
            name: "ReferenceMethods", dependencies: ["CRmath", "Statistics"], path: "Tests/ReferenceMethods",
            swiftSettings: strict),
        .target(
            name: "ConformanceCases",
            dependencies: [
                "CaseData", "Measures", "ReferenceMethods", "Tabular", "Statistics", "Suppression", "Terms",
            ],
            path: "Tests/ConformanceCases", swiftSettings: strict),
        .executableTarget(
            name: "conformance", dependencies: ["ConformanceCases", "Tabular"], path: "Benchmarks/Conformance",
            swiftSettings: strict),
        .executableTarget(
            name: "reading-bench", dependencies: ["CLibCSV", "Tabular"], path: "Benchmarks/ReadingBench",
            swiftSettings: strict),
        .executableTarget(
            name: "coverage-bench", dependencies: ["Statistics"], path: "Benchmarks/CoverageBench",
            swiftSettings: strict),

        .executableTarget(
            name: "funnel-bench", dependencies: ["Statistics", "Terms"], path: "Benchmarks/FunnelBench",
            swiftSettings: strict),

        .executableTarget(
            name: "suppression-bench", dependencies: ["ConformanceCases", "Suppression"],
            path: "Benchmarks/SuppressionBench", swiftSettings: strict),

        .target(
            name: "DisclosureTrials",
            dependencies: ["CaseData", "Disclosure", "LinearPrograms", "Measures", "Statistics", "Terms"],
            path: "Tests/DisclosureTrials", swiftSettings: strict),
        .executableTarget(
            name: "disclosure-bench", dependencies: ["DisclosureTrials"],
            path: "Benchmarks/DisclosureBench", swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["CaseData", "CZlib"], path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Terms"),
        tests(of: "Tabular", ["Terms"]),
        tests(of: "CaseData"),
        tests(of: "Intake", ["Tabular", "CaseData", "Terms"]),
        tests(of: "Statistics", ["ReferenceMethods"]),
        tests(of: "Measures", ["CaseData", "Statistics", "Terms"]),
        tests(of: "Suppression", ["DisclosureTrials"]),
        tests(of: "Audit", ["Published", "Statistics", "Terms"]),
        tests(of: "Disclosure", ["CaseData", "DisclosureTrials", "Measures", "Statistics", "Terms"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "TestSupport", "CaseData", "Disclosure", "DisclosureTrials", "Documents", "Measures", "Queries",
                "Renderers", "Reports", "Statistics", "Terms",
            ],
            exclude: ["Renderers/Golden", "Reports/Chapters/Golden"], swiftSettings: strict),
        tests(of: "Simulation", ["CaseData", "Tabular", "Intake", "Measures", "Terms"]),
        .testTarget(
            name: "ConformanceTests", dependencies: ["ConformanceCases", "Suppression", "Terms"],
            resources: [.copy("Cases")],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport", "ledsaga"], exclude: ["Golden"],
            swiftSettings: strict),
    ]
)
