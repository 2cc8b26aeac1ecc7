import SandboxPolicy
import Testing

@Suite("Numbers")
struct NumberTypesTests {
  /// What no type takes for a number.
  static let hostile = [
    "", "+1", "-0", "00", "01", "0x1", "1e3", " 1", "1 ", "1\u{A0}", "\u{661}", "\u{FF11}", "1_000", "1,000", "1.0",
    "½",
    "99999999999999999999", "18446744073709551616", "9223372036854775808", "-9223372036854775809", "--1", "-", "1-",
    "0b1",
    "NaN", "inf", "1\u{301}",
  ]

  @Test("no type takes a number that is not plain decimal", arguments: hostile)
  func plainDecimal(word: String) {
    let types: [ArgumentType] = [
      .integer(min: .min, max: .max), .integer(min: 0, max: .max), .port, .process(executable: "/bin/true"), .user,
      .group,
      .size, .duration,
    ]
    for type in types {
      #expect(throws: ArgumentError.self, "\(type.word)") { try Call.value(word, type) }
      for unit in ["KiB", "s", "ms", "min"] {
        #expect(throws: ArgumentError.self, "\(type.word)") { try Call.value(word + unit, type) }
      }
    }
  }

  @Test("an integer lies between its bounds, both included")
  func integers() throws {
    let vlan = ArgumentType.integer(min: 1, max: 4094)
    for word in ["1", "2", "4094"] { #expect(try Call.value(word, vlan) == .text(word)) }
    for word in ["0", "4095", "-1", "2147483648", "4294967296"] {
      #expect(throws: ArgumentError.self) { try Call.value(word, vlan) }
    }
    let all = ArgumentType.integer(min: .min, max: .max)
    for word in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
      #expect(try Call.value(word, all) == .text(word))
    }
    #expect(Call.refusal("4095", vlan) == "argument x: \"4095\" is not a whole number from 1 to 4094")
  }

  @Test("a negative number is taken only where the bounds have one, by position as well")
  func negative() throws {
    let signed = [ArgumentDeclaration(name: "n", type: .integer(min: -5, max: 5))]
    #expect(try Call.validate(["-5"], signed)["n"]?.value == .text("-5"))
    #expect(throws: ArgumentError.self) { try Call.validate(["-6"], signed) }
    #expect(throws: ArgumentError.self) { try Call.validate(["-x"], signed) }
    #expect(Call.refusal("-5", .integer(min: 0, max: 5))?.contains("begins with a dash") == true)
  }

  @Test("ports and pids have their own bounds")
  func ports() throws {
    let process = ArgumentType.process(executable: "/usr/sbin/dnsmasq")
    for word in ["1", "80", "65535"] { #expect(try Call.value(word, .port) == .text(word)) }
    for word in ["0", "65536", "-1"] { #expect(throws: ArgumentError.self) { try Call.value(word, .port) } }
    for word in ["1", "4194304"] { #expect(try Call.value(word, process) == .text(word)) }
    for word in ["0", "4194305", "self"] { #expect(throws: ArgumentError.self) { try Call.value(word, process) } }
  }

  @Test(
    "a size becomes its bytes",
    arguments: [
      ("0", "0"), ("10", "10"), ("10KiB", "10240"), ("16MiB", "16777216"), ("3GiB", "3221225472"),
      ("1TiB", "1099511627776"), ("8388607TiB", "9223370937343148032"), ("9223372036854775807", "9223372036854775807"),
    ])
  func sizes(word: String, bytes: String) throws { #expect(try Call.value(word, .size) == .text(bytes)) }

  @Test(
    "a size has one of four units, and no more bytes than a file",
    arguments: [
      "10K", "10k", "10kB", "10KB", "10kib", "10 KiB", "KiB", "10MiBs", "8388608TiB", "16777216TiB", "1.5GiB", "10B",
    ])
  func wrongSizes(word: String) { #expect(throws: ArgumentError.self) { try Call.value(word, .size) } }

  @Test("a duration keeps the caller's spelling", arguments: ["0s", "500ms", "2s", "5min", "1h", "2562047788015h"])
  func durations(word: String) throws { #expect(try Call.value(word, .duration) == .text(word)) }

  @Test(
    "a duration has one of four units",
    arguments: ["1", "s", "1m", "1d", "1hr", "1S", "1 s", "1s ", "1h30min", "2562047788016h", "9223372036854775807min"])
  func wrongDurations(word: String) { #expect(throws: ArgumentError.self) { try Call.value(word, .duration) } }
}
