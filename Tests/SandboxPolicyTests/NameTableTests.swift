import SandboxPolicy
import Testing

@Suite("The table of names")
struct NameTableTests {
  @Test("passwd and group are read line by line, the first line of a name counts")
  func parses() {
    let passwd = """
      root:x:0:0:root:/root:/bin/bash
      nova:x:64055:64055::/var/lib/nova:/usr/sbin/nologin
      nova:x:1:1::/:/bin/sh
      machine$:x:1001:1001:::
      """
    let table = NameTable.parse(passwd: Array(passwd.utf8), group: Array("root:x:0:\ndisk:x:6:nova,root".utf8))
    #expect(table.users == ["root": 0, "nova": 64055, "machine$": 1001])
    #expect(table.groups == ["root": 0, "disk": 6])
  }

  @Test("a line that is none is passed over and takes no other with it")
  func isLenient() {
    let bad = [
      "", "x", "+::::::", "-evil::0:0:::", "a:x:-1:0:::", "b:x:0x1:0:::", "c:x:4294967295:0:::", "d:x:4294967296:0:::",
      "e:x: 1:0:::", "f:x:1:0::", "g:x:1:0::::", ":x:1:0:::", "1234:x:1:0:::", "h i:x:1:0:::", "\u{212A}:x:1:0:::",
      "j:x:01:0:::", "k:x::0:::", "# comment",
    ]
    var bytes = Array(bad.joined(separator: "\n").utf8) + Array("\nl\u{0}:x:1:0:::\n".utf8)
    bytes += [0xFF, 0xFE] + Array(":x:1:0:::\nok:x:5:5:::".utf8)
    #expect(NameTable.parse(passwd: bytes, group: []) == NameTable(users: ["ok": 5], groups: [:]))
  }

  @Test("nothing is found in nothing")
  func empty() { #expect(NameTable.parse(passwd: [], group: []) == NameTable()) }
}
