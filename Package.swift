// swift-tools-version: 6.2
import PackageDescription

// One setting for every Swift target: language mode 6 with the checks that make a slip a build error.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "sandbox-run",
  products: [
    .executable(name: "sandbox-run", targets: ["sandbox-run"]),
    .executable(name: "sandbox-profile", targets: ["sandbox-profile"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // C: calls and constants that Swift cannot see, and Debian's libraries.
    .target(name: "CLinux"),
    .target(name: "CScrub"),
    .target(name: "CProbe"),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CCap", pkgConfig: "libcap", providers: [.apt(["libcap-dev"])]),

    // Ground.
    .target(name: "LinuxSystem", dependencies: ["CLinux"], swiftSettings: strict),
    .target(name: "SandboxPolicy", swiftSettings: strict),

    // Stations.
    .target(name: "SandboxLaunch", dependencies: ["SandboxPolicy", "LinuxSystem"], swiftSettings: strict),
    .target(name: "SandboxAudit", dependencies: ["SandboxPolicy", "LinuxSystem"], swiftSettings: strict),
    .target(
      name: "SandboxProfiles", dependencies: ["SandboxPolicy", "LinuxSystem", "CLinux", "CSeccomp", "CCap", yaml],
      swiftSettings: strict),

    // Programs.
    .executableTarget(
      name: "sandbox-run", dependencies: ["SandboxLaunch", "SandboxAudit", "SandboxPolicy", "LinuxSystem", "CScrub"],
      swiftSettings: strict),
    .executableTarget(
      name: "sandbox-profile", dependencies: ["SandboxProfiles", "SandboxPolicy", arguments], swiftSettings: strict),
    .executableTarget(name: "sandbox-probe", dependencies: ["CLinux", "CProbe"], swiftSettings: strict),

    // Tests.
    .target(name: "TestDirectory", path: "Tests/TestDirectory", swiftSettings: strict),
    .testTarget(name: "LinuxSystemTests", dependencies: ["LinuxSystem", "TestDirectory"], swiftSettings: strict),
    .testTarget(name: "SandboxPolicyTests", dependencies: ["SandboxPolicy"], swiftSettings: strict),
    .testTarget(
      name: "SandboxProfilesTests",
      dependencies: ["SandboxProfiles", "SandboxPolicy", "LinuxSystem", "sandbox-profile", yaml],
      swiftSettings: strict),
    .testTarget(name: "RegressionTests", dependencies: ["CProbe"], swiftSettings: strict),
    .testTarget(
      name: "SandboxAuditTests", dependencies: ["SandboxAudit", "SandboxPolicy", "LinuxSystem", "TestDirectory"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
