import SandboxPolicy
import Testing

@Suite("Addresses")
struct AddressTypesTests {
  @Test(
    "an address is taken in lower case",
    arguments: [
      "0.0.0.0", "192.0.2.1", "255.255.255.255", "::", "::1", "1::", "2001:db8::1", "2001:DB8:0:0:0:0:0:1",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8", "::ffff:192.0.2.1", "64:ff9b::192.0.2.33", "1:2:3:4:5:6:192.0.2.1", "fe80::1", "0001::",
    ])
  func addresses(word: String) throws { #expect(try Call.value(word, .address) == .text(word.lowercased())) }

  @Test(
    "a spelling that two programs could read as two addresses is none",
    arguments: [
      "", "1", "127.1", "10.0.0", "10.0.0.0.1", "010.0.0.1", "10.0.0.01", "0x7f.0.0.1", "256.0.0.1", "1.2.3.4 ",
      " 1.2.3.4",
      "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.-4", "\u{661}.2.3.4", "1\u{3002}2.3.4", "2130706433", ":", ":::", "1:::2",
      "::1::",
      "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2:3:4:5:6:7:8", "::1:2:3:4:5:6:7:8", ":1", "1:", ":1::",
      "1:2:",
      "00001::", "g::", "fe80::1%eth0", "fe80::1%25", "[::1]", "::1/128", "::1.2.3", "::256.0.0.1", "1.2.3.4::",
      "::1.2.3.4:5",
      "::01.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "\u{FF41}::", "localhost", "0x::1", "-1", "::-1", "+1::",
    ])
  func wrongAddresses(word: String) {
    #expect(throws: ArgumentError.self) { try Call.value(word, .address) }
    #expect(throws: ArgumentError.self) { try Call.value(word + "/0", .network) }
  }

  @Test(
    "a network has a length and no bits after it",
    arguments: [
      "0.0.0.0/0", "10.0.0.0/8", "192.0.2.0/24", "192.0.2.128/25", "192.0.2.1/32", "10.32.0.0/11", "::/0",
      "2001:db8::/32",
      "2001:db8::1/128", "fe80::/10", "2001:db8:8000::/33",
    ])
  func networks(word: String) throws { #expect(try Call.value(word, .network) == .text(word)) }

  @Test(
    "a network of another form is refused",
    arguments: [
      "", "/", "10.0.0.0", "10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/+8",
      "10.0.0.0/8/8",
      "10.0.0.0/255.0.0.0", "10.0.0.1/8", "192.0.2.64/25", "::/129", "::1/127", "2001:db8::/16", "10/8", "10.0.0.0 /8",
      "10.0.0.0/99999999999999999999",
    ])
  func wrongNetworks(word: String) { #expect(throws: ArgumentError.self) { try Call.value(word, .network) } }

  @Test("bits after a network's length are named in the message")
  func hostBits() {
    #expect(
      Call.refusal("10.0.0.1/8", .network)
        == "argument x: \"10.0.0.1/8\" is not a network: bits are set after the first 8")
  }

  @Test("a hardware address is six pairs with colons, in lower case")
  func macs() throws {
    #expect(try Call.value("02:00:5E:10:00:fF", .mac) == .text("02:00:5e:10:00:ff"))
    let wrong = [
      "", "02-00-5e-10-00-01", "02005e100001", "0200.5e10.0001", "2:0:5e:10:0:1", "02:00:5e:10:00",
      "02:00:5e:10:00:01:02",
      "02:00:5e:10:00:0g", "02:00:5e:10:00:01 ", ":02:00:5e:10:00:1", "02:00:5e:10:00:0\u{661}",
    ]
    for word in wrong { #expect(throws: ArgumentError.self) { try Call.value(word, .mac) } }
  }
}
