import SandboxPolicy
import Testing

@Suite("Arguments of a call")
struct ArgumentValidatorTests {
  private static let text = ArgumentType.text(max: 64, pattern: nil, leadingDash: false)
  private static let declarations = [
    ArgumentDeclaration(name: "verbose", type: .flag(text: "-v")),
    ArgumentDeclaration(name: "bridge", type: .interface),
    ArgumentDeclaration(name: "mtu", type: .integer(min: 68, max: 9000), defaultValue: "1500"),
    ArgumentDeclaration(name: "servers", type: .list(of: .address, max: 3), isOptional: true),
  ]

  private func values(_ words: String...) throws -> [ArgumentValue] {
    try Call.validate(words, Self.declarations).entries.map(\.value)
  }

  @Test("arguments come by position, past the flags, and the last list takes the rest")
  func positions() throws {
    #expect(try values("br0") == [.absent, .text("br0"), .text("1500"), .absent])
    #expect(
      try values("br0", "9000", "192.0.2.1", "::1")
        == [.absent, .text("br0"), .text("9000"), .list(["192.0.2.1", "::1"])])
  }

  @Test("arguments come by name, in any order and in either form")
  func names() throws {
    #expect(
      try values("--servers=::1", "--mtu", "70", "--servers", "::2", "--bridge=br0", "--verbose")
        == [.flag("-v"), .text("br0"), .text("70"), .list(["::1", "::2"])])
  }

  @Test("a word is for the first argument that has no value yet")
  func mixed() throws {
    #expect(try values("--bridge", "br0", "70") == [.absent, .text("br0"), .text("70"), .absent])
    #expect(try values("br0", "--verbose", "70") == [.flag("-v"), .text("br0"), .text("70"), .absent])
  }

  @Test("after two dashes no word is a name, and what begins with a dash is still refused")
  func endOfNames() throws {
    #expect(try values("--verbose", "--", "br0") == [.flag("-v"), .text("br0"), .text("1500"), .absent])
    #expect(throws: ArgumentError.self) { try values("--", "--bridge=br0") }
    #expect(throws: ArgumentError.self) { try values("--", "--") }
    #expect(throws: ArgumentError.self) { try values("--", "--", "br0") }
    let dashed = [ArgumentDeclaration(name: "a", type: .text(max: 9, pattern: nil, leadingDash: true))]
    #expect(try Call.validate(["--", "--"], dashed)["a"]?.value == .text("--"))
    #expect(try Call.validate(["--a", "--"], dashed)["a"]?.value == .text("--"))
    #expect(try Call.validate(["--a=--x"], dashed)["a"]?.value == .text("--x"))
    #expect(try Call.validate(["-x"], dashed)["a"]?.value == .text("-x"))
  }

  @Test(
    "each way to give arguments wrongly has its own message",
    arguments: [
      ([], "argument bridge: it is missing; wanted is an interface name"),
      (["--"], "argument bridge: it is missing; wanted is an interface name"),
      (["../x"], "argument bridge: \"../x\" is not an interface name"),
      (["--brigde", "br0"], "there is no argument \"brigde\"; did you mean --bridge?"),
      (["--zzzzzz"], "there is no argument \"zzzzzz\""),
      (["--Bridge=br0"], "there is no argument \"Bridge\"; did you mean --bridge?"),
      (["--bridg", "br0"], "there is no argument \"bridg\"; did you mean --bridge?"),
      (["--=br0"], "there is no argument \"\""),
      (["---bridge=br0"], "there is no argument \"-bridge\"; did you mean --bridge?"),
      (["br0", "--bridge=br1"], "argument bridge: it is given twice"),
      (["--bridge=br0", "--bridge=br0"], "argument bridge: it is given twice"),
      (["--bridge"], "argument bridge: --bridge has no value after it"),
      (["--verbose=yes", "br0"], "argument verbose: it is a flag, --verbose takes no value"),
      (["--verbose", "--verbose", "br0"], "argument verbose: it is given twice"),
      (["br0", "70", "::1", "--servers", "::2"], "argument servers: it is given twice"),
      (["br0", "70", "::1", "::2", "::3", "::4"], "argument servers: it has more than 3 values"),
      (["br0", "--servers=::1", "70", "::2"], "\"::2\" is one word too many"),
      (["br0", "70", "::1", "x"], "argument servers: \"x\" is not an IPv4 or IPv6 address"),
      (
        ["br0", "-v"],
        "argument mtu: \"-v\" begins with a dash and would be taken for an option; it has to be a whole number from 68 to 9000"
      ),
      (
        ["--bridge", "--verbose"],
        "argument bridge: \"--verbose\" begins with a dash and would be taken for an option; it has to be an interface name"
      ),
    ] as [([String], String)])
  func messages(words: [String], message: String) {
    let error = #expect(throws: ArgumentError.self) { try Call.validate(words, Self.declarations) }
    #expect(error?.description == message)
  }

  @Test("an operation without arguments takes no word, and nothing is one")
  func none() throws {
    #expect(try Call.validate([], []).entries.isEmpty)
    #expect(try Call.validate(["--"], []).entries.isEmpty)
    #expect(throws: ArgumentError.surplus(word: [])) { try Call.validate([""], []) }
    #expect(throws: ArgumentError.surplus(word: Array("x".utf8))) { try Call.validate(["x"], []) }
  }

  @Test("a list that is not last takes one word by position, and any number by name")
  func listFirst() throws {
    let declarations = [
      ArgumentDeclaration(name: "servers", type: .list(of: .address, max: 2)),
      ArgumentDeclaration(name: "port", type: .port),
    ]
    let positional = try Call.validate(["::1", "53"], declarations)
    #expect(positional["servers"]?.value == .list(["::1"]))
    #expect(positional["port"]?.value == .text("53"))
    let named = try Call.validate(["--servers=::1", "53", "--servers=::2"], declarations)
    #expect(named["servers"]?.value == .list(["::1", "::2"]))
    #expect(throws: ArgumentError.surplus(word: Array("54".utf8))) {
      try Call.validate(["::1", "53", "54"], declarations)
    }
    #expect(throws: ArgumentError.self) { try Call.validate(["--port=53"], declarations) }
  }

  @Test("words, their bytes and their number are bounded")
  func bounds() {
    let list = [ArgumentDeclaration(name: "a", type: .list(of: Self.text, max: 5000))]
    #expect(throws: ArgumentError.tooManyWords(count: 1025)) {
      try Call.validate(Array(repeating: "a", count: 1025), list)
    }
    #expect(throws: Never.self) { try Call.validate(Array(repeating: "a", count: 1024), list) }
    let half = String(repeating: "a", count: 4096)
    #expect(throws: ArgumentError.tooLong(bytes: 17 * 4096)) {
      try Call.validate(Array(repeating: half, count: 17), list)
    }
  }

  @Test("a name that is no UTF-8 is refused, shown byte by byte")
  func rawNames() {
    let word: [UInt8] = [0x2D, 0x2D, 0xFF, 0x1B]
    let error = #expect(throws: ArgumentError.self) {
      try ArgumentValidator.validate([word], of: Self.declarations, names: NameTable())
    }
    #expect(error?.description == "there is no argument \"\\xff\\u{1b}\"")
  }

  @Test("a default passes the same check as a value")
  func defaults() throws {
    var declaration = ArgumentDeclaration(name: "mtu", type: .integer(min: 68, max: 9000), defaultValue: "0")
    #expect(throws: ArgumentError.self) { try Call.validate([], [declaration]) }
    #expect(throws: ArgumentError.self) { try ArgumentValidator.validateDefault(of: declaration, names: Call.names) }
    declaration.defaultValue = "68"
    #expect(throws: Never.self) { try ArgumentValidator.validateDefault(of: declaration, names: Call.names) }
    declaration.defaultValue = nil
    #expect(throws: Never.self) { try ArgumentValidator.validateDefault(of: declaration, names: Call.names) }
    let list = ArgumentDeclaration(name: "a", type: .list(of: .port, max: 2), defaultValue: "53")
    #expect(try Call.validate([], [list])["a"]?.value == .list(["53"]))
  }

  @Test(
    "no message shows a secret, whatever is wrong with it",
    arguments: [
      ArgumentType.integer(min: 0, max: 9), .oneOf(["hunter3"]), text, .text(max: 3, pattern: nil, leadingDash: false),
      .text(max: 64, pattern: try? Pattern("[0-9]+"), leadingDash: false), .path(PathRule(under: "/srv")), .address,
      .network,
      .mac, .port, .uuid, .size, .duration, .signal, .user, .group, .list(of: .port, max: 2),
    ])
  func secrets(type: ArgumentType) {
    for word in ["hunter2", "-hunter2", "hunter2\n", "hunter2\u{9F}", String(repeating: "hunter2", count: 600)] {
      let message = Call.refusal(word, type, isSecret: true)
      #expect(message?.contains("hunter2") != true)
      #expect(message?.contains("did you mean") != true)
      if let message { #expect(message.hasPrefix("argument x: the value ")) }
    }
  }

  @Test("a word that may be a misplaced secret is not shown either")
  func misplacedSecrets() {
    let secret = [ArgumentDeclaration(name: "key", type: Self.text, isSecret: true)]
    for words in [["a", "hunter2"], ["--hunter2"], ["--hunter2=x"]] {
      let error = #expect(throws: ArgumentError.self) { try Call.validate(words, secret) }
      #expect(error?.description.contains("hunter") == false)
    }
    let error = #expect(throws: ArgumentError.self) { try Call.validate(["--kye", "x"], secret) }
    #expect(error?.description == "there is no argument \"kye\"; did you mean --key?")
  }
}
