import SandboxPolicy
import Testing

@Suite("Templates")
struct TemplateTests {
  private static let declarations = [
    ArgumentDeclaration(name: "bridge", type: .interface),
    ArgumentDeclaration(name: "servers", type: .list(of: .address, max: 4), isOptional: true),
    ArgumentDeclaration(name: "force", type: .flag(text: "-f")),
    ArgumentDeclaration(
      name: "key", type: .text(max: 64, pattern: nil, leadingDash: false), isOptional: true, isSecret: true),
  ]

  private func values(_ words: String...) throws -> ArgumentValues {
    try ArgumentValidator.validate(words.map { Array($0.utf8) }, of: Self.declarations, names: NameTable())
  }

  @Test("a template is cut at its places, and doubled braces are braces")
  func parses() throws {
    let template = try Template(parsing: "/sys/{bridge}/{{x}}é{bridge}")
    #expect(
      template.parts == [.literal("/sys/"), .argument("bridge"), .literal("/{x}é"), .argument("bridge")])
    #expect(template.description == "/sys/{bridge}/{{x}}é{bridge}")
    #expect(try Template(parsing: "").parts.isEmpty)
    #expect(try Template(parsing: "{{}}").literal == "{}")
  }

  @Test(
    "a wrong template is refused with the byte where it goes wrong",
    arguments: [
      ("a}b", 1, "a } without {; write }} for the character"),
      ("é{name", 2, "a { without }; write {{ for the character"),
      ("{", 0, "a { without }; write {{ for the character"),
      ("x{}", 2, "\"\" is not the name of an argument"),
      ("{Name}", 1, "\"Name\" is not the name of an argument"),
      ("{a b}", 1, "\"a b\" is not the name of an argument"),
      ("{-a}", 1, "\"-a\" is not the name of an argument"),
      ("{1a}", 1, "\"1a\" is not the name of an argument"),
      ("{a{b}}", 1, "\"a{b\" is not the name of an argument"),
      ("{\u{212A}}", 1, "\"\u{212A}\" is not the name of an argument"),
    ])
  func refuses(text: String, offset: Int, message: String) {
    #expect(throws: TemplateError(offset: offset, message: message)) { try Template(parsing: text) }
  }

  @Test("values take their places, and an absent one takes the whole text with it")
  func expands() throws {
    let values = try values("br0")
    #expect(try Template(parsing: "/sys/{bridge}/mtu").text(values) == "/sys/br0/mtu")
    #expect(try Template(parsing: "dns={servers}").text(values) == nil)
    #expect(try Template(parsing: "x{force}").text(values) == nil)
    #expect(try Template(parsing: "{unknown}").text(values) == nil)
    #expect(try Template(parsing: "dns={servers}").elements(values) == [])
  }

  @Test("a list alone becomes one element for each item, within a text it is joined")
  func expandsLists() throws {
    let values = try values("br0", "--servers", "192.0.2.1", "--servers=2001:DB8::1", "--force")
    #expect(try Template(parsing: "{servers}").elements(values) == ["192.0.2.1", "2001:db8::1"])
    #expect(try Template(parsing: "dns={servers}").elements(values) == ["dns=192.0.2.1,2001:db8::1"])
    #expect(try Template(parsing: "{force}").elements(values) == ["-f"])
  }

  @Test("a value with braces or spaces is never read again")
  func substitutesOnce() throws {
    let text = ArgumentDeclaration(name: "text", type: .text(max: 64, pattern: nil, leadingDash: false))
    let words = [Array("{text} $(id) {{".utf8)]
    let values = try ArgumentValidator.validate(words, of: [text], names: NameTable())
    #expect(try Template(parsing: "a {text}").elements(values) == ["a {text} $(id) {{"])
  }

  @Test("a template knows whether it holds a secret")
  func secrets() throws {
    let values = try values("br0", "--key", "hunter2")
    #expect(try Template(parsing: "x{key}").isSecret(values))
    #expect(try !Template(parsing: "x{bridge}").isSecret(values))
    #expect(try Template(parsing: "{bridge}{key}").mentionsSecret(in: Self.declarations))
    #expect(try !Template(parsing: "{bridge}").mentionsSecret(in: Self.declarations))
  }
}
