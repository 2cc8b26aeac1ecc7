import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("Compiling a profile")
struct ProfileCompilerTests {
  /// The profiles that come with the programs.
  private static let shipped = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/profiles"

  @Test("succeeds for every profile that comes with the programs")
  func profiles() throws {
    let directory = ProfileDirectory(Self.shipped, isStrict: false)
    let names = try directory.names()
    #expect(
      names == [
        "address", "bridge", "disk", "file", "firewall", "image", "link", "mount", "namespace", "process", "sysctl",
      ])
    for name in names {
      let profile = try directory.read(name)
      let policy = try ProfileCompiler.compile(profile)
      #expect(policy.profile == name)
      #expect(policy.operations.map(\.name) == profile.operations.map(\.name))
      for operation in profile.operations {
        #expect(operation.examples.contains { !$0.succeeds }, "\(name)/\(operation.name) refuses nothing")
      }
    }
  }

  @Test("gives the command its closure, and each operation its own filter")
  func closure() throws {
    let policy = try ProfileCompiler.compile(
      try read(
        """
        summary: s
        operations:
          a: { summary: s, run: [/usr/bin/true] }
          b: { summary: s, run: [/usr/bin/true], syscalls: ["@command-alone"] }
          c: { summary: s, function: f }
        """))
    let (a, b, c) = (policy.operations[0], policy.operations[1], policy.operations[2])
    #expect(a.files.grants.first?.path.literal == "/usr/bin/true")
    #expect(a.files.grants.allSatisfy { $0.access == .execute })
    #expect(a.files.grants == b.files.grants)
    #expect(c.files.grants == [])
    #expect(a.filter != b.filter)
    #expect(policy.sources == [])
    #expect(policy.architecture == .host)
  }

  @Test("says where a command is missing, for every operation")
  func missing() throws {
    let profile = try read(
      """
      summary: s
      operations:
        a: { summary: s, run: [/usr/sbin/foo] }
        b: { summary: s, run: [/usr/bin/true] }
        c:
          summary: s
          run:
            - /usr/sbin/bar
      """)
    let error = #expect(throws: ProfileErrors.self) { try ProfileCompiler.compile(profile) }
    #expect(
      error?.diagnostics.map(\.description) == [
        "p.yaml:3:26: there is no command /usr/sbin/foo", "p.yaml:8:9: there is no command /usr/sbin/bar",
      ])
  }

  @Test("keeps an operation whose command is missing, says so in it, and leaves the others as they are")
  func kept() throws {
    let profile = try read(
      """
      summary: s
      operations:
        a: { summary: s, run: [/usr/bin/true], files: { read: [/srv] } }
        b: { summary: s, run: [/usr/sbin/foo], files: { read: [/srv] } }
      """)
    let policy = try ProfileCompiler.compile(profile, missingCommands: .kept)
    #expect(policy.operations.map(\.missingCommand) == [nil, MissingCommand(command: "/usr/sbin/foo")])
    #expect(policy.operations[0].files.grants.count > 1)
    #expect(policy.operations[1].files.grants == [FileGrant(access: .read, path: Template(literal: "/srv"))])
    #expect(try PolicyCodec.decode(PolicyCodec.encode(policy)) == policy)
  }

  @Test("keeps no operation whose command is there and can't be run")
  func wrong() throws {
    let profile = try read("summary: s\noperations:\n  a: { summary: s, run: [/etc/passwd] }\n")
    let error = #expect(throws: ProfileErrors.self) { try ProfileCompiler.compile(profile, missingCommands: .kept) }
    #expect(error?.description == "p.yaml:3:26: /etc/passwd is not executable")
  }

  @Test("refuses a command that is for another machine than the policy")
  func foreign() throws {
    let other: Architecture = Architecture.host == .x86_64 ? .aarch64 : .x86_64
    let error = #expect(throws: ProfileErrors.self) {
      try ProfileCompiler.compile(try read(BadProfile.smallest), architecture: other)
    }
    #expect(
      error?.description == "p.yaml:5:11: /usr/bin/true is a program for another machine than \(other)")
  }
}

@Suite("Quantities")
struct QuantityTests {
  @Test(
    "are whole numbers without sign, blanks or leading zeros",
    arguments: ["", " 1", "1 ", "+1", "01", "-0", "0x1", "1e3", "1.0", "١", "9223372036854775808", "--1", "-"])
  func bad(_ text: String) { #expect(Quantity.integer(text) == nil) }

  @Test("have binary units for sizes")
  func sizes() {
    #expect(Quantity.size("0") == 0)
    #expect(Quantity.size("16MiB") == 16 << 20)
    #expect(Quantity.size("4TiB") == 4 << 40)
    for text in ["1MB", "1 MiB", "MiB", "1mib", "-1KiB", "16777216TiB", "18446744073709551616"] {
      #expect(Quantity.size(text) == nil)
    }
    for text in ["1KiB", "3MiB", "5GiB", "7TiB", "1001"] { #expect(Quantity.size(text).map(Quantity.sizeText) == text) }
  }

  @Test("have a unit for durations")
  func durations() {
    #expect(Quantity.duration("1500ms") == 1500)
    #expect(Quantity.duration("10min") == 600_000)
    for text in ["1", "1m", "1 s", "1S", "0.5s", "5124095576030431h", ""] { #expect(Quantity.duration(text) == nil) }
    for text in ["1ms", "3s", "5min", "7h"] { #expect(Quantity.duration(text).map(Quantity.durationText) == text) }
  }
}
