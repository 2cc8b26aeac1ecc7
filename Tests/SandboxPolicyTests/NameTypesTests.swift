import SandboxPolicy
import Testing

@Suite("Names")
struct NameTypesTests {
  @Test(
    "a name is taken as it is, or in lower case where case means nothing",
    arguments: [
      TypeCase(.interface, ["a", "br0", "br-int", "eth0.100", "_x", "tap0123456-789", "0", "ALL"]),
      TypeCase(.hostname, ["a", "example.org", "a-b.c1", "xn--bcher-kva.example", "1a", "3com.com", "10.0.0.a"]),
      TypeCase(.uuid, ["01234567-89ab-cdef-0123-456789abcdef", "00000000-0000-0000-0000-000000000000"]),
      TypeCase(.signal, ["TERM", "HUP", "USR1", "KILL", "WINCH"]),
      TypeCase(.oneOf(["up", "down", "-x", ""]), ["up", "down", "-x", ""]),
    ])
  func accepted(cases: TypeCase) throws {
    for value in cases.values { #expect(try Call.value(value, cases.type) == .text(value)) }
  }

  @Test(
    "a name of another form is refused",
    arguments: [
      TypeCase(
        .interface,
        [
          "", ".", "..", "../x", "a/b", "a b", "br0 ", "eth0:1", "%d", "eth%d", "-a", ".hidden", "a\u{E9}",
          "br\u{200B}0",
          "\u{FF42}r0", "\u{43E}ne", "sixteen-bytes-xx", "eth+", "eth*", "@a", "a;b", "a$b", "a'b", "all", "default",
          "a\\b",
          "--help", "a\"", "a#b", "a=b", "a,b", "~", "\u{212A}",
        ]),
      TypeCase(
        .hostname,
        [
          "", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "b\u{FC}cher.example", "10", "127.1", "10.0.0.1",
          "0x7f.1",
          "0x7f000001", "0x", "a.0X1f", "[::1]", "::1", "a:1", "a/b", "http://a", "user@a", "a%2e", "\u{212A}",
          String(repeating: "a", count: 64), String(repeating: "a.", count: 126) + "bb",
        ]),
      TypeCase(
        .uuid,
        [
          "", "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}",
          "01234567-89ab-cdef-0123-456789abcdeg", "01234567-89ab-cdef-0123-456789abcdef0",
          "0123456-789ab-cdef-0123-456789abcdef", "urn:uuid:01234567-89ab-cdef-0123-456789abcdef",
        ]),
      TypeCase(.signal, ["", "SIGTERM", "term", "15", "9", "TERM ", "RTMIN", "0", "EXIT", "-9"]),
      TypeCase(
        .oneOf(["up", "down", "K"]), ["", "UP", "up ", " up", "u", "updown", "\u{FF55}p", "\u{212A}", "up\u{301}"]),
    ])
  func refused(cases: TypeCase) {
    for value in cases.values {
      #expect(throws: ArgumentError.self, "\(value)") { try Call.value(value, cases.type) }
    }
  }

  @Test("the longest names are taken, and a byte more is refused with the reason")
  func lengths() throws {
    #expect(try Call.value("fifteen-bytes-x", .interface) == .text("fifteen-bytes-x"))
    #expect(
      Call.refusal("sixteen-bytes-xx", .interface)
        == "argument x: \"sixteen-bytes-xx\" is not an interface name: it has more than 15 bytes")
    let longest = [63, 63, 63, 61].map { String(repeating: "a", count: $0) }.joined(separator: ".")
    #expect(try Call.value(longest, .hostname) == .text(longest))
    #expect(throws: ArgumentError.self) { try Call.value(longest + "a", .hostname) }
  }

  @Test("host names and UUIDs become lower case")
  func lowerCase() throws {
    #expect(try Call.value("EXAMPLE.Org", .hostname) == .text("example.org"))
    let upper = "ABCDEF01-89AB-CDEF-0123-456789ABCDEF"
    #expect(try Call.value(upper, .uuid) == .text("abcdef01-89ab-cdef-0123-456789abcdef"))
  }

  @Test("a signal's other name becomes its first")
  func signals() throws {
    #expect(try Call.value("IOT", .signal) == .text("ABRT"))
    #expect(try Call.value("POLL", .signal) == .text("IO"))
    #expect(try Call.value("CLD", .signal) == .text("CHLD"))
  }

  @Test("a message says what was probably meant")
  func suggestions() {
    let signal = "is not the name of a signal without SIG; did you mean"
    #expect(Call.refusal("SIGTERM", .signal) == "argument x: \"SIGTERM\" \(signal) TERM?")
    #expect(Call.refusal("hup", .signal) == "argument x: \"hup\" \(signal) HUP?")
    #expect(
      Call.refusal("donw", .oneOf(["up", "down"]))
        == "argument x: \"donw\" is not one of up, down; did you mean down?")
    #expect(Call.refusal("../x", .interface) == "argument x: \"../x\" is not an interface name")
  }

  @Test("users and groups become numbers, by name or as they are")
  func accounts() throws {
    #expect(try Call.value("nova", .user) == .text("64055"))
    #expect(try Call.value("root", .group) == .text("0"))
    #expect(try Call.value("disk", .group) == .text("6"))
    for number in ["0", "65534", "4294967294"] {
      #expect(try Call.value(number, .user) == .text(number))
      #expect(try Call.value(number, .group) == .text(number))
    }
  }

  @Test(
    "a user that does not exist and the number that means nobody's change are refused",
    arguments: [
      "", "nobody-here", "Nova", "nova ", "4294967295", "4294967296", "-1", "-nova", "last", "\u{212A}", "disk",
      "0root", "~",
    ])
  func noAccount(word: String) {
    #expect(throws: ArgumentError.self) { try Call.value(word, .user) }
  }

  @Test("a list of users needs the table of names, other types do not")
  func needsNames() {
    func needs(_ type: ArgumentType) -> Bool {
      ArgumentValidator.needsNames([
        ArgumentDeclaration(name: "a", type: .port), ArgumentDeclaration(name: "b", type: type),
      ])
    }
    #expect(needs(.user))
    #expect(needs(.group))
    #expect(needs(.list(of: .user, max: 3)))
    #expect(!needs(.interface))
    #expect(!needs(.list(of: .port, max: 3)))
  }
}
